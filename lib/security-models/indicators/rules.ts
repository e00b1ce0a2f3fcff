import { type Day, firstDay } from "@/lib/core/days";
import { type Period, parsePeriod, previousPeriod, yearOf } from "@/lib/core/periods";
import type { IndicatorFrequency, IndicatorSum, IndicatorTime } from "@/prisma/client/enums";
import type { ReadingScheme } from "./catalog";

/** Which periods an indicator is read for. */
export type Rhythm = { scheme: ReadingScheme; frequency: IndicatorFrequency };

const suffixes: Record<IndicatorFrequency, readonly string[]> = {
  month: Array.from({ length: 12 }, (_, at) => `-${String(at + 1).padStart(2, "0")}`),
  quarter: ["-q1", "-q2", "-q3", "-q4"],
  half: ["-h1", "-h2"],
  year: [""],
};

/** The period of a rhythm that a day lies in. */
export function periodAt({ scheme, frequency }: Rhythm, day: Day): Period {
  const start = `${scheme === "reporting" ? "r" : ""}${yearOf(scheme, day)}`;
  const found = suffixes[frequency]
    .map((suffix) => parsePeriod(start + suffix))
    .find((period) => period && period.from <= day && day <= period.to);
  if (!found) throw new Error(`no ${frequency} holds ${day}`);
  return found;
}

/** The period of a key with its rhythm; undefined when readings are of no such period. */
export function readingPeriod(key: string): (Period & { rhythm: Rhythm }) | undefined {
  const match = /^(r?)\d{4}(?:-(\d{2})|-(q)\d|-(h)\d)?$/.exec(key);
  const period = match ? parsePeriod(key) : undefined;
  if (!match || !period || period.from < firstDay) return undefined;
  const [, prefix, month, quarter, half] = match;
  const frequency = month ? "month" : quarter ? "quarter" : half ? "half" : "year";
  return { ...period, rhythm: { scheme: prefix ? "reporting" : "calendar", frequency } };
}

/** So many periods up to the last one that was over by a day, the oldest first. */
export function completePeriods(rhythm: Rhythm, day: Day, count: number): Period[] {
  const running = periodAt(rhythm, day);
  const list = [running.to <= day ? running : previousPeriod(running)];
  while (list.length < count) list.unshift(previousPeriod(list[0] as Period));
  return list;
}

/** What a grid offers: the running period, and so many before it, the newest first. */
export function offeredPeriods(rhythm: Rhythm, day: Day, before: number): Period[] {
  const list = [periodAt(rhythm, day)];
  while (list.length <= before) list.push(previousPeriod(list.at(-1) as Period));
  return list;
}

/** Two indicators of one rhythm are read in the same grid. */
export const sameRhythm = (a: Rhythm, b: Rhythm): boolean =>
  a.scheme === b.scheme && a.frequency === b.frequency;

type Used = { retiredOn: Day | null };

/** From its last day on nothing is read any more: a period is open only while it ends before that day. */
export const isRead = ({ retiredOn }: Used, period: { to: Day }): boolean =>
  retiredOn === null || period.to < retiredOn;

/** What an indicator's total is told for: readings of periods within `since`–`until`, points as of `day`. */
export type Span = { since: Day; until: Day; day: Day };

export type SumRule = Rhythm & { overPoints: IndicatorSum; overTime: IndicatorTime; least: number };
export type PointReadings = {
  startedOn: Day;
  endedOn: Day | null;
  readings: readonly { from: Day; to: Day; value: number | null }[];
};
export type IndicatorTotal = {
  /** Null: no point gave a figure. */
  value: number | null;
  points: number;
  /** Points without a figure; of a sum over time also those that left a period out. */
  unknown: number;
};

/**
 * A total of an indicator: first each point over its periods, then the points. The latest figures are those of
 * points in force on the day; sums and averages take every point that ran within the span. A figure that is
 * missing is never nil (T17). Its twin in SQL is `totalsOf` in queries.ts; a test holds the two together.
 */
export function totalOf(rule: SumRule, points: readonly PointReadings[], span: Span): IndicatorTotal {
  const edge = rule.overTime === "last" ? span.day : span.since;
  const counted = points.filter(
    ({ startedOn, endedOn }) => startedOn <= span.day && (endedOn === null || endedOn > edge),
  );
  const told = counted.map((point) => {
    const readings = point.readings.filter(
      ({ from, to, value }) => value !== null && from >= span.since && to <= span.until,
    );
    const value = overTime(rule.overTime, readings as { to: Day; value: number }[]);
    const due = rule.overTime === "sum" ? duePeriods(rule, point, span) : 0;
    return { value, complete: value !== null && readings.length >= due };
  });
  const values = told.flatMap(({ value }) => (value === null ? [] : [value]));
  const sum = values.reduce((total, value) => total + value, 0);
  return {
    value: values.length === 0 ? null : rule.overPoints === "sum" ? sum : sum / values.length,
    points: counted.length,
    unknown: told.filter(({ complete }) => !complete).length,
  };
}

function overTime(how: IndicatorTime, readings: readonly { to: Day; value: number }[]): number | null {
  const [first, ...rest] = readings;
  if (!first) return null;
  if (how === "last") return rest.reduce((last, next) => (next.to > last.to ? next : last), first).value;
  const sum = readings.reduce((total, { value }) => total + value, 0);
  return how === "sum" ? sum : sum / readings.length;
}

/** How many periods of a span were over by the day and saw the point run. */
function duePeriods(rhythm: Rhythm, { startedOn, endedOn }: PointReadings, { since, until, day }: Span) {
  let due = 0;
  for (let period = periodAt(rhythm, until); period.from >= since; period = previousPeriod(period))
    if (
      period.to <= until &&
      period.to <= day &&
      startedOn <= period.to &&
      (endedOn === null || endedOn > period.from)
    )
      due++;
  return due;
}

/** A sum that lacks figures is a lower bound, "hơn" (T7), where no figure can be below nil; an average is none. */
export const qualifierOf = (
  { overPoints, least }: Pick<SumRule, "overPoints" | "least">,
  { unknown, value }: Pick<IndicatorTotal, "unknown" | "value">,
): "exact" | "at_least" =>
  overPoints === "sum" && least >= 0 && unknown > 0 && value !== null ? "at_least" : "exact";

/** A figure with as many digits as it is read with; an average has one more, two at most. */
export function rounded(value: number, { decimals, averaged }: { decimals: number; averaged: boolean }) {
  const digits = 10 ** (averaged ? Math.min(2, decimals + 1) : decimals);
  return Math.round((value + Number.EPSILON) * digits) / digits;
}

/** True when a total of the rule is an average of some kind. */
export const isAveraged = ({
  overPoints,
  overTime: time,
}: {
  overPoints: IndicatorSum;
  overTime: IndicatorTime;
}) => overPoints === "average" || time === "average";

type Range = { least: number; most: number; decimals: number };

/**
 * A figure as it is typed: "1.250" is 1250, "12,5" is 12.5, an emptied box is none. Anything that could be read in
 * two ways is refused, never guessed.
 */
export function readFigure(text: string, { decimals }: Pick<Range, "decimals">) {
  const typed = text
    .normalize("NFC")
    .replace(/[−–]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    // "12.5" is no group of thousands, so its point can only be a comma.
    .replace(/^(-?\d{1,3})\.(\d{1,2})$/, "$1,$2");
  if (typed === "") return { value: null };
  // "1,250" is a thousand in English and one and a quarter here: nobody knows which was meant.
  if (/^-?[1-9]\d{0,2},\d{3}$/.test(typed)) return { fault: "not-a-number" };
  const match = /^(-?)(\d{1,3}(?:[. ]\d{3})+|\d{1,15})(?:,(\d{1,6}))?$/.exec(typed);
  if (!match) return { fault: "not-a-number" };
  const [, sign = "", whole = "", fraction = ""] = match;
  const kept = fraction.replace(/0+$/, "");
  if (kept.length > decimals) return { fault: decimals === 0 ? "whole-only" : `too-precise:${decimals}` };
  const value = Number(`${sign}${whole.replace(/[. ]/g, "")}.${kept || "0"}`);
  return { value: value === 0 ? 0 : value };
}

/** What is wrong with a figure, as a code; undefined when it lies within what is allowed. */
export function faultOf(value: number | null, { least, most }: Range): string | undefined {
  if (value === null) return undefined;
  if (value < least) return `too-small:${least}`;
  return value > most ? `too-large:${most}` : undefined;
}
