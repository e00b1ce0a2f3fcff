import * as z from "zod";
import { contextInput, one, readContext, type SearchParams } from "@/lib/core/context";
import { isKnownDay } from "@/lib/core/days";
import { text } from "@/lib/core/fields";
import type { Role } from "@/lib/core/policy";
import { upToToday } from "@/lib/core/standings";
import { blocks, principles, recognitionLevels } from "../../catalog";
import { origins, runningStatuses, waitingStatuses } from "../catalog";
import { type ListColumn, listColumns, notRated, sorts, statusGroups } from "./catalog";

const listedCode = z.string().regex(/^[a-z0-9-]{1,40}$/);
const shownDay = z.string().refine(isKnownDay);

/** A bound of an indicator as it is typed, "12,5", or already read. */
const bound = z.union([
  z.number().min(-1e15).max(1e15),
  z
    .string()
    .regex(/^-?\d{1,13}([.,]\d{1,2})?$/)
    .transform((typed) => Number(typed.replace(",", "."))),
]);

/** What the list of points can be narrowed to, beside the context, and its order. */
const filterShape = {
  q: text(200).optional(),
  model: z.uuid().optional(),
  field: listedCode.optional(),
  block: z.enum(blocks).optional(),
  principle: z.enum(principles).optional(),
  /** Of the point itself, where it names one, else of its model. */
  force: listedCode.optional(),
  status: z.enum([...statusGroups, ...waitingStatuses, ...runningStatuses]).optional(),
  grade: z.union([z.literal(notRated), listedCode]).optional(),
  /** The highest of the point's and its model's. */
  level: z.enum(recognitionLevels).optional(),
  site: listedCode.optional(),
  origin: z.enum(origins).optional(),
  indicator: z.uuid().optional(),
  least: bound.optional(),
  most: bound.optional(),
  startedFrom: shownDay.optional(),
  startedTo: shownDay.optional(),
  sort: z.enum(sorts).optional(),
};
const pageNumber = z.coerce.number().int().min(1).max(10_000);

export const pointFilter = z.object({ context: contextInput, ...filterShape });
export type PointFilter = z.output<typeof pointFilter>;

export const pointPage = pointFilter.extend({
  page: pageNumber.default(1),
  columns: z.array(z.enum(listColumns)).max(listColumns.length).default([]),
});

/** The list's own part of the filter, as an address says it. */
export type PointChoice = Partial<Omit<PointFilter, "context">>;

/** The parameters of the list's address that a saved view keeps. */
export const viewParameters = [...Object.keys(filterShape), "cols", "unit", "boundary"] as const;

/** What an address narrows the list to; what cannot be read is left out. */
export function readPointFilter(params: SearchParams): PointChoice {
  const read: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(filterShape)) {
    const typed = one(params[name]);
    const parsed = typed === undefined ? undefined : field.safeParse(typed);
    if (parsed?.success && parsed.data !== undefined) read[name] = parsed.data;
  }
  return read as PointChoice;
}

/** What was typed as a bound of an indicator and is no number. */
export const unreadBounds = (params: SearchParams): string[] =>
  [one(params.least), one(params.most)].filter(
    (typed): typed is string => typed !== undefined && !bound.safeParse(typed).success,
  );

/** The page an address asks for. */
export const readPage = (params: SearchParams): number => pageNumber.catch(1).parse(one(params.page) ?? 1);

/** The columns an address asks for, "model.unit" or one by one as boxes send them, in the list's order; none that is none. */
export function readColumns(params: SearchParams): ListColumn[] {
  const asked = new Set([params.cols ?? []].flat().flatMap((names) => names.split(".")));
  return listColumns.filter((column) => asked.has(column));
}

/** The part of an address behind the "?" as a page is given it. */
export function addressParams(search: URLSearchParams): SearchParams {
  const params: SearchParams = {};
  for (const name of new Set(search.keys())) params[name] = search.getAll(name);
  return params;
}

/** What a view looks at, from the part of its address behind the "?". */
export function readView(view: string, role: Role): PointFilter {
  const params = addressParams(new URLSearchParams(view));
  return { context: readContext(upToToday(params), role), ...readPointFilter(params) };
}

/** Rows of an export, a part at a time. */
export const exportPart = z.object({
  asOf: shownDay,
  indicator: z.uuid().optional(),
  ids: z.array(z.guid()).max(1_000),
  sessions: z.boolean(),
});
