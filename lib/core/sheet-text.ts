import { natureOf, partOf } from "./file-kinds";
import { sheetType } from "./sheets";

/** What a list may hold; past it a file is no list of ours. Unpacked, elements and text are of the whole file. */
const mostUnpacked = 20_000_000;
const mostElements = 600_000;
const mostText = 1_000_000;
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
  const part = partsOf(content);
  const sheet = part(firstSheet(part)) ?? part("xl/worksheets/sheet1.xml");
  if (sheet === undefined) return { fault: "damaged" };
  const budget: Budget = { elements: mostElements, text: mostText };
  const strings = sharedStrings(part("xl/sharedStrings.xml") ?? "", budget);
  const rows: string[][] = [];
  for (const { attributes, inner } of each(sheet, "row", budget)) {
    const at = Number(attribute(attributes, "r") ?? rows.length + 1) - 1;
    if (!Number.isInteger(at) || at < 0 || at >= mostRows) return { fault: `too-many-rows:${mostRows}` };
    while (rows.length <= at) rows.push([]);
    const cells = rows[at] as string[];
    for (const cell of each(inner, "c", budget)) {
      const column = columnOf(attribute(cell.attributes, "r")) ?? cells.length;
      if (column >= mostColumns) continue;
      while (cells.length <= column) cells.push("");
      const text = cellText(cell, strings);
      if (text === undefined) return { fault: "damaged" };
      budget.text -= text.length;
      if (budget.text < 0) return { fault: "too-much" };
      cells[column] = text;
    }
  }
  if (budget.elements <= 0) return { fault: "too-much" };
  return { text: rows.map((cells) => cells.map(quoted).join("\t")).join("\n") };
}

/** What may still be read of a file. */
type Budget = { elements: number; text: number };
type Parts = (name: string) => string | undefined;

/** A workbook's parts by name, as long as all that were asked for do not unpack to too much. */
function partsOf(content: Uint8Array): Parts {
  let left = mostUnpacked;
  return (name) => {
    const text = partOf(content, name, left);
    left -= text?.length ?? 0;
    return text;
  };
}

/** The texts that cells name by number, each read when it is first named; undefined for a number there is not. */
function sharedStrings(xml: string, budget: Budget): (at: number) => string | undefined {
  const parts = [...each(xml, "si", budget)];
  const texts: string[] = [];
  return (at) => {
    const part = parts[at];
    if (part) texts[at] ??= textOf(part.inner);
    return part && texts[at];
  };
}

/** The sheet that stands first in the workbook; its file may have any number. */
function firstSheet(part: Parts): string {
  const id = attribute(first(part("xl/workbook.xml") ?? "", "sheet")?.attributes ?? "", "r:id");
  const target = [...each(part("xl/_rels/workbook.xml.rels") ?? "", "Relationship")]
    .map(({ attributes }) => attributes)
    .find((attributes) => attribute(attributes, "Id") === id);
  const name = attribute(target ?? "", "Target") ?? "worksheets/sheet1.xml";
  return name.startsWith("/") ? name.slice(1) : `xl/${name}`;
}

type Element = { attributes: string; inner: string; from: number; to: number };

const opening = (name: string) => new RegExp(`<(?:\\w+:)?${name}(\\s[^<>]*|/)?>`, "g");

/**
 * Elements of a name, from first to last, in one pass over the text; those of a sheet never hold one of their own name.
 * `<si/>` is an empty one. Where the budget is used up there are no more.
 */
function* each(xml: string, name: string, budget = { elements: mostElements }): Generator<Element> {
  const open = opening(name);
  const close = new RegExp(`</(?:\\w+:)?${name}\\s*>`, "g");
  for (let match = open.exec(xml); match && budget.elements > 0; match = open.exec(xml)) {
    budget.elements--;
    const [attributes, from] = [match[1] ?? "", match.index];
    if (attributes.endsWith("/")) {
      yield { attributes, inner: "", from, to: open.lastIndex };
      continue;
    }
    close.lastIndex = open.lastIndex;
    const end = close.exec(xml);
    if (!end) break;
    yield { attributes, inner: xml.slice(open.lastIndex, end.index), from, to: close.lastIndex };
    open.lastIndex = close.lastIndex;
  }
}

const first = (xml: string, name: string): Element | undefined => each(xml, name).next().value ?? undefined;

/** The text without elements of a name; one that is never closed goes with all that follows it. */
function without(xml: string, name: string): string {
  let [kept, at] = ["", 0];
  for (const { from, to } of each(xml, name)) {
    kept += xml.slice(at, from);
    at = to;
  }
  const rest = xml.slice(at);
  const unclosed = rest.search(opening(name));
  return kept + (unclosed < 0 ? rest : rest.slice(0, unclosed));
}

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];

/** "C7" is column 2. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place ?? "")?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** What a cell shows; undefined where it names a text that the file does not hold. */
function cellText(
  { attributes, inner }: Element,
  strings: (at: number) => string | undefined,
): string | undefined {
  const type = attribute(attributes, "t");
  if (type === "inlineStr") return textOf(inner);
  const value = unescaped(first(inner, "v")?.inner ?? "");
  if (type === "s") return value === "" ? "" : strings(Number(value));
  if (type === "e") return "";
  return /^-?\d+\.\d{10,}$/.test(value) ? String(Number(Number(value).toFixed(6))) : value;
}

/** All runs of a string, without the reading aids of East Asian ones. */
const textOf = (xml: string): string =>
  // No cell is longer: a text beyond it is meant to choke whoever reads it (S33).
  [...each(without(xml.slice(0, mostInCell), "rPh"), "t")].map(({ inner }) => unescaped(inner)).join("");

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
