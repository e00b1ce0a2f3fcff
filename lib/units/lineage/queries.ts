import type { Scope } from "@/lib/core/access";
import type { Tx } from "@/lib/core/db";
import { sql } from "@/lib/core/sql";
import type { Lineage, LineageUnit } from "./rules";

type Read = Lineage & { units: Omit<LineageUnit, "inReach">[] };

/**
 * Everything a unit came from and went into, over all generations, with the other successors of the units it came
 * from and the other forerunners of those it went into; one statement. Which units there are is no secret.
 */
export async function lineageOf(tx: Tx, scope: Scope, unitId: number): Promise<Lineage> {
  const [read] = await tx.$queryRaw<[Read]>(sql`
    WITH RECURSIVE up (id) AS (
           SELECT ${unitId}::int UNION SELECT s.predecessor_id FROM up JOIN unit_succession s ON s.successor_id = up.id),
         down (id) AS (
           SELECT ${unitId}::int UNION SELECT s.successor_id FROM down JOIN unit_succession s ON s.predecessor_id = down.id),
         edges AS (
           SELECT s.* FROM unit_succession s WHERE s.predecessor_id IN (SELECT id FROM up) OR s.successor_id IN (SELECT id FROM down)
              OR s.successor_id IN (SELECT id FROM up) OR s.predecessor_id IN (SELECT id FROM down))
    SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'code', u.code, 'fullName', u.full_name, 'district', u.district_name,
              'validFrom', u.valid_from, 'validTo', u.valid_to) ORDER BY u.full_name COLLATE "vi-x-icu", u.code), '[]')
              FROM unit u WHERE u.id = ${unitId} OR u.id IN (SELECT predecessor_id FROM edges UNION SELECT successor_id FROM edges)) AS units,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('from', e.predecessor_id, 'to', e.successor_id, 'kind', e.kind, 'on', e.effective_on,
              'clause', e.clause, 'decision', e.decision, 'share', e.share, 'note', e.note) ORDER BY e.effective_on, e.kind, e.successor_id), '[]')
              FROM edges e) AS edges`);
  return {
    edges: read.edges,
    units: read.units.map((unit) => ({
      ...unit,
      inReach: scope.reach === "all" || scope.reach.includes(unit.id),
    })),
  };
}
