import type * as z from "zod";
import type { Scope } from "@/lib/core/access";
import { command } from "@/lib/core/command";
import { type Day, toDate, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, differing, invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { unitById } from "@/lib/units/queries";
import { existedOn } from "@/lib/units/rules";
import { findPoint, type PointRecord } from "./queries";
import { endFault, statusesAfter } from "./rules";
import { pointCreate, pointEnd, pointUpdate } from "./schema";

/** Enters a point of a model in a unit of its time; teams and members are the point's, not the model's (T14). */
export const createPoint = command({
  permission: "security-models.points.create",
  domain: "security-models",
  input: pointCreate,
  unit: ({ unitId }) => unitId,
  creates: true,
  run: async (tx, input, scope) => {
    const model = await tx.securityModel.findUnique({ where: { id: input.modelId }, select: { id: true } });
    if (!model) throw invalid("modelId", "unknown-choice");
    await requireUnitOf(tx, scope, input);
    await tx.modelPoint.create({
      data: { ...columns(input), id: input.id, modelId: input.modelId },
      select: { id: true },
    });
    return { result: { id: input.id }, audit: { subjectId: input.id, unitId: input.unitId, after: input } };
  },
});

/** Changes a point that has not ended. */
export const updatePoint = command({
  permission: "security-models.points.update",
  domain: "security-models",
  input: pointUpdate,
  unit: ({ unitId }) => unitId,
  run: async (tx, { id, version, ...typed }, scope) => {
    const before = await lockPoint(tx, id);
    const unit = await requireUnitOf(tx, scope, typed);
    if (before.version !== version)
      throw new AppError("conflict", {
        version: before.version,
        differing: differing(
          { ...before, unitId: before.unitName },
          { ...blanks, ...typed, unitId: unit.fullName },
        ),
      });
    const allowed = statusesAfter(before.status);
    if (!allowed.includes(typed.status))
      throw invalid("status", allowed.length ? "not-from-here" : "already-ended");
    await tx.modelPoint.update({
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

/** Ends a point on a day by a decision; it stays in every figure of the days before. */
export const endPoint = command({
  permission: "security-models.points.end",
  domain: "security-models",
  input: pointEnd,
  run: async (tx, { id, version, endedOn, endKind, endDecision }) => {
    const before = await lockPoint(tx, id);
    if (before.version !== version) throw new AppError("conflict", { version: before.version });
    const fault = endFault(before, endedOn);
    if (fault) throw invalid("endedOn", fault);
    await tx.modelPoint.update({
      where: { id },
      data: {
        status: "ended",
        endedOn: toDate(endedOn),
        endKind,
        endDecision,
        updatedAt: new Date(),
        version: version + 1,
      },
      select: { id: true },
    });
    return {
      result: { id },
      audit: {
        subjectId: id,
        unitId: before.unitId,
        before: told(before),
        after: { endedOn, endKind, endDecision },
      },
    };
  },
});

type Typed = Omit<z.output<typeof pointUpdate>, "id" | "version">;

/** The unit, in reach and in being on the first day; a point that waits belongs to a unit of today. */
async function requireUnitOf(
  tx: Tx,
  scope: Scope,
  { unitId, startedOn }: { unitId: number; startedOn?: Day },
) {
  const unit = await unitById(tx, scope, unitId);
  if (!existedOn(unit, startedOn ?? today())) throw invalid("unitId", "unit-not-then");
  return unit;
}

/** The point as stored, held until the transaction ends, so that of two editors one is the later. */
async function lockPoint(tx: Tx, id: string): Promise<PointRecord> {
  await tx.$queryRaw(sql`SELECT FROM model_point WHERE id = ${id}::uuid FOR UPDATE`);
  return findPoint(tx, id);
}

// An emptied box must empty the column: absent fields are written as null.
const blanks = { startedOn: null, teams: null, members: null };

const columns = ({ unitId, site, status, origin, decision, startedOn, teams, members }: Typed) => ({
  ...blanks,
  unitId,
  site,
  status,
  origin,
  decision,
  teams: teams ?? null,
  members: members ?? null,
  startedOn: startedOn ? toDate(startedOn) : null,
});

function told({
  unitId,
  site,
  status,
  origin,
  decision,
  startedOn,
  endedOn,
  endKind,
  endDecision,
  teams,
  members,
}: PointRecord) {
  return { unitId, site, status, origin, decision, startedOn, endedOn, endKind, endDecision, teams, members };
}
