import type * as z from "zod";
import type { Scope } from "@/lib/core/access";
import { namedCodes } from "@/lib/core/code-labels";
import { listCodes, requireListed } from "@/lib/core/code-lists";
import { command } from "@/lib/core/command";
import { toDate, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, differing, invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { unitById } from "@/lib/units/queries";
import { requireUnitOn } from "@/lib/units/resolve/queries";
import { findPlan, type PlanRecord } from "./queries";
import { isOpen } from "./rules";
import { planCancel, planCreate, planUpdate } from "./schema";

/** Plans a session for today or later; it counts nowhere until it was held. */
export const createPlan = command({
  permission: "outreach-sessions.plans.create",
  domain: "outreach-sessions",
  input: planCreate,
  unit: ({ unitId }) => unitId,
  creates: true,
  run: async (tx, { id, ...typed }, scope) => {
    if (typed.plannedOn < today()) throw invalid("plannedOn", "in-the-past");
    await requireUnitOn(tx, scope, typed.unitId, typed.plannedOn);
    await requireListed(tx, { topics: ["topic", typed.topics] });
    await tx.sessionPlan.create({
      data: { ...columns(typed), id, createdById: scope.userId },
      select: { id: true },
    });
    return { result: { id }, audit: { subjectId: id, unitId: typed.unitId, after: typed } };
  },
});

/** Changes or moves a plan that is neither held nor cancelled; a stale version is told which fields differ (R5). */
export const updatePlan = command({
  permission: "outreach-sessions.plans.update",
  domain: "outreach-sessions",
  input: planUpdate,
  unit: ({ unitId }) => unitId,
  run: async (tx, { id, version, ...typed }, scope) => {
    const before = await lockOpenPlan(tx, id);
    if (before.version !== version) throw await conflict(tx, scope, before, typed);
    if (typed.plannedOn !== before.plannedOn && typed.plannedOn < today())
      throw invalid("plannedOn", "in-the-past");
    await requireUnitOn(tx, scope, typed.unitId, typed.plannedOn);
    await requireListed(tx, { topics: ["topic", typed.topics] });
    await tx.sessionPlan.update({
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

/** A plan that will not be held: it stays in the calendar as cancelled, with its reason. */
export const cancelPlan = command({
  permission: "outreach-sessions.plans.cancel",
  domain: "outreach-sessions",
  input: planCancel,
  run: async (tx, { id, version, reason }) => {
    const before = await lockOpenPlan(tx, id);
    if (before.version !== version) throw new AppError("conflict", { version: before.version });
    await tx.sessionPlan.update({
      where: { id },
      data: {
        cancelledAt: new Date(),
        cancelledReason: reason,
        updatedAt: new Date(),
        version: version + 1,
      },
      select: { id: true },
    });
    return { result: { id }, audit: { subjectId: id, unitId: before.unitId, before: told(before), reason } };
  },
});

/** The plan as stored, held until the transaction ends; refused once it was held or cancelled. */
async function lockOpenPlan(tx: Tx, id: string): Promise<PlanRecord> {
  const locked = await tx.$queryRaw<unknown[]>(
    sql`SELECT FROM session_plan WHERE id = ${id}::uuid FOR UPDATE`,
  );
  if (locked.length === 0) throw new AppError("not-found");
  const plan = await findPlan(tx, id);
  if (!isOpen(plan.state)) throw invalid("id", "plan-closed");
  return plan;
}

/** The refusal of a stale edit, with units and topics by name. */
async function conflict(tx: Tx, scope: Scope, before: PlanRecord, typed: Typed) {
  const topics = await listCodes(tx, "topic");
  const unit = await unitById(tx, scope, typed.unitId);
  const named: Record<string, (value: never) => unknown> = {
    topics: (codes: string[]) => namedCodes(topics, codes),
    unitId: (id: number) => (id === unit.id ? unit.fullName : before.unitName),
  };
  return new AppError("conflict", {
    version: before.version,
    differing: differing(told(before), { ...blanks, ...typed }).map((entry) => {
      const name = named[entry.field] as ((value: unknown) => unknown) | undefined;
      return name ? { ...entry, theirs: name(entry.theirs), yours: name(entry.yours) } : entry;
    }),
  });
}

type Typed = Omit<z.output<typeof planCreate>, "id">;

// An emptied box must empty the column: absent fields are written as null.
const blanks = { title: null, expected: null, note: null };

const columns = ({ plannedOn, ...typed }: Typed) => {
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
  return { ...blanks, ...(given as typeof typed), plannedOn: toDate(plannedOn) };
};

const told = ({ unitId, plannedOn, place, channel, topics, title, expected, note }: PlanRecord) => ({
  unitId,
  plannedOn,
  place,
  channel,
  topics,
  title,
  expected,
  note,
});
