import type { Day } from "@/lib/core/days";

/** What is known of the two models on the day of a merger. */
export type MergerDays = {
  /** First day of the model that goes; null while none of its points has begun. */
  first: Day | null;
  /** Last day on which another model went into it. */
  lastIn: Day | null;
  /** First day of the model that receives, with all that went into it. */
  intoFirst: Day | null;
  /** Last day of the periods its indicators were read for. */
  lastRead: Day | null;
};

/**
 * What forbids a merger on a day, as a code; undefined when nothing does. A model goes after it began, not before
 * another one went into it, and not into one that did not run yet: a new one takes over from the day it is decided.
 */
export function mergerFault(
  { first, lastIn, intoFirst, lastRead }: MergerDays,
  mergedOn: Day,
): string | undefined {
  if (first && mergedOn <= first) return `before-start:${first}`;
  if (lastIn && mergedOn < lastIn) return `before-merger:${lastIn}`;
  if (intoFirst && mergedOn < intoFirst) return `into-not-begun:${intoFirst}`;
  // Its own indicators have no points from that day on: figures read since would stand in no total.
  if (lastRead && mergedOn <= lastRead) return `read-until:${lastRead}`;
  return undefined;
}
