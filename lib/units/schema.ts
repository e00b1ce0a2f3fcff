import * as z from "zod";
import { one, type SearchParams } from "@/lib/core/context";
import { type Day, isKnownDay } from "@/lib/core/days";
import { text } from "@/lib/core/fields";

/** The last day of the units before the arrangement of 01/07/2025. */
export const lastFormerDay: Day = "2025-06-30";

/** What a list of units can be narrowed to. */
export const unitListFilter = z.object({
  q: text(200).optional(),
  /** The day whose units are listed; today's without one. */
  asOf: z.string().refine(isKnownDay).optional(),
  type: z.enum(["ward", "commune", "township"]).optional(),
  /** Which page of the list is shown; the query reads all of it. */
  page: z.coerce.number().int().min(1).max(100).optional(),
});
export type UnitFilter = z.output<typeof unitListFilter>;

/** The filter of a URL; what cannot be read is left out. */
export function readUnitFilter(params: SearchParams): UnitFilter {
  const { q, asOf, type, page } = unitListFilter.shape;
  // Addresses from before the list knew days say "former".
  const day = one(params.asOf) ?? (one(params.state) === "former" ? lastFormerDay : undefined);
  return {
    q: q.catch(undefined).parse(one(params.q)),
    asOf: asOf.catch(undefined).parse(day),
    type: type.catch(undefined).parse(one(params.type)),
    page: page.catch(undefined).parse(one(params.page)),
  };
}
