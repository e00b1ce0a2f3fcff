import type { Context } from "./context";

/** The context as URL parameters, for links that keep the view; `more` adds or replaces. */
export function contextParams(
  context: Context,
  more: Record<string, string | undefined> = {},
): Record<string, string> {
  const { period } = context;
  const own: Record<string, string | undefined> = {
    unit: context.unit,
    ...(period.key ? { period: period.key } : { from: period.from, to: period.to }),
    boundary: context.boundary,
    asOf: context.asOf,
    ...more,
  };
  return Object.fromEntries(
    Object.entries(own).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "",
    ),
  );
}

/** A path with parameters; nothing behind it when there are none. */
export function href(path: string, params: Record<string, string | undefined> = {}): string {
  const search = new URLSearchParams(
    Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return search.size ? `${path}?${search}` : path;
}
