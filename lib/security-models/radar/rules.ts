import { addMonths, type Day } from "@/lib/core/days";
import type { PointStatus } from "@/prisma/client/enums";
import type { Suggestion } from "./catalog";

type Standing = {
  status: PointStatus;
  /** Since when the point is in this state. */
  since: Day;
  /** Another point of the same model runs in the same unit of today, and gave a later sign of life. */
  hasSibling: boolean;
};

/** The last day on which a sign of life keeps a point out of the review of a day. */
export const cutoff = (asOf: Day, months: number): Day => addMonths(asOf, -months);

/**
 * What is suggested for a point without a sign of life for so many months; shown on the screen in words, and
 * said to the database by queries.ts. The first line that fits:
 * suspended all that time → remove; a livelier point of the model in the same unit → merge into it; consolidated
 * all that time, or never got beyond piloting → remove; suspended or consolidated lately → wait; else consolidate.
 */
export function suggest({ status, since, hasSibling }: Standing, asOf: Day, months: number): Suggestion {
  const isLong = since <= cutoff(asOf, months);
  if (status === "suspended" && isLong) return "remove";
  if (hasSibling) return "merge";
  if (status === "piloting" || (status === "consolidating" && isLong)) return "remove";
  if (status === "suspended" || status === "consolidating") return "wait";
  return "consolidate";
}

/** Whole months from a day to another: 12/03 to 11/04 is none, to 12/04 one. */
export function monthsBetween(from: Day, to: Day): number {
  const [fromYear = 0, fromMonth = 0] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 0] = to.split("-").map(Number);
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth);
  return addMonths(from, months) > to ? months - 1 : months;
}
