import { type Day, today } from "@/lib/core/days";
import { AppError } from "@/lib/core/errors";
import { pageSize } from "@/lib/core/paging";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import { contextUnits, unitsInView } from "@/lib/units/queries";
import { askTotals, findIndicator, modelOf, spanOf, toldBy } from "../queries";
import { indicatorFigure } from "../schema";

/** A point counted in an indicator's figure, and what it brings to it. */
export type IndicatorPoint = {
  id: string;
  site: string;
  unitName: string;
  /** The unit that carries its rows today, where that is another one. */
  currentName: string | null;
  /** Null: it gave no figure. */
  value: number | null;
  /** How many readings the value is made of; of the latest figure there may be earlier ones. */
  readings: number;
  /** The last day of its latest reading. */
  latest: Day | null;
  /** No figure, or of a sum over time one that leaves periods out. */
  lacking: boolean;
};

/**
 * A page of the points behind an indicator's figure, the largest first: as many as it counts, for the units, the day and
 * the period it was told for, with the figure itself. Throws AppError: not-found.
 */
export const listIndicatorPoints = query({
  permission: "security-models.readings.list",
  input: indicatorFigure,
  run: async (tx, { modelId, id, context, page }, scope) => {
    const indicator = await findIndicator(tx, id);
    if (indicator.modelId !== modelId) throw new AppError("not-found");
    const model = await modelOf(tx, scope, modelId);
    const ids = await unitsInView(tx, scope, context.unit, context.boundary);
    const { since, until, day } = spanOf(indicator.overTime, context);
    const asked = sql`SELECT ${id}::uuid AS indicator_id, 0 AS nth, ${since}::date AS since, ${until}::date AS until, ${day}::date AS day`;
    const rows = await tx.$queryRaw<(IndicatorPoint & { known: number })[]>(sql`
      WITH ${toldBy(asked, ids)}
      SELECT p.id, p.site, u.full_name AS "unitName", CASE WHEN u.valid_to < ${today()}::date THEN c.full_name END AS "currentName",
             t.value::float8 AS value, t.readings, t.latest::text AS latest, t.lacking,
             (count(t.value) OVER ())::int AS known
        FROM told t JOIN model_point p ON p.id = t.point_id JOIN unit u ON u.id = p.unit_id
        LEFT JOIN app_units_on(${today()}::date) o ON o.unit_id = u.id AND o.current_id <> u.id LEFT JOIN unit c ON c.id = o.current_id
       ORDER BY t.value DESC NULLS LAST, u.full_name COLLATE "vi-x-icu", p.site COLLATE "vi-x-icu", p.id
       LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`);
    const [total] = await askTotals(tx, [{ id, since, until, day }], ids);
    return {
      model,
      indicator: { ...indicator, ...(total ?? { value: null, points: 0, unknown: 0 }), asOf: day },
      rows: rows.map(({ known: _, ...row }) => row),
      /** How many points gave a figure, over all pages. */
      known: rows[0]?.known ?? 0,
      units: await contextUnits(tx, scope, context.boundary),
    };
  },
});
