import { addDays, addMonths, type Day } from "@/lib/core/days";
import type { Qualifier } from "@/prisma/client/enums";

/** A span cut for counting: whole half-month atoms from the rollups, and what is ragged at its ends from the rows. */
export type Cut = {
  /** First atom and the day after the last one; equal when there is no whole atom. */
  atoms: { from: Day; until: Day };
  ragged: { from: Day; to: Day }[];
};

/** Month schemes cut at the 1st and the 15th, so any calendar or 15→14 period is whole atoms with nothing ragged (T12). */
export function cutSpan(from: Day, to: Day): Cut {
  const start = isAtomStart(from) ? from : nextAtom(from);
  const after = addDays(to, 1);
  const end = isAtomStart(after) ? after : atomOf(after);
  if (start >= end) return { atoms: { from, until: from }, ragged: from <= to ? [{ from, to }] : [] };
  const ragged = [];
  if (from < start) ragged.push({ from, to: addDays(start, -1) });
  if (end < after) ragged.push({ from: end, to });
  return { atoms: { from: start, until: end }, ragged };
}

/** The first day of the half-month a day lies in. */
export const atomOf = (day: Day): Day => `${day.slice(0, 8)}${day.slice(8) < "15" ? "01" : "15"}`;

const isAtomStart = (day: Day) => atomOf(day) === day;
const nextAtom = (day: Day): Day =>
  day.slice(8) < "15" ? `${day.slice(0, 8)}15` : addMonths(`${day.slice(0, 8)}01`, 1);

/** A sum is as sure as its least sure part: any "khoảng" makes it about, any "hơn" a lower bound (T7). */
export function qualifierOfSum(parts: { atLeast: number; about: number }): Qualifier {
  return parts.about > 0 ? "about" : parts.atLeast > 0 ? "at_least" : "exact";
}
