import type { Day } from "@/lib/core/days";
import type { PointStatus } from "@/prisma/client/enums";
import { type StepKind, type Transition, transitions } from "./catalog";

const table: readonly Transition[] = transitions;

/** What a kind of step is: where it leads, whose it is, which papers it needs. */
export const transitionOf = (kind: StepKind): Transition =>
  table.find((transition) => transition.kind === kind) as Transition;

/** The steps that can be taken from a state, in the order of a point's life. */
export const stepsFrom = (status: PointStatus): StepKind[] =>
  table.filter(({ from }) => from.includes(status)).map(({ kind }) => kind as StepKind);

type Point = { status: PointStatus; startedOn: Day | null };

/**
 * What forbids a step on a day, as a field and a code; undefined when nothing does. `lastOn` is the day of the
 * last step that stands: steps follow each other in time, but what was only proposed may have begun before it was
 * written down.
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
  if (startedOn !== null && lastOn !== null && happenedOn < lastOn)
    return { field: "happenedOn", code: `before-last:${lastOn}` };
  return undefined;
}

type StepLine = { kind: string; reversed: boolean };

/** The place of the step that can be reversed: the last that stands, unless it is the proposal itself; −1 for none. */
export function reversible(steps: readonly StepLine[]): number {
  const last = steps.findLastIndex(({ reversed }) => !reversed);
  return steps[last]?.kind === "propose" ? -1 : last;
}
