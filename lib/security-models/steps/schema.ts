import * as z from "zod";
import { one, type SearchParams } from "@/lib/core/context";
import { choice, clientId, day, text, together, version } from "@/lib/core/fields";
import { recognitionLevels } from "../catalog";
import { papers, type StepKind, stepKinds } from "./catalog";
import { transitionOf } from "./rules";

export const stepKind = choice(stepKinds);

const typed = {
  kind: stepKind,
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

const start = z.object({
  happenedOn: typed.happenedOn,
  decision: typed.decision,
  minutes: typed.minutes,
  reason: typed.reason,
  intoId: z.uuid(),
});
/** What a link may fill in of a step's form. */
export type StepStart = Partial<z.output<typeof start>>;

/** Reads it from an address; what cannot be read is left out, and nothing else is taken over. */
export function readStepStart(params: SearchParams): StepStart {
  const read = Object.entries(start.shape).flatMap(([name, field]) => {
    const { data } = field.safeParse(one(params[name]));
    return data === undefined ? [] : [[name, data]];
  });
  return Object.fromEntries(read);
}

export const stepReverse = z.object({ id: clientId(), pointId: clientId(), reason: text(500) });
