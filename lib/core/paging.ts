/** Rows a page of a list shows. */
export const pageSize = 50;

/** One page of rows that are all at hand, the last one where a page beyond it is asked for. */
export function pageOf<T>(rows: readonly T[], asked = 1): { page: number; shown: T[] } {
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(asked, pages);
  return { page, shown: rows.slice((page - 1) * pageSize, page * pageSize) };
}

/** Where a page begins: the sort key and id of the last row before it, as one URL-safe word. */
export const writeCursor = (key: string, id: string) => `${key}_${id}`;

/** Reads a cursor; undefined when it is none, which shows the first page. */
export function readCursor(cursor: string | undefined): { key: string; id: string } | undefined {
  const match = /^(.{1,40})_([0-9a-f-]{1,36})$/.exec(cursor ?? "");
  return match?.[1] && match[2] ? { key: match[1], id: match[2] } : undefined;
}

/** Cuts the one row too many that told whether there is a next page. */
export function cutPage<T>(rows: T[], cursorOf: (row: T) => string): { rows: T[]; next: string | undefined } {
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > pageSize && last ? cursorOf(last) : undefined };
}
