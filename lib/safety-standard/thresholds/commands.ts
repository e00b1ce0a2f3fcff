import { command } from "@/lib/core/command";
import { type Day, toDate } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
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
    await holdKey(tx, typed.key);
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

/** Takes a threshold back that was entered wrongly; the first of its key stays, or the years from it on had none. */
export const withdrawThreshold = command({
  permission: "safety-standard.thresholds.withdraw",
  domain: "safety-standard",
  input: thresholdWithdraw,
  run: async (tx, { id, reason }) => {
    const [named] = await tx.$queryRaw<{ key: string }[]>(
      sql`SELECT key::text FROM safety_threshold WHERE id = ${id}::uuid`,
    );
    if (named) await holdKey(tx, named.key);
    const [before] = await tx.$queryRaw<
      { key: string; value: number; validFrom: Day; isFirst: boolean }[]
    >(sql`
      SELECT key::text, value, valid_from::text AS "validFrom",
             NOT EXISTS (SELECT FROM safety_threshold o WHERE o.key = t.key AND o.withdrawn_at IS NULL AND o.valid_from < t.valid_from) AS "isFirst"
        FROM safety_threshold t WHERE id = ${id}::uuid AND withdrawn_at IS NULL`);
    if (!before) throw new AppError("not-found");
    const { isFirst, ...threshold } = before;
    if (isFirst) throw invalid("reason", `first-threshold:${threshold.validFrom}`);
    await tx.$executeRaw(sql`
      UPDATE safety_threshold SET withdrawn_at = now(), withdrawn_reason = ${reason} WHERE id = ${id}::uuid`);
    return { result: { id }, audit: { subjectId: id, before: threshold, reason } };
  },
});

/** One at a time adds or withdraws thresholds of a key: each looks at the others that stand. */
const holdKey = (tx: Tx, key: string) =>
  tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtext('safety threshold'), hashtext(${key}))`);
