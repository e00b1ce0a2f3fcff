import { addDays, addMonths, type Day, earlier, toDate } from "@/lib/core/days";
import { parsePeriod } from "@/lib/core/periods";
import type { Channel } from "@/prisma/client/enums";

export const planStates = ["planned", "overdue", "held", "cancelled"] as const;
export type PlanState = (typeof planStates)[number];

type Fate = { plannedOn: Day; sessionId: string | null; cancelled: boolean };

/** Where a plan stands: overdue from the day after it, unless it was held or cancelled. */
export function planState({ plannedOn, sessionId, cancelled }: Fate, on: Day): PlanState {
  if (cancelled) return "cancelled";
  if (sessionId !== null) return "held";
  return plannedOn < on ? "overdue" : "planned";
}

/** Still to be held, moved or cancelled. */
export const isOpen = (state: PlanState): boolean => state === "planned" || state === "overdue";

/** A month of the calendar as addresses write it: "2026-11". */
export const isMonth = (value: string): boolean =>
  /^\d{4}-\d{2}$/.test(value) && parsePeriod(value) !== undefined;

/** The month an address asks for, else the current one. */
export const readMonth = (value: string | undefined, now: Day): string =>
  value !== undefined && isMonth(value) ? value : now.slice(0, 7);

/** The first and the last day of a month. */
export const monthSpan = (month: string): { from: Day; to: Day } => ({
  from: `${month}-01`,
  to: addDays(addMonths(`${month}-01`, 1), -1),
});

/** The month so many further; undefined where the calendar ends. */
export function monthAt(month: string, by: number): string | undefined {
  const found = addMonths(`${month}-01`, by).slice(0, 7);
  return isMonth(found) ? found : undefined;
}

/** 0 = Monday: the week of offices and schools. */
export const weekday = (day: Day): number => (toDate(day).getUTCDay() + 6) % 7;

/** The days of a month with the blanks before and after them that make whole weeks from Monday to Sunday. */
export function monthGrid(month: string): { before: number; days: Day[]; after: number } {
  const { from, to } = monthSpan(month);
  const days = Array.from({ length: Number(to.slice(8)) }, (_, at) => addDays(from, at));
  return { before: weekday(from), days, after: 6 - weekday(to) };
}

/** How many plans of a day stand in the month before "thêm N". */
export const plansInSight = 3;

/** How many days ahead the next plans are listed. */
export const daysAhead = 14;

type Plan = {
  unitId: number;
  plannedOn: Day;
  place: string;
  title: string | null;
  channel: Channel;
  topics: string[];
  note: string | null;
};

/** What the form of a session opens with when it is the one that was planned; counts are never foreseen. */
export const sessionOfPlan = (plan: Plan, on: Day) => ({
  unitId: plan.unitId,
  heldOn: earlier(plan.plannedOn, on),
  place: plan.place,
  title: plan.title,
  channel: plan.channel,
  topics: plan.topics,
  note: plan.note,
});
