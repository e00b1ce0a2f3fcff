import { command } from "@/lib/core/command";
import { toDate } from "@/lib/core/days";
import { AppError, invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { thresholdAdd, thresholdWithdraw } from "./schema";

/** What the law asks from a later day on; what was asked until then stays. */
export const addThreshold = command({
  permission: "safety-standard.thresholds.add",
  domain: "safety-standard",
  input: thresholdAdd,
  creates: true,
  run: async (tx, { id, ...typed }, scope) => {
    const isPercent = typed.key === "registered_percent" || typed.key === "recognized_percent";
    if (isPercent && typed.value > 100) throw invalid("value", "too-large:100");
    const [last] = await tx.$queryRaw<{ day: string | null }[]>(sql`
      SELECT max(valid_from)::text AS day FROM safety_threshold WHERE key = ${typed.key}::safety_threshold_key AND withdrawn_at IS NULL`);
    if (last?.day && typed.validFrom <= last.day) throw invalid("validFrom", `not-later:${last.day}`);
    await tx.safetyThreshold.create({
      data: { id, ...typed, validFrom: toDate(typed.validFrom), enteredById: scope.userId },
      select: { id: true },
    });
    return { result: { id }, audit: { subjectId: id, after: typed } };
  },
});

/** Takes a threshold back that was entered wrongly; one of its key has to remain. */
export const withdrawThreshold = command({
  permission: "safety-standard.thresholds.withdraw",
  domain: "safety-standard",
  input: thresholdWithdraw,
  run: async (tx, { id, reason }) => {
    const [before] = await tx.$queryRaw<
      { key: string; value: number; validFrom: string; standing: number }[]
    >(sql`
      SELECT key::text, value, valid_from::text AS "validFrom",
             (SELECT count(*)::int FROM safety_threshold o WHERE o.key = t.key AND o.withdrawn_at IS NULL) AS standing
        FROM safety_threshold t WHERE id = ${id}::uuid AND withdrawn_at IS NULL FOR UPDATE`);
    if (!before) throw new AppError("not-found");
    const { standing, ...threshold } = before;
    if (standing < 2) throw invalid("reason", "last-threshold");
    await tx.$executeRaw(sql`
      UPDATE safety_threshold SET withdrawn_at = now(), withdrawn_reason = ${reason} WHERE id = ${id}::uuid`);
    return { result: { id }, audit: { subjectId: id, before: threshold, reason } };
  },
});
