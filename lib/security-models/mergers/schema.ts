import * as z from "zod";
import { clientId, day, text, version } from "@/lib/core/fields";

/** A model goes into another from a day on, by a decision. */
export const modelMerge = z.object({
  id: clientId(),
  version: version(),
  intoId: z.uuid({ error: (issue) => (issue.input === undefined ? "required" : "unknown-choice") }),
  mergedOn: day(),
  mergeDecision: text(200),
});

/** A wrong merger is taken back, with the reason. */
export const modelUnmerge = z.object({ id: clientId(), version: version(), reason: text(500) });
