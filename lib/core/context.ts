import * as z from "zod";
import { type Day, earlier, isKnownDay, today } from "./days";
import { type Period, parsePeriod, rangePeriod, reportingYear } from "./periods";
import { type Boundary, boundaries, defaultBoundary, type Role } from "./policy";

export type { Boundary };

/** What every page of figures is looked at through; it lives in the URL, the same names everywhere. */
export type Context = {
  period: Period;
  boundary: Boundary;
  /** The day of standings such as the ladder. */
  asOf: Day;
  /** A unit's code, or "code@date" for the unit that carried the code on that day. */
  unit?: string;
};

export type SearchParams = Record<string, string | string[] | undefined>;

/** The one value of a parameter; the first when it was given twice. */
export const one = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value) || undefined;

/**
 * Reads the context of a page. A named `period` goes before `from` and `to`, which a form without scripts sends
 * along; what cannot be read falls back to the reporting year of the day asked for or of today, the role's boundaries,
 * and standings at the period's end or today, whichever is earlier.
 */
export function readContext(params: SearchParams, role: Role, now: Day = today()): Context {
  const asked = one(params.asOf);
  const asOf = asked && isKnownDay(asked) ? asked : undefined;
  const period =
    parsePeriod(one(params.period) ?? "") ??
    rangePeriod(one(params.from) ?? "", one(params.to) ?? "") ??
    reportingYear(asOf ?? now);
  return {
    period,
    boundary: boundaries.find((known) => known === one(params.boundary)) ?? defaultBoundary[role],
    asOf: asOf ?? earlier(period.to, now),
    unit: unitPattern.test(one(params.unit) ?? "") ? one(params.unit) : undefined,
  };
}

const unitPattern = /^\d{5}(@\d{4}-\d{2}-\d{2})?$/;

/** The context as a query's input: already read, checked again where it is used. */
export const contextInput = z.object({
  period: z.object({
    key: z.string().max(20),
    from: z.string().refine(isKnownDay),
    to: z.string().refine(isKnownDay),
  }),
  boundary: z.enum(boundaries),
  asOf: z.string().refine(isKnownDay),
  unit: z.string().regex(unitPattern).optional(),
});
