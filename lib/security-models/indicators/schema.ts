import * as z from "zod";
import { contextInput, one, type SearchParams } from "@/lib/core/context";
import { choice, clientId, day, text, tick, version, whole } from "@/lib/core/fields";
import { decimalChoices, frequencies, pointSums, readingSchemes, timeSums } from "./catalog";
import { readFigure } from "./rules";

/** The widest an indicator may range: what its column holds with room to be summed. */
const widest = 1_000_000_000_000;

/** A bound of an indicator, typed as its figures are. */
const bound = () =>
  z
    .union([z.string(), z.number()], { error: "required" })
    .transform((typed, context) => {
      const { value, fault } = readFigure(String(typed).slice(0, 40), { decimals: 2 });
      if (value !== undefined && value !== null) return value;
      context.addIssue({ code: "custom", message: fault ?? "required" });
      return z.NEVER;
    })
    .pipe(z.number().min(-widest, `too-small:${-widest}`).max(widest, `too-large:${widest}`));

const typed = {
  name: text(120).transform((value) => value.replace(/\s+/g, " ")),
  unitLabel: text(20).transform((value) => value.replace(/\s+/g, " ")),
  definition: text(1_000).optional(),
  overPoints: choice(pointSums),
  overTime: choice(timeSums),
  scheme: choice(readingSchemes),
  frequency: choice(frequencies),
  decimals: choice(decimalChoices),
  least: bound(),
  most: bound(),
  required: tick(),
  position: whole(1, 99),
};

const inOrder = ({ least, most }: { least: number; most: number }, context: z.core.$RefinementCtx) => {
  if (least > most) context.addIssue({ code: "custom", path: ["most"], message: "below-least" });
};

export const indicatorCreate = z
  .object({ id: clientId(), modelId: z.uuid({ error: "unknown-choice" }), ...typed })
  .superRefine(inOrder);
export const indicatorUpdate = z
  .object({ id: clientId(), version: version(), ...typed })
  .superRefine(inOrder);

/** From that day on nothing is read any more; what was read stays. */
export const indicatorRetire = z.object({
  id: clientId(),
  version: version(),
  retiredOn: day(),
  reason: text(500),
});

export const ofModel = z.object({ modelId: z.uuid() });
export const ofIndicator = z.object({ modelId: z.uuid(), id: z.uuid() });

const pageNumber = z.coerce.number().int().min(1).max(10_000);
/** The figure of an indicator as it is told for a view, and the page of the points behind it. */
export const indicatorFigure = ofIndicator.extend({ context: contextInput, page: pageNumber.default(1) });

/** The page an address asks for. */
export const readFigurePage = (params: SearchParams): number =>
  pageNumber.catch(1).parse(one(params.page) ?? 1);
