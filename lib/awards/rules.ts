import type { Day } from "@/lib/core/days";

type Validity = { decisionDate: Day; revokedOn: Day | null };

/** True when an award counts on a day: from its decision until the day before it is revoked. */
export const isInForce = ({ decisionDate, revokedOn }: Validity, day: Day): boolean => decisionDate <= day && (revokedOn === null || day < revokedOn);

/** The calendar year of a decision, within which a second award of the same form to the same recipient is asked about. */
export const yearSpan = (day: Day): { from: Day; to: Day } => ({ from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` });
