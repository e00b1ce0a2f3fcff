import { readContext } from "@/lib/core/context";
import { type Day, isDay } from "@/lib/core/days";
import { contextParams, href } from "@/lib/core/href";
import { parsePeriod } from "@/lib/core/periods";

type Asked = { period?: string; from?: string; to?: string };

/** The days a declaration is for: a named period goes before two days; undefined when they are neither. */
export function declaredSpan({ period, from, to }: Asked): { from: Day; to: Day } | undefined {
  const named = period ? parsePeriod(period) : undefined;
  if (named) return { from: named.from, to: named.to };
  if (period || !from || !to || !isDay(from) || !isDay(to) || from > to) return undefined;
  return { from, to };
}

/** The page of totals under the view a form was sent from, as its address said it; a made-up one falls back to today's boundaries. */
export const totalsPath = (view: unknown, done: "declared" | "withdrawn"): string => {
  const told = Object.fromEntries(new URLSearchParams(typeof view === "string" ? view : ""));
  return href("/outreach-sessions/totals", contextParams(readContext(told, "ward_officer"), { done }));
};
