import { writeAudit } from "@/lib/core/audit";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import { findUnit } from "@/lib/units/queries";
import { mostExported } from "../catalog";
import { foundFrom, inView, offers, orderOf, totalsOf } from "../queries";
import { rowsOf } from "../rows/queries";
import { exportPart, pointFilter } from "../schema";

/**
 * What an export of a filter is made of: every id in the list's order, its totals, and the words of its filters;
 * the rows follow in parts (`exportedPoints`). The audit log keeps who took what out (S37).
 */
export const exportPoints = query({
  permission: "security-models.points.export",
  input: pointFilter,
  run: async (tx, filter, scope) => {
    const ids = await inView(tx, scope, filter);
    const { joined, order } = orderOf(filter);
    const [found] = await tx.$queryRaw<{ ids: string[] }[]>(sql`
      SELECT coalesce(array_agg(p.id ORDER BY ${order}), '{}') AS ids ${foundFrom(filter, ids, joined)}`);
    const pointIds = found?.ids ?? [];
    if (pointIds.length > mostExported) throw new AppError("too-large");
    const { context, ...choice } = filter;
    await writeAudit(tx, scope, "security-models.points.export", {
      after: { rows: pointIds.length, asOf: context.asOf, unit: context.unit, ...choice },
    });
    return {
      ids: pointIds,
      totals: await totalsOf(tx, scope, filter, ids),
      unitName: context.unit && (await findUnit(tx, scope, context.unit)).fullName,
      ...(await offers(tx, scope, filter)),
    };
  },
});

/** Rows of an export by their ids, in that order; what lies outside the reach stays out. */
export const exportedPoints = query({
  permission: "security-models.points.export",
  input: exportPart,
  run: (tx, { asOf, indicator, ids, sessions }, scope) =>
    rowsOf(
      tx,
      scope,
      { filter: { context: { asOf }, indicator }, sessions },
      sql`SELECT id, place FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS f (id, place)`,
    ),
});
