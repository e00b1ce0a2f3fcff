import * as z from "zod";
import { may } from "@/lib/core/access";
import { today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import { sameUnit } from "../../facts/queries";
import { inForceOn } from "../../queries";
import { previewMap } from "../queries";
import type { BoundaryState } from "./messages";
import type { BoundaryReport } from "./rules";

export type BoundarySetRow = {
  id: string;
  source: string;
  state: BoundaryState;
  /** How many units it has a shape for. */
  units: number;
  bytes: number;
  uploadedBy: string | null;
  uploadedAt: Date;
  retiredReason: string | null;
  version: number;
};
export type BoundarySetRecord = BoundarySetRow & { sha256: string; report: BoundaryReport };

const columns = sql`
  b.id, b.source, b.bytes, a.name AS "uploadedBy", b.uploaded_at AS "uploadedAt", b.retired_reason AS "retiredReason", b.version,
  CASE WHEN b.active THEN 'active' WHEN b.retired_at IS NOT NULL THEN 'retired' WHEN b.activated_at IS NOT NULL THEN 'replaced' ELSE 'draft' END AS state,
  (SELECT count(*)::int FROM unit_boundary s WHERE s.set_id = b.id) AS units`;

/** Every set that was uploaded, the one on the map first. */
export const listBoundarySets = query({
  permission: "map.boundaries.list",
  input: z.object({}),
  run: (tx) =>
    tx.$queryRaw<BoundarySetRow[]>(sql`
      SELECT ${columns} FROM boundary_set b LEFT JOIN app_user a ON a.id = b.uploaded_by_id ORDER BY b.active DESC, b.uploaded_at DESC LIMIT 50`),
});

/** A set with what was found in its file, the units of today it has no shape for, and how the map would look. */
export const getBoundarySet = query({
  permission: "map.boundaries.read",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }, scope) => {
    const set = await findBoundarySet(tx, id);
    const missing = await tx.$queryRaw<{ code: string; fullName: string }[]>(sql`
      WITH RECURSIVE ${sameUnit()}
      SELECT u.code, u.full_name AS "fullName" FROM unit u
       WHERE ${inForceOn(today(), sql`u`)} AND NOT EXISTS (SELECT FROM same s JOIN unit_boundary b ON b.unit_id = s.id WHERE s.of = u.id AND b.set_id = ${id}::uuid)
       ORDER BY u.full_name COLLATE "vi-x-icu"`);
    return {
      set,
      missing,
      map: await previewMap(tx, today(), id),
      may: {
        activate: set.state !== "active" && set.units > 0 && may(scope, "map.boundaries.activate"),
        retire: (set.state === "active" || set.state === "draft") && may(scope, "map.boundaries.retire"),
      },
    };
  },
});

/** The set of an id. Throws AppError not-found. */
export async function findBoundarySet(tx: Tx, id: string): Promise<BoundarySetRecord> {
  const [set] = await tx.$queryRaw<BoundarySetRecord[]>(sql`
    SELECT ${columns}, encode(b.sha256, 'hex') AS sha256, b.report FROM boundary_set b LEFT JOIN app_user a ON a.id = b.uploaded_by_id WHERE b.id = ${id}::uuid`);
  if (!set) throw new AppError("not-found");
  return set;
}
