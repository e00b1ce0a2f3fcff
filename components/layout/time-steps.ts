import { addDays, addMonths, type Day } from "@/lib/core/days";

/** The days a slider can stand on: the first one, the last day of every month between, and the last one. */
export function stepsBetween(from: Day, to: Day): Day[] {
  const steps = [from];
  for (let first = addMonths(`${from.slice(0, 7)}-01`, 1); ; first = addMonths(first, 1)) {
    const end = addDays(first, -1);
    if (end >= to) break;
    if (end > from) steps.push(end);
  }
  if (to > from) steps.push(to);
  return steps;
}

/** The step a day lies on, or the last one before it. */
export const nearestStep = (steps: readonly Day[], day: Day): number =>
  Math.max(
    0,
    steps.findLastIndex((step) => step <= day),
  );
