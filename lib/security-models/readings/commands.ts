import { command } from "@/lib/core/command";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { modelOf } from "../indicators/queries";
import { readingPeriod } from "../indicators/rules";
import { gridIndicators, lockOf } from "./queries";
import { type CellAnswer, decide, keyOf } from "./rules";
import { type CellTyped, readingsLock, readingsRecord, readingsUnlock } from "./schema";

type Writing = { cell: CellTyped; value: number | null; point: Point };
type Stored = { pointId: string; indicatorId: string; value: number | null; version: number };
type Point = { id: string; unitId: number; label: string; inPeriod: boolean };

/**
 * Writes the figures of many cells of a model's period. Each stands or falls by itself, with its reason: a text, out
 * of range, locked, not a point of one's own, changed by somebody else meanwhile. The same figure twice is one.
 */
export const recordReadings = command({
  permission: "security-models.readings.record",
  domain: "security-models",
  input: readingsRecord,
  run: async (tx, { modelId, period: key, cells }, scope) => {
    const period = periodOf(key);
    if (period.from > today()) throw invalid("period", "not-begun");
    await modelOf(tx, scope, modelId);
    // Against one who locks the period just now; writers do not wait for each other.
    await tx.$queryRaw(
      sql`SELECT pg_advisory_xact_lock_shared(hashtext('readings'), hashtext(${modelId}))::text`,
    );
    const indicators = new Map(
      (await gridIndicators(tx, modelId, period.rhythm, "share")).map((row) => [row.id, row]),
    );
    const points = new Map((await pointsOf(tx, modelId, period, cells)).map((row) => [row.id, row]));
    const locked = (await lockOf(tx, modelId, period)) !== undefined;
    const stored = await storedCells(tx, period.from, cells);

    const answers = new Map<string, CellAnswer>();
    const writing: Writing[] = [];
    for (const cell of cells) {
      const at = keyOf(cell);
      const point = points.get(cell.pointId);
      const indicator = indicators.get(cell.indicatorId);
      const decided = decide(cell, { indicator, point, stored: stored.get(at), locked, period });
      if ("answer" in decided) answers.set(at, decided.answer);
      else if (point) writing.push({ cell, value: decided.write, point });
    }
    for (const row of await write(tx, period, scope.userId, writing))
      answers.set(keyOf(row), { key: keyOf(row), stored: true, value: row.value, version: row.version });
    // Written by somebody else between the look and the writing.
    const lost = writing.filter(({ cell }) => !answers.has(keyOf(cell)));
    const theirs = await storedCells(
      tx,
      period.from,
      lost.map(({ cell }) => cell),
    );
    for (const { cell, value } of lost) {
      const now = theirs.get(keyOf(cell)) ?? { value: null, version: 0 };
      answers.set(
        keyOf(cell),
        now.value === value
          ? { key: keyOf(cell), stored: true, ...now }
          : { key: keyOf(cell), stored: false, code: "changed", theirs: now },
      );
    }
    const written = writing.filter(({ cell }) => answers.get(keyOf(cell))?.stored);
    const told = (figure: (writing: Writing) => number | null) =>
      Object.fromEntries(
        written.map((row) => [
          `${row.point.label} · ${indicators.get(row.cell.indicatorId)?.name} · ${row.cell.pointId.slice(0, 8)}`,
          figure(row),
        ]),
      );
    const units = new Set(written.map(({ point }) => point.unitId));
    return {
      result: cells.map((cell) => answers.get(keyOf(cell)) as CellAnswer),
      audit: {
        subjectId: modelId,
        unitId: units.size === 1 ? [...units][0] : null,
        before: told(({ cell }) => stored.get(keyOf(cell))?.value ?? null),
        after: { period: key, ...told(({ value }) => value) },
      },
    };
  },
});

/** Locks a period of a model that is over: from then on nobody changes its figures. */
export const lockReadings = command({
  permission: "security-models.readings.lock",
  domain: "security-models",
  input: readingsLock,
  run: async (tx, { modelId, period: key }, scope) => {
    const period = periodOf(key);
    if (period.to >= today()) throw invalid("period", "not-over");
    await modelOf(tx, scope, modelId);
    await holdPeriods(tx, modelId);
    await tx.$executeRaw(sql`
      INSERT INTO reading_lock (model_id, period_from, period_to, locked_by_id)
      VALUES (${modelId}::uuid, ${period.from}::date, ${period.to}::date, ${scope.userId}::uuid) ON CONFLICT DO NOTHING`);
    return { result: { modelId }, audit: { subjectId: modelId, after: { period: key } } };
  },
});

/** Opens a locked period again, with the reason; a lock over a longer time goes as a whole. */
export const unlockReadings = command({
  permission: "security-models.readings.unlock",
  domain: "security-models",
  input: readingsUnlock,
  run: async (tx, { modelId, period: key, reason }, scope) => {
    const period = periodOf(key);
    await modelOf(tx, scope, modelId);
    await holdPeriods(tx, modelId);
    const opened = await tx.$executeRaw(sql`
      DELETE FROM reading_lock WHERE model_id = ${modelId}::uuid AND period_from <= ${period.from}::date AND period_to >= ${period.to}::date`);
    if (opened === 0) throw invalid("period", "not-locked");
    return { result: { modelId }, audit: { subjectId: modelId, before: { period: key }, reason } };
  },
});

const holdPeriods = (tx: Tx, modelId: string) =>
  tx.$queryRaw(sql`SELECT pg_advisory_xact_lock(hashtext('readings'), hashtext(${modelId}))::text`);

function periodOf(key: string) {
  const period = readingPeriod(key);
  if (!period) throw invalid("period", "unknown-choice");
  return period;
}

/** The model's points among those of the cells; row-level security leaves a ward its own. */
const pointsOf = (
  tx: Tx,
  modelId: string,
  { from, to }: { from: Day; to: Day },
  cells: readonly CellTyped[],
) =>
  tx.$queryRaw<Point[]>(sql`
    SELECT p.id, p.unit_id AS "unitId", p.site || ', ' || u.full_name AS label,
           coalesce(p.started_on <= least(${to}::date, ${today()}::date) AND (p.ended_on IS NULL OR p.ended_on > ${from}::date), false) AS "inPeriod"
      FROM model_point p JOIN unit u ON u.id = p.unit_id JOIN app_models_on(${to}::date) o ON o.model_id = p.model_id
     WHERE p.id = ANY (${[...new Set(cells.map(({ pointId }) => pointId))]}::uuid[]) AND o.current_id = ${modelId}::uuid`);

/** What stands in the cells, held until the transaction ends, in one order for every writer. */
async function storedCells(tx: Tx, from: Day, cells: readonly CellTyped[]): Promise<Map<string, Stored>> {
  if (cells.length === 0) return new Map();
  const rows = await tx.$queryRaw<Stored[]>(sql`
    SELECT r.point_id AS "pointId", r.indicator_id AS "indicatorId", r.value::float8, r.version
      FROM indicator_reading r JOIN jsonb_to_recordset(${JSON.stringify(cells.map(({ pointId, indicatorId }) => ({ pointId, indicatorId })))}::jsonb) AS c ("pointId" uuid, "indicatorId" uuid)
        ON r.point_id = c."pointId" AND r.indicator_id = c."indicatorId"
     WHERE r.period_from = ${from}::date ORDER BY r.indicator_id, r.point_id FOR UPDATE OF r`);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** Writes what is not newer by now, and says what was written. */
async function write(
  tx: Tx,
  { from, to }: { from: Day; to: Day },
  userId: string,
  writing: readonly Writing[],
): Promise<Stored[]> {
  if (writing.length === 0) return [];
  const rows = writing.map(({ cell, value, point }) => ({
    point_id: cell.pointId,
    indicator_id: cell.indicatorId,
    unit_id: point.unitId,
    value,
    version: cell.version + 1,
  }));
  return tx.$queryRaw<Stored[]>(sql`
    INSERT INTO indicator_reading AS r (indicator_id, point_id, period_from, period_to, unit_id, value, recorded_by_id, version)
    SELECT c.indicator_id, c.point_id, ${from}::date, ${to}::date, c.unit_id, c.value, ${userId}::uuid, c.version
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c (point_id uuid, indicator_id uuid, unit_id int, value numeric, version int)
     ORDER BY c.indicator_id, c.point_id
    ON CONFLICT (indicator_id, point_id, period_from) DO UPDATE
       SET value = excluded.value, recorded_by_id = excluded.recorded_by_id, recorded_at = now(), version = excluded.version
     WHERE r.version = excluded.version - 1
    RETURNING r.point_id AS "pointId", r.indicator_id AS "indicatorId", r.value::float8, r.version`);
}
