/** A day as ISO text ("2025-08-11"); days have no zone, only "today" needs one. */
export type Day = string;

/** The first day anything can have happened on here: records of the movement do not go back further. */
export const firstDay: Day = "1975-04-30";
/** The last day anything can be looked at: beyond it no period has a name, and no plan lies so far ahead. */
export const lastDay: Day = "2100-12-31";

const zone = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });

/** Today in Asia/Ho_Chi_Minh. */
export const today = (now: Date = new Date()): Day => zone.format(now);

/** "2025-08-11" → "11/08/2025", as formatDate writes it; for a client that needs nothing else of format.ts. */
export const writtenDay = (day: Day): string => day.split("-").reverse().join("/");

/** True for a real day of the calendar written YYYY-MM-DD: 2025-02-30 is none. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** True for a day an address can ask for: a real one from the first to the last that there is here. */
export const isKnownDay = (value: string): boolean => isDay(value) && value >= firstDay && value <= lastDay;

/** The day as Prisma stores a DATE: midnight UTC, never a local one, so that no day shifts. */
export const toDate = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** A DATE that Prisma read, as ISO text. */
export const fromDate = (date: Date): Day => date.toISOString().slice(0, 10);

export function addDays(day: Day, days: number): Day {
  const date = toDate(day);
  date.setUTCDate(date.getUTCDate() + days);
  return fromDate(date);
}

/** The same day so many months on; the last day of the month where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const date = toDate(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return fromDate(date);
}

export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
export const later = (a: Day, b: Day): Day => (a > b ? a : b);
