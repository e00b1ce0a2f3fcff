import * as z from "zod";
import { may } from "@/lib/core/access";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import type { ThresholdKey, Thresholds } from "../simulator/rules";

/** What the law asks on a day, each with its citation; a key is missing before its first day. */
export async function thresholdsOn(tx: Tx, day: Day): Promise<Thresholds> {
  const rows = await tx.$queryRaw<
    { key: ThresholdKey; value: number; citation: string; validFrom: Day }[]
  >(sql`
    SELECT DISTINCT ON (key) key::text, value, citation, valid_from::text AS "validFrom" FROM safety_threshold
     WHERE withdrawn_at IS NULL AND valid_from <= ${day}::date ORDER BY key, valid_from DESC`);
  return Object.fromEntries(rows.map(({ key, ...threshold }) => [key, threshold]));
}

export type ThresholdRow = {
  id: string;
  key: ThresholdKey;
  value: number;
  validFrom: Day;
  citation: string;
  withdrawnReason: string | null;
  inForce: boolean;
  mayWithdraw: boolean;
};

/** Every threshold there ever was, by key and day; the ones in force today are marked. */
export const listThresholds = query({
  permission: "safety-standard.thresholds.list",
  input: z.object({}),
  run: async (tx, _, scope) => {
    const rows = await tx.$queryRaw<Omit<ThresholdRow, "mayWithdraw">[]>(sql`
      SELECT t.id, t.key::text, t.value, t.valid_from::text AS "validFrom", t.citation, t.withdrawn_reason AS "withdrawnReason",
             t.withdrawn_at IS NULL AND t.valid_from = (SELECT max(o.valid_from) FROM safety_threshold o
               WHERE o.key = t.key AND o.withdrawn_at IS NULL AND o.valid_from <= ${today()}::date) AS "inForce"
        FROM safety_threshold t ORDER BY t.key, t.valid_from DESC, t.created_at DESC`);
    const withdraw = may(scope, "safety-standard.thresholds.withdraw");
    return {
      rows: rows.map((row) => ({
        ...row,
        mayWithdraw: withdraw && row.withdrawnReason === null && hasEarlier(rows, row),
      })),
      may: { add: may(scope, "safety-standard.thresholds.add") },
    };
  },
});

/** The first of each key stays: without it the years from its day on had none. */
const hasEarlier = (
  rows: readonly Omit<ThresholdRow, "mayWithdraw">[],
  { key, validFrom }: Pick<ThresholdRow, "key" | "validFrom">,
) => rows.some((other) => other.key === key && other.validFrom < validFrom && other.withdrawnReason === null);
