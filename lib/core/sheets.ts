import { once } from "node:events";
import { PassThrough, Readable } from "node:stream";
import ExcelJS from "exceljs";
import { toDate } from "./days";

/** A cell: text, a number, a day as ISO text in a column of days; null is an empty one. */
export type SheetValue = string | number | null;
export type SheetHead = {
  heading: string;
  /** Days are days of the calendar, numbers are numbers, and text stays text whatever it begins with (S30). */
  kind: "text" | "number" | "day";
  /** In characters. */
  width: number;
};
export type Sheet = {
  name: string;
  title: string;
  /** What it is of, as of when, from where: a line each under the title. */
  facts: readonly string[];
  columns: readonly SheetHead[];
  /** In parts, so that a long sheet is never in memory as a whole. */
  rows: AsyncIterable<SheetValue[][]>;
};

export const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const formats = { text: "@", number: "#,##0", day: "dd/mm/yyyy" };
const enoughWaiting = 256 * 1024;

/** One sheet as an .xlsx workbook, written while it is sent; it ends in an error when its rows do. */
export function streamSheet(sheet: Sheet): ReadableStream<Uint8Array> {
  const out = new PassThrough();
  write(sheet, out).catch((error) => out.destroy(error));
  return Readable.toWeb(out) as ReadableStream<Uint8Array>;
}

async function write({ name, title, facts, columns, rows }: Sheet, out: PassThrough) {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  const headAt = facts.length + 3;
  const page = book.addWorksheet(name, {
    views: [{ state: "frozen", ySplit: headAt, xSplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headAt}:${headAt}`,
    },
  });
  page.columns = columns.map(({ width, kind }) => ({ width, style: { numFmt: formats[kind] } }));
  page.autoFilter = { from: { row: headAt, column: 1 }, to: { row: headAt, column: columns.length } };
  line(page, [title], { bold: true, size: 14 });
  for (const fact of facts) line(page, [fact], { color: { argb: "FF5B6660" } });
  line(page, []);
  line(
    page,
    columns.map(({ heading }) => heading),
    { bold: true },
  );
  for await (const part of rows) {
    for (const values of part) page.addRow(values.map((value, at) => cell(value, columns[at]))).commit();
    if (out.destroyed) return; // whoever asked has gone
    if (out.writableLength > enoughWaiting) await once(out, "drain");
  }
  page.commit();
  await book.commit();
}

/** A line of words above the rows: never a number or a day, whatever its column holds. */
function line(page: ExcelJS.Worksheet, words: string[], font?: Partial<ExcelJS.Font>) {
  const row = page.addRow(words);
  row.eachCell((written) => {
    written.style = { numFmt: formats.text, ...(font && { font }) };
  });
  row.commit();
}

// A day is midnight UTC, as the workbook counts days: none shifts.
const cell = (value: SheetValue, head: SheetHead | undefined) =>
  value !== null && head?.kind === "day" ? toDate(String(value)) : value;
