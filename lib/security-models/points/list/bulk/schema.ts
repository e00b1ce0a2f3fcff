import * as z from "zod";
import { one, type SearchParams } from "@/lib/core/context";
import { choice, clientId, code, day, text, whole } from "@/lib/core/fields";
import { papers } from "../../../steps/catalog";
import { transitionOf } from "../../../steps/rules";
import { pointFilter } from "../schema";
import { bulkFields, bulkSteps } from "./catalog";
import { isBulkStep } from "./rules";

const changes = [...bulkSteps, ...bulkFields] as const;

/** What is previewed: a step on a day, or a fact's new value. */
export const bulkPreview = pointFilter.extend({
  act: z.enum(changes).optional(),
  on: day().optional(),
  to: code().optional(),
});

/** What an address asks to be previewed. */
export function readBulk(params: SearchParams) {
  const { act, on, to } = bulkPreview.shape;
  return {
    act: act.catch(undefined).parse(one(params.act)),
    on: on.catch(undefined).parse(one(params.on)),
    to: to.catch(undefined).parse(one(params.to)),
  };
}

/** A previewed change, as it is confirmed: the view it is of, how many points, and a mark of exactly which. */
export const bulkChange = z
  .object({
    id: clientId(),
    view: text(2_000),
    act: choice(changes),
    on: day().optional(),
    to: code().optional(),
    decision: text(200).optional(),
    minutes: text(200).optional(),
    reason: text(500).optional(),
    count: whole(1, 1_000_000),
    mark: z.string().regex(/^[0-9a-f]{64}$/, "unknown-choice"),
  })
  .superRefine((change, context) => {
    const missing = (field: string) =>
      context.addIssue({ code: "custom", path: [field], message: "required" });
    if (!isBulkStep(change.act)) {
      if (!change.to) missing("to");
      return;
    }
    if (!change.on) missing("on");
    const { needs } = transitionOf(change.act);
    for (const paper of papers) if (needs.includes(paper) && !change[paper]) missing(paper);
  });
export type BulkChange = z.output<typeof bulkChange>;
