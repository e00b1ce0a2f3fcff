import type * as z from "zod";
import type { Scope } from "@/lib/core/access";
import { listCodes, namedCodes, requireCodes } from "@/lib/core/code-lists";
import { command } from "@/lib/core/command";
import { toDate } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, differing } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { unitById } from "@/lib/units/queries";
import { findSession, type SessionRecord } from "./queries";
import { sessionCreate, sessionDelete, sessionUpdate } from "./schema";

/** Logs a session; the client's id makes sending twice the same as once. */
export const createSession = command({
  permission: "outreach-sessions.create",
  domain: "outreach-sessions",
  input: sessionCreate,
  unit: ({ unitId }) => unitId,
  creates: true,
  run: async (tx, input, scope) => {
    await requireCodes(tx, "topic", "topics", input.topics);
    const stored = columns(input);
    await tx.outreachSession.create({
      data: { ...stored, id: input.id, createdById: scope.userId },
      select: { id: true },
    });
    return { result: { id: input.id }, audit: { subjectId: input.id, unitId: input.unitId, after: input } };
  },
});

/** Changes a session; a version that is no longer the stored one is told which fields differ (R5). */
export const updateSession = command({
  permission: "outreach-sessions.update",
  domain: "outreach-sessions",
  input: sessionUpdate,
  unit: ({ unitId }) => unitId,
  run: async (tx, input, scope) => {
    const { id, version, ...typed } = input;
    const before = await lockSession(tx, id);
    if (before.version !== version) throw await conflict(tx, scope, before, typed);
    await requireCodes(tx, "topic", "topics", typed.topics);
    await tx.outreachSession.update({
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

/** Takes a session out of lists and totals; the row, its reason and its history stay. */
export const deleteSession = command({
  permission: "outreach-sessions.delete",
  domain: "outreach-sessions",
  input: sessionDelete,
  run: async (tx, { id, version, reason }) => {
    const before = await lockSession(tx, id);
    if (before.version !== version) throw new AppError("conflict", { version: before.version });
    await tx.outreachSession.update({
      where: { id },
      data: { deletedAt: new Date(), deletedReason: reason, version: version + 1 },
      select: { id: true },
    });
    return { result: { id }, audit: { subjectId: id, unitId: before.unitId, before: told(before), reason } };
  },
});

/** The session as stored, held until the transaction ends, so that of two editors one is the later. */
async function lockSession(tx: Tx, id: string): Promise<SessionRecord> {
  await tx.$queryRaw(sql`SELECT FROM outreach_session WHERE id = ${id}::uuid FOR UPDATE`);
  return findSession(tx, id);
}

/** The refusal of a stale edit, with units and topics by name. */
async function conflict(tx: Tx, scope: Scope, before: SessionRecord, typed: Typed) {
  const topics = await listCodes(tx, "topic");
  const unit = await unitById(tx, scope, typed.unitId);
  const named = {
    topics: (codes: string[]) => namedCodes(topics, codes),
    unitId: (id: number) => (id === unit.id ? unit.fullName : before.unitName),
  };
  const fields = differing(before, { ...blanks, ...typed }).map((entry) => {
    const name = named[entry.field as keyof typeof named] as ((value: unknown) => unknown) | undefined;
    return name ? { ...entry, theirs: name(entry.theirs), yours: name(entry.yours) } : entry;
  });
  return new AppError("conflict", { version: before.version, differing: fields });
}

type Typed = Omit<z.output<typeof sessionUpdate>, "id" | "version">;

// An emptied box must empty the column: absent fields are written as null.
const blanks = {
  attendance: null,
  quantity: null,
  vneidGuided: null,
  levelTwoGuided: null,
  onlineServiceGuided: null,
  weaponsHandedIn: null,
  pledges: null,
  note: null,
};

const columns = ({ heldOn, ...typed }: Typed & { id?: string }) => {
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
  return { ...blanks, ...(given as typeof typed), heldOn: toDate(heldOn) };
};

function told({
  unitName: _,
  recordedBy: __,
  createdAt: ___,
  updatedAt: ____,
  id: _____,
  version: ______,
  ...fields
}: SessionRecord) {
  return fields;
}
