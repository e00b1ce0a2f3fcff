import type { PointOrigin, PointStatus } from "@/prisma/client/enums";

/** Before a point has begun: it has no first day yet. */
export const waitingStatuses = ["proposed", "approved", "declined"] as const satisfies readonly PointStatus[];

/** While a point runs; all of them are in force, suspended ones until a decision ends them. */
export const runningStatuses = [
  "piloting",
  "active",
  "consolidating",
  "suspended",
  "recognized",
  "replicating",
] as const satisfies readonly PointStatus[];

/** What a new point may be entered as; from there on its state changes by steps. */
export const firstStatuses = [
  "proposed",
  "approved",
  "piloting",
  "active",
] as const satisfies readonly PointStatus[];

/** What a ward may enter: an approval is the city's, a point found running has its decision. */
export const wardFirstStatuses = ["proposed", "piloting", "active"] as const satisfies readonly PointStatus[];

/** What the form begins with: the city copies out a register of what runs, a ward proposes and waits for the approval. */
export const usualStatus = (wholeCity: boolean): PointStatus => (wholeCity ? "active" : "proposed");

export const origins = ["new", "replicated"] as const satisfies readonly PointOrigin[];

export const isWaiting = (status: string): boolean => (waitingStatuses as readonly string[]).includes(status);
