import type { Scope } from "@/lib/core/access";
import type { Day } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { type Sql, sql } from "@/lib/core/sql";
import { unitFilter } from "@/lib/units/queries";
import { type Base, firstCurrentDay, lastFormerDay } from "./catalog";
import { type Cumulative, type RuralLadder, withExclusive } from "./rules";

export type { RuralLadder } from "./rules";

type View = {
  /** The units in view (`unitsInView`); null = every unit. */
  ids: readonly number[] | null;
  asOf: Day;
  base?: Base;
};

/** The ladder of the communes in view on a day: cumulative counts, exclusive counts in `only`, and what they are shares of. */
export async function ruralLadder(tx: Tx, scope: Scope, view: View): Promise<RuralLadder> {
  const [counts] = await tx.$queryRaw<(Cumulative & { base: number })[]>(sql`
    SELECT count(*)::int AS base,
           count(*) FILTER (WHERE standing >= 'standard')::int AS standard,
           count(*) FILTER (WHERE standing >= 'advanced')::int AS advanced,
           count(*) FILTER (WHERE standing >= 'exemplary')::int AS exemplary
      FROM (${standings(scope, view)}) c`);
  return withExclusive(counts ?? { base: 0, standard: 0, advanced: 0, exemplary: 0 });
}

/**
 * Each commune of the base with where it stands on the day (NULL = no step): the highest step whose lower
 * steps all stand. A step counts from its decision until the day before it is taken back.
 */
function standings(scope: Scope, { ids, asOf, base = "former" }: View): Sql {
  const units = ids ?? (scope.reach === "all" ? null : scope.reach);
  return sql`
    SELECT u.id, CASE WHEN s.standard AND s.advanced AND s.exemplary THEN 'exemplary' WHEN s.standard AND s.advanced THEN 'advanced'
                      WHEN s.standard THEN 'standard' END::rural_level AS standing
      FROM unit u
      LEFT JOIN (
        SELECT unit_id, bool_or(level = 'standard') AS standard, bool_or(level = 'advanced') AS advanced, bool_or(level = 'exemplary') AS exemplary
          FROM rural_recognition
         WHERE decision_date <= ${asOf}::date AND (revoked_on IS NULL OR revoked_on > ${asOf}::date)
         GROUP BY unit_id) s ON s.unit_id = u.id
     WHERE u.type = 'commune' ${inBase(base, asOf)} ${unitFilter(units, sql`u.id`)}`;
}

/** T2: the communes of 30/06/2025 whatever the day asked about, or those in force on it since 01/07/2025. */
function inBase(base: Base, asOf: Day): Sql {
  const day = base === "former" ? lastFormerDay : asOf < firstCurrentDay ? firstCurrentDay : asOf;
  return sql`AND (u.valid_from IS NULL OR u.valid_from <= ${day}::date) AND (u.valid_to IS NULL OR u.valid_to >= ${day}::date)`;
}
