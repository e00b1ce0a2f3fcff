import * as z from "zod";
import { contextInput, one, type SearchParams } from "@/lib/core/context";
import { columns, groups, measures } from "./catalog";

/** How the table is looked at, beside the context. */
const view = {
  measure: z.enum(measures).default("models"),
  group: z.enum(groups).default("block"),
};

export const movementInput = contextInput;

/** The rows behind a cell: of the total, or of one value of a group. */
export const movementRows = z.object({
  context: contextInput,
  measure: z.enum(measures).default("models"),
  column: z.enum(columns).default("closing"),
  group: z.enum(groups).optional(),
  value: z
    .string()
    .regex(/^[a-z0-9_-]{1,40}$/)
    .optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type MovementRows = z.output<typeof movementRows>;

/** Reads the choice of a page from its URL; what cannot be read falls back. */
export function readMovementView(params: SearchParams) {
  return {
    measure: view.measure.catch("models").parse(one(params.measure)),
    group: view.group.catch("block").parse(one(params.group)),
  };
}

export function readMovementRows(params: SearchParams): Omit<MovementRows, "context"> {
  const { measure, column, group, value, page } = movementRows.shape;
  const read = {
    measure: measure.catch("models").parse(one(params.measure)),
    column: column.catch("closing").parse(one(params.column)),
    group: group.catch(undefined).parse(one(params.group)),
    value: value.catch(undefined).parse(one(params.value)),
    page: page.catch(1).parse(one(params.page)),
  };
  return read.group && read.value ? read : { ...read, group: undefined, value: undefined };
}
