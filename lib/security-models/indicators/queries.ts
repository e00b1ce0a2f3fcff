import { may, type Scope } from "@/lib/core/access";
import { type Day, earlier, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { join, type Sql, sql } from "@/lib/core/sql";
import { unitFilter } from "@/lib/units/queries";
import type { IndicatorFrequency, IndicatorSum, IndicatorTime } from "@/prisma/client/enums";
import { hasPoint } from "../lineage/queries";
import type { ReadingScheme } from "./catalog";
import { completePeriods, type IndicatorTotal, type Span } from "./rules";
import { ofIndicator, ofModel } from "./schema";

export type IndicatorRow = {
  id: string;
  modelId: string;
  name: string;
  unitLabel: string;
  definition: string | null;
  position: number;
  decimals: number;
  overPoints: IndicatorSum;
  overTime: IndicatorTime;
  least: number;
  most: number;
  frequency: IndicatorFrequency;
  scheme: ReadingScheme;
  required: boolean;
  retiredOn: Day | null;
  version: number;
};

/** Columns of an IndicatorRow, of an indicator `i`. */
export const indicatorColumns = sql`
  i.id, i.model_id AS "modelId", i.name, i.unit_label AS "unitLabel", i.definition, i.position, i.decimals, i.over_points::text AS "overPoints",
  i.over_time::text AS "overTime", i.least::float8, i.most::float8, i.frequency::text, i.scheme, i.required, i.retired_on::text AS "retiredOn", i.version`;
const inOrder = sql`ORDER BY i.position, i.name COLLATE "vi-x-icu", i.id`;

/** A model's indicators, retired ones last, each with how many readings stand in the reader's reach. */
export const listIndicators = query({
  permission: "security-models.indicators.list",
  input: ofModel,
  run: async (tx, { modelId }, scope) => ({
    model: await modelOf(tx, scope, modelId),
    indicators: await tx.$queryRaw<(IndicatorRow & { readings: number })[]>(sql`
      SELECT ${indicatorColumns}, (SELECT count(*)::int FROM indicator_reading r WHERE r.indicator_id = i.id AND r.value IS NOT NULL) AS readings
        FROM indicator i WHERE i.model_id = ${modelId}::uuid ORDER BY i.retired_on NULLS FIRST, i.position, i.name COLLATE "vi-x-icu"`),
    may: {
      create: may(scope, "security-models.indicators.create"),
      update: may(scope, "security-models.indicators.update"),
      retire: may(scope, "security-models.indicators.retire"),
    },
  }),
});

/** What the form of a new indicator needs. */
export const newIndicator = query({
  permission: "security-models.indicators.create",
  input: ofModel,
  run: async (tx, { modelId }, scope) => {
    const [row] = await tx.$queryRaw<{ next: number }[]>(
      sql`SELECT least(coalesce(max(position), 0) + 1, 99)::int AS next FROM indicator WHERE model_id = ${modelId}::uuid AND retired_on IS NULL`,
    );
    return { model: await modelOf(tx, scope, modelId), position: row?.next ?? 1 };
  },
});

/** One indicator for its form. */
export const editIndicator = query({
  permission: "security-models.indicators.update",
  input: ofIndicator,
  run: async (tx, { id, modelId }, scope) => {
    const indicator = await findIndicator(tx, id);
    if (indicator.modelId !== modelId) throw new AppError("not-found");
    return {
      model: await modelOf(tx, scope, modelId),
      indicator,
      readings: await countReadings(tx, id),
      may: { retire: may(scope, "security-models.indicators.retire") && indicator.retiredOn === null },
    };
  },
});

/** The indicator of an id as it is stored. */
export async function findIndicator(tx: Tx, id: string): Promise<IndicatorRow> {
  const [row] = await tx.$queryRaw<IndicatorRow[]>(
    sql`SELECT ${indicatorColumns} FROM indicator i WHERE i.id = ${id}::uuid`,
  );
  if (!row) throw new AppError("not-found");
  return row;
}

/** How many readings stand in the writer's reach; the city reaches all. */
export async function countReadings(tx: Tx, id: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>(
    sql`SELECT count(*)::int AS count FROM indicator_reading WHERE indicator_id = ${id}::uuid`,
  );
  return row?.count ?? 0;
}

type ModelName = { id: string; name: string; merged: boolean };

/** A model by name; a ward finds those that have, or had, a point in its reach. */
export async function modelOf(tx: Tx, scope: Scope, id: string): Promise<ModelName> {
  const [row] = await tx.$queryRaw<ModelName[]>(sql`
    SELECT m.id, m.name, m.merged_into_id IS NOT NULL AS merged FROM security_model m
     WHERE m.id = ${id}::uuid AND (${scope.reach === "all"} OR ${hasPoint(sql`m.id`)})`);
  if (!row) throw new AppError("not-found");
  return row;
}

/**
 * What each point comes to in totals that are asked, as the statement's first parts: `asked` is rows (indicator_id, nth,
 * since, until, day), `told` one row a point counted for it: its value over the span, null where it gave none, how many
 * readings that is made of, the end of the latest, and whether some are lacking. A merged model's points are the other's
 * from the merger's day on, a former unit's rows are counted for the line that carries them (`ids`).
 */
export const toldBy = (asked: Sql, ids: readonly number[] | null): Sql => sql`
       asked AS MATERIALIZED (
         SELECT a.*, i.model_id, i.over_points, i.over_time, i.scheme, CASE i.frequency WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 WHEN 'half' THEN 6 ELSE 12 END AS months
           FROM (${asked}) a JOIN indicator i ON i.id = a.indicator_id),
       member AS MATERIALIZED (
         SELECT DISTINCT a.indicator_id, a.nth, o.model_id
           FROM asked a CROSS JOIN LATERAL (VALUES (a.day), (CASE WHEN a.over_time = 'last' THEN a.day ELSE a.since END)) AS edge (day)
           CROSS JOIN LATERAL app_models_on(edge.day) o WHERE o.current_id = a.model_id),
       due AS MATERIALIZED (
         SELECT a.indicator_id, a.nth, s::date AS first, (s + make_interval(months => a.months))::date - 1 AS last
           FROM asked a CROSS JOIN LATERAL generate_series(CASE a.scheme WHEN 'reporting' THEN timestamp '1999-12-15' ELSE timestamp '2000-01-01' END, a.until::timestamp, make_interval(months => a.months)) s
          WHERE a.over_time = 'sum' AND s::date >= a.since AND (s + make_interval(months => a.months))::date - 1 <= least(a.until, a.day)),
       told AS (
         SELECT a.indicator_id, a.nth, p.id AS point_id, r.value, r.told AS readings, r.latest,
                r.value IS NULL OR a.over_time = 'sum' AND r.told < (SELECT count(*) FROM due d WHERE d.indicator_id = a.indicator_id AND d.nth = a.nth
                  AND p.started_on <= d.last AND (p.ended_on IS NULL OR p.ended_on > d.first)) AS lacking
           FROM asked a JOIN member m ON m.indicator_id = a.indicator_id AND m.nth = a.nth
           JOIN model_point p ON p.model_id = m.model_id AND p.started_on <= a.day
            AND (p.ended_on IS NULL OR p.ended_on > CASE WHEN a.over_time = 'last' THEN a.day ELSE a.since END) ${unitFilter(ids, sql`p.unit_id`)}
           CROSS JOIN LATERAL (
             SELECT count(*)::int AS told, max(x.period_to) AS latest, CASE a.over_time WHEN 'sum' THEN sum(x.value) WHEN 'average' THEN avg(x.value)
                      ELSE (array_agg(x.value ORDER BY x.period_to DESC))[1] END AS value
               FROM indicator_reading x WHERE x.indicator_id = a.indicator_id AND x.point_id = p.id AND x.value IS NOT NULL
                AND x.period_from >= a.since AND x.period_to <= a.until) r)`;

/** Totals of indicators in one statement, the twin of `totalOf` in rules.ts: (indicator_id, nth, value, points, unknown) of each that is asked. */
export const totalsOf = (asked: Sql, ids: readonly number[] | null): Sql => sql`
  WITH ${toldBy(asked, ids)}
  SELECT a.indicator_id, a.nth, (CASE a.over_points WHEN 'sum' THEN sum(t.value) ELSE avg(t.value) END)::float8 AS value,
         count(t.nth)::int AS points, (count(*) FILTER (WHERE t.lacking))::int AS unknown
    FROM asked a LEFT JOIN told t ON t.indicator_id = a.indicator_id AND t.nth = a.nth
   GROUP BY a.indicator_id, a.nth, a.over_points`;

/** Before every reading. */
const everything: Day = "0001-01-01";

/** What a period's reading of an indicator is totalled over: the latest figures are those that stand at its end. */
export const spanTo = (overTime: IndicatorTime, period: { from: Day; to: Day }, now: Day): Span => ({
  since: overTime === "last" ? everything : period.from,
  until: period.to,
  day: earlier(period.to, now),
});

export type Asked = Span & { id: string };

/** Totals in the order asked. */
export async function askTotals(
  tx: Tx,
  asked: readonly Asked[],
  ids: readonly number[] | null,
): Promise<IndicatorTotal[]> {
  if (asked.length === 0) return [];
  const list = asked.map(
    ({ id, since, until, day }, nth) =>
      sql`(${id}::uuid, ${nth}::int, ${since}::date, ${until}::date, ${day}::date)`,
  );
  const rows = await tx.$queryRaw<(IndicatorTotal & { nth: number })[]>(
    totalsOf(sql`SELECT * FROM (VALUES ${join(list)}) AS v (indicator_id, nth, since, until, day)`, ids),
  );
  const found = new Map(rows.map(({ nth, value, points, unknown }) => [nth, { value, points, unknown }]));
  return asked.map((_, nth) => found.get(nth) ?? { value: null, points: 0, unknown: 0 });
}

export type SeriesTotal = IndicatorTotal & { key: string; from: Day; to: Day };
export type IndicatorFigure = IndicatorRow & {
  /** The latest figures as of the day, or what the period came to. */
  total: IndicatorTotal;
  asOf: Day;
  /** The last periods that were over by the day, the oldest first. */
  series: SeriesTotal[];
};

type View = { period: { key: string; from: Day; to: Day }; asOf: Day };

/** What a figure of a view is told over: the latest figures as of its day, sums and averages of its period. */
export const spanOf = (overTime: IndicatorTime, { period, asOf }: View, now: Day = today()): Span =>
  spanTo(overTime, overTime === "last" ? { from: asOf, to: asOf } : period, now);

/** How many periods a trend shows. */
const trendLength = 8;

/** A model's indicators in use on the day, each with its total and its trend for the units in view: two statements. */
export async function indicatorsOf(
  tx: Tx,
  modelId: string,
  view: View,
  ids: readonly number[] | null,
): Promise<IndicatorFigure[]> {
  const { period, asOf } = view;
  const rows = await tx.$queryRaw<IndicatorRow[]>(sql`
    SELECT ${indicatorColumns} FROM indicator i
     WHERE i.model_id = ${modelId}::uuid AND (i.retired_on IS NULL OR i.retired_on > ${asOf}::date) ${inOrder}`);
  const now = today();
  return figuresOf(
    tx,
    rows.map((row) => ({
      row,
      total: spanOf(row.overTime, view, now),
      until: row.overTime === "last" ? asOf : earlier(period.to, now),
    })),
    ids,
  );
}

/** Totals and trends of indicators in one statement; `until` is the day trends run to. */
export async function figuresOf(
  tx: Tx,
  wanted: readonly { row: IndicatorRow; total: Span; until: Day }[],
  ids: readonly number[] | null,
): Promise<IndicatorFigure[]> {
  const now = today();
  const asked = wanted.map(({ row, total, until }) => {
    const periods = completePeriods(row, until, trendLength);
    return {
      periods,
      spans: [total, ...periods.map((period) => spanTo(row.overTime, period, now))].map((span) => ({
        ...span,
        id: row.id,
      })),
    };
  });
  const totals = await askTotals(
    tx,
    asked.flatMap(({ spans }) => spans),
    ids,
  );
  const none: IndicatorTotal = { value: null, points: 0, unknown: 0 };
  let at = 0;
  return wanted.map(({ row, total }, nth) => ({
    ...row,
    total: totals[at++] ?? none,
    asOf: total.day,
    series: (asked[nth]?.periods ?? []).map((period) => ({ ...period, ...(totals[at++] ?? none) })),
  }));
}

export type IndicatorHighlight = Pick<
  IndicatorRow,
  "id" | "name" | "unitLabel" | "definition" | "decimals" | "overPoints" | "overTime" | "least" | "modelId"
> &
  IndicatorTotal & { modelName: string; asOf: Day };

/**
 * The indicators that most points report, one a model: rows of an IndicatorHighlight, for a statement of another
 * domain to take in, since the dashboard has statements to count.
 */
export const highlights = ({ period, asOf }: View, ids: readonly number[] | null): Sql => {
  const ended = earlier(period.to, today());
  const last = sql`over_time = 'last'`;
  return sql`
    SELECT i.id, i.model_id AS "modelId", i.name, i.unit_label AS "unitLabel", i.definition, i.decimals, i.over_points AS "overPoints",
           i.over_time AS "overTime", i.least::float8 AS least, m.name AS "modelName", t.value, t.points, t.unknown,
           CASE WHEN i.${last} THEN ${asOf}::text ELSE ${ended}::text END AS "asOf"
      FROM (${totalsOf(
        sql`SELECT DISTINCT ON (model_id) id AS indicator_id, 0 AS nth, CASE WHEN ${last} THEN ${everything}::date ELSE ${period.from}::date END AS since,
                   CASE WHEN ${last} THEN ${asOf}::date ELSE ${period.to}::date END AS until, CASE WHEN ${last} THEN ${asOf}::date ELSE ${ended}::date END AS day
              FROM indicator WHERE retired_on IS NULL OR retired_on > ${asOf}::date ORDER BY model_id, position, name`,
        ids,
      )}) t JOIN indicator i ON i.id = t.indicator_id JOIN security_model m ON m.id = i.model_id
     WHERE t.value IS NOT NULL ORDER BY t.points - t.unknown DESC, i.name COLLATE "vi-x-icu" LIMIT 4`;
};
