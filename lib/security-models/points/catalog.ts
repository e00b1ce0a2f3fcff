import type { PointEnd, PointOrigin, PointStatus } from "@/prisma/client/enums";

/** Before a point has begun: it has no first day yet. */
const waitingStatuses = ["proposed", "approved"] as const satisfies readonly PointStatus[];

/** While a point runs; all of them are in force. */
export const runningStatuses = [
  "piloting",
  "active",
  "consolidating",
  "suspended",
] as const satisfies readonly PointStatus[];

/** What a form offers; a point ends by its own command. */
export const openStatuses = [...waitingStatuses, ...runningStatuses] as const;
export type OpenStatus = (typeof openStatuses)[number];

/** What a new point may be entered as. */
export const firstStatuses = [
  "proposed",
  "approved",
  "piloting",
  "active",
] as const satisfies readonly OpenStatus[];

export const origins = ["new", "replicated"] as const satisfies readonly PointOrigin[];
export const ends = ["merged", "removed", "finished"] as const satisfies readonly PointEnd[];

export const isWaiting = (status: string): boolean => (waitingStatuses as readonly string[]).includes(status);
