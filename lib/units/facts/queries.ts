import type { Day } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { empty, type Sql, sql } from "@/lib/core/sql";
import type { Fact } from "../profile/rules";

/** The facts of a unit up to a day, the latest first. */
export async function factsOf(tx: Tx, unitId: number, day: Day): Promise<Fact[]> {
  const [row] = await tx.$queryRaw<{ facts: Fact[] }[]>(
    sql`WITH RECURSIVE ${sameUnit(unitId)} SELECT (${factsUntil(day)}) AS facts`,
  );
  return row?.facts ?? [];
}

/**
 * `same`: a unit, or all of them, and those it was before a change of name or type alone. Its facts and its shape are
 * theirs still; of its earlier selves (app_self) those before a part came or went had another extent.
 */
export const sameUnit = (unitId?: number): Sql => sql`
  same (of, id, depth) AS (
    SELECT id, id, 0 FROM unit ${unitId === undefined ? empty : sql`WHERE id = ${unitId}`}
    UNION ALL
    SELECT w.of, s.predecessor_id, w.depth + 1 FROM same w JOIN unit_succession s ON s.successor_id = w.id
     WHERE s.kind = 'unchanged' AND w.depth < 50
       AND NOT EXISTS (SELECT FROM unit_succession o
                        WHERE (o.successor_id = w.id) <> (o.predecessor_id = s.predecessor_id)))`;

/** Facts of the units in `same` up to a day; those of the reference data hold from the unit's first day. */
export const factsUntil = (day: Day): Sql => sql`
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'value', f.value::float8, 'qualifier', f.qualifier, 'asOf', f.as_of,
           'source', f.source, 'note', f.note, 'version', f.version, 'unitName', CASE WHEN f.depth > 0 THEN f.full_name END)
           ORDER BY f.kind, f.as_of DESC, (f.qualifier = 'exact') DESC, f.created_at DESC), '[]')
    FROM (${recorded(day)}) f`;

/** Facts recorded of the units in `same` and those of the reference data, up to a day; `of` is the unit they tell of. */
const recorded = (day: Day): Sql => sql`
  SELECT s.of, f.id, f.kind, f.value, f.qualifier, f.as_of, f.source, NULL AS note, f.version, f.created_at, s.depth, u.full_name
    FROM same s JOIN unit_fact f ON f.unit_id = s.id JOIN unit u ON u.id = s.id
   WHERE f.withdrawn_at IS NULL AND f.as_of <= ${day}::date
  UNION ALL
  SELECT s.of, NULL, k.kind, k.value, 'exact', u.valid_from, c.decision_number, k.note, 0, '-infinity', s.depth, u.full_name
    FROM same s JOIN unit u ON u.id = s.id LEFT JOIN unit_change c ON c.id = u.begun_by_id
    CROSS JOIN LATERAL (VALUES ('area'::unit_fact_kind, u.area_km2, NULL), ('population', u.population, u.population_note)) k (kind, value, note)
   WHERE k.value IS NOT NULL AND u.valid_from <= ${day}::date`;

/** Of every unit what holds on a day, as rows (unit_id, kind, value, qualifier): the twin of `holdingFacts`. */
export const holdingOn = (day: Day): Sql => sql`
  WITH RECURSIVE ${sameUnit()}
  SELECT DISTINCT ON (f.of, f.kind) f.of AS unit_id, f.kind, f.value, f.qualifier FROM (${recorded(day)}) f
   ORDER BY f.of, f.kind, f.as_of DESC, (f.qualifier = 'exact') DESC, f.created_at DESC`;
