import * as z from "zod";
import { contextInput, one, type SearchParams } from "@/lib/core/context";
import { clientId, day, text, unitId, version } from "@/lib/core/fields";

export const urbanRecognize = z.object({
  id: clientId(),
  unitId: unitId(),
  decisionNumber: text(60),
  decisionDate: day(),
  /** The day it counts from; the decision's own unless another is named. */
  validFrom: day({ future: true }).optional(),
});
export const urbanRevoke = z.object({
  id: clientId(),
  version: version(),
  revokedOn: day(),
  reason: text(500),
});

export const urbanStates = ["recognised", "none"] as const;
export type UrbanState = (typeof urbanStates)[number];
export const urbanView = z.object({ context: contextInput, state: z.enum(urbanStates).optional() });

export const readUrbanState = (params: SearchParams): UrbanState | undefined =>
  urbanView.shape.state.safeParse(one(params.state)).data;
