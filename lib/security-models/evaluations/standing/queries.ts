import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { type Sql, sql } from "@/lib/core/sql";
import { unitFilter } from "@/lib/units/queries";
import { type Criterion, isAsked, isOverdue, mostOf, type WorkState } from "../rules";

/*
 * How points stand in the campaigns. Nothing of points or models is read here through their own queries, so that
 * those may read this.
 */

/** The condition that a campaign `c` asks for a point `p`; rules.ts says it for one point. */
export const asks = (now: Day): Sql => sql`(
  p.started_on <= least(c.period_to, ${now}::date) AND p.started_on <= c.period_to - c.least_days
  AND (p.ended_on IS NULL OR p.ended_on > least(c.period_to, ${now}::date)))`;

/** The condition that a sheet `e` of a campaign `c` is late, or that there is none. */
export const overdueOf = (now: Day): Sql =>
  sql`(c.closed_at IS NULL AND c.due_on < ${now}::date AND (e.state IS NULL OR e.state = 'returned'))`;

export type OverdueCampaign = { id: string; name: string; dueOn: Day; points: number };

/**
 * Open campaigns past their due day with points in force that were not proposed: how many in each, the longest due first.
 * `ids` null = every unit of the reader's reach.
 */
export const overdueEvaluations = (
  tx: Tx,
  ids: readonly number[] | null,
  now: Day,
): Promise<OverdueCampaign[]> =>
  tx.$queryRaw<OverdueCampaign[]>(sql`
    SELECT c.id, c.name, c.due_on::text AS "dueOn", count(*)::int AS points
      FROM evaluation_campaign c JOIN model_point p ON ${asks(now)} ${unitFilter(ids, sql`p.unit_id`)}
      LEFT JOIN point_evaluation e ON e.campaign_id = c.id AND e.point_id = p.id
     WHERE ${overdueOf(now)} GROUP BY c.id ORDER BY c.due_on, c.name`);

export type PointEvaluation = {
  campaignId: string;
  campaignName: string;
  periodFrom: Day;
  periodTo: Day;
  dueOn: Day;
  state: WorkState;
  overdue: boolean;
  total: number | null;
  most: number;
  grade: { code: string; labelVi: string; labelEn: string; position: number } | null;
};

/** Every campaign that a point was evaluated in, and the open ones that still wait for it, the latest period first. */
export async function evaluationsOf(tx: Tx, pointId: string): Promise<PointEvaluation[]> {
  const now = today();
  const rows = await tx.$queryRaw<
    (Omit<PointEvaluation, "overdue" | "most"> & {
      criteria: Criterion[];
      leastDays: number;
      closed: boolean;
      startedOn: Day | null;
      endedOn: Day | null;
    })[]
  >(sql`
    SELECT c.id AS "campaignId", c.name AS "campaignName", c.period_from::text AS "periodFrom", c.period_to::text AS "periodTo", c.due_on::text AS "dueOn",
           c.criteria, c.least_days AS "leastDays", c.closed_at IS NOT NULL AS closed, coalesce(e.state::text, 'none') AS state, e.total,
           CASE WHEN g.code IS NOT NULL THEN jsonb_build_object('code', g.code, 'labelVi', g.label_vi, 'labelEn', g.label_en, 'position', g.position) END AS grade, p.started_on::text AS "startedOn", p.ended_on::text AS "endedOn"
      FROM model_point p JOIN evaluation_campaign c ON TRUE LEFT JOIN point_evaluation e ON e.campaign_id = c.id AND e.point_id = p.id
      LEFT JOIN code_item g ON g.list = 'grade' AND g.code = e.grade
     WHERE p.id = ${pointId}::uuid AND (e.id IS NOT NULL OR c.closed_at IS NULL) ORDER BY c.period_to DESC, c.created_at DESC LIMIT 50`);
  return rows.flatMap(({ criteria, leastDays, closed, startedOn, endedOn, ...row }) => {
    const campaign = { periodTo: row.periodTo, dueOn: row.dueOn, leastDays, closed };
    const asked = isAsked({ startedOn, endedOn }, campaign, now);
    if (row.state === "none" && !asked) return [];
    return [{ ...row, most: mostOf(criteria), overdue: asked && isOverdue(row.state, campaign, now) }];
  });
}

/** Points of a unit in force on a day: how many there are, were ever rated by then, and are effective by their latest rating. */
export type EffectivePoints = { unitId: number; points: number; rated: number; effective: number };

/**
 * The points in force on a day by the unit that carries theirs on it, each with its latest rating by then.
 * `ids` are units of that day, and bring what they carry; null = every unit of the reader's reach.
 */
export const effectivePoints = (
  tx: Tx,
  ids: readonly number[] | null,
  day: Day,
): Promise<EffectivePoints[]> =>
  tx.$queryRaw<EffectivePoints[]>(sql`
    SELECT o.current_id AS "unitId", count(*)::int AS points, count(r.grade)::int AS rated, count(*) FILTER (WHERE r.grade = 'effective')::int AS effective
      FROM model_point p JOIN app_units_on(${day}::date) o ON o.unit_id = p.unit_id
      LEFT JOIN LATERAL (SELECT grade FROM point_rating WHERE point_id = p.id AND rated_on <= ${day}::date ORDER BY rated_on DESC LIMIT 1) r ON true
     WHERE p.started_on <= ${day}::date AND (p.ended_on IS NULL OR p.ended_on > ${day}::date) ${unitFilter(ids, sql`o.current_id`)}
     GROUP BY 1`);
