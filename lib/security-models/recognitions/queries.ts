import * as z from "zod";
import { may } from "@/lib/core/access";
import { contextInput } from "@/lib/core/context";
import type { Day } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { type Sql, sql } from "@/lib/core/sql";
import type { RecognitionLevel } from "@/prisma/client/enums";
import { seenModel } from "../lineage/queries";
import { findPoint } from "../points/queries";
import { levelsFor } from "./rules";

export type RecognitionRow = {
  id: string;
  level: RecognitionLevel;
  document: string | null;
  decidedOn: Day | null;
  nationwide: boolean;
  note: string | null;
  /** The point it is of; none for the model as a whole. */
  pointId: string | null;
  site: string | null;
  unitName: string | null;
  revokedOn: Day | null;
  revokedReason: string | null;
  version: number;
};

const columns = sql`
  r.id, r.level::text, r.document, r.decided_on::text AS "decidedOn", r.nationwide, r.note, r.point_id AS "pointId", p.site, u.full_name AS "unitName",
  r.revoked_on::text AS "revokedOn", r.revoked_reason AS "revokedReason", r.version`;
const joins = sql`LEFT JOIN model_point p ON p.id = r.point_id LEFT JOIN unit u ON u.id = r.unit_id`;
const standing = (day: Day): Sql => sql`(r.revoked_on IS NULL OR r.revoked_on > ${day}::date)`;

/** How many of a model's points' recognitions stand in a list. */
const most = 50;

/**
 * What was granted to a model by a day, revoked ones too: its own from the highest level down, then those of its
 * points in the reach, the latest first.
 */
export const recognitionsOf = (tx: Tx, modelId: string, asOf: Day): Promise<RecognitionRow[]> =>
  tx.$queryRaw<RecognitionRow[]>(sql`
    SELECT ${columns} FROM recognition r ${joins}
     WHERE r.model_id = ${modelId}::uuid AND (r.decided_on IS NULL OR r.decided_on <= ${asOf}::date)
     ORDER BY r.point_id IS NOT NULL, ${standing(asOf)} DESC, CASE WHEN r.point_id IS NULL THEN r.level END DESC, r.decided_on DESC NULLS LAST, r.id LIMIT ${most}`);

const ofPoint = (tx: Tx, pointId: string): Promise<RecognitionRow[]> =>
  tx.$queryRaw<RecognitionRow[]>(sql`
    SELECT ${columns} FROM recognition r ${joins} WHERE r.point_id = ${pointId}::uuid ORDER BY r.decided_on DESC NULLS LAST, r.id`);

/** A model's recognitions, or those of one of its points, and what the actor may do. */
export const listRecognitions = query({
  permission: "security-models.read",
  input: z.object({ modelId: z.uuid(), pointId: z.uuid().optional(), context: contextInput }),
  run: async (tx, { modelId, pointId, context }, scope) => {
    const model = await seenModel(tx, scope, modelId);
    const point = pointId ? await pointOf(tx, modelId, pointId) : undefined;
    const grants = may(scope, "security-models.recognitions.grant");
    return {
      model,
      point,
      rows: point ? await ofPoint(tx, point.id) : await recognitionsOf(tx, modelId, context.asOf),
      may: {
        grant: grants && (point !== undefined || scope.unitId === null),
        revoke: may(scope, "security-models.recognitions.revoke"),
      },
    };
  },
});

/** What the form of a recognition shows: whom it is for, and the levels the actor may record. */
export const newModelRecognition = query({
  permission: "security-models.recognitions.grant",
  input: z.object({ modelId: z.uuid(), pointId: z.uuid().optional() }),
  run: async (tx, { modelId, pointId }, scope) => {
    const model = await seenModel(tx, scope, modelId);
    if (!pointId && scope.unitId !== null) throw new AppError("denied");
    const point = pointId ? await pointOf(tx, modelId, pointId) : undefined;
    return { model, point, levels: levelsFor(scope.unitId === null) };
  },
});

/** A point as a page of its model names it; one of another model is not there. */
async function pointOf(tx: Tx, modelId: string, pointId: string) {
  const point = await findPoint(tx, pointId);
  if (point.modelId !== modelId) throw new AppError("not-found");
  return point;
}

/** The recognition of an id, held until the transaction ends. */
export async function lockRecognition(
  tx: Tx,
  id: string,
): Promise<RecognitionRow & { modelId: string; unitId: number | null; fromStep: boolean }> {
  await tx.$queryRaw(sql`SELECT FROM recognition WHERE id = ${id}::uuid FOR UPDATE`);
  const [row] = await tx.$queryRaw<
    (RecognitionRow & { modelId: string; unitId: number | null; fromStep: boolean })[]
  >(sql`
    SELECT ${columns}, r.model_id AS "modelId", r.unit_id AS "unitId",
           EXISTS (SELECT FROM point_step s WHERE s.id = r.id AND s.reversed_at IS NULL) AND p.status IN ('recognized', 'replicating') AS "fromStep"
      FROM recognition r ${joins} WHERE r.id = ${id}::uuid`);
  if (!row) throw new AppError("not-found");
  return row;
}

/** True when a recognition of a level stands already, of the model as a whole or of the point. */
export async function isGranted(tx: Tx, modelId: string, pointId: string | null, level: RecognitionLevel) {
  const rows = await tx.$queryRaw<unknown[]>(sql`
    SELECT FROM recognition WHERE model_id = ${modelId}::uuid AND point_id IS NOT DISTINCT FROM ${pointId}::uuid
       AND level = ${level}::recognition_level AND revoked_on IS NULL`);
  return rows.length > 0;
}

/** From when to when a model ran as itself: its first day, and the day it went into another one. */
export async function spanOf(tx: Tx, modelId: string): Promise<{ startedOn: Day | null; until: Day | null }> {
  const [row] = await tx.$queryRaw<{ startedOn: Day | null; until: Day | null }[]>(sql`
    SELECT (SELECT min(started_on)::text FROM model_point WHERE model_id = m.id) AS "startedOn", merged_on::text AS until
      FROM security_model m WHERE id = ${modelId}::uuid`);
  return row ?? { startedOn: null, until: null };
}
