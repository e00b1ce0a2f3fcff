import { addDays, addMonths, type Day, isDay } from "@/lib/core/days";
import { monthsOf, type Period, parsePeriod } from "@/lib/core/periods";
import { comparingPhrases, dayPhrases, fractionPhrases, type Relative, relativePhrases } from "../catalog";
import type { Doubt } from "../schema";
import { findPhrase, phraseBook, type Token } from "../words/rules";

/** A day or period with the tokens it was read from; neither when the words say a day that there is not. */
export type Time = { at: number; end: number; heldOn?: Day; period?: Period; doubts: Doubt[] };

/** What a time without a year is told from: the day of the report, the last year the text named, and the days it named. */
export type Clock = { today: Day; year?: number; said?: Pick<WrittenDay, "day" | "month" | "year">[] };

const book = (phrases: Iterable<readonly [string, true]>) => phraseBook(phrases);
const dayWords = book(dayPhrases);
const fractions = book(fractionPhrases);
const comparing = book(comparingPhrases);
const relatives = phraseBook<Relative>(relativePhrases);
const words = {
  from: book([["từ", true]]),
  until: book([
    ["đến", true],
    ["=tới", true],
    ["đến hết", true],
    ["cho đến", true],
  ]),
  asOf: book([
    ["tính đến", true],
    ["đến", true],
  ]),
  now: book([
    ["nay", true],
    ["hiện nay", true],
    ["thời điểm hiện tại", true],
  ]),
  month: book([["tháng", true]]),
  year: book([
    ["=năm", true],
    ["nam", true],
    ["của năm", true],
  ]),
  quarter: book([
    ["quý", true],
    ["quí", true],
  ]),
  yearStart: book([["đầu năm", true]]),
  firstHalf: book([
    ["đầu", true],
    ["đầu của", true],
  ]),
  lastHalf: book([
    ["cuối", true],
    ["cuối của", true],
  ]),
  and: book([
    ["và", true],
    ["=đến", true],
  ]),
  documentNumber: book([["=số", true]]),
};
const roman: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };

/**
 * Days and periods of a sentence from left to right. A day without a year is the latest such day not after
 * today. Periods are read by calendar months, with the doubt "which-months": a report may mean months from the
 * 15th to the 14th (T12). Raises `clock.year` when the text names a year.
 */
export function readTimes(tokens: Token[], clock: Clock): Time[] {
  const times: Time[] = [];
  let compared = -1;
  for (let at = 0; at < tokens.length; ) {
    // "so với cùng kỳ năm 2024" is another report's time, and names no year for this one.
    const comparison = findPhrase(comparing, tokens, at);
    if (comparison) compared = comparison.end;
    const time = readTime(tokens, at, at === compared ? { ...clock, said: [] } : clock);
    if (time) times.push(at === compared ? { at, end: time.end, doubts: [] } : time);
    at = time?.end ?? comparison?.end ?? at + 1;
  }
  return times;
}

const readTime = (tokens: Token[], at: number, clock: Clock) =>
  readRange(tokens, at, clock) ??
  readAsOf(tokens, at) ??
  readRelative(tokens, at, clock) ??
  readDays(tokens, at, clock) ??
  readMonths(tokens, at, clock) ??
  readMonth(tokens, at, clock) ??
  readQuarter(tokens, at, clock) ??
  readYear(tokens, at, clock);

type WrittenDay = { end: number; day: number; month: number; year?: number };

/** "từ 15/9 đến 14/10/2025", "15/9 – 14/10", "từ đầu năm đến nay", "từ tháng 1 đến tháng 8". */
function readRange(tokens: Token[], at: number, clock: Clock): Time | undefined {
  const from = skip(words.from, tokens, at);
  const yearStart = findPhrase(words.yearStart, tokens, from);
  if (yearStart) return readSinceNewYear(tokens, at, yearStart.end, clock);
  const months = from > at ? readMonthRange(tokens, at, from, clock) : undefined;
  if (months) return months;
  const first = readWrittenDay(tokens, from, from > at);
  if (!first) return undefined;
  const dash = /^[-–—]$/.test(tokens[first.end]?.raw ?? "") ? first.end + 1 : first.end;
  const joined = dash > first.end ? dash : skip(words.until, tokens, first.end);
  const now = joined > first.end ? findPhrase(words.now, tokens, joined) : undefined;
  const last = joined > first.end ? readWrittenDay(tokens, joined, true) : undefined;
  if (last) {
    const to = dated(last, clock);
    const start = dated(first, clock, last.year ?? Number(to.heldOn?.slice(0, 4)), to.heldOn);
    return span(at, last.end, start.heldOn, to.heldOn, [...start.doubts, ...to.doubts]);
  }
  if (from === at && !now) return undefined;
  const start = dated(first, clock);
  return span(at, now?.end ?? first.end, start.heldOn, clock.today, ["open-end", ...start.doubts]);
}

function readSinceNewYear(tokens: Token[], at: number, end: number, clock: Clock): Time {
  const named = readYearDigits(tokens, end);
  const year = named?.year ?? clock.year ?? Number(clock.today.slice(0, 4));
  if (named) clock.year = named.year;
  const start = named?.end ?? end;
  const until = skip(words.until, tokens, start);
  const now = until > start ? findPhrase(words.now, tokens, until) : undefined;
  const last = until > start && !now ? readWrittenDay(tokens, until, true) : undefined;
  const to = last && dated(last, clock, last.year ?? year).heldOn;
  const { heldOn, doubts } = to ? { heldOn: to, doubts: [] } : openEnd(clock, year);
  return span(at, last?.end ?? now?.end ?? start, `${year}-01-01`, heldOn, ["which-months", ...doubts]);
}

/**
 * Where a year that is told without its last day ends: on the day of the report; when that is of a later year, on the
 * last day of the year that the text named before ("sáng 11/8"), else with the year.
 */
function openEnd({ today, said = [] }: Clock, year: number): { heldOn: Day; doubts: Doubt[] } {
  if (today <= `${year}-12-31`) return { heldOn: today, doubts: ["open-end"] };
  const days = said
    .filter((day) => (day.year ?? year) === year)
    .map((day) => dayOf(year, day))
    .filter(isDay)
    .sort();
  const latest = days.at(-1);
  return latest
    ? { heldOn: latest, doubts: ["end-by-text"] }
    : { heldOn: `${year}-12-31`, doubts: ["end-of-year"] };
}

const dayOf = (year: number, { day, month }: Pick<WrittenDay, "day" | "month">): Day =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

function readMonthRange(tokens: Token[], at: number, from: number, clock: Clock): Time | undefined {
  const first = readMonthNumber(tokens, from);
  if (!first) return undefined;
  const until = skip(words.until, tokens, first.end);
  const last = until > first.end ? readMonthNumber(tokens, until) : undefined;
  const year = last?.year ?? first.year;
  if (!last) return undefined;
  const inYear = year ?? guessYear(clock, last.month);
  const start = monthsOf("calendar", first.year ?? inYear, first.month, first.month).from;
  return span(at, last.end, start, monthsOf("calendar", inYear, last.month, last.month).to, [
    "which-months",
    ...withoutYear(year),
  ]);
}

/** "tính đến 11/8": the day a sum ends on, its beginning unsaid. */
function readAsOf(tokens: Token[], at: number): Time | undefined {
  const after = skip(words.asOf, tokens, at);
  const day = after > at ? readWrittenDay(tokens, after, true) : undefined;
  return day && { at, end: day.end, doubts: ["open-start"] };
}

function readRelative(tokens: Token[], at: number, { today }: Clock): Time | undefined {
  const match = findPhrase(relatives, tokens, at);
  if (!match) return undefined;
  const { end, value } = match;
  if ("day" in value) return { at, end, heldOn: addDays(today, value.day), doubts: [] };
  // "trong tháng 10", "tháng này năm trước": a number behind it makes it another reading.
  if (tokens[end]?.kind === "digits") return undefined;
  const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
  const month = today.slice(0, 7);
  const year = Number(today.slice(0, 4));
  switch (value.span) {
    case "last-7-days":
      return span(at, end, addDays(today, -6), today, ["which-week"]);
    case "last-week":
      return span(at, end, addDays(monday, -7), addDays(monday, -1), []);
    case "this-week":
      return span(at, end, monday, today, ["open-end"]);
    case "this-month":
      return { at, end, period: parsePeriod(month), doubts: ["which-months"] };
    case "last-month":
      return {
        at,
        end,
        period: parsePeriod(addMonths(`${month}-01`, -1).slice(0, 7)),
        doubts: ["which-months"],
      };
    case "this-year":
      return { at, end, period: parsePeriod(String(year)), doubts: ["which-months"] };
    case "last-year":
      return { at, end, period: parsePeriod(String(year - 1)), doubts: ["which-months"] };
  }
}

/** One day, or of "ngày 11 và 12/8" the first. */
function readDays(tokens: Token[], at: number, clock: Clock): Time | undefined {
  const cue = skip(dayWords, tokens, at);
  const pair = cue > at && tokens[cue]?.kind === "digits" ? readPair(tokens, cue) : undefined;
  const written = pair?.first ?? readWrittenDay(tokens, at, false);
  if (!written) return undefined;
  const { heldOn, doubts } = dated(written, clock, pair?.last.year);
  if (!pair) return { at, end: written.end, heldOn, doubts };
  const last = dated(pair.last, clock);
  return pair.range
    ? span(at, pair.last.end, heldOn, last.heldOn, [...doubts, ...last.doubts])
    : { at, end: pair.last.end, heldOn, doubts: ["two-days", ...doubts] };
}

/** "11, 12/8", "11 và 12/8", "11-13/8": the month stands behind the last. */
function readPair(tokens: Token[], at: number) {
  const day = numberOf(tokens[at], 1, 31);
  const sign = tokens[at + 1]?.raw ?? "";
  const joined = /^[,\-–]$/.test(sign) ? at + 2 : skip(words.and, tokens, at + 1);
  if (!day || joined === at + 1) return undefined;
  const last = readWrittenDay(tokens, joined, true);
  if (!last || last.day <= day) return undefined;
  const range = sign !== "," && tokens[at + 1]?.plain !== "va";
  return { first: { ...last, day }, last, range };
}

/** A day as written, with or without "ngày" before it; `cued` when the words around already say that it is one. */
function readWrittenDay(tokens: Token[], at: number, cued: boolean): WrittenDay | undefined {
  let start = skip(dayWords, tokens, at);
  // "sáng thứ hai, ngày 11/8": weekdays are passed over.
  for (let times = 0; times < 3; times++) {
    const comma = start > at && tokens[start]?.raw === "," ? start + 1 : start;
    const next = skip(dayWords, tokens, comma);
    if (next === comma) break;
    start = next;
  }
  if (start > at && (tokens[start]?.raw === ":" || tokens[start]?.raw === "(")) start += 1;
  const sure = cued || start > at;
  const day = numberOf(tokens[start], 1, 31);
  if (!day || tokens[start - 1]?.plain === "so") return undefined;
  const before = tokens[start - 1];
  if (tokens[start]?.gap === 0 && before && (before.kind !== "mark" || /^[/.,]$/.test(before.raw)))
    return undefined;
  return readNumericDay(tokens, start, day, sure) ?? readSpokenDay(tokens, start, day, sure);
}

function readNumericDay(tokens: Token[], at: number, day: number, sure: boolean): WrittenDay | undefined {
  const [sign, second, again, third] = tokens.slice(at + 1, at + 5);
  const month = numberOf(second, 1, 12);
  if (!sign || !month || !/^[/\-.–]$/.test(sign.raw) || sign.gap !== 0 || second?.gap !== 0) return undefined;
  const joined = again?.raw === sign.raw && again.gap === 0 && third?.gap === 0;
  const year = joined && third.kind === "digits" ? yearOf(third.raw) : undefined;
  if (year !== undefined) return isGlued(tokens, at + 5) ? undefined : { end: at + 5, day, month, year };
  if (isGlued(tokens, at + 3)) return undefined;
  if (!sure && sign.raw === ".") return undefined;
  const next = at + 3;
  if (!sure && (findPhrase(fractions, tokens, next) || tokens[next]?.raw === "%")) return undefined;
  const named = readYearNumber(tokens, next);
  return { end: named?.end ?? next, day, month, ...(named && { year: named.year }) };
}

function readSpokenDay(tokens: Token[], at: number, day: number, sure: boolean): WrittenDay | undefined {
  const month = readMonthNumber(tokens, at + 1);
  return month && (sure || month.year !== undefined) ? { day, ...month } : undefined;
}

/** More follows without a space: "11/8/KH-CAP" is a document. */
const isGlued = (tokens: Token[], end: number) => {
  const [sign, next] = [tokens[end], tokens[end + 1]];
  if (sign?.gap !== 0) return false;
  if (sign.kind !== "mark") return true;
  return /^[/\-–]$/.test(sign.raw) && next?.gap === 0 && next.kind !== "mark";
};

function dated(written: WrittenDay, clock: Clock, inYear?: number, notAfter?: Day) {
  const { day, month } = written;
  const on = (year: number) => dayOf(year, written);
  clock.said ??= [];
  clock.said.push(written);
  const known = written.year ?? inYear;
  if (written.year !== undefined) clock.year = written.year;
  const doubts: Doubt[] = known === undefined ? ["day-without-year"] : [];
  const latest = notAfter ?? clock.today;
  let year = known ?? Number(latest.slice(0, 4));
  if (written.year === undefined && on(year) > latest) year -= 1;
  // 29/2 was last in a leap year.
  if (known === undefined && day === 29 && month === 2) while (!isDay(on(year))) year -= 1;
  const heldOn = on(year);
  if (!isDay(heldOn)) return { doubts: ["no-such-day" as const] };
  if (heldOn > clock.today) doubts.push("day-ahead");
  return { heldOn, doubts };
}

/** "8 tháng năm 2025", "6 tháng đầu năm", "6 tháng cuối năm 2025". */
function readMonths(tokens: Token[], at: number, clock: Clock): Time | undefined {
  const count = numberOf(tokens[at], 1, 12);
  const month = count ? findPhrase(words.month, tokens, at + 1) : undefined;
  if (!count || !month || numberOf(tokens[month.end], 1, 12)) return undefined;
  const last = findPhrase(words.lastHalf, tokens, month.end);
  const named = last ?? findPhrase(words.firstHalf, tokens, month.end);
  const start = named?.end ?? month.end;
  const year = readYearNumber(tokens, start);
  if (last && count !== 6) return undefined;
  const inYear = year?.year ?? guessYear(clock, last ? 7 : count);
  if (year) clock.year = year.year;
  const end = year?.end ?? (named ? skip(words.year, tokens, start) : start);
  const period = parsePeriod(last ? `${inYear}-h2` : count === 6 ? `${inYear}-h1` : `${inYear}-m${count}`);
  return { at, end, period, doubts: ["which-months", ...withoutYear(year?.year)] };
}

/** "tháng 10", "tháng 10/2025", "tháng 10 năm 2025", "10/2025". */
function readMonth(tokens: Token[], at: number, clock: Clock): Time | undefined {
  const read = readMonthNumber(tokens, at) ?? readBareMonth(tokens, at);
  if (!read) return undefined;
  const year = read.year ?? guessYear(clock, read.month);
  if (read.year) clock.year = read.year;
  const period = parsePeriod(`${year}-${String(read.month).padStart(2, "0")}`);
  return { at, end: read.end, period, doubts: ["which-months", ...withoutYear(read.year)] };
}

function readMonthNumber(tokens: Token[], at: number) {
  const match = findPhrase(words.month, tokens, at);
  const month = match && numberOf(tokens[match.end], 1, 12);
  return month ? withYear(tokens, match.end + 1, month) : undefined;
}

function readBareMonth(tokens: Token[], at: number) {
  const month = numberOf(tokens[at], 1, 12);
  const before = tokens[at - 1];
  const tail = tokens[at]?.gap === 0 && before && (before.kind !== "mark" || /^[/\-.,–]$/.test(before.raw));
  if (!month || tail || tokens[at + 1]?.raw !== "/") return undefined;
  const read = withYear(tokens, at + 1, month);
  return read.year ? read : undefined;
}

function withYear(tokens: Token[], at: number, month: number) {
  const sign = tokens[at];
  const next = tokens[at + 1];
  if (sign?.gap === 0 && /^[/\-.]$/.test(sign.raw) && next?.gap === 0 && /^(19|20)\d\d$/.test(next.raw))
    if (!isGlued(tokens, at + 2)) return { month, end: at + 2, year: Number(next.raw) };
  const named = readYearNumber(tokens, at);
  return { month, end: named?.end ?? at, ...(named && { year: named.year }) };
}

/** "quý III", "quý 3/2025", "quý IV năm 2025". */
function readQuarter(tokens: Token[], at: number, clock: Clock): Time | undefined {
  const match = findPhrase(words.quarter, tokens, at);
  const token = match && tokens[match.end];
  const quarter = token && (numberOf(token, 1, 4) ?? roman[token.plain]);
  if (!match || !quarter) return undefined;
  const read = withYear(tokens, match.end + 1, quarter);
  const year = read.year ?? guessYear(clock, quarter * 3 - 2);
  if (read.year) clock.year = read.year;
  const period = parsePeriod(`${year}-q${quarter}`);
  return { at, end: read.end, period, doubts: ["which-months", ...withoutYear(read.year)] };
}

function readYear(tokens: Token[], at: number, clock: Clock): Time | undefined {
  const read = readYearNumber(tokens, at);
  // "giai đoạn 2021 – 2025", "năm 2024-2025" name no year of their own.
  if (!read || /^[-–]$/.test(tokens[read.end]?.raw ?? "")) return undefined;
  clock.year = read.year;
  return { at, end: read.end, period: parsePeriod(String(read.year)), doubts: ["which-months"] };
}

function readYearNumber(tokens: Token[], at: number): { year: number; end: number } | undefined {
  const word = skip(words.year, tokens, at);
  return word > at ? readYearDigits(tokens, word) : undefined;
}

const readYearDigits = (tokens: Token[], at: number) =>
  /^(19|20)\d\d$/.test(tokens[at]?.raw ?? "") ? { year: Number(tokens[at]?.raw), end: at + 1 } : undefined;

/** The year named before, else the latest whose month has begun. */
function guessYear({ today, year }: Clock, month: number): number {
  if (year) return year;
  const now = Number(today.slice(0, 4));
  return month > Number(today.slice(5, 7)) ? now - 1 : now;
}

const withoutYear = (year: number | undefined): Doubt[] => (year ? [] : ["period-without-year"]);

function span(at: number, end: number, from: Day | undefined, to: Day | undefined, doubts: Doubt[]): Time {
  if (!from || !to || from > to) return { at, end, doubts: [...new Set<Doubt>([...doubts, "no-such-day"])] };
  return { at, end, period: { key: "", from, to }, doubts: [...new Set(doubts)] };
}

function skip<T>(phrases: Parameters<typeof findPhrase<T>>[0], tokens: Token[], at: number): number {
  return findPhrase(phrases, tokens, at)?.end ?? at;
}

function numberOf(token: Token | undefined, min: number, max: number): number | undefined {
  if (token?.kind !== "digits" || token.raw.length > 2) return undefined;
  const value = Number(token.raw);
  return value >= min && value <= max ? value : undefined;
}

function yearOf(raw: string): number | undefined {
  if (/^(19|20)\d\d$/.test(raw)) return Number(raw);
  return /^\d\d$/.test(raw) ? 2000 + Number(raw) : undefined;
}
