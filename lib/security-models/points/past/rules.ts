import { type Day, today } from "@/lib/core/days";

/** A day that is over: what points were on it may differ from what they are. */
export const isPast = (day: Day): boolean => day < today();
