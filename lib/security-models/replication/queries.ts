import type { Day } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { query } from "@/lib/core/query";
import { type Sql, sql } from "@/lib/core/sql";
import { unitFilter } from "@/lib/units/queries";
import type { PointEnd, PointStatus } from "@/prisma/client/enums";
import { seenModel } from "../lineage/queries";
import { statusOn } from "../points/past/queries";
import { type Grade, gradeColumn } from "../points/queries";
import type { TreeCounts, YearOfGrowth } from "./rules";
import { treeInput } from "./schema";

/** What one page can hold; originals come before their copies. */
const mostPoints = 3_000;

/** A point of a tree on a day; outside the reach only its place is told, and `isOwn` is false. */
export type TreePoint = {
  id: string;
  parentId: string | null;
  site: string;
  unitName: string;
  startedOn: Day;
  isOwn: boolean;
  status: PointStatus | null;
  endedOn: Day | null;
  endKind: PointEnd | null;
  grade: Grade | null;
  ratedOn: Day | null;
};

/** A model's points begun by a day, those of models merged into it too, in one reading. */
const begun = (modelId: string, asOf: Day, ids: readonly number[] | null): Sql => sql`
  SELECT p.id, p.copied_from_id, p.unit_id, p.site, p.started_on, p.origin, ${statusOn(asOf)} AS status, p.ended_on, p.end_kind
    FROM model_point p JOIN app_models_on(${asOf}::date) o ON o.model_id = p.model_id
   WHERE o.current_id = ${modelId}::uuid AND p.started_on <= ${asOf}::date ${unitFilter(ids, sql`p.unit_id`)}`;

/** Originals, copies and generations of a model on a day, and the points it gained each year. */
export type ReplicationSummary = TreeCounts & { points: number; years: YearOfGrowth[] };

/** What a model's page says of its replication, in one recursive statement. */
export async function replicationSummary(
  tx: Tx,
  modelId: string,
  asOf: Day,
  ids: readonly number[] | null,
): Promise<ReplicationSummary> {
  const [row] = await tx.$queryRaw<ReplicationSummary[]>(sql`
    WITH RECURSIVE mine AS MATERIALIZED (${begun(modelId, asOf, ids)}),
    tree (id, depth) AS (
      SELECT id, CASE WHEN copied_from_id IS NULL THEN 0 ELSE 1 END FROM mine m
       WHERE NOT EXISTS (SELECT FROM mine o WHERE o.id = m.copied_from_id)
      UNION ALL SELECT m.id, t.depth + 1 FROM tree t JOIN mine m ON m.copied_from_id = t.id WHERE t.depth < 100)
    SELECT (SELECT count(*)::int FROM mine) AS points,
           (SELECT count(DISTINCT copied_from_id)::int FROM mine) AS originals,
           (SELECT count(copied_from_id)::int FROM mine) AS copies,
           coalesce((SELECT max(depth)::int FROM tree), 0) AS generations,
           (SELECT coalesce(jsonb_agg(y ORDER BY y.year), '[]') FROM (
             SELECT extract(year FROM started_on)::int AS year, count(*) FILTER (WHERE origin = 'new')::int AS fresh,
                    count(*) FILTER (WHERE origin = 'replicated')::int AS replicated FROM mine GROUP BY 1) y) AS years`);
  return row ?? { points: 0, originals: 0, copies: 0, generations: 0, years: [] };
}

/**
 * A model's trees of copies on a day, originals before their copies, with each point's state and rating of the day. A ward
 * sees its own points and, by place only, the originals they were copied from.
 */
export const getReplication = query({
  permission: "security-models.read",
  input: treeInput,
  run: async (tx, { id, context: { asOf } }, scope) => {
    const model = await seenModel(tx, scope, id);
    const points = await tx.$queryRaw<TreePoint[]>(sql`
      WITH RECURSIVE mine AS MATERIALIZED (${begun(id, asOf, null)}),
      outside AS MATERIALIZED (
        SELECT * FROM app_named_points(ARRAY(SELECT DISTINCT copied_from_id FROM mine m
          WHERE copied_from_id IS NOT NULL AND NOT EXISTS (SELECT FROM mine o WHERE o.id = m.copied_from_id)))
         WHERE started_on <= ${asOf}::date),
      tree (id, depth, path) AS (
        SELECT id, 0, ARRAY[started_on::text || id] FROM outside
        UNION ALL
        SELECT id, 0, ARRAY[started_on::text || id] FROM mine m
         WHERE copied_from_id IS NULL OR NOT EXISTS (SELECT FROM mine o WHERE o.id = m.copied_from_id)
           AND NOT EXISTS (SELECT FROM outside o WHERE o.id = m.copied_from_id)
        UNION ALL
        SELECT m.id, t.depth + 1, t.path || (m.started_on::text || m.id)
          FROM tree t JOIN mine m ON m.copied_from_id = t.id WHERE t.depth < 100)
      SELECT t.id, CASE WHEN t.depth > 0 THEN m.copied_from_id END AS "parentId", coalesce(m.site, o.site) AS site, coalesce(u.full_name, o.unit_name) AS "unitName",
             coalesce(m.started_on, o.started_on)::text AS "startedOn", m.id IS NOT NULL AS "isOwn", m.status::text,
             CASE WHEN m.ended_on <= ${asOf}::date THEN m.ended_on::text END AS "endedOn", CASE WHEN m.ended_on <= ${asOf}::date THEN m.end_kind::text END AS "endKind",
             ${gradeColumn} AS grade, r.rated_on::text AS "ratedOn"
        FROM tree t LEFT JOIN mine m ON m.id = t.id LEFT JOIN outside o ON o.id = t.id AND m.id IS NULL LEFT JOIN unit u ON u.id = m.unit_id
        LEFT JOIN LATERAL (SELECT grade, rated_on FROM point_rating WHERE point_id = m.id AND rated_on <= ${asOf}::date ORDER BY rated_on DESC LIMIT 1) r ON TRUE
        LEFT JOIN code_item g ON g.list = 'grade' AND g.code = r.grade
       ORDER BY t.path LIMIT ${mostPoints}`);
    return { model, points, summary: await replicationSummary(tx, id, asOf, null) };
  },
});
