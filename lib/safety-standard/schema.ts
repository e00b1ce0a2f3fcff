import * as z from "zod";
import { one, type SearchParams } from "@/lib/core/context";
import { today } from "@/lib/core/days";
import { text, year } from "@/lib/core/fields";
import { boundaries, defaultBoundary, type Role } from "@/lib/core/policy";
import { circular } from "./catalog";
import { yearOf } from "./rules";

/** A unit as URLs name it: a code, or a code with the last day of a dissolved one. */
export const unitRefInput = z.string().regex(/^\d{5}(@\d{4}-\d{2}-\d{2})?$/);

/** A year as views ask for it; whether it can have records is the command's to say. */
export const yearInput = () => year(circular.firstYear, 2100);

export const safetyView = z.object({
  year: yearInput(),
  boundary: z.enum(boundaries).default("current"),
  unit: unitRefInput.optional(),
});
export type SafetyView = z.output<typeof safetyView>;

/** The view of a URL; this year by the role's boundaries where it says nothing that can be read. */
export function readSafetyView(params: SearchParams, role: Role): SafetyView {
  const { boundary, unit } = safetyView.shape;
  return {
    year: readYear(params),
    boundary: boundary.catch(defaultBoundary[role]).parse(one(params.boundary) ?? defaultBoundary[role]),
    unit: unit.catch(undefined).parse(one(params.unit)),
  };
}

/** What can be said of a unit's year; a unit that was none that year has no verdict. */
export const verdicts = ["met", "failing", "unknown"] as const;

/** A year's units narrowed to some of them; the totals above stay those of the view. */
export const overviewFilter = safetyView.extend({
  q: text(200).optional(),
  verdict: z.enum(verdicts).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type OverviewFilter = z.output<typeof overviewFilter>;

/** The overview's filter of a URL; what cannot be read is left out. */
export function readOverviewFilter(params: SearchParams, role: Role): OverviewFilter {
  const { q, verdict, page } = overviewFilter.shape;
  return {
    ...readSafetyView(params, role),
    q: q.catch(undefined).parse(one(params.q)),
    verdict: verdict.catch(undefined).parse(one(params.verdict)),
    page: page.catch(1).parse(one(params.page)),
  };
}

/** The year of a URL, this one where none that can have records is named. */
export function readYear(params: SearchParams): number {
  const now = yearOf(today());
  const year = Number(one(params.year));
  return Number.isInteger(year) && year >= circular.firstYear && year <= now ? year : now;
}
