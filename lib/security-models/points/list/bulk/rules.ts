import type { Day } from "@/lib/core/days";
import type { PointStatus } from "@/prisma/client/enums";
import { stepFault, transitionOf, unitFault } from "../../../steps/rules";
import { type BulkField, type BulkStep, bulkSteps } from "./catalog";

/** A step, as opposed to a fact that is written. */
export const isBulkStep = (act: string): act is BulkStep => (bulkSteps as readonly string[]).includes(act);

/** A point as far as a bulk change must know it. */
export type BulkPoint = {
  id: string;
  status: PointStatus;
  startedOn: Day | null;
  /** The first day of its unit. */
  unitFrom: Day | null;
  /** The day of the last step that stands. */
  lastOn: Day | null;
  /** The day another point was last merged into it. */
  mergedHereOn: Day | null;
  coreForce: string | null;
  siteKind: string | null;
};
type Change = { act: BulkStep | BulkField; on: Day; to?: string };

/** Why a point cannot be changed so. */
export const bulkFaults = [
  "not-from-here",
  "before-start",
  "before-last",
  "before-merged",
  "before-unit",
  "same-value",
] as const;
export type BulkFault = (typeof bulkFaults)[number];

/** Why a point cannot be changed so; undefined when nothing is in the way. */
export function bulkFault(point: BulkPoint, { act, on, to }: Change): BulkFault | undefined {
  if (!isBulkStep(act)) return point[act] === to ? "same-value" : undefined;
  const fault = stepFault(act, point, on, point.lastOn);
  if (fault) return bulkFaults.find((known) => fault.code.startsWith(known)) ?? "not-from-here";
  if ((act === "approve" || act === "decline") && unitFault({ validFrom: point.unitFrom }, on))
    return "before-unit";
  const ends = transitionOf(act).to === "ended";
  return ends && point.mergedHereOn !== null && on < point.mergedHereOn ? "before-merged" : undefined;
}

/** The list as it was looked at, after so many of its points were changed. */
export function changedAt(view: unknown, count: number): string {
  const address = new URLSearchParams(String(view));
  address.set("changed", String(count));
  return `/security-models/points?${address}`;
}
