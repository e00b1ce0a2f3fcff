import { addMonths, type Day } from "@/lib/core/days";
import type { FieldIssue } from "@/lib/core/errors";
import { existedOn } from "@/lib/units/rules";
import type { RuralLevel, UnitType } from "@/prisma/client/enums";
import { levels } from "./catalog";

/** Where a commune stands; `none` = not even the first step. */
export type Standing = RuralLevel | "none";

/** A step as far as the ladder goes: decided on a day, counting from then or later, perhaps taken back on another. */
export type Step = {
  level: RuralLevel;
  criteriaSet: string;
  decisionDate: Day;
  validFrom: Day;
  revokedOn: Day | null;
};

/** A set of criteria: decisions of these days are taken by it. */
export type CriteriaSet = { key: string; from: Day; until: Day | null; citation: string };

/** Communes by how far they came: on this step or above (lũy kế). */
export type Cumulative = Record<RuralLevel, number>;
/** Communes by the step they are on: each counts once, together they are the base (tách bậc). */
type Exclusive = Record<Standing, number>;
export type RuralLadder = Cumulative & { base: number; only: Exclusive };

/** True when a step counts on a day: from the day it is valid until the day before it is taken back. */
export const standsOn = (step: Pick<Step, "validFrom" | "revokedOn">, day: Day): boolean =>
  step.validFrom <= day && (step.revokedOn === null || day < step.revokedOn);

/** The highest step on a day whose lower steps all stand (T1). */
export function standingOn(steps: readonly Step[], day: Day): Standing {
  let standing: Standing = "none";
  for (const level of levels) {
    if (!steps.some((step) => step.level === level && standsOn(step, day))) break;
    standing = level;
  }
  return standing;
}

/** A ladder of communes from where each of them stands. */
export function ladderOf(standings: readonly Standing[]): RuralLadder {
  const reached = (level: RuralLevel) => standings.filter((standing) => isAtLeast(standing, level)).length;
  return withExclusive({
    base: standings.length,
    standard: reached("standard"),
    advanced: reached("advanced"),
    exemplary: reached("exemplary"),
  });
}

/** Both views from one: exclusive counts are differences of neighbouring cumulative ones, which are never summed. */
export function withExclusive(counts: Cumulative & { base: number }): RuralLadder {
  const { base, standard, advanced, exemplary } = counts;
  return {
    ...counts,
    only: { none: base - standard, standard: standard - advanced, advanced: advanced - exemplary, exemplary },
  };
}

/** A count's part of the base; no share of nothing. */
export const shareOf = (count: number, base: number): number | null => (base === 0 ? null : count / base);

/** True when a commune stands on the level or above it. */
export const isAtLeast = (standing: Standing, level: RuralLevel): boolean =>
  standing !== "none" && levels.indexOf(standing) >= levels.indexOf(level);

/** The step that a level stands on; none below the first. */
const below = (level: RuralLevel): RuralLevel | undefined => levels[levels.indexOf(level) - 1];

/** The criteria that a decision of this day follows; undefined before the programme began. */
export const criteriaSetOn = <S extends Pick<CriteriaSet, "from" | "until">>(
  sets: readonly S[],
  day: Day,
): S | undefined => sets.find(({ from, until }) => from <= day && (until === null || day <= until));

type Commune = { type: UnitType; validFrom: Day | null; validTo: Day | null };

/** How long after its decision a step may begin to count, in months: a later day is a slip of the pen. */
const longestWait = 12;

/** Why a decision cannot begin to count on a day: never before it was taken, nor long after. */
export function validityFault(decisionDate: Day, validFrom: Day): FieldIssue | undefined {
  if (validFrom < decisionDate) return { field: "validFrom", code: "before-decision" };
  if (validFrom > addMonths(decisionDate, longestWait)) return { field: "validFrom", code: "too-late" };
  return undefined;
}

/**
 * Why a commune cannot be granted a level by a decision, or undefined when it can. A level may be granted again
 * only under newer criteria; the step below must count by then and still be in force.
 */
export function recognitionFault(
  commune: Commune,
  steps: readonly Step[],
  level: RuralLevel,
  { decisionDate, validFrom }: Pick<Step, "decisionDate" | "validFrom">,
  sets: readonly CriteriaSet[],
): FieldIssue | undefined {
  if (commune.type !== "commune") return { field: "unitId", code: "not-a-commune" };
  if (!existedOn(commune, decisionDate)) return { field: "unitId", code: "unit-not-then" };
  const validity = validityFault(decisionDate, validFrom);
  if (validity) return validity;
  if (!existedOn(commune, validFrom)) return { field: "validFrom", code: "unit-not-then" };
  const set = criteriaSetOn(sets, decisionDate);
  if (!set) return { field: "decisionDate", code: `before-programme:${sets[0]?.from ?? decisionDate}` };
  const inForce = steps.filter((step) => step.revokedOn === null);
  if (inForce.some((step) => step.level === level && step.criteriaSet === set.key))
    return { field: "level", code: "already-held" };
  const lower = below(level);
  if (!lower) return undefined;
  const held = (wanted: RuralLevel) => inForce.some((step) => step.level === wanted);
  if (level === "exemplary" && !held("standard") && !held("advanced"))
    return { field: "level", code: "needs-both" };
  const granted = inForce
    .filter((step) => step.level === lower)
    .map((step) => step.validFrom)
    .sort()[0];
  if (granted === undefined) return { field: "level", code: `needs-${lower}` };
  if (granted <= validFrom) return undefined;
  return {
    field: validFrom === decisionDate ? "decisionDate" : "validFrom",
    code: `before-step-below:${granted}`,
  };
}

/** The levels a commune can be granted by a decision of this day. */
export const nextLevels = (
  commune: Commune,
  steps: readonly Step[],
  day: Day,
  sets: readonly CriteriaSet[],
): RuralLevel[] =>
  levels.filter(
    (level) =>
      recognitionFault(commune, steps, level, { decisionDate: day, validFrom: day }, sets) === undefined,
  );

/** Why a step cannot be taken back on a day: never before it was granted, never while a higher one stands on it. */
export function revocationFault(steps: readonly Step[], step: Step, day: Day): FieldIssue | undefined {
  if (day < step.decisionDate) return { field: "revokedOn", code: "before-decision" };
  const after = steps.map((other) => (other === step ? { ...step, revokedOn: day } : other));
  return isNested(after) ? undefined : { field: "revokedOn", code: "step-above-stands" };
}

/** True when on every day each step that stands has the one below it standing; the days of change are enough to know. */
export function isNested(steps: readonly Step[]): boolean {
  const days = steps.flatMap(({ validFrom, revokedOn }) =>
    revokedOn === null ? [validFrom] : [validFrom, revokedOn],
  );
  return days.every((day) => {
    const standing = steps.filter((step) => standsOn(step, day));
    return standing.every(({ level }) => {
      const lower = below(level);
      return lower === undefined || standing.some((other) => other.level === lower);
    });
  });
}
