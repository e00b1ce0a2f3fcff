/** What the table of movements counts; never one another, never added up (T14). */
export const measures = ["models", "points", "teams", "members"] as const;
export type Measure = (typeof measures)[number];

/** How what is in force came into a period: it was there already, or it began in it (T15). */
export const entries = ["opening", "new", "replicated"] as const;
/** How it left the period: it still runs on the last day, or it ended in it. */
export const exits = ["merged", "removed", "closing"] as const;
export type Entry = (typeof entries)[number];
export type Exit = (typeof exits)[number];

/** đầu kỳ + xây mới + nhân rộng − hợp nhất − thanh loại = cuối kỳ (B2). */
export const columns = [...entries, ...exits] as const;
export type Column = (typeof columns)[number];

/** The sign a column has in the equation; what stands behind "=" has none. */
export const signs = { opening: 1, new: 1, replicated: 1, merged: -1, removed: -1 } as const satisfies Record<
  Exclude<Column, "closing">,
  1 | -1
>;

/** Ways to break the total down. A model lies in one khối, and may lie in several fields and principles. */
export const groups = ["block", "field", "principle"] as const;
export type Group = (typeof groups)[number];

/** The value of a group for models that name none. */
export const ungrouped = "none";
