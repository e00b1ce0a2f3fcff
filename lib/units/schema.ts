import * as z from "zod";
import { one, type SearchParams } from "@/lib/core/context";
import { text } from "@/lib/core/fields";

/** What a list of units can be narrowed to. */
export const unitListFilter = z.object({
  q: text(200).optional(),
  state: z.enum(["current", "former"]).default("current"),
  type: z.enum(["ward", "commune", "township"]).optional(),
});
export type UnitFilter = z.output<typeof unitListFilter>;

/** The filter of a URL; what cannot be read is left out. */
export function readUnitFilter(params: SearchParams): UnitFilter {
  const { q, state, type } = unitListFilter.shape;
  return {
    q: q.catch(undefined).parse(one(params.q)),
    state: state.catch("current").parse(one(params.state)),
    type: type.catch(undefined).parse(one(params.type)),
  };
}
