import * as z from "zod";
import { choice, clientId, day, text, unitId, version, whole } from "@/lib/core/fields";
import { ends, firstStatuses, isWaiting, openStatuses, origins } from "./catalog";

// In the order of the form, so that a failed one tells its faults in that order.
const start = { startedOn: day().optional(), decision: text(200), origin: choice(origins).default("new") };
const place = {
  unitId: unitId(),
  site: text(200).transform((value) => value.replace(/\s+/g, " ")),
  teams: whole(0, 10_000).optional(),
  members: whole(0, 1_000_000).optional(),
};

type Days = { status: string; startedOn?: string };

// A point that waits has not begun; one that runs began on a day.
function checkStart({ status, startedOn }: Days, context: z.core.$RefinementCtx) {
  if (isWaiting(status) && startedOn)
    context.addIssue({ code: "custom", path: ["startedOn"], message: "not-begun" });
  if (!isWaiting(status) && !startedOn)
    context.addIssue({ code: "custom", path: ["startedOn"], message: "required" });
}

export const pointCreate = z
  .object({
    id: clientId(),
    status: choice(firstStatuses),
    ...start,
    modelId: z.uuid({ error: (issue) => (issue.input === undefined ? "required" : "unknown-choice") }),
    ...place,
  })
  .superRefine(checkStart);

export const pointUpdate = z
  .object({ id: clientId(), version: version(), status: choice(openStatuses), ...start, ...place })
  .superRefine(checkStart);

/** `endedOn` is the first day the point no longer runs. */
export const pointEnd = z.object({
  id: clientId(),
  version: version(),
  endedOn: day(),
  endKind: choice(ends),
  endDecision: text(200),
});
