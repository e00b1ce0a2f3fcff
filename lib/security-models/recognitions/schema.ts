import * as z from "zod";
import { one, type SearchParams } from "@/lib/core/context";
import { choice, clientId, day, text, tick, together, version } from "@/lib/core/fields";
import { recognitionLevels } from "../catalog";

/** A recognition of a model, or of one of its points; the papers may be unknown, which is said, not guessed. */
export const recognitionGrant = z
  .object({
    id: clientId(),
    modelId: clientId(),
    pointId: z.uuid({ error: "unknown-choice" }).optional(),
    level: choice(recognitionLevels),
    document: text(200).optional(),
    decidedOn: day().optional(),
    nationwide: tick(),
    note: text(500).optional(),
  })
  .superRefine(({ level, pointId, nationwide }, context) => {
    if (nationwide && (level !== "ministry" || pointId !== undefined))
      context.addIssue({ code: "custom", path: ["nationwide"], message: "not-nationwide" });
  }, together);

/** A recognition that is taken back, by whom it concerns on which day. */
export const recognitionRevoke = z.object({
  id: clientId(),
  version: version(),
  revokedOn: day(),
  reason: text(500),
});

/** The point whose recognitions an address asks for. */
export const readRecognitionPoint = (params: SearchParams): string | undefined =>
  z.uuid().safeParse(one(params.point)).data;
