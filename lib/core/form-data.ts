import type * as z from "zod";

/**
 * What a form posted, as plain values for a schema: an empty box is absent, never 0 and never "";
 * a list is every value of its name. Keys the schema does not name are left behind (S19).
 */
export function fromFormData(data: FormData, schema: z.ZodObject): Record<string, unknown> {
  return read(schema, (name) => data.getAll(name).filter((value) => typeof value === "string"));
}

/** The same from values that a device kept: names with what was typed. */
export function fromValues(typed: Record<string, string[]>, schema: z.ZodObject): Record<string, unknown> {
  return read(schema, (name) => (Object.hasOwn(typed, name) ? (typed[name] ?? []) : []));
}

function read(schema: z.ZodObject, valuesOf: (name: string) => string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    const typed = valuesOf(name).filter((value) => value.trim() !== "");
    if (isList(field)) values[name] = typed;
    else if (typed[0] !== undefined) values[name] = typed[0];
  }
  return values;
}

/** Everything that was typed, to be shown again when the form is refused; passwords are never sent back. */
export function typedValues(data: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of data.entries()) {
    if (typeof value !== "string" || name.startsWith("$ACTION") || /password/i.test(name)) continue;
    values[name] = [...(values[name] ?? []), value];
  }
  return values;
}

type Schema = { def?: { type: string; in?: unknown; innerType?: unknown } };

/** Looks through pipes, defaults and optionals for the array inside. */
function isList(field: unknown): boolean {
  const { def } = (field ?? {}) as Schema;
  return def !== undefined && (def.type === "array" || isList(def.in ?? def.innerType));
}
