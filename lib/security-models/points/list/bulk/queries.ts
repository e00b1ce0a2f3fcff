import { createHash } from "node:crypto";
import { may, type Scope } from "@/lib/core/access";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import { transitionOf } from "../../../steps/rules";
import { foundFrom, inView, offers, totalsOf } from "../queries";
import type { PointFilter } from "../schema";
import { type BulkField, type BulkStep, bulkFields, bulkSteps, mostAtOnce } from "./catalog";
import { type BulkFault, type BulkPoint, bulkFault, isBulkStep } from "./rules";
import { bulkPreview } from "./schema";

export type BulkRow = BulkPoint & { site: string; unitId: number; unitName: string; modelName: string };
type Change = { act: BulkStep | BulkField; on: Day; to?: string };

/** A filtered set before a change: how many points it takes, how many not and why, the first of each. */
export const previewBulk = query({
  permission: "security-models.points.bulk",
  input: bulkPreview,
  run: async (tx, { act, on = today(), to, ...filter }, scope) => {
    const ids = await inView(tx, scope, filter);
    const { points: found } = await totalsOf(tx, scope, filter, ids);
    const offered = await offers(tx, scope, filter);
    const acts = mayDo(scope);
    const asked = act && acts.includes(act) ? act : undefined;
    const known =
      asked && (isBulkStep(asked) || offered.lists[fieldLists[asked]].some(({ code }) => code === to));
    const set =
      asked && known && found <= mostAtOnce
        ? judge(await bulkRows(tx, filter, ids), { act: asked, on, to })
        : undefined;
    return { found, acts, act: asked, on, to: known ? to : undefined, set, ...offered };
  },
});

/** The list of codes that a fact's values are of. */
export const fieldLists = { coreForce: "force", siteKind: "site" } as const satisfies Record<
  BulkField,
  string
>;

/** The changes an actor may make: a ward's steps are everybody's who changes points, the city's its own. */
export const mayDo = (scope: Scope): (BulkStep | BulkField)[] => [
  ...bulkSteps.filter((kind) =>
    may(
      scope,
      transitionOf(kind).by === "city" ? "security-models.steps.decide" : "security-models.steps.take",
    ),
  ),
  ...(may(scope, "security-models.points.update") ? bulkFields : []),
];

/** The points of a filter as a bulk change must know them, one row too many telling that they are too many. */
export const bulkRows = (tx: Tx, filter: PointFilter, ids: readonly number[] | null): Promise<BulkRow[]> =>
  tx.$queryRaw<BulkRow[]>(sql`
    SELECT p.id, p.site, p.unit_id AS "unitId", u.full_name AS "unitName", u.valid_from::text AS "unitFrom", m.name AS "modelName", p.status::text, p.started_on::text AS "startedOn",
           p.core_force AS "coreForce", p.site_kind AS "siteKind",
           app_last_step_on(p.id)::text AS "lastOn", (SELECT max(h.ended_on)::text FROM model_point h WHERE h.merged_into_id = p.id) AS "mergedHereOn"
      FROM (SELECT p.* ${foundFrom(filter, ids)} ORDER BY p.id LIMIT ${mostAtOnce + 1}) p
      JOIN unit u ON u.id = p.unit_id JOIN security_model m ON m.id = p.model_id ORDER BY p.id`);

/** The rows a filter finds, held until the transaction ends and read again, so that nobody changes them meanwhile. */
export async function lockBulkRows(
  tx: Tx,
  filter: PointFilter,
  ids: readonly number[] | null,
): Promise<BulkRow[]> {
  await tx.$queryRaw(
    sql`SELECT p.id ${foundFrom(filter, ids)} ORDER BY p.id LIMIT ${mostAtOnce + 1} FOR UPDATE OF p`,
  );
  return bulkRows(tx, filter, ids);
}

export type BulkSet = {
  can: BulkRow[];
  cannot: { fault: BulkFault; count: number; rows: BulkRow[] }[];
  /** Names exactly these points with exactly these outcomes; another set has another mark. */
  mark: string;
};

/** Which points a change takes and which not. */
export function judge(rows: readonly BulkRow[], change: Change): BulkSet {
  const judged = rows.map((row) => ({ row, fault: bulkFault(row, change) }));
  const cannot = new Map<BulkFault, BulkRow[]>();
  for (const { row, fault } of judged) if (fault) cannot.set(fault, [...(cannot.get(fault) ?? []), row]);
  const mark = createHash("sha256").update(
    isBulkStep(change.act) ? `${change.act} ${change.on}` : `${change.act}=${change.to}`,
  );
  for (const { row, fault = "" } of judged) mark.update(`\n${row.id} ${fault}`);
  return {
    can: judged.flatMap(({ row, fault }) => (fault ? [] : [row])),
    cannot: [...cannot].map(([fault, those]) => ({ fault, count: those.length, rows: those.slice(0, 5) })),
    mark: mark.digest("hex"),
  };
}
