import type { IndicatorFrequency, IndicatorSum, IndicatorTime } from "@/prisma/client/enums";

/** How the points' figures come together. */
export const pointSums = ["sum", "average"] as const satisfies readonly IndicatorSum[];

/** How a point's figures of several periods come together. */
export const timeSums = ["last", "sum", "average"] as const satisfies readonly IndicatorTime[];

export const frequencies = [
  "month",
  "quarter",
  "half",
  "year",
] as const satisfies readonly IndicatorFrequency[];

/** The periods a reading can be of: state reporting periods from the 15th to the 14th, or those of the calendar (T12). */
export const readingSchemes = ["reporting", "calendar"] as const;
export type ReadingScheme = (typeof readingSchemes)[number];

/** Digits behind the comma; text, as a form's choice. */
export const decimalChoices = ["0", "1", "2"] as const;
