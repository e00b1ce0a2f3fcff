import { addDays, addMonths, type Day } from "@/lib/core/days";
import type { Channel, Qualifier } from "@/prisma/client/enums";
import type { Language } from "./catalog";

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

/** The first day of the half-month after the one a day lies in. */
export const nextAtom = (day: Day): Day =>
  day.slice(8) < "15" ? `${day.slice(0, 8)}15` : addMonths(`${day.slice(0, 8)}01`, 1);

/** A sum is as sure as its least sure part: any "khoảng" makes it about, any "hơn" a lower bound (T7). */
export function qualifierOfSum(parts: { atLeast: number; about: number }): Qualifier {
  return parts.about > 0 ? "about" : parts.atLeast > 0 ? "at_least" : "exact";
}

/** A list with the codes used lately in front, in their order; each item once. */
export function recentFirst<T extends { code: string }>(items: readonly T[], recent: readonly string[]): T[] {
  const lately = [...new Set(recent)].flatMap((code) => items.filter((item) => item.code === code));
  return [...lately, ...items.filter((item) => !lately.includes(item))];
}

type Start = {
  place?: string;
  title?: string | null;
  channel?: Channel;
  topics?: string[];
  presenters?: string | null;
  languages?: Language[];
  audiences?: string[];
  coUnitIds?: number[];
  coAgencies?: string[];
  unitId?: number;
  pointIds?: string[];
};
type Template = Omit<Start, "place"> & { id: string; name: string; place: string | null };
type Starts = { last?: Start; templates: readonly Template[] };

/**
 * What a new session's form opens with: a template, the whole last session ("last"), or from the last one only what
 * seldom changes. Counts and, unless asked for, topics are never carried over: they would be reported as work.
 */
export function startingValues(book: Starts, { from, point }: { from?: string; point?: string }): Start {
  const linked = point ? { pointIds: [point] } : {};
  const { last = {} } = book;
  if (from === "last") return { ...last, ...linked };
  const template = book.templates.find(({ id }) => id === from);
  const usual = {
    place: last.place,
    channel: last.channel,
    presenters: last.presenters,
    unitId: last.unitId,
  };
  if (!template) return { ...usual, ...linked };
  const { place, channel, topics, audiences, languages, presenters } = template;
  return {
    ...usual,
    ...linked,
    title: template.name,
    channel,
    topics,
    audiences,
    languages,
    place: place ?? usual.place,
    presenters: presenters ?? usual.presenters,
  };
}
