import { type Day, earlier } from "@/lib/core/days";
import type { FieldIssue } from "@/lib/core/errors";
import { existedOn } from "@/lib/units/rules";
import type { FindingResult, RuralLevel, UnitType } from "@/prisma/client/enums";
import { levels } from "../catalog";
import type { Criterion } from "../criteria/rules";
import type { Programme } from "../criteria/schema";
import { type CriteriaSet, criteriaSetOn, isAtLeast, type Standing } from "../rules";

/** Where a unit stands by a criterion: judged, or not yet (T17: no finding is not "not met"). */
export type CriterionState = FindingResult | "unjudged";

/**
 * A criterion that is judged itself, with what was found of it, and what a ward found last that the city has not
 * confirmed: the same while nothing was confirmed, else beside it.
 */
export type Judged = Criterion & {
  result: FindingResult | null;
  confirmed: boolean;
  waits: FindingResult | null;
};

/** A criterion of the list with its parts; its state follows from theirs. */
export type Branch<C extends Judged = Judged> = { criterion: C; parts: C[]; state: CriterionState };

/**
 * How far a unit is by the criteria of a step: whole criteria are counted, parts are what is missing. Criteria of one
 * group of communes are listed and not counted, as long as no commune is known to be in a group.
 */
export type Progress<C extends Judged = Judged> = {
  branches: Branch<C>[];
  total: number;
  counts: Record<CriterionState, number>;
  /** Not met or not judged yet, part by part: what stands between the unit and the step. */
  missing: C[];
  /** Found by a ward, not yet confirmed by the city. */
  waiting: number;
  /** Criteria of one group of communes each, which are not counted. */
  byGroup: number;
};

/** The criteria a set is judged by: those without parts. */
export const leaves = <C extends Criterion>(criteria: readonly C[]): C[] =>
  criteria.filter(
    ({ code, level }) => !criteria.some((other) => other.parent === code && other.level === level),
  );

const isForAll = ({ group }: Judged) => group === null;

const stateOf = ({ result }: Judged): CriterionState => result ?? "unjudged";

/** Of several parts: not met as soon as one is, met only when all are (those that do not apply aside). */
function stateOfParts(parts: readonly Judged[]): CriterionState {
  const states = parts.map(stateOf);
  if (states.includes("not_met")) return "not_met";
  if (states.includes("unjudged")) return "unjudged";
  return states.includes("met") ? "met" : "not_applicable";
}

/** Where a unit stands by the criteria of one step. */
export function progressOf<C extends Judged>(criteria: readonly C[]): Progress<C> {
  const branches = criteria
    .filter(({ parent }) => parent === null)
    .map((criterion): Branch<C> => {
      const parts = criteria.filter(({ parent }) => parent === criterion.code);
      const asked = parts.filter(isForAll);
      return {
        criterion,
        parts,
        state: parts.length > 0 ? stateOfParts(asked.length > 0 ? asked : parts) : stateOf(criterion),
      };
    });
  const forAll = branches.filter(
    ({ criterion, parts }) => isForAll(criterion) && (parts.length === 0 || parts.some(isForAll)),
  );
  const counted = (state: CriterionState) => forAll.filter((branch) => branch.state === state).length;
  const judged = leaves(criteria);
  const asked = forAll.flatMap(({ criterion, parts }) =>
    parts.length > 0 ? parts.filter(isForAll) : criterion,
  );
  return {
    branches,
    total: forAll.length,
    counts: {
      met: counted("met"),
      not_met: counted("not_met"),
      not_applicable: counted("not_applicable"),
      unjudged: counted("unjudged"),
    },
    missing: asked.filter(({ result }) => result === null || result === "not_met"),
    waiting: judged.filter(({ waits }) => waits !== null).length,
    byGroup: judged.length - asked.length,
  };
}

/** The step a commune climbs next; none from the top. */
export const nextStep = (standing: Standing): RuralLevel | undefined =>
  levels.find((level) => !isAtLeast(standing, level));

/** The programme a unit of a kind is judged by. */
export const programmeOf = (type: UnitType): Programme => (type === "commune" ? "rural" : "urban");

/** The day a dossier shows: the one asked for, within the unit's own days and never ahead. */
export function dossierDay(
  unit: { validFrom: Day | null; validTo: Day | null },
  asked: Day | undefined,
  now: Day,
): Day {
  const last = earlier(unit.validTo ?? now, now);
  const day = earlier(asked ?? last, last);
  return unit.validFrom !== null && day < unit.validFrom ? unit.validFrom : day;
}

/** Why criteria of a set cannot be judged for a unit on a day, or undefined when they can. */
export function findingFault(
  unit: { type: UnitType; validFrom: Day | null; validTo: Day | null },
  programme: Programme,
  set: CriteriaSet,
  judgedOn: Day,
): FieldIssue | undefined {
  if (programmeOf(unit.type) !== programme) return { field: "criteria", code: "other-kind" };
  if (!existedOn(unit, judgedOn)) return { field: "judgedOn", code: "unit-not-then" };
  if (!criteriaSetOn([set], judgedOn)) return { field: "judgedOn", code: "set-not-then" };
  return undefined;
}
