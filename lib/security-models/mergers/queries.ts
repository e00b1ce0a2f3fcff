import * as z from "zod";
import { may } from "@/lib/core/access";
import { today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import { mergedFrom } from "../lineage/queries";
import { countPoints } from "../points/queries";
import { findModel, hangingOn, pointsInForce } from "../queries";
import type { MergerDays } from "./rules";

/** The days that decide whether a model can go into another one. */
export async function mergerDays(tx: Tx, id: string, intoId: string): Promise<MergerDays> {
  const [days] = await tx.$queryRaw<MergerDays[]>(sql`
    WITH RECURSIVE held (id) AS (
      SELECT ${intoId}::uuid UNION SELECT m.id FROM security_model m JOIN held ON m.merged_into_id = held.id)
    SELECT (SELECT min(started_on)::text FROM model_point WHERE model_id = ${id}::uuid) AS first,
           (SELECT max(merged_on)::text FROM security_model WHERE merged_into_id = ${id}::uuid) AS "lastIn",
           (SELECT min(p.started_on)::text FROM model_point p JOIN held ON held.id = p.model_id) AS "intoFirst",
           (SELECT max(r.period_to)::text FROM indicator_reading r JOIN indicator i ON i.id = r.indicator_id
             WHERE i.model_id = ${id}::uuid AND r.value IS NOT NULL) AS "lastRead"`);
  return days ?? { first: null, lastIn: null, intoFirst: null, lastRead: null };
}

export type MergeOption = { id: string; name: string; points: number };

/** What the page of a merger shows: the model with its points of today, and the models it can go into. */
export const getMerger = query({
  permission: "security-models.merge",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }, scope) => ({
    model: await findModel(tx, id),
    points: await countPoints(tx, id, today(), null),
    mergedFrom: await mergedFrom(tx, id),
    options: await tx.$queryRaw<MergeOption[]>(sql`
      SELECT m.id, m.name, count(p.id)::int AS points
        FROM security_model m LEFT JOIN (${pointsInForce(today(), null)}) p ON p.model_id = m.id
       WHERE m.merged_into_id IS NULL AND m.id <> ${id}::uuid
       GROUP BY m.id ORDER BY m.name COLLATE "vi-x-icu", m.id`),
    may: { unmerge: may(scope, "security-models.unmerge") },
  }),
});

/** What the page of a deletion shows: the model, and what stands in the way. */
export const getDeletion = query({
  permission: "security-models.delete",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }) => ({ model: await findModel(tx, id), hanging: await hangingOn(tx, id) }),
});
