import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { type Sql, sql } from "@/lib/core/sql";
import type { Logged } from "./schema";

/** A standing declaration and what was logged in its days all the same. */
export type NilDeclarationRow = {
  id: string;
  unitId: number;
  unitName: string;
  from: Day;
  to: Day;
  note: string | null;
  declaredBy: string | null;
  declaredAt: string;
  logged: Logged;
};

const tally = sql`jsonb_build_object('gatherings', coalesce(sum(times) FILTER (WHERE app_is_gathering(channel)), 0),
  'broadcasts', coalesce(sum(times) FILTER (WHERE NOT app_is_gathering(channel)), 0))`;

/**
 * What a unit, and the units it carries today, logged between two days, as jsonb: from the rollups where the days
 * are whole half-months, else from the rows. `unit`, `from` and `to` are the code's own expressions; `carried` holds
 * each unit with the one that carries it.
 */
export const loggedIn = (unit: Sql, from: Sql, to: Sql, carried: Sql = carriers()): Sql => {
  const spokenFor = sql`= ANY (ARRAY(SELECT c.unit_id FROM ${carried} c WHERE c.current_id = ${unit} OR c.unit_id = ${unit}))`;
  return sql`CASE WHEN app_atom(${from}) = ${from} AND app_atom(${to} + 1) = ${to} + 1
    THEN (SELECT ${tally} FROM (SELECT channel, sessions AS times FROM session_rollup_channel r WHERE r.atom BETWEEN ${from} AND ${to} AND r.unit_id ${spokenFor}) logged)
    ELSE (SELECT ${tally} FROM (SELECT channel, 1 AS times FROM outreach_session s WHERE s.deleted_at IS NULL AND s.held_on BETWEEN ${from} AND ${to} AND s.unit_id ${spokenFor}) logged) END`;
};

export const carriers = (): Sql => sql`app_units_on(${today()}::date)`;

/** What stands in the way of declaring a unit's days nil: what was logged in them, and declarations that overlap. */
export async function obstacles(tx: Tx, unitId: number, from: Day, to: Day) {
  const [row] = await tx.$queryRaw<{ logged: Logged; overlapping: number }[]>(sql`
    SELECT ${loggedIn(sql`${unitId}::int`, sql`${from}::date`, sql`${to}::date`)} AS logged,
           (SELECT count(*)::int FROM nil_declaration WHERE unit_id = ${unitId} AND withdrawn_at IS NULL
               AND period_from <= ${to}::date AND period_to >= ${from}::date) AS overlapping`);
  return row as { logged: Logged; overlapping: number };
}
