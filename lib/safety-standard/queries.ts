import type { Scope } from "@/lib/core/access";
import type { Boundary } from "@/lib/core/context";
import { cached } from "@/lib/core/data-version";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { query } from "@/lib/core/query";
import { type Sql, sql } from "@/lib/core/sql";
import { effectivePoints } from "@/lib/security-models/evaluations/standing/queries";
import { contextUnits, unitFilter, unitsInView } from "@/lib/units/queries";
import { unitRef } from "@/lib/units/rules";
import type { SafetyKind } from "@/prisma/client/enums";
import { kinds } from "./catalog";
import { countingDay } from "./rules";
import { safetyView } from "./schema";
import type { Tallies, Tally, UnitYear } from "./simulator/rules";
import { conditionsOf, lacking, verdictOf } from "./simulator/rules";
import { thresholdsOn } from "./thresholds/queries";

/**
 * Everybody who is considered on a day, each with the unit of that day (`then_id`), the unit that carries it today
 * (`now_id`) and its record of the year. Agencies and the like are of the unit that carries theirs; an area goes where it
 * was moved (T3, T4). A commune's own record of the year is that of all its selves (T2). Row-level security leaves out
 * what is not the reader's, but for units, which everybody reads.
 */
export const considered = (year: number, day: Day): Sql => sql`
  SELECT 'area'::safety_kind AS kind, a.id, a.name, a.kind::text AS area_kind, t.unit_id AS then_id, coalesce(m.unit_id, n.current_id) AS now_id, r.id AS record_id
    FROM app_areas_on(${day}::date) t JOIN residential_area a ON a.id = t.area_id
    JOIN app_units_on(${today()}::date) n ON n.unit_id = t.unit_id LEFT JOIN app_areas_on(${today()}::date) m ON m.area_id = a.id
    LEFT JOIN safety_record r ON r.year = ${year} AND r.area_id = a.id
  UNION ALL
  SELECT s.kind, s.id, s.name, NULL, t.current_id, n.current_id, r.id
    FROM safety_subject s JOIN app_units_on(${day}::date) t ON t.unit_id = s.unit_id JOIN app_units_on(${today()}::date) n ON n.unit_id = s.unit_id
    LEFT JOIN safety_record r ON r.year = ${year} AND r.subject_id = s.id
   WHERE s.valid_from <= ${day}::date AND (s.valid_to IS NULL OR s.valid_to >= ${day}::date)
  UNION ALL
  SELECT 'commune', NULL, u.full_name, NULL, u.id, n.current_id, r.id
    FROM unit u JOIN app_units_on(${today()}::date) n ON n.unit_id = u.id LEFT JOIN (${ownRecords(year)}) r ON r.unit_id = u.id
   WHERE (u.valid_from IS NULL OR u.valid_from <= ${day}::date) AND (u.valid_to IS NULL OR u.valid_to >= ${day}::date)`;

/** The record of a commune itself by each of its selves, whichever of them it was registered under. */
const ownRecords = (year: number): Sql => sql`
  SELECT DISTINCT ON (s.unit_id) s.unit_id, r.id
    FROM (SELECT unit_id, self_id FROM app_selves() UNION SELECT self_id, unit_id FROM app_selves()) s
    JOIN safety_record r ON r.unit_id = s.self_id AND r.year = ${year} AND r.kind = 'commune'
   ORDER BY s.unit_id, r.state = 'withdrawn', r.registered_on DESC`;

export type KindTallies = Tallies & { commune: Tally };

/** A unit's line in the table of a year. */
export type UnitLine = {
  ref: string;
  fullName: string;
  /** Whether it stood on the day that is counted by; only then can its own standard be told. */
  stood: boolean;
  tallies: KindTallies;
  verdict: ReturnType<typeof verdictOf> | null;
  lacking: ReturnType<typeof lacking>;
};

/** The city's year by kind and by unit, with the year before beside it; shares are made from these sums, never averaged. */
export const getSafetyOverview = query({
  permission: "safety-standard.list",
  input: safetyView,
  run: async (tx, { year, boundary, unit }, scope) => {
    const ids = await unitsInView(tx, scope, unit, boundary);
    const view = { ids, boundary };
    const day = countingDay(year, today());
    const lines = await linesOf(tx, scope, { ...view, year, day });
    const before =
      year > 2022
        ? await linesOf(tx, scope, { ...view, year: year - 1, day: countingDay(year - 1, today()) })
        : [];
    return {
      day,
      totals: sumOf(lines),
      before: sumOf(before),
      lines,
      units: await contextUnits(tx, scope, boundary),
      thresholds: await thresholdsOn(tx, day),
    };
  },
});

type LinesView = { ids: readonly number[] | null; boundary: Boundary; year: number; day: Day };

async function linesOf(tx: Tx, scope: Scope, view: LinesView): Promise<UnitLine[]> {
  const key = `lines ${view.year} ${view.boundary} ${view.day} ${view.ids?.join() ?? "*"}`;
  return cached(tx, scope, ["units", "security-models", "safety-standard"], key, () => readLines(tx, view));
}

async function readLines(tx: Tx, { ids, boundary, year, day }: LinesView): Promise<UnitLine[]> {
  const group = boundary === "current" ? sql`c.now_id` : sql`c.then_id`;
  const rows = await tx.$queryRaw<(Tally & { unitId: number; kind: SafetyKind; stood: boolean })[]>(sql`
    SELECT ${group} AS "unitId", c.kind::text AS kind, count(*)::int AS base, bool_or(c.then_id = ${group}) AS stood,
           count(*) FILTER (WHERE r.state <> 'withdrawn')::int AS registered, count(*) FILTER (WHERE r.state = 'recognized')::int AS recognized
      FROM (${considered(year, day)}) c LEFT JOIN safety_record r ON r.id = c.record_id
     WHERE TRUE ${unitFilter(ids, group)} GROUP BY 1, 2`);
  const units = await tx.$queryRaw<{ id: number; code: string; fullName: string; validTo: Day | null }[]>(sql`
    SELECT id, code, full_name AS "fullName", valid_to::text AS "validTo" FROM unit
     WHERE id = ANY (${[...new Set(rows.map(({ unitId }) => unitId))]}::int[]) ORDER BY full_name COLLATE "vi-x-icu", id`);
  const known = await knownOf(tx, ids, year, day);
  const thresholds = await thresholdsOn(tx, day);
  return units.map(({ id, code, fullName, validTo }) => {
    const own = rows.filter(({ unitId }) => unitId === id);
    const tallies = talliesOf(own);
    const stood = own.some((row) => row.kind === "commune" && row.stood);
    const conditions = stood ? conditionsOf({ tallies, ...known(id) }, thresholds) : [];
    return {
      ref: unitRef({ code, validTo }),
      fullName,
      stood,
      tallies,
      verdict: stood ? verdictOf(conditions) : null,
      lacking: lacking(conditions),
    };
  });
}

/** A row for each kind, those without any at nought. */
export function talliesOf(rows: readonly (Tally & { kind: SafetyKind })[]): KindTallies {
  const of = (kind: SafetyKind): Tally => {
    const { base = 0, registered = 0, recognized = 0 } = rows.find((row) => row.kind === kind) ?? {};
    return { base, registered, recognized };
  };
  return Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as KindTallies;
}

function sumOf(lines: readonly UnitLine[]): KindTallies {
  const add = (kind: SafetyKind, count: keyof Tally) =>
    lines.reduce((total, { tallies }) => total + tallies[kind][count], 0);
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      { base: add(kind, "base"), registered: add(kind, "registered"), recognized: add(kind, "recognized") },
    ]),
  ) as KindTallies;
}

/** What is known of a unit beside its subjects: effective points, and whether its police was disciplined; `ids` as of the day. */
export async function knownOf(
  tx: Tx,
  ids: readonly number[] | null,
  year: number,
  day: Day,
): Promise<(unitId: number) => Omit<UnitYear, "tallies">> {
  const points = new Map((await effectivePoints(tx, ids, day)).map((row) => [row.unitId, row]));
  const disciplined = await disciplinesOf(tx, ids, year);
  return (unitId) => {
    const own = points.get(unitId);
    return {
      // Points of which none was ever rated say nothing; no points at all is none.
      effective: own && own.rated === 0 ? null : (own?.effective ?? 0),
      disciplined: disciplined.get(unitId)?.disciplined ?? null,
    };
  };
}

type Discipline = { disciplined: boolean; source: string };

/** What the city said last of each unit's police in a year, whichever of the unit's selves it said it of. */
export async function disciplinesOf(
  tx: Tx,
  ids: readonly number[] | null,
  year: number,
): Promise<Map<number, Discipline>> {
  const rows = await tx.$queryRaw<(Discipline & { unitId: number })[]>(sql`
    SELECT DISTINCT ON (s.unit_id) s.unit_id AS "unitId", d.disciplined, d.source
      FROM app_selves() s JOIN safety_discipline d ON d.unit_id = s.self_id WHERE d.year = ${year} ${unitFilter(ids, sql`s.unit_id`)}
     ORDER BY s.unit_id, d.updated_at DESC, d.unit_id DESC`);
  return new Map(rows.map(({ unitId, ...row }) => [unitId, row]));
}
