import { command } from "@/lib/core/command";
import { toDate } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { findModel } from "../queries";
import { mergerDays } from "./queries";
import { mergerFault } from "./rules";
import { modelMerge, modelUnmerge } from "./schema";

/**
 * Puts a model into another from a day on: its points then count for the other one, its names find it, and both
 * histories stay (T11, T15). Nothing is rewritten.
 */
export const mergeModel = command({
  permission: "security-models.merge",
  domain: "security-models",
  input: modelMerge,
  run: async (tx, { id, version, intoId, mergedOn, mergeDecision }) => {
    // Both in one order, so that two mergers towards each other do not wait in a circle.
    await hold(tx, [id, intoId]);
    const before = await findModel(tx, id);
    if (before.mergedInto) throw invalid("intoId", "merged-before");
    if (before.version !== version)
      throw new AppError("conflict", { version: before.version, differing: [] });
    const other = intoId === id ? undefined : await findModel(tx, intoId).catch(() => undefined);
    if (!other) throw invalid("intoId", "unknown-choice");
    if (other.mergedInto) throw invalid("intoId", "merged-itself");
    const fault = mergerFault(await mergerDays(tx, id, intoId), mergedOn);
    if (fault) throw invalid("mergedOn", fault);
    await tx.securityModel.update({
      where: { id },
      data: {
        mergedIntoId: intoId,
        mergedOn: toDate(mergedOn),
        mergeDecision,
        updatedAt: new Date(),
        version: version + 1,
      },
      select: { id: true },
    });
    // The other model is found by these names, too; this one keeps its own.
    await tx.$executeRaw(sql`
      INSERT INTO model_alias (model_id, alias) SELECT ${intoId}::uuid, alias FROM model_alias WHERE model_id = ${id}::uuid
      ON CONFLICT DO NOTHING`);
    return {
      result: { id },
      audit: {
        subjectId: id,
        before: { name: before.name, mergedInto: null },
        after: { mergedInto: other.name, mergedOn, mergeDecision },
      },
    };
  },
});

/** Takes a wrong merger back, with the reason: every day's points count again for the model they are of. Spellings that came along stay. */
export const unmergeModel = command({
  permission: "security-models.unmerge",
  domain: "security-models",
  input: modelUnmerge,
  run: async (tx, { id, version, reason }) => {
    await hold(tx, [id]);
    const before = await findModel(tx, id);
    if (!before.mergedInto) throw invalid("reason", "not-merged");
    if (before.version !== version)
      throw new AppError("conflict", { version: before.version, differing: [] });
    const { name: mergedInto, on: mergedOn, decision: mergeDecision } = before.mergedInto;
    await tx.securityModel.update({
      where: { id },
      data: {
        mergedIntoId: null,
        mergedOn: null,
        mergeDecision: null,
        updatedAt: new Date(),
        version: version + 1,
      },
      select: { id: true },
    });
    return {
      result: { id },
      audit: {
        subjectId: id,
        before: { mergedInto, mergedOn, mergeDecision },
        after: { mergedInto: null, mergedOn: null, mergeDecision: null },
        reason,
      },
    };
  },
});

const hold = (tx: Tx, ids: readonly string[]) =>
  tx.$queryRaw(sql`SELECT FROM security_model WHERE id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`);
