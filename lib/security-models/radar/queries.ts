import { may } from "@/lib/core/access";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { pageSize } from "@/lib/core/paging";
import { query } from "@/lib/core/query";
import { type Sql, sql } from "@/lib/core/sql";
import { contextUnits, unitFilter, unitsInView } from "@/lib/units/queries";
import type { PointStatus } from "@/prisma/client/enums";
import { runsOn } from "../points/queries";
import { defaultMonths, type Sign, type Suggestion } from "./catalog";
import { cutoff } from "./rules";
import { radarFilter } from "./schema";

export type RadarRow = {
  id: string;
  site: string;
  modelId: string;
  modelName: string;
  unitName: string;
  status: PointStatus;
  /** The state as of the day, since when. */
  since: Day;
  lastOn: Day;
  lastSign: Sign;
  suggestion: Suggestion;
  /** Of a merger: the point it would go into. */
  into: { id: string; site: string } | null;
};
type Counts = Record<Suggestion, number>;
type Found = {
  rows: RadarRow[];
  /** Of the units and the model looked at, whatever suggestion is filtered by. */
  counts: Counts;
  /** Points in force there, quiet or not. */
  inForce: number;
  models: { id: string; name: string; points: number }[];
};

/** Points in force without a sign of life for the months set, the longest silent first, each with what is suggested. */
export const listStale = query({
  permission: "security-models.radar",
  input: radarFilter,
  run: async (tx, { context, model, suggestion, page }, scope) => {
    const { asOf, unit, boundary } = context;
    const ids = await unitsInView(tx, scope, unit, boundary);
    const months = await staleMonths(tx);
    const [found] = await tx.$queryRaw<[Found]>(sql`
      WITH ${stalePoints(asOf, months, ids)},
           seen AS (SELECT * FROM stale WHERE ${model ? sql`model_id = ${model}::uuid` : sql`TRUE`}),
           page AS (SELECT * FROM seen WHERE ${suggestion ? sql`suggestion = ${suggestion}` : sql`TRUE`}
                     ORDER BY last_on, id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize})
      SELECT (SELECT count(*)::int FROM point WHERE ${model ? sql`model_id = ${model}::uuid` : sql`TRUE`}) AS "inForce",
        (SELECT jsonb_build_object('consolidate', count(*) FILTER (WHERE suggestion = 'consolidate'), 'merge', count(*) FILTER (WHERE suggestion = 'merge'),
                'remove', count(*) FILTER (WHERE suggestion = 'remove'), 'wait', count(*) FILTER (WHERE suggestion = 'wait')) FROM seen) AS counts,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'points', s.points) ORDER BY m.name COLLATE "vi-x-icu"), '[]')
           FROM (SELECT model_id, count(*) AS points FROM stale GROUP BY 1) s JOIN security_model m ON m.id = s.model_id) AS models,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'site', p.site, 'modelId', m.id, 'modelName', m.name, 'unitName', u.full_name, 'status', p.status,
                'since', p.since, 'lastOn', p.last_on, 'lastSign', p.last_sign, 'suggestion', p.suggestion,
                'into', CASE WHEN p.suggestion = 'merge' THEN jsonb_build_object('id', i.id, 'site', i.site) END) ORDER BY p.last_on, p.id), '[]')
           FROM page p JOIN security_model m ON m.id = p.model_id JOIN unit u ON u.id = p.unit_id LEFT JOIN model_point i ON i.id = p.best_id) AS rows`);
    return {
      ...found,
      months,
      unitOptions: await contextUnits(tx, scope, boundary),
      may: {
        configure: may(scope, "security-models.radar.configure"),
        consolidate: may(scope, "security-models.steps.take"),
        decide: may(scope, "security-models.steps.decide"),
      },
    };
  },
});

/** After how many months without a sign of life a point is reviewed. */
export async function staleMonths(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ months: number }[]>(
    sql`SELECT (value #>> '{}')::int AS months FROM setting WHERE key = 'stale-months'`,
  );
  return row?.months ?? defaultMonths;
}

/**
 * Tables `point` (in force in the units in view, with its last sign of life) and `stale` (those whose sign is too
 * old, with state, suggestion and the point to merge into). Sessions are asked of points only that nothing else
 * speaks for; the suggestion says the same as `suggest` in rules.ts.
 */
function stalePoints(asOf: Day, months: number, ids: readonly number[] | null): Sql {
  const limit = sql`${cutoff(asOf, months)}::date`;
  const day = sql`${asOf}::date`;
  const inView = unitFilter(ids);
  const isLong = sql`t.since <= ${limit}`;
  return sql`
    point AS MATERIALIZED (
      SELECT p.id, p.site, p.unit_id, c.current_id AS unit_now, o.current_id AS model_id, p.started_on,
             greatest(r.day, e.day) AS spoke_on, CASE WHEN r.day >= e.day OR e.day IS NULL THEN 'reading' ELSE 'evaluation' END AS spoke
        FROM (SELECT id, site, unit_id, model_id, started_on FROM model_point WHERE ${runsOn(asOf)} ${inView}) p
        JOIN app_models_on(${day}) o ON o.model_id = p.model_id JOIN app_units_on(${today()}::date) c ON c.unit_id = p.unit_id
        LEFT JOIN (SELECT point_id, least(max(period_to), ${day}) AS day FROM indicator_reading WHERE value IS NOT NULL AND period_from <= ${day} ${inView} GROUP BY 1) r ON r.point_id = p.id
        LEFT JOIN (SELECT point_id, max(day) AS day FROM (
            SELECT point_id, rated_on AS day FROM point_rating WHERE rated_on <= ${day} ${inView}
            UNION ALL SELECT point_id, (proposed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM point_evaluation WHERE proposed_at < (${day} + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' ${inView}) a
          GROUP BY 1) e ON e.point_id = p.id),
    quiet AS MATERIALIZED (SELECT id FROM point WHERE started_on <= ${limit} AND (spoke_on IS NULL OR spoke_on <= ${limit})),
    session AS MATERIALIZED (
      SELECT linked AS point_id, max(s.held_on) AS day FROM outreach_session s CROSS JOIN LATERAL unnest(s.point_ids) linked
       WHERE s.point_ids && ARRAY(SELECT id FROM quiet) AND s.point_ids <> '{}' AND s.deleted_at IS NULL AND s.held_on <= ${day} GROUP BY 1),
    signed AS MATERIALIZED (
      SELECT p.*, coalesce(greatest(p.spoke_on, s.day), p.started_on) AS last_on,
             CASE WHEN p.spoke_on IS NULL AND s.day IS NULL THEN 'start' WHEN s.day > p.spoke_on OR p.spoke_on IS NULL THEN 'session' ELSE p.spoke END AS last_sign,
             q.id IS NOT NULL AND (s.day IS NULL OR s.day <= ${limit}) AS is_stale
        FROM point p LEFT JOIN quiet q ON q.id = p.id LEFT JOIN session s ON s.point_id = p.id),
    best AS (SELECT DISTINCT ON (model_id, unit_now) model_id, unit_now, id FROM signed ORDER BY model_id, unit_now, last_on DESC, started_on, id),
    stale AS MATERIALIZED (
      SELECT s.*, t.status, t.since, b.id AS best_id,
             CASE WHEN t.status = 'suspended' AND ${isLong} THEN 'remove' WHEN b.id <> s.id THEN 'merge'
                  WHEN t.status = 'piloting' OR (t.status = 'consolidating' AND ${isLong}) THEN 'remove'
                  WHEN t.status IN ('suspended', 'consolidating') THEN 'wait' ELSE 'consolidate' END AS suggestion
        FROM signed s JOIN best b ON b.model_id = s.model_id AND b.unit_now = s.unit_now
        JOIN (SELECT DISTINCT ON (point_id) point_id, to_status AS status, happened_on AS since FROM point_step
               WHERE reversed_at IS NULL AND happened_on <= ${day} ${inView} ORDER BY point_id, number DESC) t ON t.point_id = s.id
       WHERE s.is_stale)`;
}
