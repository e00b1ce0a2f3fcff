import type { Day } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { sql } from "@/lib/core/sql";
import type { PointStatus, PointStepKind, RecognitionLevel } from "@/prisma/client/enums";

export type StepRow = {
  id: string;
  kind: PointStepKind;
  fromStatus: PointStatus | null;
  toStatus: PointStatus;
  happenedOn: Day;
  decision: string | null;
  minutes: string | null;
  reason: string | null;
  intoId: string | null;
  intoSite: string | null;
  intoUnit: string | null;
  /** Of a recognition: by whom. */
  level: RecognitionLevel | null;
  by: string | null;
  /** Somebody signed in wrote it, whom the reader need not see. */
  signed: boolean;
  createdAt: Date;
  reversed: boolean;
  reversedReason: string | null;
  reversedAt: Date | null;
  reversedBy: string | null;
};

/** Everything that happened to a point, in the order it was written down, reversed steps included. */
export async function stepsOf(tx: Tx, pointId: string): Promise<StepRow[]> {
  const steps = await tx.$queryRaw<Omit<StepRow, "intoSite" | "intoUnit">[]>(sql`
    SELECT s.id, s.kind::text, s.from_status::text AS "fromStatus", s.to_status::text AS "toStatus", s.happened_on::text AS "happenedOn",
           s.decision, s.minutes, s.reason, s.into_id AS "intoId", g.level::text, u.name AS by, s.created_by_id IS NOT NULL AS signed, s.created_at AS "createdAt",
           s.reversed_at IS NOT NULL AS reversed, s.reversed_reason AS "reversedReason", s.reversed_at AS "reversedAt", r.name AS "reversedBy"
      FROM point_step s LEFT JOIN recognition g ON g.id = s.id
      LEFT JOIN app_user u ON u.id = s.created_by_id LEFT JOIN app_user r ON r.id = s.reversed_by_id
     WHERE s.point_id = ${pointId}::uuid ORDER BY s.number`);
  const ids = steps.map(({ intoId }) => intoId).filter((id) => id !== null);
  const places =
    ids.length === 0
      ? []
      : await tx.$queryRaw<{ id: string; site: string; unit: string }[]>(
          sql`SELECT id, site, unit_name AS unit FROM app_named_points(${ids}::uuid[])`,
        );
  return steps.map((step) => {
    const place = places.find(({ id }) => id === step.intoId);
    return { ...step, intoSite: place?.site ?? null, intoUnit: place?.unit ?? null };
  });
}

/** `near`: in the same unit as it stands that day. */
export type MergeTarget = { id: string; site: string; unitName: string; near: boolean };

/**
 * Points that a point can be merged into on a day: of the same model (as it stands that day), running then and still,
 * those of its own unit first; at most 500, or the one asked for.
 */
export const mergeTargets = (
  tx: Tx,
  pointId: string,
  day: Day,
  asked: string | null = null,
): Promise<MergeTarget[]> =>
  tx.$queryRaw<MergeTarget[]>(sql`
    SELECT t.id, t.site, u.full_name AS "unitName", coalesce(tu.current_id = pu.current_id, false) AS near
      FROM model_point p JOIN app_models_on(${day}::date) m ON m.model_id = p.model_id
      JOIN app_models_on(${day}::date) o ON o.current_id = m.current_id
      JOIN model_point t ON t.model_id = o.model_id AND t.id <> p.id JOIN unit u ON u.id = t.unit_id
      LEFT JOIN app_units_on(${day}::date) pu ON pu.unit_id = p.unit_id LEFT JOIN app_units_on(${day}::date) tu ON tu.unit_id = t.unit_id
     WHERE p.id = ${pointId}::uuid AND t.started_on <= ${day}::date AND t.ended_on IS NULL AND (${asked}::uuid IS NULL OR t.id = ${asked}::uuid)
     ORDER BY near DESC, u.full_name COLLATE "vi-x-icu", t.site COLLATE "vi-x-icu" LIMIT 500`);
