import * as z from "zod";
import { one, type SearchParams } from "@/lib/core/context";
import {
  choice,
  clientId,
  code,
  day,
  holdsPhoneNumber,
  text,
  unitId,
  version,
  whole,
} from "@/lib/core/fields";
import { firstStatuses, isWaiting, origins } from "./catalog";
import { readCoordinates } from "./rules";

const most = { teams: 10_000, members: 1_000_000, funding: 1_000_000_000_000 };

const optionalId = () => z.uuid({ error: "unknown-choice" }).optional();

// In the order of the form, so that a failed one tells its faults in that order.
const size = { teams: whole(0, most.teams).optional(), members: whole(0, most.members).optional() };
const details = {
  unitId: unitId(),
  site: text(200).transform((value) => value.replace(/\s+/g, " ")),
  siteKind: code().optional(),
  address: text(200).optional(),
  coordinates: text(60)
    .transform((value, context) => {
      const read = readCoordinates(value);
      if (read) return read;
      context.addIssue({ code: "custom", message: "not-coordinates" });
      return z.NEVER;
    })
    .optional(),
  origin: choice(origins).default("new"),
  copiedFromId: optionalId(),
  coreForce: code().optional(),
  contactPost: text(200)
    .refine((value) => !holdsPhoneNumber(value), "phone-number")
    .optional(),
  /** Đồng. */
  budgetFunding: whole(0, most.funding).optional(),
  socialFunding: whole(0, most.funding).optional(),
};

type Checked = { status?: string; startedOn?: string; origin?: string; copiedFromId?: string };

// A point that waits has not begun; one that runs began on a day; only a copy has an original.
function check({ status, startedOn, origin, copiedFromId }: Checked, context: z.core.$RefinementCtx) {
  if (status && isWaiting(status) && startedOn)
    context.addIssue({ code: "custom", path: ["startedOn"], message: "not-begun" });
  if (status && !isWaiting(status) && !startedOn)
    context.addIssue({ code: "custom", path: ["startedOn"], message: "required" });
  if (origin === "new" && copiedFromId)
    context.addIssue({ code: "custom", path: ["copiedFromId"], message: "not-a-copy" });
}

export const pointCreate = z
  .object({
    id: clientId(),
    status: choice(firstStatuses),
    startedOn: day().optional(),
    decision: text(200),
    modelId: z.uuid({ error: (issue) => (issue.input === undefined ? "required" : "unknown-choice") }),
    ...details,
    ...size,
  })
  .superRefine(check);

/** What can be corrected about a point; its state changes by steps, its size by days. */
export const pointUpdate = z.object({ id: clientId(), version: version(), ...details }).superRefine(check);

/** Teams and members from a day on; the same day again corrects it. */
export const pointResize = z
  .object({ id: clientId(), effectiveOn: day(), ...size })
  .superRefine(({ teams, members }, context) => {
    if (teams === undefined && members === undefined)
      context.addIssue({ code: "custom", path: ["teams"], message: "required" });
  });

/** A point entered by mistake goes, with its reason; nothing may hang on it. */
export const pointDelete = z.object({ id: clientId(), version: version(), reason: text(500) });

/** What an address may tell the form of a new point: what it copies, and the unit it is meant for. */
export function readPointStart(params: SearchParams): { from?: string; unit?: string } {
  const [from, unit] = [one(params.from), one(params.unit)];
  return {
    from: z.uuid().safeParse(from).data,
    unit: unit && /^\d{5}$/.test(unit) ? unit : undefined,
  };
}
