import type { Day } from "@/lib/core/days";
import type { FieldIssue } from "@/lib/core/errors";
import { existedOn } from "@/lib/units/rules";
import type { RuralLevel, UnitType } from "@/prisma/client/enums";
import { type CriteriaSet, criteriaSets, levels } from "./catalog";

/** Where a commune stands; `none` = not even the first step. */
export type Standing = RuralLevel | "none";

/** A step as far as the ladder goes: granted on a day, perhaps taken back on another. */
export type Step = { level: RuralLevel; criteriaSet: string; decisionDate: Day; revokedOn: Day | null };

/** Communes by how far they came: on this step or above (lũy kế). */
export type Cumulative = Record<RuralLevel, number>;
/** Communes by the step they are on: each counts once, together they are the base (tách bậc). */
type Exclusive = Record<Standing, number>;
export type RuralLadder = Cumulative & { base: number; only: Exclusive };

/** True when a step counts on a day: from its decision until the day before it is taken back. */
export const standsOn = (step: Step, day: Day): boolean =>
  step.decisionDate <= day && (step.revokedOn === null || day < step.revokedOn);

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
export const criteriaSetOn = (day: Day): CriteriaSet | undefined =>
  criteriaSets.findLast(({ from }) => from <= day);

type Commune = { type: UnitType; validFrom: Day | null; validTo: Day | null };

/**
 * Why a commune cannot be granted a level on a day, or undefined when it can. A level may be granted again
 * only under newer criteria; the step below must have been granted by then and still be in force.
 */
export function recognitionFault(
  commune: Commune,
  steps: readonly Step[],
  level: RuralLevel,
  day: Day,
): FieldIssue | undefined {
  if (commune.type !== "commune") return { field: "unitId", code: "not-a-commune" };
  if (!existedOn(commune, day)) return { field: "unitId", code: "unit-not-then" };
  const set = criteriaSetOn(day);
  if (!set) return { field: "decisionDate", code: `before-programme:${criteriaSets[0].from}` };
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
    .map((step) => step.decisionDate)
    .sort()[0];
  if (granted === undefined) return { field: "level", code: `needs-${lower}` };
  return granted > day ? { field: "decisionDate", code: `before-step-below:${granted}` } : undefined;
}

/** The levels a commune can be granted by a decision of this day. */
export const nextLevels = (commune: Commune, steps: readonly Step[], day: Day): RuralLevel[] =>
  levels.filter((level) => recognitionFault(commune, steps, level, day) === undefined);

/** Why a step cannot be taken back on a day: never before it was granted, never while a higher one stands on it. */
export function revocationFault(steps: readonly Step[], step: Step, day: Day): FieldIssue | undefined {
  if (day < step.decisionDate) return { field: "revokedOn", code: "before-decision" };
  const after = steps.map((other) => (other === step ? { ...step, revokedOn: day } : other));
  return isNested(after) ? undefined : { field: "revokedOn", code: "step-above-stands" };
}

/** True when on every day each step that stands has the one below it standing; the days of change are enough to know. */
export function isNested(steps: readonly Step[]): boolean {
  const days = steps.flatMap(({ decisionDate, revokedOn }) =>
    revokedOn === null ? [decisionDate] : [decisionDate, revokedOn],
  );
  return days.every((day) => {
    const standing = steps.filter((step) => standsOn(step, day));
    return standing.every(({ level }) => {
      const lower = below(level);
      return lower === undefined || standing.some((other) => other.level === lower);
    });
  });
}
