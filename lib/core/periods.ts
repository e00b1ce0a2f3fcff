import { addDays, addMonths, type Day, isKnownDay } from "./days";
import { formatDate } from "./format";
import type { Locale } from "./locale";

/**
 * A span of days, both ends included, with the name it goes by. State reporting months run from the 15th
 * to the 14th and the year from 15/12 to 14/12; finance and the public use calendar months (T12).
 */
export type Period = { key: string; from: Day; to: Day };

/** `calendar` = 01/01–31/12; `reporting` = 15/12–14/12; `force` (ratings of forces) = 15/11–14/11. */
export const schemes = ["calendar", "reporting", "force"] as const;
export type Scheme = (typeof schemes)[number];

const firstOfYear: Record<Scheme, (year: number) => Day> = {
  calendar: (year) => `${year}-01-01`,
  reporting: (year) => `${year - 1}-12-15`,
  force: (year) => `${year - 1}-11-15`,
};

/** `from` the first day of month `first` of a scheme's year, through the end of its month `last` (1–12). */
export function monthsOf(scheme: Scheme, year: number, first: number, last: number): { from: Day; to: Day } {
  const start = firstOfYear[scheme](year);
  return { from: addMonths(start, first - 1), to: addDays(addMonths(start, last), -1) };
}

/** The years that have periods: within them no period leaves the days that can be looked at. */
const [firstYear, lastYear] = [1976, 2100];

/** The year by reporting months that a day lies in; the first or last there is for a day before or after them. */
export function reportingYear(day: Day): Period {
  const year = Math.min(lastYear, Math.max(firstYear, yearOf("reporting", day)));
  return { key: `r${year}`, ...monthsOf("reporting", year, 1, 12) };
}

const prefixes: Record<string, Scheme> = { "": "calendar", r: "reporting", f: "force" };

/**
 * Reads a period's key. Calendar: "2025", "2025-08", "2025-q3", "2025-h1", "2025-m8" (the first 8 months);
 * with "r" before it by reporting months, with "f" by the force-rating year. Undefined when it is none.
 */
export function parsePeriod(key: string): Period | undefined {
  const match = /^([rf]?)(\d{4})(?:-(?:(\d{2})|q([1-4])|h([12])|m(\d{1,2})))?$/.exec(key);
  if (!match) return undefined;
  const scheme = prefixes[match[1] ?? ""] ?? "calendar";
  const year = Number(match[2]);
  if (year < firstYear || year > lastYear) return undefined;
  const [first, last] = monthRange(match.slice(3));
  return first >= 1 && last <= 12 && first <= last
    ? { key, ...monthsOf(scheme, year, first, last) }
    : undefined;
}

function monthRange([month, quarter, half, months]: (string | undefined)[]): [number, number] {
  if (month) return [Number(month), Number(month)];
  if (quarter) return [Number(quarter) * 3 - 2, Number(quarter) * 3];
  if (half) return [Number(half) * 6 - 5, Number(half) * 6];
  return [1, months ? Number(months) : 12];
}

/** A free range; undefined unless both are days in order, within what pages can lay out month by month. */
export function rangePeriod(from: string, to: string): Period | undefined {
  const known = isKnownDay(from) && isKnownDay(to);
  return known && from <= to ? { key: "", from, to } : undefined;
}

/**
 * What keeps two typed days from being a range: the first lies after the last, or one of them is missing or no day.
 * Undefined for a range, and where nothing was typed.
 */
export function rangeFault(from: string, to: string): "reversed" | "incomplete" | undefined {
  if (from === "" && to === "") return undefined;
  if (!isKnownDay(from) || !isKnownDay(to)) return "incomplete";
  return from > to ? "reversed" : undefined;
}

/** The same span just before: the previous month, quarter, half or year; for a free range as many days. */
export function previousPeriod(period: Period): Period {
  const shifted = shiftKey(period.key, -1);
  if (shifted) return shifted;
  const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000 + 1;
  return { key: "", from: addDays(period.from, -days), to: addDays(period.from, -1) };
}

/** The same span a year earlier. */
export function samePeriodLastYear(period: Period): Period {
  const named = period.key && parsePeriod(period.key.replace(/\d{4}/, (year) => String(Number(year) - 1)));
  return named || { key: "", from: addMonths(period.from, -12), to: addMonths(period.to, -12) };
}

function shiftKey(key: string, by: number): Period | undefined {
  const match = /^([rf]?)(\d{4})(?:-(?:(\d{2})|(q)([1-4])|(h)([12])|(m)(\d{1,2})))?$/.exec(key);
  if (!match) return undefined;
  const [, prefix = "", year = "", month, q, quarter, h, half, m] = match;
  if (m) return parsePeriod(key.replace(year, String(Number(year) + by)));
  const size = month ? 12 : q ? 4 : h ? 2 : 1;
  const at = Number(year) * size + (Number(month ?? quarter ?? half ?? 1) - 1) + by;
  const part = (at % size) + 1;
  const suffix = month ? `-${String(part).padStart(2, "0")}` : q ? `-q${part}` : h ? `-h${part}` : "";
  return parsePeriod(`${prefix}${Math.floor(at / size)}${suffix}`);
}

/** The label of a period: "Tháng 8/2025", "8 tháng năm 2025", "Năm 2025"; its dates stand beside it always. */
export function periodLabel(period: Period, locale: Locale): string {
  const match = /^([rf]?)(\d{4})(?:-(?:(\d{2})|q([1-4])|h([12])|m(\d{1,2})))?$/.exec(period.key);
  if (!match) return `${formatDate(period.from)} – ${formatDate(period.to)}`;
  const [, prefix, year, month, quarter, half, months] = match;
  const vi = month
    ? `Tháng ${Number(month)}/${year}`
    : quarter
      ? `Quý ${quarter}/${year}`
      : half
        ? `6 tháng ${half === "1" ? "đầu" : "cuối"} năm ${year}`
        : months
          ? `${months} tháng năm ${year}`
          : `Năm ${year}`;
  const en = month
    ? `Month ${Number(month)}/${year}`
    : quarter
      ? `Quarter ${quarter}/${year}`
      : half
        ? `Half ${half} of ${year}`
        : months
          ? `${months} months of ${year}`
          : `Year ${year}`;
  const kind = {
    r: { vi: " (kỳ báo cáo)", en: " (reporting)" },
    f: { vi: " (kỳ xếp loại)", en: " (rating)" },
  }[prefix ?? ""];
  return (locale === "vi" ? vi : en) + (kind?.[locale] ?? "");
}

/** The year of a scheme that a day lies in. */
export function yearOf(scheme: Scheme, day: Day): number {
  const year = Number(day.slice(0, 4));
  return day >= firstOfYear[scheme](year + 1) ? year + 1 : year;
}

/** What the period box offers: this and last year by reporting months and by calendar, with this year's months and quarters. */
export function offeredPeriods(day: Day, locale: Locale): { value: string; label: string }[] {
  const reporting = yearOf("reporting", day);
  const calendar = yearOf("calendar", day);
  const month = ((Number(day.slice(5, 7)) - (day.slice(8) >= "15" ? 0 : 1)) % 12) + 1;
  const keys = [
    `r${reporting}`,
    `r${reporting}-${String(month).padStart(2, "0")}`,
    `r${reporting}-m${month}`,
    ...[1, 2, 3, 4].map((quarter) => `r${reporting}-q${quarter}`),
    `r${reporting - 1}`,
    String(calendar),
    day.slice(0, 7),
    String(calendar - 1),
  ];
  return keys.map((key) => ({ value: key, label: periodLabel(parsePeriod(key) as Period, locale) }));
}
