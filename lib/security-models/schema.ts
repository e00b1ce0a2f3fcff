import * as z from "zod";
import { contextInput, one, type SearchParams } from "@/lib/core/context";
import { choice, choices, clientId, code, codes, text, tick, version } from "@/lib/core/fields";
import { blocks, principles, recognitionLevels } from "./catalog";

const longestName = 200;
const mostAliases = 30;

/** A name stands on one line, whatever was pasted. */
const name = () => text(longestName).transform((value) => value.replace(/\s+/g, " "));

/** Other spellings as they are typed, one a line; blank lines and repetitions fall away. */
const aliases = () =>
  text(mostAliases * (longestName + 1))
    .transform((value) => [
      ...new Set(
        value
          .split("\n")
          .map((line) => line.replace(/\s+/g, " ").trim())
          .filter(Boolean),
      ),
    ])
    .pipe(
      z
        .array(z.string().max(longestName, `line-too-long:${longestName}`))
        .max(mostAliases, `too-many:${mostAliases}`),
    )
    .optional()
    .transform((lines) => lines ?? []);

const typed = {
  name: name(),
  aliases: aliases(),
  description: text(2_000).optional(),
  block: choice(blocks),
  fields: codes(),
  principles: choices(principles).default([]),
  coreForce: code(),
  massMobilization: tick(),
  directives: codes({ required: false }),
};

/** `acceptSimilar`: the look-alikes were seen, this is another one (T11). */
export const modelCreate = z.object({ id: clientId(), acceptSimilar: tick(), ...typed });
export const modelUpdate = z.object({
  id: clientId(),
  version: version(),
  acceptSimilar: tick(),
  ...typed,
});

/** A model entered by mistake goes, with the reason. */
export const modelDelete = z.object({ id: clientId(), version: version(), reason: text(500) });

/** In force: at least one point runs on the day. Ended: points ran, none does any more. */
export const modelStates = ["in-force", "ended", "all"] as const;

const pageNumber = z.coerce.number().int().min(1).max(10_000);
const listedCode = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** What the list of models can be narrowed to, beside the context. */
export const modelFilter = z.object({
  context: contextInput,
  q: text(200).optional(),
  block: z.enum(blocks).optional(),
  field: listedCode.optional(),
  principle: z.enum(principles).optional(),
  force: listedCode.optional(),
  level: z.enum(recognitionLevels).optional(),
  state: z.enum(modelStates).default("in-force"),
  page: pageNumber.default(1),
});
export type ModelFilter = z.output<typeof modelFilter>;
/** The list's own part of it, as an address says it. */
export type ModelChoice = Partial<Omit<ModelFilter, "context">>;

/** The list's own parameters from a URL; what cannot be read is left out. */
export function readModelFilter(params: SearchParams): ModelChoice {
  const { context: _, ...shape } = modelFilter.shape;
  return readNamed(shape, params);
}

/** Which of a model's points a record shows. */
export const pointStates = ["in-force", "ended", "waiting"] as const;

export const modelView = z.object({
  id: z.uuid(),
  context: contextInput,
  state: z.enum(pointStates).default("in-force"),
});

/** Which points a model's page shows, from a URL. */
export function readModelView(params: SearchParams): Partial<Pick<z.output<typeof modelView>, "state">> {
  return readNamed({ state: modelView.shape.state }, params);
}

function readNamed<T extends Record<string, z.ZodType>>(
  shape: T,
  params: SearchParams,
): { [name in keyof T]?: z.output<T[name]> } {
  const read: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(shape)) {
    const typed = one(params[name]);
    const parsed = typed === undefined ? undefined : field.safeParse(typed);
    if (parsed?.success) read[name] = parsed.data;
  }
  return read as { [name in keyof T]?: z.output<T[name]> };
}
