import * as z from "zod";
import { may, reaches, type Scope } from "@/lib/core/access";
import { listsOfCodes } from "@/lib/core/code-lists";
import { cached } from "@/lib/core/data-version";
import { addDays, type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { type Sql, sql } from "@/lib/core/sql";
import { contextUnits, unitFilter, unitsInView } from "@/lib/units/queries";
import type { Channel } from "@/prisma/client/enums";
import { bookOf } from "../queries";
import { daysAhead, isOpen, monthSpan, type PlanState, planState, plansInSight } from "./rules";
import { calendarView } from "./schema";

export type PlanRow = {
  id: string;
  plannedOn: Day;
  title: string | null;
  place: string;
  channel: Channel;
  unitName: string;
  sessionId: string | null;
  cancelled: boolean;
  version: number;
  state: PlanState;
};

/** What was held on a day: gatherings, and apart from them what is counted in units of its own (T8). */
export type HeldDay = { day: Day; sessions: number; broadcasts: number };

/** The plans of a day that stand in the month, and how many there are in all. */
export type PlannedDay = { plans: PlanRow[]; count: number };

/** A month of one unit or of the whole reach: what was held, what is planned, what is overdue, what comes next. */
export const listCalendar = query({
  permission: "outreach-sessions.calendar",
  input: calendarView,
  run: async (tx, { unit, boundary, month, day }, scope) => {
    const ids = await unitsInView(tx, scope, unit, boundary);
    const now = today();
    const found = {
      held: await heldDays(tx, scope, month, ids),
      planned: await plannedDays(tx, month, ids, now),
      overdue: await openPlans(tx, sql`p.planned_on < ${now}::date`, ids, now),
      next: await openPlans(
        tx,
        sql`p.planned_on BETWEEN ${now}::date AND ${addDays(now, daysAhead - 1)}::date`,
        ids,
        now,
      ),
      ofDay: day ? await plansOn(tx, day, ids, now) : undefined,
    };
    return {
      ...found,
      units: await contextUnits(tx, scope, boundary),
      may: {
        create: may(scope, "outreach-sessions.create"),
        plan: may(scope, "outreach-sessions.plans.create"),
        cancel: may(scope, "outreach-sessions.plans.cancel"),
      },
    };
  },
});

/** Days are finer than the half-month rollups: the rows of one month by index, kept until a session is written. */
const heldDays = (tx: Tx, scope: Scope, month: string, ids: readonly number[] | null) =>
  cached(tx, scope, ["outreach-sessions"], `held ${month} ${ids?.join() ?? "*"}`, () => {
    const { from, to } = monthSpan(month);
    return tx.$queryRaw<HeldDay[]>(sql`
      SELECT s.held_on::text AS day, count(*) FILTER (WHERE app_is_gathering(s.channel))::int AS sessions,
             count(*) FILTER (WHERE NOT app_is_gathering(s.channel))::int AS broadcasts
        FROM outreach_session s
       WHERE s.deleted_at IS NULL AND s.held_on BETWEEN ${from}::date AND ${to}::date ${unitFilter(ids, sql`s.unit_id`)}
       GROUP BY s.held_on`);
  });

const rowColumns = sql`
  p.id, p.planned_on::text AS "plannedOn", p.title, p.place, p.channel::text, u.full_name AS "unitName", p.session_id AS "sessionId",
  p.cancelled_at IS NOT NULL AS cancelled, p.version`;
// What is still to do stands before what was held, and that before what was cancelled.
const inDay = sql`p.cancelled_at IS NOT NULL, p.session_id IS NOT NULL, u.full_name COLLATE "vi-x-icu", p.created_at, p.id`;

type Stored = Omit<PlanRow, "state">;
const withState = (now: Day) => (row: Stored) => ({ ...row, state: planState(row, now) });

async function plannedDays(
  tx: Tx,
  month: string,
  ids: readonly number[] | null,
  now: Day,
): Promise<Map<Day, PlannedDay>> {
  const { from, to } = monthSpan(month);
  const rows = await tx.$queryRaw<(Stored & { count: number })[]>(sql`
    SELECT * FROM (
      SELECT ${rowColumns}, row_number() OVER (PARTITION BY p.planned_on ORDER BY ${inDay})::int AS nth, count(*) OVER (PARTITION BY p.planned_on)::int AS count
        FROM session_plan p JOIN unit u ON u.id = p.unit_id
       WHERE p.planned_on BETWEEN ${from}::date AND ${to}::date ${unitFilter(ids, sql`p.unit_id`)}) d
     WHERE nth <= ${plansInSight} ORDER BY "plannedOn", nth`);
  const days = new Map<Day, PlannedDay>();
  for (const { count, ...row } of rows) {
    const day = days.get(row.plannedOn) ?? { plans: [], count };
    day.plans.push(withState(now)(row));
    days.set(row.plannedOn, day);
  }
  return days;
}

const mostOfDay = 200;

async function plansOn(tx: Tx, day: Day, ids: readonly number[] | null, now: Day): Promise<PlanRow[]> {
  const rows = await tx.$queryRaw<Stored[]>(sql`
    SELECT ${rowColumns} FROM session_plan p JOIN unit u ON u.id = p.unit_id
     WHERE p.planned_on = ${day}::date ${unitFilter(ids, sql`p.unit_id`)} ORDER BY ${inDay} LIMIT ${mostOfDay}`);
  return rows.map(withState(now));
}

const mostOpen = 10;

/** Plans neither held nor cancelled, the longest waiting first, with how many there are. */
async function openPlans(tx: Tx, when: Sql, ids: readonly number[] | null, now: Day) {
  const rows = await tx.$queryRaw<(Stored & { count: number })[]>(sql`
    SELECT ${rowColumns}, count(*) OVER ()::int AS count FROM session_plan p JOIN unit u ON u.id = p.unit_id
     WHERE p.session_id IS NULL AND p.cancelled_at IS NULL AND ${when} ${unitFilter(ids, sql`p.unit_id`)}
     ORDER BY p.planned_on, u.full_name COLLATE "vi-x-icu", p.id LIMIT ${mostOpen}`);
  return {
    count: rows[0]?.count ?? 0,
    plans: rows.map(({ count: _, ...row }) => withState(now)(row)),
  };
}

export type PlanRecord = PlanRow & {
  unitId: number;
  topics: string[];
  expected: number | null;
  note: string | null;
  session: { id: string; heldOn: Day } | null;
  cancelledReason: string | null;
  plannedBy: string | null;
  createdAt: Date;
  updatedAt: Date;
};

/** One plan with what became of it and what the actor may do. */
export const getPlan = query({
  permission: "outreach-sessions.plans.read",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }, scope) => {
    const plan = await findPlan(tx, id);
    const open = isOpen(plan.state) && reaches(scope, plan.unitId);
    return {
      plan,
      topics: (await listsOfCodes(tx, ["topic"])).topic,
      may: {
        hold: open && may(scope, "outreach-sessions.create"),
        update: open && may(scope, "outreach-sessions.plans.update"),
        cancel: open && may(scope, "outreach-sessions.plans.cancel"),
      },
    };
  },
});

/** What the form of a new plan offers. */
export const newPlan = query({
  permission: "outreach-sessions.plans.create",
  input: z.object({}),
  run: (tx, _, scope) => bookOf(tx, scope),
});

/** One plan for its form, open only to those who may change it. */
export const editPlan = query({
  permission: "outreach-sessions.plans.update",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }, scope) => ({ plan: await findPlan(tx, id), book: await bookOf(tx, scope) }),
});

/** The plan of an id; not found out of reach. */
export async function findPlan(tx: Tx, id: string): Promise<PlanRecord> {
  const [row] = await tx.$queryRaw<Omit<PlanRecord, "state">[]>(sql`
    SELECT ${rowColumns}, p.unit_id AS "unitId", p.topics, p.expected, p.note, p.cancelled_reason AS "cancelledReason", c.name AS "plannedBy",
           p.created_at AS "createdAt", p.updated_at AS "updatedAt",
           (SELECT jsonb_build_object('id', s.id, 'heldOn', s.held_on) FROM outreach_session s WHERE s.id = p.session_id AND s.deleted_at IS NULL) AS session
      FROM session_plan p JOIN unit u ON u.id = p.unit_id LEFT JOIN app_user c ON c.id = p.created_by_id
     WHERE p.id = ${id}::uuid`);
  if (!row) throw new AppError("not-found");
  return { ...row, state: planState(row, today()) };
}
