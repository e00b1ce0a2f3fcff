import { addDays, type Day } from "@/lib/core/days";
import { monthOf, weekday } from "./calendar";
import { dailySessions, lunarNewYears, publicHolidays } from "./distributions";

export const isHoliday = (day: Day): boolean =>
  isNewYearFestival(day) || publicHolidays.includes(day.slice(5));

/** How lively a day is: 1 is a usual one. */
export function dayFactor(day: Day): number {
  const { newYearFestival, publicHoliday, reorganisation } = dailySessions;
  const usual = (dailySessions.weekday[weekday(day)] ?? 1) * (dailySessions.month[monthOf(day) - 1] ?? 1);
  if (isNewYearFestival(day)) return usual * newYearFestival;
  if (publicHolidays.includes(day.slice(5))) return usual * publicHoliday;
  if (day >= reorganisation.from && day <= reorganisation.to) return usual * reorganisation.factor;
  return usual;
}

/** From three days before the first of the lunar year to the sixth. */
function isNewYearFestival(day: Day): boolean {
  return lunarNewYears.some((first) => day >= addDays(first, -3) && day <= addDays(first, 5));
}
