import type { Day } from "@/lib/core/days";
import type { PointStatus } from "@/prisma/client/enums";
import { isWaiting, type OpenStatus, openStatuses, runningStatuses } from "./catalog";

type Span = { startedOn: Day | null; endedOn: Day | null };

/** In force on a day: begun, and not ended yet; the day of the end is the first one without it (T14). */
export const inForceOn = ({ startedOn, endedOn }: Span, day: Day): boolean =>
  startedOn !== null && startedOn <= day && (endedOn === null || day < endedOn);

/** What a point may be changed to: one that has begun never waits again, and one that ended stays so. */
export function statusesAfter(status: PointStatus): readonly OpenStatus[] {
  if (status === "ended") return [];
  return isWaiting(status) ? openStatuses : runningStatuses;
}

/** What forbids ending a point on a day; undefined when nothing does. */
export function endFault(
  { startedOn, endedOn }: Span,
  day: Day,
): "not-begun" | "already-ended" | "before-start" | undefined {
  if (endedOn !== null) return "already-ended";
  if (startedOn === null) return "not-begun";
  return day <= startedOn ? "before-start" : undefined;
}
