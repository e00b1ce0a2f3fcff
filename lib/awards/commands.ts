import type * as z from "zod";
import type { Scope } from "@/lib/core/access";
import { command } from "@/lib/core/command";
import { toDate } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, differing, invalid } from "@/lib/core/errors";
import { formatDate } from "@/lib/core/format";
import { sql } from "@/lib/core/sql";
import { modelOptions } from "@/lib/security-models/points/queries";
import { unitById } from "@/lib/units/queries";
import { requireUnitOn } from "@/lib/units/resolve/queries";
import { type AwardRecord, findAward, isRecorded, listSameRecipient } from "./queries";
import { yearSpan } from "./rules";
import { awardCreate, awardRevoke, awardUpdate } from "./schema";

/** Records an award; the client's id makes sending twice the same as once. */
export const createAward = command({
  permission: "awards.create",
  domain: "awards",
  input: awardCreate,
  unit: ({ unitId }) => unitId ?? null,
  creates: true,
  run: async (tx, { id, acceptSimilar, ...typed }, scope) => {
    await requireModel(tx, typed.modelId);
    await check(tx, scope, { id, ...typed }, acceptSimilar);
    await tx.award.create({ data: { ...columns(typed), id }, select: { id: true } });
    return { result: { id }, audit: { subjectId: id, unitId: typed.unitId, after: typed } };
  },
});

/** Changes an award; a version that is no longer the stored one is told which fields differ (R5). */
export const updateAward = command({
  permission: "awards.update",
  domain: "awards",
  input: awardUpdate,
  unit: ({ unitId }) => unitId ?? null,
  run: async (tx, { id, version, acceptSimilar, ...typed }, scope) => {
    const before = await lockAward(tx, id);
    if (before.version !== version)
      throw new AppError("conflict", {
        version: before.version,
        differing: await named(tx, scope, before, typed),
      });
    if (before.revokedOn && before.revokedOn < typed.decisionDate)
      throw invalid("decisionDate", "after-revocation");
    if (typed.modelId !== before.modelId) await requireModel(tx, typed.modelId);
    await check(tx, scope, { id, ...typed }, acceptSimilar || !changesRecipient(before, typed));
    await tx.award.update({
      where: { id },
      data: { ...columns(typed), updatedAt: new Date(), version: version + 1 },
      select: { id: true },
    });
    return {
      result: { id },
      audit: { subjectId: id, unitId: typed.unitId, before: told(before), after: typed },
    };
  },
});

/** Revokes an award: it counts no more from that day on; the record and the reason stay. */
export const revokeAward = command({
  permission: "awards.revoke",
  domain: "awards",
  input: awardRevoke,
  run: async (tx, { id, version, revokedOn, reason }) => {
    const before = await lockAward(tx, id);
    if (before.version !== version || before.revokedOn)
      throw new AppError("conflict", {
        version: before.version,
        differing: differing({ revokedOn: before.revokedOn }, { revokedOn }),
      });
    if (revokedOn < before.decisionDate) throw invalid("revokedOn", "before-decision");
    await tx.award.update({
      where: { id },
      data: {
        revokedOn: toDate(revokedOn),
        revokedReason: reason,
        updatedAt: new Date(),
        version: version + 1,
      },
      select: { id: true },
    });
    return {
      result: { id },
      audit: { subjectId: id, unitId: before.unitId, before: told(before), after: { revokedOn }, reason },
    };
  },
});

type Typed = Omit<z.output<typeof awardUpdate>, "id" | "version" | "acceptSimilar">;

/** Refuses a unit that did not exist on the day and a decision recorded before; asks about a second award in a year. */
async function check(tx: Tx, scope: Scope, award: Typed & { id: string }, acceptSimilar: boolean) {
  if (award.unitId !== undefined) {
    const { id } = await unitById(tx, scope, award.unitId);
    await requireUnitOn(tx, scope, id, award.decisionDate);
  }
  if (await isRecorded(tx, award)) throw invalid("decisionNumber", "already-recorded");
  if (acceptSimilar) return;
  const similar = await listSameRecipient(tx, award, yearSpan(award.decisionDate));
  if (similar.length === 0) return;
  throw new AppError("similar", {
    similar: similar.map(({ id, recipientName, decisionNumber, decisionDate, achievement }) => ({
      label: recipientName,
      detail: `${decisionNumber} · ${formatDate(decisionDate)} · ${achievement}`,
      href: `/awards/${id}`,
    })),
  });
}

/** A model that was merged into another is named no more; awards that named it before keep it. */
async function requireModel(tx: Tx, modelId: string | undefined) {
  if (modelId && !(await modelOptions(tx)).some(({ id }) => id === modelId))
    throw invalid("modelId", "unknown-choice");
}

/** True when a change makes it an award of another kind, person or year; only then is it compared with others again. */
const changesRecipient = (before: AwardRecord, typed: Typed) =>
  before.form !== typed.form ||
  before.recipientName !== typed.recipientName ||
  before.unitId !== (typed.unitId ?? null) ||
  before.decisionDate.slice(0, 4) !== typed.decisionDate.slice(0, 4);

/** The differing fields, unit and model by their names. */
async function named(tx: Tx, scope: Scope, before: AwardRecord, typed: Typed) {
  const yours = typed.unitId === undefined ? null : (await unitById(tx, scope, typed.unitId)).fullName;
  const models = await modelOptions(tx);
  const model = models.find(({ id }) => id === typed.modelId)?.name ?? null;
  return differing(before, filled(typed)).map((row) => {
    if (row.field === "unitId") return { ...row, theirs: before.unitName, yours };
    return row.field === "modelId" ? { ...row, theirs: before.modelName, yours: model } : row;
  });
}

/** The award as stored, held until the transaction ends, so that of two editors one is the later. */
async function lockAward(tx: Tx, id: string): Promise<AwardRecord> {
  await tx.$queryRaw(sql`SELECT FROM award WHERE id = ${id}::uuid FOR UPDATE`);
  return findAward(tx, id);
}

// An emptied box must empty the column: absent fields are written as null.
const filled = (typed: Typed) => ({
  ...typed,
  recipientTitle: typed.recipientTitle ?? null,
  unitId: typed.unitId ?? null,
  modelId: typed.modelId ?? null,
});

const columns = (typed: Typed) => ({ ...filled(typed), decisionDate: toDate(typed.decisionDate) });

function told({
  id: _,
  unitName: __,
  unitRef: ___,
  modelName: _______,
  modelSeen: ________,
  createdAt: ____,
  updatedAt: _____,
  version: ______,
  ...fields
}: AwardRecord) {
  return fields;
}
