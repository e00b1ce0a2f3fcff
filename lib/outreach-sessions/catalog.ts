import type { Channel } from "@/prisma/client/enums";

/** Channels whose unit is the "cuộc", with attendances in "lượt người"; only these enter sessions and attendances (T8). */
export const gatherings = [
  "meeting",
  "door_to_door",
  "festival",
  "other",
] as const satisfies readonly Channel[];

/** Channels counted in units of their own: rounds, car rounds, leaflets, posts. */
export const broadcasts = [
  "loudspeaker",
  "loudspeaker_car",
  "leaflet",
  "post",
] as const satisfies readonly Channel[];

export const channels = [...gatherings, ...broadcasts] as const;

export const isGathering = (channel: string): boolean => (gatherings as readonly string[]).includes(channel);

/** Languages a session was held in. */
export const languages = ["kinh", "khmer", "hoa"] as const;
export type Language = (typeof languages)[number];

/** How sure a count is: exactly so many, more than ("hơn"), about ("khoảng") (T7). */
export const qualifiers = ["exact", "at_least", "about"] as const;

/** What people are helped with, or asked for, at a session: each counted by itself. */
export const guidances = ["vneid", "levelTwo", "onlineService", "weapons", "pledges"] as const;
export type Guidance = (typeof guidances)[number];
