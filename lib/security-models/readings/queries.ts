import { may } from "@/lib/core/access";
import { type Day, earlier, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { pageSize } from "@/lib/core/paging";
import type { Period } from "@/lib/core/periods";
import { query } from "@/lib/core/query";
import { empty, sql } from "@/lib/core/sql";
import { contextUnits, unitFilter, unitsInView } from "@/lib/units/queries";
import { figuresOf, type IndicatorRow, indicatorColumns, modelOf } from "../indicators/queries";
import {
  completePeriods,
  isRead,
  offeredPeriods,
  periodAt,
  type Rhythm,
  readingPeriod,
  sameRhythm,
} from "../indicators/rules";
import { readingsView } from "./schema";

export type ReadingColumn = IndicatorRow & {
  /** False: retired by then; what stands is shown and no longer written. */
  open: boolean;
};
export type ReadingRow = {
  id: string;
  site: string;
  unitName: string;
  startedOn: Day;
  endedOn: Day | null;
  /** Required figures that it lacks. */
  lacking: number;
  /** By indicator; a figure that was taken back has a version and no value. */
  cells: Record<string, { value: number | null; version: number }>;
  /** The latest figure before the period, by indicator. */
  before: Record<string, number>;
};
type Counted = { points: number; found: number; missing: number; missingPoints: number; rows: ReadingRow[] };

/** The grid of a model's period: points in force in it, their figures, totals, what is missing, whether it is locked. */
export const listReadings = query({
  permission: "security-models.readings.list",
  input: readingsView,
  run: async (tx, { model: asked, period: key, unit, missing, page }, scope) => {
    const now = today();
    const ids = await unitsInView(tx, scope, unit, "current");
    const common = {
      models: await modelsRead(tx),
      units: await contextUnits(tx, scope, "current"),
      may: {
        record: may(scope, "security-models.readings.record"),
        lock: may(scope, "security-models.readings.lock"),
        unlock: may(scope, "security-models.readings.unlock"),
        define: may(scope, "security-models.indicators.create"),
      },
    };
    const id = asked ?? common.models[0]?.id;
    if (id === undefined) return { ...common, model: undefined, grid: undefined };
    const model = await modelOf(tx, scope, id);
    const all = await gridIndicators(tx, id);
    const rhythms = rhythmsOf(all);
    const [first] = rhythms;
    if (!first) return { ...common, grid: undefined, model };
    const period =
      chosen(key, rhythms) ?? (await openedAt(tx, id, first, common.may.record ? now : undefined));
    const read = await readIn(tx, id, period.from);
    const columns: ReadingColumn[] = all
      .filter((row) => sameRhythm(row, period.rhythm) && (isRead(row, period) || read.has(row.id)))
      .map((row) => ({ ...row, open: isRead(row, period) }));
    const counted = await rowsOf(tx, id, period, columns, ids, { missing, page });
    const span = { since: period.from, until: period.to, day: earlier(period.to, now) };
    return {
      ...common,
      model,
      grid: {
        period: { key: period.key, from: period.from, to: period.to },
        periods: rhythms.flatMap((rhythm) =>
          offeredPeriods(rhythm, now, rhythm.frequency === "month" ? 12 : 8),
        ),
        columns,
        ...counted,
        lock: await lockOf(tx, id, period),
        figures: await figuresOf(
          tx,
          columns.map((row) => ({ row, total: span, until: span.day })),
          ids,
        ),
      },
    };
  },
});

export type ReadingGrid = NonNullable<Awaited<ReturnType<typeof listReadings>>["grid"]>;

/** The models with indicators that have, or had, a point in the reader's reach. */
const modelsRead = (tx: Tx) =>
  tx.$queryRaw<{ id: string; name: string }[]>(sql`
    SELECT m.id, m.name FROM security_model m
     WHERE EXISTS (SELECT FROM indicator i WHERE i.model_id = m.id)
       AND EXISTS (SELECT FROM model_point p JOIN app_models_on(${today()}::date) o ON o.model_id = p.model_id WHERE m.id IN (o.current_id, o.model_id))
     ORDER BY m.name COLLATE "vi-x-icu"`);

/** A model's indicators, of one rhythm where told, in the grid's order; `share` holds them against being changed meanwhile. */
export function gridIndicators(
  tx: Tx,
  modelId: string,
  rhythm?: Rhythm,
  hold?: "share",
): Promise<IndicatorRow[]> {
  return tx.$queryRaw<IndicatorRow[]>(sql`
    SELECT ${indicatorColumns} FROM indicator i WHERE i.model_id = ${modelId}::uuid
      ${rhythm ? sql`AND i.scheme = ${rhythm.scheme} AND i.frequency = ${rhythm.frequency}::indicator_frequency` : empty}
     ORDER BY i.position, i.name COLLATE "vi-x-icu", i.id ${hold ? sql`FOR SHARE` : empty}`);
}

/** Each once, those in use first. */
function rhythmsOf(indicators: readonly IndicatorRow[]): Rhythm[] {
  const used = [...indicators].sort((a, b) => Number(a.retiredOn !== null) - Number(b.retiredOn !== null));
  return used
    .filter((row, at) => used.findIndex((other) => sameRhythm(other, row)) === at)
    .map(({ scheme, frequency }) => ({ scheme, frequency }));
}

type ReadPeriod = Period & { rhythm: Rhythm };

const chosen = (key: string | undefined, rhythms: readonly Rhythm[]): ReadPeriod | undefined => {
  const period = key === undefined ? undefined : readingPeriod(key);
  return period && period.from <= today() && rhythms.some((rhythm) => sameRhythm(rhythm, period.rhythm))
    ? period
    : undefined;
};

/** Where the grid opens: writers at the last complete period, which is due; others at the last one with figures. */
async function openedAt(tx: Tx, modelId: string, rhythm: Rhythm, due: Day | undefined): Promise<ReadPeriod> {
  const [read] = due
    ? []
    : await tx.$queryRaw<{ last: Day | null }[]>(sql`
        SELECT max(r.period_from)::text AS last FROM indicator i JOIN indicator_reading r ON r.indicator_id = i.id AND r.value IS NOT NULL
         WHERE i.model_id = ${modelId}::uuid AND i.scheme = ${rhythm.scheme} AND i.frequency = ${rhythm.frequency}::indicator_frequency`);
  const [complete] = completePeriods(rhythm, due ?? today(), 1);
  return { ...(read?.last ? periodAt(rhythm, read.last) : (complete as Period)), rhythm };
}

/** The indicators with a figure in a period. */
async function readIn(tx: Tx, modelId: string, from: Day): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT i.id FROM indicator i WHERE i.model_id = ${modelId}::uuid
       AND EXISTS (SELECT FROM indicator_reading r WHERE r.indicator_id = i.id AND r.period_from = ${from}::date AND r.value IS NOT NULL)`);
  return new Set(rows.map(({ id }) => id));
}

export type ReadingLock = { from: Day; to: Day; by: string | null; at: Date };

/** The lock that covers a period of a model; the longest one when there are several. */
export async function lockOf(
  tx: Tx,
  modelId: string,
  { from, to }: { from: Day; to: Day },
): Promise<ReadingLock | undefined> {
  const [lock] = await tx.$queryRaw<ReadingLock[]>(sql`
    SELECT l.period_from::text AS "from", l.period_to::text AS "to", u.name AS by, l.locked_at AS at
      FROM reading_lock l LEFT JOIN app_user u ON u.id = l.locked_by_id
     WHERE l.model_id = ${modelId}::uuid AND l.period_from <= ${from}::date AND l.period_to >= ${to}::date
     ORDER BY l.period_to - l.period_from DESC LIMIT 1`);
  return lock;
}

/** A page of the points that ran in the period, with what is missing over all pages. */
async function rowsOf(
  tx: Tx,
  modelId: string,
  { from, to }: Period,
  columns: readonly ReadingColumn[],
  ids: readonly number[] | null,
  { missing, page }: { missing: boolean; page: number },
): Promise<Counted> {
  const shown = columns.map(({ id }) => id);
  const required = columns.filter((column) => column.required && column.open).map(({ id }) => id);
  const [counted] = await tx.$queryRaw<Counted[]>(sql`
    WITH point AS MATERIALIZED (
           SELECT p.id, p.site, p.started_on, p.ended_on, u.full_name AS unit_name
             FROM model_point p JOIN app_models_on(${to}::date) o ON o.model_id = p.model_id AND o.current_id = ${modelId}::uuid
             JOIN unit u ON u.id = p.unit_id
            WHERE p.started_on <= least(${to}::date, ${today()}::date) AND (p.ended_on IS NULL OR p.ended_on > ${from}::date) ${unitFilter(ids, sql`p.unit_id`)}),
         lack AS MATERIALIZED (
           SELECT p.id, count(*)::int AS cells FROM point p CROSS JOIN unnest(${required}::uuid[]) AS need (indicator_id)
             LEFT JOIN indicator_reading r ON r.indicator_id = need.indicator_id AND r.point_id = p.id AND r.period_from = ${from}::date
            WHERE r.value IS NULL GROUP BY p.id),
         shown AS (SELECT p.*, coalesce(l.cells, 0) AS lacking FROM point p LEFT JOIN lack l ON l.id = p.id ${missing ? sql`WHERE l.cells > 0` : empty})
    SELECT (SELECT count(*) FROM point)::int AS points, (SELECT count(*) FROM shown)::int AS found,
           (SELECT coalesce(sum(cells), 0) FROM lack)::int AS missing, (SELECT count(*) FROM lack)::int AS "missingPoints",
           (SELECT coalesce(jsonb_agg(x), '[]') FROM (
             SELECT s.id, s.site, s.unit_name AS "unitName", s.started_on AS "startedOn", s.ended_on AS "endedOn", s.lacking,
                    (SELECT coalesce(jsonb_object_agg(r.indicator_id, jsonb_build_object('value', r.value, 'version', r.version)), '{}')
                       FROM indicator_reading r WHERE r.point_id = s.id AND r.period_from = ${from}::date AND r.indicator_id = ANY (${shown}::uuid[])) AS cells,
                    (SELECT coalesce(jsonb_object_agg(b.indicator_id, b.value), '{}') FROM (
                       SELECT DISTINCT ON (r.indicator_id) r.indicator_id, r.value FROM indicator_reading r
                        WHERE r.point_id = s.id AND r.period_to < ${from}::date AND r.value IS NOT NULL AND r.indicator_id = ANY (${shown}::uuid[])
                        ORDER BY r.indicator_id, r.period_to DESC) b) AS before
               FROM shown s ORDER BY s.unit_name COLLATE "vi-x-icu", s.site COLLATE "vi-x-icu", s.id
              LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}) x) AS rows`);
  return counted as Counted;
}
