import type { Day } from "@/lib/core/days";

/** The calendar year of a decision, within which a second award of the same form to the same recipient is asked about. */
export const yearSpan = (day: Day): { from: Day; to: Day } => ({
  from: `${day.slice(0, 4)}-01-01`,
  to: `${day.slice(0, 4)}-12-31`,
});
