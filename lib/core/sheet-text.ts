import { natureOf, partOf } from "./file-kinds";
import { sheetType } from "./sheets";

/** What a list may hold; past it a file is no list of ours. */
const mostUnpacked = 20_000_000;
const mostRows = 5_000;
const mostColumns = 50;
const mostInCell = 40_000;

/**
 * The first sheet of an .xlsx workbook, or a .csv file, as text with tabs between cells, so that a file and a pasted
 * table are read alike. Nothing is calculated, no link is followed. A code says why a file was refused.
 */
export async function sheetText(content: Uint8Array): Promise<{ text: string } | { fault: string }> {
  const nature = await natureOf(content);
  if (nature.accepted === "document" && nature.mediaType === sheetType) return workbookText(content);
  if (nature.accepted) return { fault: "not-a-sheet" };
  if (nature.code !== "kind-unknown")
    return { fault: nature.code === "empty" ? "empty-file" : "not-a-sheet" };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
    return text.includes("\0") ? { fault: "not-a-sheet" } : { text };
  } catch {
    return { fault: "not-utf8" };
  }
}

function workbookText(content: Uint8Array): { text: string } | { fault: string } {
  const part = (name: string) => partOf(content, name, mostUnpacked);
  const sheet = part(firstSheet(part)) ?? part("xl/worksheets/sheet1.xml");
  if (sheet === undefined) return { fault: "damaged" };
  const strings = each(part("xl/sharedStrings.xml") ?? "", "si").map(({ inner }) => textOf(inner));
  const rows: string[][] = [];
  for (const { attributes, inner } of each(sheet, "row")) {
    const at = Number(attribute(attributes, "r") ?? rows.length + 1) - 1;
    if (!Number.isInteger(at) || at < 0 || at >= mostRows) return { fault: `too-many-rows:${mostRows}` };
    while (rows.length <= at) rows.push([]);
    const cells = rows[at] as string[];
    for (const cell of each(inner, "c")) {
      const column = columnOf(attribute(cell.attributes, "r")) ?? cells.length;
      if (column >= mostColumns) continue;
      while (cells.length <= column) cells.push("");
      cells[column] = cellText(cell, strings);
    }
  }
  return { text: rows.map((cells) => cells.map(quoted).join("\t")).join("\n") };
}

/** The sheet that stands first in the workbook; its file may have any number. */
function firstSheet(part: (name: string) => string | undefined): string {
  const id = attribute(each(part("xl/workbook.xml") ?? "", "sheet")[0]?.attributes ?? "", "r:id");
  const target = each(part("xl/_rels/workbook.xml.rels") ?? "", "Relationship")
    .map(({ attributes }) => attributes)
    .find((attributes) => attribute(attributes, "Id") === id);
  const name = attribute(target ?? "", "Target") ?? "worksheets/sheet1.xml";
  return name.startsWith("/") ? name.slice(1) : `xl/${name}`;
}

type Element = { attributes: string; inner: string };

/** Elements of a name, from first to last; those of a sheet never hold one of their own name. */
function each(xml: string, name: string): Element[] {
  const found: Element[] = [];
  const open = new RegExp(`<(?:\\w+:)?${name}(\\s[^<>]*)?>`, "g");
  const close = new RegExp(`</(?:\\w+:)?${name}>`, "g");
  for (let match = open.exec(xml); match; match = open.exec(xml)) {
    const attributes = match[1] ?? "";
    if (attributes.endsWith("/")) {
      found.push({ attributes, inner: "" });
      continue;
    }
    close.lastIndex = open.lastIndex;
    const end = close.exec(xml);
    if (!end) break;
    found.push({ attributes, inner: xml.slice(open.lastIndex, end.index) });
    open.lastIndex = close.lastIndex;
  }
  return found;
}

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];

/** "C7" is column 2. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place ?? "")?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellText({ attributes, inner }: Element, strings: readonly string[]): string {
  const type = attribute(attributes, "t");
  if (type === "inlineStr") return textOf(inner);
  const value = unescaped(each(inner, "v")[0]?.inner ?? "");
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === "e") return "";
  return /^-?\d+\.\d{10,}$/.test(value) ? String(Number(Number(value).toFixed(6))) : value;
}

/** All runs of a string, without the reading aids of East Asian ones. */
const textOf = (xml: string): string =>
  // No cell is longer: a text beyond it is meant to choke whoever reads it (S33).
  each(xml.slice(0, mostInCell).replace(/<(\w+:)?rPh[\s>][\s\S]*?<\/(\w+:)?rPh>/g, ""), "t")
    .map(({ inner }) => unescaped(inner))
    .join("");

const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : "";
  });

const quoted = (cell: string): string => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
