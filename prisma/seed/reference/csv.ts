import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export type Cells = Readonly<Record<string, string>>;

/** A file of prisma/data, one record a line by its header; text in NFC, a blank stays "". */
export function readCsv(file: string): Cells[] {
  const path = fileURLToPath(new URL(`../../data/${file}`, import.meta.url));
  const [header = [], ...lines] = parseCsv(readFileSync(path, "utf8").normalize("NFC"));
  return lines.map((cells) => Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ""])));
}

/** RFC 4180: quoted cells may hold commas, line breaks and doubled quotes. */
export function parseCsv(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/g)) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ",") continue;
    if (cells.some((cell) => cell !== "")) lines.push(cells);
    cells = [];
  }
  return lines;
}

/** A blank is unknown, never zero. */
export const textOrNull = (cell: string | undefined): string | null => cell?.trim() || null;

export function numberOrNull(cell: string | undefined): number | null {
  const value = textOrNull(cell);
  return value === null ? null : Number(value);
}

/** The cell a file must have; the fault names what is missing. */
export function required(cells: Cells, column: string): string {
  const value = textOrNull(cells[column]);
  if (value === null) throw new Error(`prisma/data: "${column}" is missing in ${JSON.stringify(cells)}`);
  return value;
}
