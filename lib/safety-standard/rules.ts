import { type Day, earlier } from "@/lib/core/days";
import { fold } from "@/lib/core/format";
import { circular } from "./catalog";

/** The day a year is counted by: its last one, or today while it runs. A unit's boundaries are those of this day. */
export const countingDay = (year: number, now: Day): Day => earlier(`${year}-12-31`, now);

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The years that can have records, the latest first. */
export const yearsUpTo = (now: Day): number[] =>
  Array.from({ length: yearOf(now) - circular.firstYear + 1 }, (_, back) => yearOf(now) - back);

/** Why a year cannot have records: "too-early:2022" before the circular, "in-the-future" after today's. */
export function yearFault(year: number, now: Day): string | undefined {
  if (year < circular.firstYear) return `before-circular:${circular.firstYear}`;
  return year > yearOf(now) ? "in-the-future" : undefined;
}

/** The lines asked for, by name without accents or by code, and by verdict; in the order they came. */
export const narrowLines = <L extends { ref: string; fullName: string; verdict: string | null }>(
  lines: readonly L[],
  { q, verdict }: { q?: string; verdict?: string },
): L[] =>
  lines.filter(
    (line) =>
      (verdict === undefined || line.verdict === verdict) &&
      (q === undefined || fold(line.fullName).includes(fold(q)) || line.ref.startsWith(q)),
  );
