import type { Day } from "@/lib/core/days";
import type { RecognitionLevel } from "@/prisma/client/enums";
import { recognitionLevels } from "../catalog";

/** The levels somebody may record: a ward its own for points of its own, the city all. */
export const levelsFor = (wholeCity: boolean): readonly RecognitionLevel[] =>
  wholeCity ? recognitionLevels : ["commune"];

type Granted = { decidedOn: Day | null; revokedOn: Day | null };

/** How a recognition stands on a day. A day that is not known never hides it. */
export function standingOn({ decidedOn, revokedOn }: Granted, day: Day): "later" | "revoked" | "in-force" {
  if (decidedOn !== null && decidedOn > day) return "later";
  return revokedOn !== null && revokedOn <= day ? "revoked" : "in-force";
}

/** What is recognised: a model with its first day and the day it went into another one, or a point with its span. */
type Subject = { startedOn: Day | null; until: Day | null };

/** What forbids a recognition on a day, as a code: before the first day, or once it was over. An unknown day fits. */
export function dayFault({ startedOn, until }: Subject, decidedOn: Day | undefined): string | undefined {
  if (decidedOn === undefined) return undefined;
  if (startedOn !== null && decidedOn < startedOn) return `before-begin:${startedOn}`;
  if (until !== null && decidedOn >= until) return `after-end:${until}`;
  return undefined;
}
