import * as z from "zod";
import { contextInput, one, type SearchParams } from "@/lib/core/context";

export const treeInput = z.object({ id: z.uuid(), context: contextInput });

/** Who lacks what: units without a model in a field, or recognised models that a unit has not. */
export const gapViews = ["units", "models"] as const;
export type GapView = (typeof gapViews)[number];

/** Levels from which on a model is worth copying. */
export const gapLevels = ["city", "ministry"] as const;

const listedCode = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** `model`: the one that is proposed to the units of the first list. */
export const gapInput = z.object({
  context: contextInput,
  view: z.enum(gapViews).default("units"),
  field: listedCode.optional(),
  model: z.uuid().optional(),
  level: z.enum(gapLevels).optional(),
});
export type GapChoice = Partial<Omit<z.output<typeof gapInput>, "context">>;

/** The page's own parameters from a URL; what cannot be read is left out. */
export function readGapChoice(params: SearchParams): GapChoice {
  const { view, field, model, level } = gapInput.shape;
  return {
    view: view.safeParse(one(params.view)).data,
    field: field.safeParse(one(params.field)).data,
    model: model.safeParse(one(params.model)).data,
    level: level.safeParse(one(params.level)).data,
  };
}

/** How a tree is looked at: drawn or as a list. */
export const readTreeView = (params: SearchParams): "drawing" | "list" =>
  one(params.view) === "list" ? "list" : "drawing";
