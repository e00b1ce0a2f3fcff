import { addDays, type Day, earlier, toDate } from "@/lib/core/days";

export const dayNumber = (day: Day): number => toDate(day).getTime() / 86_400_000;
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

export const later = (a: Day, b: Day): Day => (earlier(a, b) === a ? b : a);

/** 0 = Sunday. */
export const weekday = (day: Day): number => toDate(day).getUTCDay();
/** 1 = January. */
export const monthOf = (day: Day): number => Number(day.slice(5, 7));
export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Every day from the first to the last, both included. */
export function eachDay(first: Day, last: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) =>
    addDays(first, index),
  );
}

/** The same day, or the Monday after a weekend: offices sign and launch on working days. */
export function workingDay(day: Day): Day {
  const of = weekday(day);
  return of === 6 ? addDays(day, 2) : of === 0 ? addDays(day, 1) : day;
}

/** A moment of a day in Asia/Ho_Chi_Minh. */
export function moment(day: Day, hour: number, minute: number): string {
  return `${day}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00+07:00`;
}
