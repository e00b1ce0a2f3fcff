import * as z from "zod";
import { contextInput, one, type SearchParams } from "@/lib/core/context";
import { choice, clientId, day, text, unitId, version } from "@/lib/core/fields";
import { bases, levels } from "./catalog";

export const ruralRecognize = z.object({
  id: clientId(),
  unitId: unitId(),
  level: choice(levels),
  decisionNumber: text(60),
  decisionDate: day(),
  /** The day it counts from; the decision's own unless another is named. */
  validFrom: day({ future: true }).optional(),
});
export const ruralRevoke = z.object({
  id: clientId(),
  version: version(),
  revokedOn: day(),
  reason: text(500),
});

/** A unit as URLs name it: a code, or a code with the last day of a dissolved one. */
export const communeRef = z.string().regex(/^\d{5}(@\d{4}-\d{2}-\d{2})?$/);

/** Communes on a step or above it, on exactly one step, or on none. */
export const levelFilters = [
  "standard",
  "advanced",
  "exemplary",
  "none",
  "only-standard",
  "only-advanced",
] as const;
export type LevelFilter = (typeof levelFilters)[number];

/** What a list of communes can be narrowed to, beside the context. */
export const communeFilter = z.object({
  context: contextInput,
  base: z.enum(bases).optional(),
  q: text(200).optional(),
  level: z.enum(levelFilters).optional(),
  /** The code of the province a commune belonged to up to 30/06/2025. */
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  /** The code of the district a commune belonged to up to 30/06/2025. */
  district: z
    .string()
    .regex(/^\d{3}$/)
    .optional(),
  /** The id of the last commune on the page before. */
  after: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});
export type CommuneFilter = z.output<typeof communeFilter>;

/** How the ladder is drawn; both views stand on the page. */
export type LadderView = "cumulative" | "exclusive";

/** The page's own parameters from a URL; what cannot be read is left out. */
export function readCommuneFilter(params: SearchParams): Omit<CommuneFilter, "context"> {
  const { context: _, ...shape } = communeFilter.shape;
  return Object.fromEntries(
    Object.entries(shape).flatMap(([name, field]) => {
      const read = field.safeParse(one(params[name]));
      return read.success && read.data !== undefined ? [[name, read.data]] : [];
    }),
  );
}

export const readLadderView = (params: SearchParams): LadderView =>
  one(params.view) === "exclusive" ? "exclusive" : "cumulative";
