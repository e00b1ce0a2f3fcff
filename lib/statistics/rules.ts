import { addDays, addMonths, type Day, earlier } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import type { Period } from "@/lib/core/periods";

/** A bar of a time series: both days included. */
export type Bucket = { from: Day; to: Day };

/**
 * A period cut into bars: half-months up to two months, months up to three years, then years. Reporting and
 * rating periods cut at the 15th, all others at the 1st; the ends of a free range are cut short.
 */
export function buckets(period: Period): Bucket[] {
  const start = /^[rf]/.test(period.key) ? "15" : "01";
  const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000 + 1;
  const next = (day: Day): Day => {
    if (days <= 62)
      return day.slice(8) < "15" ? `${day.slice(0, 8)}15` : addMonths(`${day.slice(0, 8)}01`, 1);
    const month =
      day.slice(8) < start ? `${day.slice(0, 8)}${start}` : addMonths(`${day.slice(0, 8)}${start}`, 1);
    return days <= 1_130 ? month : addMonths(month, 11);
  };
  const list: Bucket[] = [];
  for (let from = period.from; from <= period.to; from = next(from))
    list.push({ from, to: earlier(addDays(next(from), -1), period.to) });
  return list;
}

/** Sums what lies in each bar; an atom that began before the first bar belongs to it. */
export function fill<T extends { at: Day }>(
  bars: readonly Bucket[],
  atoms: readonly T[],
  add: (bar: Bucket, atoms: T[]) => void,
) {
  bars.forEach((bar, position) => {
    add(
      bar,
      atoms.filter(({ at }) => (at >= bar.from || position === 0) && at <= bar.to),
    );
  });
}

/** A bar's name: "T8/25" for the month it ends in, "15/7–31/7" for half a month, the year for a year. */
export function bucketLabel(bar: Bucket, periodKey: string, locale: Locale): string {
  const days = (Date.parse(bar.to) - Date.parse(bar.from)) / 86_400_000 + 1;
  if (days > 40) return bar.to.slice(0, 4);
  const month = /^[rf]/.test(periodKey) ? bar.to.slice(5, 7) : bar.from.slice(5, 7);
  if (days < 27)
    return `${Number(bar.from.slice(8))}–${Number(bar.to.slice(8))}/${Number(bar.to.slice(5, 7))}`;
  return `${locale === "vi" ? "T" : "M"}${Number(month)}/${(/^[rf]/.test(periodKey) ? bar.to : bar.from).slice(2, 4)}`;
}
