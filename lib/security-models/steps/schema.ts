import * as z from "zod";
import { choice, clientId, day, text, together, version } from "@/lib/core/fields";
import { recognitionLevels } from "../catalog";
import { papers, type StepKind, stepKinds } from "./catalog";
import { transitionOf } from "./rules";

const typed = {
  kind: choice(stepKinds),
  happenedOn: day(),
  decision: text(200).optional(),
  minutes: text(200).optional(),
  reason: text(500).optional(),
};

const paperCheck = (
  step: { kind: StepKind } & Partial<Record<(typeof papers)[number], string>>,
  context: z.core.$RefinementCtx,
) => {
  if (!stepKinds.includes(step.kind)) return;
  const { needs } = transitionOf(step.kind);
  for (const paper of papers)
    if (needs.includes(paper) && !step[paper])
      context.addIssue({ code: "custom", path: [paper], message: "required" });
};

/** A step of one point. `id` is the step's own; `version` the point's. */
export const stepTake = z
  .object({
    id: clientId(),
    pointId: clientId(),
    version: version(),
    ...typed,
    /** Of a merge: the point it goes into. */
    intoId: z.uuid({ error: "unknown-choice" }).optional(),
    /** Of a recognition: by whom. */
    level: choice(recognitionLevels).optional(),
  })
  .check(z.superRefine(paperCheck))
  .superRefine((step, context) => {
    if (step.kind === "merge" && !step.intoId)
      context.addIssue({ code: "custom", path: ["intoId"], message: "required" });
    if (step.kind === "recognize" && !step.level)
      context.addIssue({ code: "custom", path: ["level"], message: "required" });
  }, together);

export const stepReverse = z.object({ id: clientId(), pointId: clientId(), reason: text(500) });
