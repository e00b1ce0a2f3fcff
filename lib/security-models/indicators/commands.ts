import type * as z from "zod";
import { command } from "@/lib/core/command";
import { toDate } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, differing, invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { countReadings, findIndicator, type IndicatorRow, modelOf } from "./queries";
import { indicatorCreate, indicatorRetire, indicatorUpdate } from "./schema";

/** Defines a number that a model's points are asked for; from then on it stands in the grid, no deployment needed. */
export const createIndicator = command({
  permission: "security-models.indicators.create",
  domain: "security-models",
  input: indicatorCreate,
  creates: true,
  run: async (tx, { id, modelId, ...typed }, scope) => {
    const model = await modelOf(tx, scope, modelId);
    if (model.merged) throw invalid("modelId", "merged");
    await requireFreeName(tx, id, modelId, typed.name);
    await tx.indicator.create({ data: { ...columns(typed), id, modelId }, select: { id: true } });
    return { result: { id, modelId }, audit: { subjectId: modelId, after: told(typed) } };
  },
});

/** Changes an indicator; what its readings hang on is fixed once there are any. */
export const updateIndicator = command({
  permission: "security-models.indicators.update",
  domain: "security-models",
  input: indicatorUpdate,
  run: async (tx, { id, version, ...typed }) => {
    const before = await lockIndicator(tx, id);
    if (before.version !== version)
      throw new AppError("conflict", {
        version: before.version,
        differing: differing(told(before), told(typed)),
      });
    if (before.retiredOn) throw invalid("name", "retired-before");
    await requireFreeName(tx, id, before.modelId, typed.name);
    if ((await countReadings(tx, id)) > 0) {
      const fixed = (["scheme", "frequency", "decimals"] as const).filter(
        (field) => String(before[field]) !== String(typed[field]),
      );
      if (fixed.length > 0)
        throw new AppError("invalid", { issues: fixed.map((field) => ({ field, code: "fixed" })) });
    }
    await tx.indicator.update({
      where: { id },
      data: { ...columns(typed), updatedAt: new Date(), version: version + 1 },
      select: { id: true },
    });
    return {
      result: { id, modelId: before.modelId },
      audit: { subjectId: before.modelId, before: told(before), after: told(typed) },
    };
  },
});

/** Takes an indicator out of use from a day on; its readings stay. */
export const retireIndicator = command({
  permission: "security-models.indicators.retire",
  domain: "security-models",
  input: indicatorRetire,
  run: async (tx, { id, version, retiredOn, reason }) => {
    const before = await lockIndicator(tx, id);
    if (before.retiredOn) throw invalid("retiredOn", "retired-before");
    if (before.version !== version)
      throw new AppError("conflict", { version: before.version, differing: [] });
    await tx.indicator.update({
      where: { id },
      data: { retiredOn: toDate(retiredOn), updatedAt: new Date(), version: version + 1 },
      select: { id: true },
    });
    return {
      result: { id, modelId: before.modelId },
      audit: {
        subjectId: before.modelId,
        before: { name: before.name, retiredOn: null },
        after: { retiredOn },
        reason,
      },
    };
  },
});

type Typed = Omit<z.output<typeof indicatorUpdate>, "id" | "version">;

// An emptied box must empty the column: absent fields are written as null.
const columns = ({ decimals, definition, ...typed }: Typed) => ({
  ...typed,
  definition: definition ?? null,
  decimals: Number(decimals),
});

const told = (indicator: Typed | IndicatorRow) => ({
  name: indicator.name,
  unitLabel: indicator.unitLabel,
  definition: indicator.definition ?? null,
  overPoints: indicator.overPoints,
  overTime: indicator.overTime,
  scheme: indicator.scheme,
  frequency: indicator.frequency,
  decimals: Number(indicator.decimals),
  least: indicator.least,
  most: indicator.most,
  required: indicator.required,
  position: indicator.position,
});

/** The indicator, held until the transaction ends: readings that are being written wait, and see what it has become. */
async function lockIndicator(tx: Tx, id: string): Promise<IndicatorRow> {
  await tx.$queryRaw(sql`SELECT FROM indicator WHERE id = ${id}::uuid FOR UPDATE`);
  return findIndicator(tx, id);
}

/** One name a model among the indicators in use, however it is spelt. */
async function requireFreeName(tx: Tx, id: string, modelId: string, name: string) {
  await tx.$queryRaw(
    sql`SELECT pg_advisory_xact_lock(hashtext('indicator names'), hashtext(${modelId}))::text`,
  );
  const taken = await tx.$queryRaw<unknown[]>(sql`
    SELECT FROM indicator WHERE model_id = ${modelId}::uuid AND id <> ${id}::uuid AND retired_on IS NULL AND app_fold(name) = app_fold(${name}) LIMIT 1`);
  if (taken.length > 0) throw invalid("name", "taken");
}
