import * as z from "zod";
import { contextInput, one, type SearchParams } from "@/lib/core/context";
import { choice, clientId, day, text, tick, unitId, version } from "@/lib/core/fields";
import { awardForms, recipientKinds, states } from "./catalog";

// Citizen ID numbers stay out (domain.md §4): nine or twelve digits in one piece, or twelve in threes.
const identityNumber = /(?<!\d)(?:\d{9}|\d{12}|\d{3}(?: \d{3}){3})(?!\d)/;
const publicText = (max: number) =>
  text(max).refine((value) => !identityNumber.test(value), "identity-number");

// In the order of the form, so that its summary of errors runs down the page.
const typed = {
  form: choice(awardForms),
  issuer: text(200),
  decisionNumber: text(60),
  decisionDate: day(),
  achievement: publicText(1_000),
  recipientKind: choice(recipientKinds),
  recipientName: publicText(200),
  recipientTitle: publicText(200).optional(),
  unitId: unitId().optional(),
  modelId: z.uuid({ error: "unknown-choice" }).optional(),
};

export const awardCreate = z.object({ id: clientId(), acceptSimilar: tick(), ...typed });
export const awardUpdate = z.object({ id: clientId(), version: version(), acceptSimilar: tick(), ...typed });
export const awardRevoke = z.object({
  id: clientId(),
  version: version(),
  revokedOn: day(),
  reason: text(500),
});

/** What a list of awards can be narrowed to, beside the context. */
export const awardFilter = z.object({
  context: contextInput,
  q: text(200).optional(),
  form: z.enum(awardForms).optional(),
  recipientKind: z.enum(recipientKinds).optional(),
  state: z.enum(states).optional(),
  model: z.uuid().optional(),
  /** The id of the last award on the page before. */
  after: z.uuid().optional(),
});
/** A model's awards under a view. */
export const awardsOf = awardFilter.pick({ context: true, model: true }).required({ model: true });
export type AwardFilter = z.output<typeof awardFilter>;

/** The list's own parameters from a URL; what cannot be read is left out. */
export function readAwardFilter(params: SearchParams): Omit<AwardFilter, "context"> {
  const { context: _, ...shape } = awardFilter.shape;
  return Object.fromEntries(
    Object.entries(shape).flatMap(([name, field]) => {
      const read = field.safeParse(one(params[name]));
      return read.success && read.data !== undefined ? [[name, read.data]] : [];
    }),
  );
}
