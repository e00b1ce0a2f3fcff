import type * as z from "zod";
import type { Scope } from "@/lib/core/access";
import { namedCodes } from "@/lib/core/code-labels";
import { listsOfCodes, requireListed } from "@/lib/core/code-lists";
import { command } from "@/lib/core/command";
import { toDate } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, differing, invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { unitById } from "@/lib/units/queries";
import { requirePartnersOn, requireUnitOn } from "@/lib/units/resolve/queries";
import { findSession, type LookAlike, lookAlikes, type SessionRecord } from "./queries";
import { sessionCreate, sessionDelete, sessionUpdate } from "./schema";

/** Logs a session; the client's id makes sending twice the same as once. */
export const createSession = command({
  permission: "outreach-sessions.create",
  domain: "outreach-sessions",
  input: sessionCreate,
  unit: ({ unitId }) => unitId,
  creates: true,
  run: async (tx, { id, planId, acceptSimilar, ...typed }, scope) => {
    await requireUnitOn(tx, scope, typed.unitId, typed.heldOn);
    await requirePartnersOn(tx, scope, typed.coUnitIds, typed.heldOn, "coUnitIds");
    await requireKnown(tx, typed);
    const alike = await lookAlikes(tx, { id, ...typed });
    if (alike.length > 0 && !acceptSimilar) throw refuseAlike(alike);
    await tx.outreachSession.create({
      data: {
        ...columns(typed),
        id,
        notDuplicateOf: alike.map((other) => other.id),
        createdById: scope.userId,
      },
      select: { id: true },
    });
    if (planId) await fulfil(tx, planId, id);
    return { result: { id }, audit: { subjectId: id, unitId: typed.unitId, after: { ...typed, planId } } };
  },
});

/** Changes a session; a version that is no longer the stored one is told which fields differ (R5). */
export const updateSession = command({
  permission: "outreach-sessions.update",
  domain: "outreach-sessions",
  input: sessionUpdate,
  unit: ({ unitId }) => unitId,
  run: async (tx, { id, version, acceptSimilar, ...typed }, scope) => {
    const before = await lockSession(tx, id);
    if (before.version !== version) throw await conflict(tx, scope, before, typed);
    await requireUnitOn(tx, scope, typed.unitId, typed.heldOn);
    await requirePartnersOn(tx, scope, typed.coUnitIds, typed.heldOn, "coUnitIds");
    await requireKnown(tx, typed, before.pointIds);
    const alike = looksElse(before, typed) ? await lookAlikes(tx, { id, ...typed }) : [];
    if (alike.length > 0 && !acceptSimilar) throw refuseAlike(alike);
    const decided = [...new Set([...before.notDuplicateOf, ...alike.map((other) => other.id)])];
    await tx.outreachSession.update({
      where: { id },
      data: { ...columns(typed), notDuplicateOf: decided, updatedAt: new Date(), version: version + 1 },
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
    await release(tx, id);
    return { result: { id }, audit: { subjectId: id, unitId: before.unitId, before: told(before), reason } };
  },
});

/** The session as stored, held until the transaction ends, so that of two editors one is the later. */
async function lockSession(tx: Tx, id: string): Promise<SessionRecord> {
  // A unit that only took part may read the session, not change it: nothing to lock is nothing found.
  const held = await tx.$queryRaw<unknown[]>(
    sql`SELECT FROM outreach_session WHERE id = ${id}::uuid FOR UPDATE`,
  );
  if (held.length === 0) throw new AppError("not-found");
  return findSession(tx, id);
}

/** Refuses codes and points that do not exist, or lie out of reach and were not there before. */
async function requireKnown(tx: Tx, typed: Typed, before: readonly string[] = []) {
  await requireListed(tx, {
    topics: ["topic", typed.topics],
    audiences: ["audience", typed.audiences],
    coAgencies: ["force", typed.coAgencies],
    event: ["event", typed.event ? [typed.event] : []],
    directives: ["directive", typed.directives],
  });
  const fresh = typed.pointIds.filter((id) => !before.includes(id));
  if (fresh.length === 0) return;
  const found = await tx.modelPoint.count({ where: { id: { in: fresh } } });
  if (found < fresh.length) throw invalid("pointIds", "unknown-choice");
}

const refuseAlike = (alike: readonly LookAlike[]) =>
  new AppError("similar", {
    similar: alike.map(({ id, label, detail }) => ({ label, detail, href: `/outreach-sessions/${id}` })),
  });

const looksElse = (before: SessionRecord, typed: Typed) =>
  (["unitId", "heldOn", "place", "title", "channel"] as const).some(
    (field) => (before[field] ?? undefined) !== typed[field],
  );

/** The plan this session came of; one plan is held once. */
async function fulfil(tx: Tx, planId: string, sessionId: string) {
  const changed = await tx.$executeRaw(sql`
    UPDATE session_plan SET session_id = ${sessionId}::uuid, updated_at = now(), version = version + 1
     WHERE id = ${planId}::uuid AND session_id IS NULL AND cancelled_at IS NULL`);
  if (changed === 0) throw invalid("planId", "plan-gone");
}

/** A plan whose session was logged by mistake is to be held again. */
const release = (tx: Tx, sessionId: string) =>
  tx.$executeRaw(
    sql`UPDATE session_plan SET session_id = NULL, updated_at = now(), version = version + 1 WHERE session_id = ${sessionId}::uuid`,
  );

/** The refusal of a stale edit, with units and codes by name. */
async function conflict(tx: Tx, scope: Scope, before: SessionRecord, typed: Typed) {
  const lists = await listsOfCodes(tx, ["topic", "audience", "force", "event", "directive"]);
  const unit = await unitById(tx, scope, typed.unitId);
  const fields = differing(before, { ...blanks, ...typed });
  const named: Record<string, (value: never) => unknown> = {
    topics: (codes: string[]) => namedCodes(lists.topic, codes),
    audiences: (codes: string[]) => namedCodes(lists.audience, codes),
    coAgencies: (codes: string[]) => namedCodes(lists.force, codes),
    directives: (codes: string[]) => namedCodes(lists.directive, codes),
    event: (code: string | null) => code && namedCodes(lists.event, [code]),
    unitId: (id: number) => (id === unit.id ? unit.fullName : before.unitName),
  };
  const others = await namesOf(tx, fields);
  named.coUnitIds = (ids: number[]) => ids.map((id) => others.units.get(id)).join(", ");
  named.pointIds = (ids: string[]) => ids.map((id) => others.points.get(id)).join(", ");
  return new AppError("conflict", {
    version: before.version,
    differing: fields.map((entry) => {
      const name = named[entry.field] as ((value: unknown) => unknown) | undefined;
      return name ? { ...entry, theirs: name(entry.theirs), yours: name(entry.yours) } : entry;
    }),
  });
}

/** Names of the units and points that two editions disagree on. */
async function namesOf(tx: Tx, fields: ReturnType<typeof differing>) {
  const all = (field: string) =>
    fields.filter((entry) => entry.field === field).flatMap(({ theirs, yours }) => [theirs, yours].flat());
  const units = await tx.unit.findMany({
    where: { id: { in: all("coUnitIds") as number[] } },
    select: { id: true, fullName: true },
  });
  const points = await tx.modelPoint.findMany({
    where: { id: { in: all("pointIds") as string[] } },
    select: { id: true, site: true },
  });
  return {
    units: new Map(units.map(({ id, fullName }) => [id, fullName])),
    points: new Map(points.map(({ id, site }) => [id, site])),
  };
}

type Typed = Omit<z.output<typeof sessionUpdate>, "id" | "version" | "acceptSimilar">;

// An emptied box must empty the column: absent fields are written as null.
const blanks = {
  attendance: null,
  quantity: null,
  views: null,
  vneidGuided: null,
  levelTwoGuided: null,
  onlineServiceGuided: null,
  weaponsHandedIn: null,
  pledges: null,
  title: null,
  presenters: null,
  event: null,
  note: null,
};

const columns = ({ heldOn, ...typed }: Typed) => {
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
  notDuplicateOf: _______,
  partners: ________,
  points: _________,
  ...fields
}: SessionRecord) {
  return fields;
}
