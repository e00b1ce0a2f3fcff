import { type Day, today } from "@/lib/core/days";
import { empty, type Sql, sql } from "@/lib/core/sql";
import { inForceOn } from "@/lib/units/queries";
import { isPast } from "./rules";

/*
 * What rows `p` of model_point were on a day. Of today it is stored with them; on a day that is over it is told by
 * their steps, so that the list of today costs nothing for it.
 */

/** Of the steps of a point that stand and had happened by a day, the last one written (that `holds`). */
const lastStep = (column: Sql, day: Day, holds: Sql = empty): Sql => sql`
  (SELECT s.${column} FROM point_step s WHERE s.point_id = p.id AND s.reversed_at IS NULL AND s.happened_on <= ${day}::date ${holds} ORDER BY s.number DESC LIMIT 1)`;

/** The state of a point on a day; null before its first step: it was on no list yet. */
export const statusOn = (day: Day): Sql => (isPast(day) ? lastStep(sql`to_status`, day) : sql`p.status`);

const by = (day: Day, column: Sql, since: Sql): Sql =>
  isPast(day) ? sql`(CASE WHEN p.${since} <= ${day}::date THEN p.${column} END)` : sql`p.${column}`;

/** The first day of a point that had begun by a day. */
export const startedBy = (day: Day): Sql => by(day, sql`started_on`, sql`started_on`);

/** State, first day, end and decision of a point on a day, as columns of a row. */
export const standingColumns = (day: Day): Sql => sql`
  ${statusOn(day)}::text AS status, ${startedBy(day)}::text AS "startedOn", ${by(day, sql`ended_on`, sql`ended_on`)}::text AS "endedOn",
  ${by(day, sql`end_kind`, sql`ended_on`)}::text AS "endKind", ${decisionOn(day)} AS decision`;

/** What a point stood on: the decision it began by, before that the latest one of its proposal. */
function decisionOn(day: Day): Sql {
  if (!isPast(day)) return sql`p.decision`;
  const proposed = lastStep(sql`decision`, day, sql`AND s.decision IS NOT NULL`);
  return sql`(CASE WHEN p.started_on <= ${day}::date THEN p.decision ELSE coalesce(${proposed}, p.decision) END)`;
}

/** The condition that a point waits on a day: proposed or approved, and not begun. */
export const waitsOn = (day: Day): Sql =>
  isPast(day)
    ? sql`(${notBegun(day)} AND ${statusOn(day)} IN ('proposed', 'approved'))`
    : sql`((p.started_on IS NULL AND p.status <> 'declined') OR p.started_on > ${day}::date)`;

/** The condition that a point was on the register on a day, in whatever state. */
export const knownOn = (day: Day): Sql =>
  isPast(day)
    ? sql`(p.started_on <= ${day}::date OR (${notBegun(day)} AND ${statusOn(day)} IS NOT NULL))`
    : sql`TRUE`;

/** Said first where a state is asked for, so that steps are read of few. */
export const notBegun = (day: Day): Sql => sql`(p.started_on IS NULL OR p.started_on > ${day}::date)`;

/**
 * The unit `u` of a point as columns: its name, that of the unit which carries it on today where it is no more, and
 * that of the unit it was in on a past day where that is neither of them.
 */
export const unitColumns = (day: Day): Sql => sql`
  u.full_name AS "unitName", CASE WHEN u.valid_to < ${today()}::date AND o.current_id <> u.id THEN c.full_name END AS "currentName",
  ${isPast(day) ? thenName(day) : sql`NULL::text`} AS "thenName"`;

const thenName = (day: Day): Sql => sql`
  CASE WHEN u.valid_from > ${day}::date THEN b.name WHEN d.current_id NOT IN (u.id, o.current_id) THEN t.full_name END`;

/**
 * What `unitColumns` reads beside a unit `u`. A point that waited begins in the unit of its first day; on a day before that
 * unit was, it lay in the one unit that it carries on (`b`), where there was just one.
 */
export const unitJoins = (day: Day): Sql => sql`
  LEFT JOIN app_units_on(${today()}::date) o ON o.unit_id = u.id LEFT JOIN unit c ON c.id = o.current_id
  ${isPast(day) ? thenJoins(day) : empty}`;

const thenJoins = (day: Day): Sql => sql`
  LEFT JOIN app_units_on(${day}::date) d ON d.unit_id = u.id LEFT JOIN unit t ON t.id = d.current_id
  LEFT JOIN (
    SELECT w.current_id, min(b.full_name) AS name FROM app_units_on(${today()}::date) w JOIN unit b ON b.id = w.unit_id
     WHERE ${inForceOn(day, sql`b`)} GROUP BY w.current_id HAVING count(*) = 1) b ON b.current_id = o.current_id`;
