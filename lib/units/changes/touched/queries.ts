import { addDays, type Day, later, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { sql } from "@/lib/core/sql";
import { holdingOn } from "../../facts/queries";
import { lastFormerDay } from "../../schema";
import { type Counts, carrierIn, countsAfter, type Plan, type UnitState } from "../rules";
import { isSameRung, type Lacking, type Ladder, lackingOf, ladderOn, type Size } from "./rules";

/** What a change touches, counted before it is carried out. */
export type Touched = {
  /** The day the counts are of: what is in force then, all that was recorded until then. */
  countedOn?: Day;
  /** Of each unit that ends, and of each that begins by the boundaries of the day. */
  before: Counts[];
  after: Counts[];
  city: { before: Counts; after: Counts };
  officers: { from: string; to: string; count: number }[];
  campaigns: { id: string; name: string; points: number }[];
  indicators: number;
  plans: number;
  templates: number;
  /** Rows that stand under the former units on days after they end. */
  late: Counts;
  /** The rural ladders of the communes of 30/06/2025 and of those in force, and the communes concerned that hold a step. */
  ladders?: { former: Ladder; current: Ladder; holding: number } | null;
  /** Sizes that the units to come are without, while the city's totals had them. */
  lacking?: Lacking[];
};

/** Everything a plan touches: totals, reach, what is open, and rows that were dated later. */
export async function touchedBy(
  tx: Tx,
  plan: Plan,
  units: readonly UnitState[],
  effectiveOn: Day,
): Promise<Touched> {
  const eve = addDays(effectiveOn, -1);
  const now = today();
  const boundaries = later(eve, now);
  const counts = await countsByUnit(tx, boundaries);
  const of = new Map(plan.ends.map((id) => [id, counts.get(id) ?? {}]));
  const after = countsAfter(plan, of);
  const untouched = [...counts].filter(([id]) => !of.has(id)).map(([, count]) => count);
  const before = plan.ends.map((id) => of.get(id) ?? {});
  const nameOf = (id: number) => units.find((unit) => unit.id === id)?.fullName ?? "";
  const officers = await officersOf(tx, plan.ends, eve);
  const holding = sumOf(before).communes ?? 0;
  const holders = await standardHolders(tx);
  const ladder = (day: Day) => ladderOn(day, plan, units, effectiveOn, holders);
  const [former, current] = [ladder(lastFormerDay), ladder(later(effectiveOn, now))];
  return {
    countedOn: now,
    before,
    after,
    city: { before: sumOf([...untouched, ...before]), after: sumOf([...untouched, ...after]) },
    officers: officers.map(({ id, count }) => ({
      from: nameOf(id),
      to: plan.begins[carrierIn(plan, id) ?? -1]?.fullName ?? "",
      count,
    })),
    ...(await openWork(tx, plan.ends, eve, effectiveOn)),
    late: await lateRows(tx, plan.ends, effectiveOn),
    ladders: holding > 0 || !isSameRung(former) || !isSameRung(current) ? { former, current, holding } : null,
    lacking: lackingOf(plan, await sizesOf(tx, plan.ends, boundaries)),
  };
}

function sumOf(list: readonly Counts[]): Counts {
  const sum: Counts = {};
  for (const counts of list)
    for (const [what, count] of Object.entries(counts)) sum[what] = (sum[what] ?? 0) + count;
  return sum;
}

/** Every count of today, of every unit by the boundaries of a day; what belongs to no unit is under 0. */
async function countsByUnit(tx: Tx, day: Day): Promise<Map<number, Counts>> {
  const now = today();
  const rows = await tx.$queryRaw<{ id: number; what: string; count: number }[]>(sql`
    WITH line AS MATERIALIZED (SELECT unit_id, current_id FROM app_units_on(${day}::date)),
         counted AS (
           SELECT unit_id, 'sessions' AS what, sum(sessions) AS count FROM session_rollup_channel WHERE app_is_gathering(channel) GROUP BY 1
           UNION ALL SELECT unit_id, 'attendances', sum(attendances) FROM session_rollup_channel WHERE app_is_gathering(channel) GROUP BY 1
           UNION ALL SELECT unit_id, 'points', count(*) FROM model_point WHERE started_on <= ${now}::date AND (ended_on IS NULL OR ended_on > ${now}::date) GROUP BY 1
           UNION ALL SELECT unit_id, 'awards', count(*) FROM award WHERE revoked_on IS NULL OR revoked_on > ${now}::date GROUP BY 1
           UNION ALL SELECT unit_id, 'communes', count(DISTINCT unit_id) FROM rural_recognition WHERE revoked_on IS NULL OR revoked_on > ${now}::date GROUP BY 1)
    SELECT coalesce(l.current_id, 0) AS id, c.what, sum(c.count)::int AS count FROM counted c LEFT JOIN line l ON l.unit_id = c.unit_id GROUP BY 1, 2
    UNION ALL SELECT l.current_id, 'areas', count(*)::int FROM app_areas_on(${now}::date) a JOIN line l ON l.unit_id = a.unit_id GROUP BY 1`);
  const counts = new Map<number, Counts>();
  for (const { id, what, count } of rows) counts.set(id, { ...counts.get(id), [what]: count });
  return counts;
}

/** The units that meet the rural standard today, by a recognition of their own or of an earlier self. */
async function standardHolders(tx: Tx): Promise<Set<number>> {
  const rows = await tx.$queryRaw<{ id: number }[]>(sql`
    SELECT DISTINCT e.unit_id AS id FROM app_selves() e JOIN rural_recognition r ON r.unit_id = e.self_id
     WHERE r.level = 'standard' AND r.valid_from <= ${today()}::date AND (r.revoked_on IS NULL OR r.revoked_on > ${today()}::date)`);
  return new Set(rows.map(({ id }) => id));
}

/** Area and people of units as their pages tell them on a day. */
async function sizesOf(tx: Tx, ids: readonly number[], day: Day): Promise<Map<number, Size>> {
  const rows = await tx.$queryRaw<(Size & { id: number })[]>(sql`
    SELECT h.unit_id AS id, max(h.value) FILTER (WHERE h.kind = 'area')::float8 AS area, max(h.value) FILTER (WHERE h.kind = 'population')::float8 AS population
      FROM (${holdingOn(day)}) h WHERE h.unit_id = ANY (${[...ids]}::int[]) GROUP BY 1`);
  return new Map(rows.map(({ id, ...size }) => [id, size]));
}

const officersOf = (tx: Tx, ends: readonly number[], day: Day) =>
  tx.$queryRaw<{ id: number; count: number }[]>(sql`
    SELECT o.current_id AS id, count(*)::int AS count FROM app_user a JOIN app_units_on(${day}::date) o ON o.unit_id = a.unit_id
     WHERE a.disabled_at IS NULL AND o.current_id = ANY (${[...ends]}::int[]) GROUP BY 1 ORDER BY 1`);

async function openWork(tx: Tx, ends: readonly number[], eve: Day, from: Day) {
  const line = sql`line AS MATERIALIZED (SELECT unit_id FROM app_units_on(${eve}::date) WHERE current_id = ANY (${[...ends]}::int[]))`;
  const running = sql`p.started_on IS NOT NULL AND (p.ended_on IS NULL OR p.ended_on > ${today()}::date)`;
  const campaigns = await tx.$queryRaw<Touched["campaigns"]>(sql`
    WITH ${line}
    SELECT c.id, c.name, count(*)::int AS points FROM evaluation_campaign c
      JOIN model_point p ON p.started_on <= c.period_to - c.least_days AND (p.ended_on IS NULL OR p.ended_on > c.period_to) JOIN line l ON l.unit_id = p.unit_id
     WHERE c.closed_at IS NULL GROUP BY c.id ORDER BY c.period_to DESC, c.id`);
  const [counts] = await tx.$queryRaw<Pick<Touched, "indicators" | "plans" | "templates">[]>(sql`
    WITH ${line}
    SELECT (SELECT count(DISTINCT p.id)::int FROM model_point p JOIN line l ON l.unit_id = p.unit_id JOIN indicator i ON i.model_id = p.model_id AND (i.retired_on IS NULL OR i.retired_on > ${today()}::date) WHERE ${running}) AS indicators,
           (SELECT count(*)::int FROM session_plan s JOIN line l ON l.unit_id = s.unit_id WHERE s.planned_on >= ${from}::date AND s.session_id IS NULL AND s.cancelled_at IS NULL) AS plans,
           (SELECT count(*)::int FROM session_template t JOIN line l ON l.unit_id = t.unit_id WHERE t.removed_at IS NULL) AS templates`);
  return { campaigns, ...(counts ?? { indicators: 0, plans: 0, templates: 0 }) };
}

/** What was recorded for the units of the day they would no longer be there, or of a later one. */
async function lateRows(tx: Tx, ends: readonly number[], from: Day): Promise<Counts> {
  const of = sql`unit_id = ANY (${[...ends]}::int[])`;
  const since = sql`>= ${from}::date`;
  const [row] = await tx.$queryRaw<Counts[]>(sql`
    SELECT (SELECT count(*)::int FROM outreach_session WHERE ${of} AND held_on ${since} AND deleted_at IS NULL) AS sessions,
           (SELECT count(*)::int FROM model_point WHERE ${of} AND started_on ${since}) AS points,
           (SELECT count(*)::int FROM award WHERE ${of} AND decision_date ${since}) AS awards,
           -- Steps and recognitions count from their first day, which their decision may precede.
           (SELECT count(*)::int FROM rural_recognition WHERE ${of} AND valid_from ${since}) AS rural,
           (SELECT count(*)::int FROM urban_recognition WHERE ${of} AND valid_from ${since}) AS urban,
           (SELECT count(*)::int FROM criterion_finding WHERE ${of} AND judged_on ${since} AND withdrawn_at IS NULL) AS findings,
           (SELECT count(*)::int FROM safety_record WHERE ${of} AND registered_on ${since} AND state <> 'withdrawn') AS safety,
           (SELECT count(*)::int FROM safety_subject WHERE ${of} AND valid_from ${since}) AS subjects,
           (SELECT count(*)::int FROM residential_area WHERE ${of} AND valid_from ${since}) AS areas,
           (SELECT count(*)::int FROM unit_fact WHERE ${of} AND as_of ${since} AND withdrawn_at IS NULL) AS facts,
           (SELECT count(*)::int FROM unit_post WHERE ${of} AND since ${since}) AS posts,
           (SELECT count(*)::int FROM nil_declaration WHERE ${of} AND period_to ${since} AND withdrawn_at IS NULL) AS nils`);
  return row ?? {};
}
