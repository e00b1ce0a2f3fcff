import * as z from "zod";
import { contextInput, one, type SearchParams } from "@/lib/core/context";
import { text } from "@/lib/core/fields";
import { href } from "@/lib/core/href";
import { readingPeriod } from "../indicators/rules";
import { keyOf } from "./rules";

/** Cells of one request: a page of fifty points with ten indicators. */
const mostCells = 500;

const period = () =>
  z.string({ error: "required" }).refine((key) => readingPeriod(key) !== undefined, "unknown-choice");
const modelId = () =>
  z.uuid({ error: (issue) => (issue.input === undefined ? "required" : "unknown-choice") });

/** What was typed into one cell, and the version of what stood there; 0 = nothing did. Read by its indicator's rule. */
const cell = z.object({
  pointId: z.uuid(),
  indicatorId: z.uuid(),
  text: z.string().max(200),
  version: z.number().int().min(0).max(1_000_000_000),
});
export type CellTyped = z.output<typeof cell>;

/** A plain form sends each cell as one line of JSON. */
const line = z
  .string()
  .max(1_000)
  .transform((typed, context) => {
    try {
      return JSON.parse(typed) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "bad-characters" });
      return z.NEVER;
    }
  });

export const readingsRecord = z.object({
  modelId: modelId(),
  period: period(),
  cells: z
    .array(z.union([cell, line.pipe(cell)], { error: "bad-characters" }))
    .min(1, "required")
    .max(mostCells, `too-many:${mostCells}`)
    // The same cell twice: what was typed last counts.
    .transform((list) => [...new Map(list.map((typed) => [keyOf(typed), typed])).values()]),
});

/** A grid's request: whose page it is, and its cells as the command takes them. */
export const readingsSent = z.object({
  owner: z.uuid(),
  modelId: z.unknown(),
  period: z.unknown(),
  cells: z.array(z.unknown()).max(mostCells),
});

export const readingsLock = z.object({ modelId: modelId(), period: period() });
export const readingsUnlock = z.object({ modelId: modelId(), period: period(), reason: text(500) });

/** What the address says of the grid; anything missing falls back to the first model and the last complete period. */
export const readingsView = z.object({
  model: z.uuid().optional(),
  period: z.string().max(20).optional(),
  unit: contextInput.shape.unit,
  /** Only points that lack a figure they must give. */
  missing: z.boolean().default(false),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** The grid's parameters from a URL; what cannot be read is left out. */
export function readReadingsView(params: SearchParams): z.output<typeof readingsView> {
  const { model, period: key, unit, page } = readingsView.shape;
  return {
    model: model.safeParse(one(params.model)).data,
    period: key.safeParse(one(params.period)).data,
    unit: unit.safeParse(one(params.unit)).data,
    missing: one(params.missing) === "1",
    page: page.safeParse(one(params.page) ?? 1).data ?? 1,
  };
}

/** The grid's page under the view a form was sent from, as its address said it; a made-up one falls back. */
export function gridPath(view: unknown, more: Record<string, string | undefined> = {}): string {
  const { model, period, unit, missing, page } = readReadingsView(
    Object.fromEntries(new URLSearchParams(typeof view === "string" ? view : "")),
  );
  return href("/security-models/readings", {
    model,
    period,
    unit,
    missing: missing ? "1" : undefined,
    page: page > 1 ? String(page) : undefined,
    ...more,
  });
}
