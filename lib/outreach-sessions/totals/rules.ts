import { addDays, addMonths, type Day } from "@/lib/core/days";
import { type Period, previousPeriod, samePeriodLastYear } from "@/lib/core/periods";
import { atomOf, nextAtom } from "../rules";

/** Both days included. */
export type Span = { from: Day; to: Day };

/** What stands against what: the part of a period that is over, and as much of the one before and of last year's. */
export type Comparison = { now: Span; previous: Span; lastYear: Span };

/**
 * What of a period may be compared: of one still running only the half-months that are over, so that ten months
 * never stand against twelve. Undefined while none of it is over.
 */
export function comparable(period: Period, today: Day): Comparison | undefined {
  const previous = previousPeriod(period);
  const lastYear = samePeriodLastYear(period);
  if (period.to <= today) return { now: period, previous, lastYear };
  const after = atomOf(addDays(today, 1));
  if (after <= period.from) return undefined;
  const now = { from: period.from, to: addDays(after, -1) };
  if (period.key) {
    const atoms = atomsBetween(period.from, after);
    return { now, previous: first(atoms, previous), lastYear: first(atoms, lastYear) };
  }
  const days = (Date.parse(after) - Date.parse(period.from)) / 86_400_000;
  return {
    now,
    previous: { from: previous.from, to: addDays(previous.from, days - 1) },
    lastYear: { from: lastYear.from, to: addDays(addMonths(after, -12), -1) },
  };
}

/** Named periods of every scheme begin with a half-month, so that as many of each make the same part of it. */
const first = (atoms: number, { from }: Span): Span => {
  let end = from;
  for (let at = 0; at < atoms; at++) end = nextAtom(end);
  return { from, to: addDays(end, -1) };
};

function atomsBetween(from: Day, until: Day): number {
  let atoms = 0;
  for (let at = from; at < until; at = nextAtom(at)) atoms++;
  return atoms;
}

/** How much more or less than before, as a share of before; null when there was nothing to compare with. */
export const changeOf = (now: number, before: number): number | null =>
  before === 0 ? null : (now - before) / before;

export const sameSpan = (a: Span, b: Span): boolean => a.from === b.from && a.to === b.to;

/** What a unit's figure of a period is: a number, said to be none, or not known (T17). */
export type UnitState = "counted" | "nil" | "none";

/** Whatever was logged wins over what was declared; broadcasts are something logged, too. */
export const stateOf = ({ entries, declared }: { entries: number; declared: boolean }): UnitState =>
  entries > 0 ? "counted" : declared ? "nil" : "none";

const standing: Record<UnitState, number> = { counted: 0, nil: 1, none: 2 };

type Ranked = { state: UnitState; sessions: { all: number }; attendances: number; name: string };

/** Most sessions first; then who said that there were none; last who said nothing. */
export const byRank = (a: Ranked, b: Ranked): number =>
  standing[a.state] - standing[b.state] ||
  b.sessions.all - a.sessions.all ||
  b.attendances - a.attendances ||
  a.name.localeCompare(b.name, "vi");
