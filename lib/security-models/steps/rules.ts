import type { Day } from "@/lib/core/days";
import type { PointStatus } from "@/prisma/client/enums";
import { isWaiting } from "../points/catalog";
import { type StepKind, type Transition, transitions } from "./catalog";

const table: readonly Transition[] = transitions;

/** What a kind of step is: where it leads, whose it is, which papers it needs. */
export const transitionOf = (kind: StepKind): Transition =>
  table.find((transition) => transition.kind === kind) as Transition;

/** The steps that can be taken from a state, in the order of a point's life. */
export const stepsFrom = (status: PointStatus): StepKind[] =>
  table.filter(({ from }) => from.includes(status)).map(({ kind }) => kind as StepKind);

/** The step that usually comes next in a point's life; undefined where none does. */
export const nextStep: Partial<Record<PointStatus, StepKind>> = {
  proposed: "approve",
  approved: "launch",
  piloting: "launch",
  consolidating: "resume",
  suspended: "resume",
  active: "recognize",
  recognized: "replicate",
};

type StepDay = { kind: string; toStatus: PointStatus; happenedOn: Day; reversed: boolean };

/**
 * The day of the last step that stands; null where there is none. Of a point that waits, the day it was written down
 * is no step's day: it may have been proposed, approved and launched long before.
 */
export function lastStepOn(steps: readonly StepDay[]): Day | null {
  const days = steps
    .filter(
      ({ kind, toStatus, reversed }) =>
        !reversed && !((kind === "propose" || kind === "enter") && isWaiting(toStatus)),
    )
    .map(({ happenedOn }) => happenedOn);
  return days.sort().at(-1) ?? null;
}

/** The last step that stands, of steps in the order they were written down. */
export const latestOf = <T extends { reversed: boolean }>(steps: readonly T[]): T | undefined =>
  steps.findLast(({ reversed }) => !reversed);

type Point = { status: PointStatus; startedOn: Day | null };

/**
 * What forbids a step on a day, as a field and a code; undefined when nothing does. `lastOn` is the day of the
 * last step that stands: steps follow each other in time.
 */
export function stepFault(
  kind: StepKind,
  { status, startedOn }: Point,
  happenedOn: Day,
  lastOn: Day | null,
): { field: "kind" | "happenedOn"; code: string } | undefined {
  const { from, to } = transitionOf(kind);
  if (!from.includes(status)) return { field: "kind", code: "not-from-here" };
  if (to === "ended" && startedOn !== null && happenedOn <= startedOn)
    return { field: "happenedOn", code: "before-start" };
  if (lastOn !== null && happenedOn < lastOn) return { field: "happenedOn", code: `before-last:${lastOn}` };
  return undefined;
}

/** A unit takes no step before it exists: no approval, no beginning; undefined when it did by then. */
export const unitFault = (
  { validFrom }: { validFrom: Day | null },
  happenedOn: Day,
): { field: "happenedOn"; code: string } | undefined =>
  validFrom !== null && happenedOn < validFrom
    ? { field: "happenedOn", code: `before-unit:${validFrom}` }
    : undefined;

/** The state after a step, and the day in force it leaves a point with: what the database's own triggers come to. */
export function afterStep({ status, startedOn }: Point, kind: StepKind, happenedOn: Day): Point {
  const { from, to } = transitionOf(kind);
  if (!from.includes(status)) throw new Error(`${kind} does not follow ${status}`);
  return { status: to, startedOn: isWaiting(to) ? null : (startedOn ?? happenedOn) };
}

type StepLine = { kind: string; reversed: boolean };

/** The place of the step that can be reversed: the last that stands, unless it is the proposal itself; −1 for none. */
export function reversible(steps: readonly StepLine[]): number {
  const last = steps.findLastIndex(({ reversed }) => !reversed);
  return steps[last]?.kind === "propose" ? -1 : last;
}
