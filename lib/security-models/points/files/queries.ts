import * as z from "zod";
import { may } from "@/lib/core/access";
import { filesOf, type StoredFile, storedColumns, withBytes } from "@/lib/core/attached-files";
import { today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import { unitFilter } from "@/lib/units/queries";
import { findPoint } from "../queries";

/** The photos and documents of a point, and whether the actor may add and remove some. */
export const listPointFiles = query({
  permission: "security-models.points.files.read",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }, scope) => {
    await findPoint(tx, id);
    return {
      files: await filesOf(tx, { pointId: id }),
      may: {
        addFiles: may(scope, "security-models.points.files.add"),
        removeFiles: may(scope, "security-models.points.files.remove"),
      },
    };
  },
});

/** One file of a point with its bytes; while the malware scanner has not seen it, without. */
export const readPointFile = query({
  permission: "security-models.points.files.read",
  input: z.object({ id: z.uuid(), pointId: z.uuid() }),
  run: async (tx, { id, pointId }) => {
    const file = await findPointFile(tx, id);
    if (file.pointId !== pointId) throw new AppError("not-found");
    return withBytes(tx, file);
  },
});

/** The file of an id; not found when it was removed or its point lies out of reach. */
export async function findPointFile(tx: Tx, id: string): Promise<StoredFile & { pointId: string }> {
  const [file] = await tx.$queryRaw<(StoredFile & { pointId: string })[]>(sql`
    SELECT ${storedColumns}, f.point_id AS "pointId" FROM attached_file f JOIN model_point p ON p.id = f.point_id
     WHERE f.id = ${id}::uuid AND f.removed_at IS NULL`);
  if (!file) throw new AppError("not-found");
  return file;
}

export type PointPhoto = {
  id: string;
  name: string;
  pointId: string;
  site: string;
  unitName: string;
  addedAt: Date;
};

const mostInStrip = 6;

/**
 * The latest photos of a model's points in view, also of models merged into it, and how many there are in all.
 * What still waits for the malware scanner is left out. `ids` null = every unit of the reader's reach.
 */
export async function photosOfModel(
  tx: Tx,
  modelId: string,
  ids: readonly number[] | null,
): Promise<{ photos: PointPhoto[]; total: number }> {
  const rows = await tx.$queryRaw<(PointPhoto & { total: number })[]>(sql`
    SELECT f.id, f.name, p.id AS "pointId", p.site, u.full_name AS "unitName", f.created_at AS "addedAt", count(*) OVER ()::int AS total
      FROM app_models_on(${today()}::date) o JOIN model_point p ON p.model_id = o.model_id JOIN attached_file f ON f.point_id = p.id
      JOIN unit u ON u.id = p.unit_id
     WHERE o.current_id = ${modelId}::uuid AND f.kind = 'photo' AND f.removed_at IS NULL AND f.scan <> 'held' ${unitFilter(ids, sql`p.unit_id`)}
     ORDER BY f.created_at DESC, f.id LIMIT ${mostInStrip}`);
  return { photos: rows.map(({ total: _, ...photo }) => photo), total: rows[0]?.total ?? 0 };
}
