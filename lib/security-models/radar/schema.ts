import * as z from "zod";
import { contextInput, one, type SearchParams } from "@/lib/core/context";
import { whole } from "@/lib/core/fields";
import { monthLimits, suggestions } from "./catalog";

export const radarFilter = z.object({
  context: contextInput,
  model: z.uuid().optional(),
  suggestion: z.enum(suggestions).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type RadarChoice = Partial<Omit<z.output<typeof radarFilter>, "context">>;

/** The list's own parameters from a URL; what cannot be read is left out. */
export function readRadarFilter(params: SearchParams): RadarChoice {
  const { model, suggestion, page } = radarFilter.shape;
  return {
    model: model.catch(undefined).parse(one(params.model)),
    suggestion: suggestion.catch(undefined).parse(one(params.suggestion)),
    page: page.catch(1).parse(one(params.page)),
  };
}

/** After how many months without a sign of life a point is reviewed. */
export const radarConfigure = z.object({ months: whole(monthLimits.least, monthLimits.most) });
