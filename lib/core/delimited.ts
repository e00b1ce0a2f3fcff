/**
 * Cells of a table pasted from Excel, Word or a CSV file: tabs, else commas or semicolons where every line has as
 * many of them. Quoted cells may hold separators, line breaks and doubled quotes. Rows that are empty to the end are cut.
 */
export function readDelimited(text: string): string[][] {
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const tabbed = cut(plain, "\t");
  const rows = tabbed.some((row) => row.length > 1) ? tabbed : (separated(plain) ?? tabbed);
  return withoutEmptyEnd(rows.map((row) => row.map((cell) => cell.trim())));
}

/** True when every row has as many cells, which a table whose cells hold bare line breaks has not. */
export const isRectangular = (rows: readonly string[][]): boolean =>
  rows.every((row) => row.length === rows[0]?.length);

/** A comma in a single cell is the cell's own; in several lines of as many commas it parts columns. */
function separated(text: string): string[][] | undefined {
  return [";", ","]
    .map((mark) => withoutEmptyEnd(cut(text, mark)))
    .find((rows) => rows.length > 1 && isRectangular(rows) && (rows[0]?.length ?? 0) > 2);
}

function withoutEmptyEnd(rows: string[][]): string[][] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ""));
  return rows.slice(0, last + 1);
}

function cut(text: string, mark: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const [cell, end] = text[at] === '"' ? quoted(text, at, mark) : bare(text, at, mark);
    row.push(cell);
    if (text[end] !== mark) {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  return rows;
}

function bare(text: string, from: number, mark: string): [string, number] {
  let end = from;
  while (end < text.length && text[end] !== mark && text[end] !== "\n") end++;
  return [text.slice(from, end), end];
}

/** A quote that never closes, or is followed by more text, was no quoting: the cell is taken as it stands. */
function quoted(text: string, from: number, mark: string): [string, number] {
  let cell = "";
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at++;
    } else {
      const next = text[at + 1];
      return next === undefined || next === mark || next === "\n" ? [cell, at + 1] : bare(text, from, mark);
    }
  }
  return bare(text, from, mark);
}
