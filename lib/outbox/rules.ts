/** The version of what device and server say to each other; a device that speaks an older one is still understood. */
export const protocol = 1;

/** Parcels of one request. */
export const batchSize = 20;

/** Commands a device may keep and send later, by their names in the policy table. */
export const sendable = ["outreach-sessions.create", "outreach-sessions.update"] as const;
export type Sendable = (typeof sendable)[number];

/** Something saved on a device: what was typed, for which command. */
export type Parcel = { item: string; command: Sendable; values: Record<string, string[]> };

/** What became of a parcel: stored under an id, or refused in words. */
export type ParcelAnswer =
  | { item: string; stored: true; id: string; href: string }
  | { item: string; stored: false; code: string; told: ParcelTold };

/** A refusal as its form shows it again. */
export type ParcelTold = {
  status: "error" | "warning" | "conflict" | "overtaken" | "idle" | "done";
  message?: string;
  errors: Record<string, string[]>;
  similar?: { label: string; detail: string; href: string }[];
  differing?: { field: string; label: string; theirs: string; yours: string }[];
  version?: string;
  /** The server could not read it at all; said in the words of the screen that shows it. */
  unreadable?: true;
};

/** Why nothing of a request was taken; the parcels stay as they are. */
export type Blocked = "network" | "signed-out" | "other-user" | "version" | "password" | "server";

/** As much as one request holds, in characters; a longer queue is cut, one parcel goes whatever its length. */
export const batchLength = 300_000;

/** The first parcels of a queue that fit into one request. */
export function firstBatch<T>(queue: readonly T[], lengthOf: (parcel: T) => number): T[] {
  let length = 0;
  const fits = queue.findIndex((parcel, at) => {
    length += lengthOf(parcel);
    return at > 0 && length > batchLength;
  });
  return queue.slice(0, Math.min(batchSize, fits === -1 ? queue.length : fits));
}

/** What an answer that is not 200 means for the parcels that were sent. */
export function blockedBy(status: number): Blocked | "unreadable" {
  if (status === 401) return "signed-out";
  if (status === 403) return "password";
  if (status === 409) return "other-user";
  if (status === 404 || status === 426) return "version";
  if (status === 400 || status === 413) return "unreadable";
  if (status >= 500) return "server";
  return "network";
}

const day = 86_400_000;

/** True when something has waited so long that its owner should look after it: three days. */
export const isOverdue = (savedAt: number, now: number): boolean => now - savedAt > 3 * day;

/** Receipts of what was sent are kept for a day, then forgotten. */
export const isForgotten = (sentAt: number, now: number): boolean => now - sentAt > day;

/** How far a device's clock is ahead of the server's, in ms; under two minutes it is taken as right. */
export function clockAhead(device: number, server: number): number {
  const ahead = device - server;
  return Math.abs(ahead) < 120_000 ? 0 : ahead;
}
