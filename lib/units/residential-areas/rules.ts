import { type Fault, fault, type Read, readDay } from "@/lib/core/cells";
import type { Day } from "@/lib/core/days";
import { readDelimited } from "@/lib/core/delimited";
import { fold } from "@/lib/core/format";
import type { AreaKind } from "@/prisma/client/enums";
import { dayFault, readUnit } from "../resolve/rules";
import type { NamedUnit, UnitBook } from "../resolve/schema";
import { areaKindWords } from "./messages";
import {
  type AreaColumn,
  type AreaLine,
  type AreaListState,
  type AreaSheet,
  type AreaValues,
  areaRow,
  type Imported,
} from "./schema";
import { plainColumns, readHeadings } from "./sheet";

/** Words before a name that say its kind, as lists write them. */
const kindWords: [AreaKind, RegExp][] = [
  ["zone", /^(?:khu vực|khu vuc|kv)\.?(?=[\s\d]|$)/iu],
  ["quarter", /^(?:khóm|khom)\.?(?=[\s\d]|$)/iu],
  ["hamlet", /^(?:ấp|ap)\.?(?=[\s\d]|$)/iu],
  [
    "other",
    /^(?:tổ dân phố|to dan pho|tdp|khu dân cư|khu dan cu|kdc|khu phố|khu pho|thôn|thon)\.?(?=[\s\d]|$)/iu,
  ],
];

/** The kind a name or a cell says; undefined when it says none. */
export const kindOf = (text: string): AreaKind | undefined =>
  kindWords.find(([, word]) => word.test(text.normalize("NFC").trim()))?.[0];

/** A name as it is kept: its kind's word before it, "KV.5" as "Khu vực 5"; of another kind as it is written. */
export function areaName(kind: AreaKind, typed: string): string {
  const plain = typed.normalize("NFC").replace(/\s+/g, " ").trim();
  if (kind === "other") return plain;
  const word = kindWords.find(([known]) => known === kind)?.[1];
  const bare = word ? plain.replace(word, "").trim() : plain;
  return bare ? `${areaKindWords.vi[kind]} ${bare}` : plain;
}

type Asked = {
  text: string;
  day: Day;
  today: Day;
  book: UnitBook;
  /** The unit of lines that name none. */
  unitId?: number;
  /** Line → the unit it was said to mean. */
  chosen?: ReadonlyMap<number, number>;
};

/** A pasted list read line by line; a line that cannot be read whole says why, and nothing of it is guessed (T5). */
export function readAreas({ text, ...asked }: Asked): AreaSheet {
  const table = readDelimited(text);
  const found = readHeadings(table[0] ?? []);
  const one = asked.unitId !== undefined || asked.book.units.length === 1;
  const keys = found?.keys ?? plainColumns(one);
  const lines = table
    .map((cells, at): [string[], number] => [cells, at + 1])
    .slice(found ? 1 : 0)
    .filter(([cells]) => cells.some(Boolean))
    .map(([cells, line]) => readLine(cells, line, keys, asked));
  return { heading: found && table[0], unknown: found?.unknown ?? [], lines: withinList(lines) };
}

function readLine(
  cells: string[],
  line: number,
  keys: readonly (AreaColumn | undefined)[],
  { day, today, book, unitId, chosen }: Omit<Asked, "text">,
): AreaLine {
  const text = (key: AreaColumn) => (cells[keys.indexOf(key)] ?? "").normalize("NFC").trim();
  const faults: AreaLine["faults"] = {};
  const take = <T>(key: AreaColumn, read: Read<T> | undefined): T | undefined => {
    if (read === undefined) return undefined;
    if ("value" in read) return read.value;
    faults[key] = read.fault;
    return undefined;
  };
  const since = text("validFrom") ? take("validFrom", readDay(text("validFrom"), today)) : undefined;
  const kind = take("kind", readKind(text("kind"), text("name")));
  const typed = {
    kind,
    name: kind && text("name") ? areaName(kind, text("name")) : text("name"),
    validFrom: since,
    households: text("households") || undefined,
    population: text("population") || undefined,
    note: text("note") || undefined,
  };
  const read = areaRow.safeParse(typed);
  for (const { path, message } of read.error?.issues ?? []) {
    const key = path[0] as AreaColumn;
    // An absent kind has told its own fault.
    faults[key] ??= { code: message };
  }
  const on = since ?? day;
  const { unit, candidates, fault: unitFault } = unitOf(text("unit"), on, book, unitId, chosen?.get(line));
  if (unitFault) faults.unit = unitFault;
  return { line, cells, unit, candidates, faults, ...(read.success && { values: read.data }) };
}

function readKind(said: string, name: string): Read<AreaKind> | undefined {
  const kind = (said && kindOf(said)) || kindOf(name);
  if (kind) return { value: kind };
  if (said) return /^khac$|^other$/.test(fold(said)) ? { value: "other" } : fault("kind-unknown");
  return name ? fault("kind-missing") : undefined;
}

type UnitRead = { unit?: NamedUnit; candidates?: NamedUnit[]; fault?: Fault };

function unitOf(
  said: string,
  day: Day,
  book: UnitBook,
  unitId: number | undefined,
  chosen: number | undefined,
): UnitRead {
  const known = (id: number | undefined) => book.units.find((unit) => unit.id === id);
  const own = known(unitId ?? (book.units.length === 1 ? book.units[0]?.id : undefined));
  if (said === "") {
    if (!own) return { fault: { code: "required" } };
    return settle(dayFault(own, day, book), own);
  }
  const read = readUnit(said, book, day);
  return "value" in read ? { unit: read.value } : settle(read.fault);

  /** What was asked about and answered is settled; an answer to anything else is not heard. */
  function settle(fault: Fault | undefined, unit?: NamedUnit): UnitRead {
    if (!fault) return { unit };
    const candidates = (fault.ids ?? []).flatMap((id) => known(id) ?? []);
    const answer = candidates.find(({ id }) => id === chosen);
    return answer ? { unit: answer, candidates } : { candidates, fault };
  }
}

/** A line that says again what an earlier one said; the first of them counts. */
function withinList(lines: AreaLine[]): AreaLine[] {
  const first = new Map<string, number>();
  return lines.map((line) => {
    if (!line.unit || !line.values) return line;
    const key = areaKey(line.unit.id, line.values);
    const earlier = first.get(key);
    if (earlier !== undefined) return { ...line, same: { line: earlier } };
    first.set(key, line.line);
    return line;
  });
}

/** What makes two areas of a unit the same one. */
export const areaKey = (unitId: number, { kind, name }: { kind: AreaKind; name: string }): string =>
  `${unitId} ${kind} ${fold(name)}`;

/** A line that can be stored. */
export const isReady = (line: AreaLine): line is AreaLine & { unit: NamedUnit; values: AreaValues } =>
  line.unit !== undefined && line.values !== undefined && !line.same && Object.keys(line.faults).length === 0;

/** What of a list was not stored, as text that can be mended and read again: its heading and every line that is left. */
export function leftOver({ heading, lines }: AreaSheet, stored: (line: AreaLine) => boolean): string {
  const left = lines.filter((line) => !stored(line));
  if (left.length === 0) return "";
  return [...(heading ? [heading] : []), ...left.map(({ cells }) => cells)]
    .map((cells) => cells.map(asCell).join("\t"))
    .join("\n");
}

const asCell = (cell: string): string => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A form after a list was stored: what is left of it is in its box, to be mended and read again. */
export const leftToMend = (imported: Imported, day: unknown, unitId: unknown): Partial<AreaListState> => ({
  status: "idle",
  imported,
  found: undefined,
  values: {
    text: imported.text ? [imported.text] : [],
    day: day ? [String(day)] : [],
    unitId: unitId ? [String(unitId)] : [],
  },
});

/** "3:412" → line 3 means the unit 412. */
export const chosenUnits = (choices: readonly string[]): Map<number, number> =>
  new Map(choices.map((choice) => choice.split(":").map(Number) as [number, number]));

type Area = { validFrom: Day | null; validTo: Day | null };

/** True when an area was there on a day. */
export const wasThere = (area: Area, day: Day): boolean =>
  (area.validFrom === null || area.validFrom <= day) && (area.validTo === null || day <= area.validTo);
