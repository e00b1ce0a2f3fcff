import { type Fault, type Read, readDay } from "@/lib/core/cells";
import { type CodeItem, codeLabels } from "@/lib/core/code-labels";
import type { Day } from "@/lib/core/days";
import { fold, formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { dayFault, readUnit, unitName } from "@/lib/units/resolve/rules";
import type { UnitBook } from "@/lib/units/resolve/schema";
import type { Channel, Qualifier } from "@/prisma/client/enums";
import { isGathering } from "./catalog";
import { sheetWords } from "./cells/messages";
import { codeBook, readAmount, readChannel, readCodes, readPartners, readViews } from "./cells/rules";
import { channelWords, outreachWords } from "./messages";
import type { PhraseBook } from "./paste/words/rules";

/*
 * A session as a row of a sheet: one description of its columns for the grid, for imports and for exports. A cell is
 * text; a session is what its form would post, names with what was typed.
 */

export const columnKeys = [
  "heldOn",
  "unit",
  "place",
  "title",
  "channel",
  "topics",
  "amount",
  "presenters",
  "audiences",
  "note",
  // Last, so that rows pasted without headings keep their columns.
  "coUnits",
  "views",
] as const;
export type ColumnKey = (typeof columnKeys)[number];
export type Cells = Partial<Record<ColumnKey, string>>;
export type Typed = Record<string, string[]>;

/** What cells are read against. */
export type SheetContext = UnitBook & {
  today: Day;
  /** Every unit of every day: whom a session can be held together with (T16). */
  every: UnitBook;
  /** The reader's own unit, meant where a cell names none. */
  unitId?: number;
  topics: readonly CodeItem[];
  audiences: readonly CodeItem[];
};

export type SheetColumn = {
  key: ColumnKey;
  /** Fields of the session it fills; what is refused of them is told at its cells. */
  fields: readonly string[];
  /** Other headings it goes by, parted by "|". */
  headings: string;
  required?: true;
  read: (text: string, row: Typed, context: SheetContext) => Read<Typed>;
  show: (row: Typed, context: SheetContext, locale: Locale) => string;
};

const line = (
  key: "place" | "title" | "presenters" | "note",
  most: number,
  headings: string,
): SheetColumn => ({
  key,
  fields: [key],
  headings,
  read: (text) =>
    text.length > most ? { fault: { code: `too-long:${most}` } } : { value: { [key]: [text] } },
  show: (row) => row[key]?.[0] ?? "",
});

export const sheetColumns: readonly SheetColumn[] = [
  {
    key: "heldOn",
    fields: ["heldOn"],
    headings: "ngày tháng|thời gian|ngày tổ chức|ngày thực hiện|ngày tháng năm|thời điểm|date",
    required: true,
    read: (text, _, { today }) => as(readDay(text, today), (day) => ({ heldOn: [day] })),
    show: (row) => (row.heldOn?.[0] ? formatDate(row.heldOn[0]) : ""),
  },
  {
    key: "unit",
    fields: ["unitId"],
    headings: "tên đơn vị|đơn vị thực hiện|đơn vị tổ chức|phường|xã|phường xã|xã phường|công an phường",
    required: true,
    read: (text, row, context) =>
      as(readUnit(text, context, row.heldOn?.[0]), (unit) => ({ unitId: [String(unit.id)] })),
    show: (row, { units }) => {
      const unit = units.find(({ id }) => String(id) === row.unitId?.[0]);
      return unit ? unitName(unit, units) : "";
    },
  },
  { ...line("place", 200, "nơi tổ chức|địa điểm tổ chức|nơi|địa bàn|khóm ấp|location"), required: true },
  line("title", 200, "tên cuộc tuyên truyền|tên buổi|tên hội nghị|tên"),
  {
    key: "channel",
    fields: ["channel"],
    headings: "hình thức tuyên truyền|loại hình|kênh",
    required: true,
    read: (text) => as(readChannel(text), (channel) => ({ channel: [channel] })),
    show: (row, _, locale) => (row.channel?.[0] ? channelWords[locale][row.channel[0] as Channel] : ""),
  },
  {
    key: "topics",
    fields: ["topics"],
    headings: "nội dung|nội dung tuyên truyền|chuyên đề|topic",
    required: true,
    read: (text, _, { topics }) =>
      as(readCodes(text, topics, bookOf(topics, "topic")), (codes) => ({ topics: codes })),
    show: (row, { topics }, locale) => labelsOf(row.topics, topics, locale),
  },
  {
    key: "amount",
    fields: ["attendance", "attendanceQualifier", "quantity"],
    headings:
      "số lượt dự|lượt dự|lượt người dự|số lượt người dự|số người dự|số người|lượt người|số lượt|attendances",
    required: true,
    read: (text, row) => {
      const channel = row.channel?.[0] as Channel | undefined;
      return as(
        readAmount(text, channel),
        ({ value, qualifier }): Typed =>
          channel && !isGathering(channel)
            ? { quantity: [String(value)] }
            : { attendance: [String(value)], attendanceQualifier: [qualifier] },
      );
    },
    show: (row, _, locale) => {
      const count = row.attendance?.[0] ?? row.quantity?.[0];
      if (count === undefined) return "";
      const qualifier = (row.attendanceQualifier?.[0] ?? "exact") as Qualifier;
      const sure = row.attendance && qualifier !== "exact" ? `${sheetWords[locale][qualifier]} ` : "";
      return sure + formatNumber(Number(count), locale);
    },
  },
  line(
    "presenters",
    300,
    "báo cáo viên|tuyên truyền viên|cán bộ tuyên truyền|người tuyên truyền|người thực hiện",
  ),
  {
    key: "audiences",
    fields: ["audiences"],
    headings: "đối tượng tuyên truyền|đối tượng tham dự|thành phần|thành phần tham dự|audience",
    read: (text, _, { audiences }) =>
      as(readCodes(text, audiences, bookOf(audiences, "audience")), (codes) => ({ audiences: codes })),
    show: (row, { audiences }, locale) => labelsOf(row.audiences, audiences, locale),
  },
  line("note", 2_000, "ghi chú khác|kết quả|chú thích|notes"),
  {
    key: "coUnits",
    fields: ["coUnitIds"],
    headings:
      "phối hợp|phối hợp với|các đơn vị phối hợp|đơn vị cùng tổ chức|đơn vị phối hợp thực hiện|partners",
    read: (text, row, { every }) =>
      as(readPartners(text, every, row.heldOn?.[0]), (found) => ({ coUnitIds: found.map(String) })),
    show: (row, { every }) => {
      const named = (row.coUnitIds ?? []).flatMap(
        (id) => every.units.find((unit) => String(unit.id) === id) ?? [],
      );
      return named.map((unit) => unitName(unit, every.units)).join("; ");
    },
  },
  {
    key: "views",
    fields: ["views"],
    headings: "số lượt xem|lượt xem bài|lượt tiếp cận|số lượt tiếp cận|view|views",
    read: (text, row) =>
      as(readViews(text, row.channel?.[0] as Channel | undefined), (count) => ({ views: [String(count)] })),
    show: (row, _, locale) => (row.views?.[0] ? formatNumber(Number(row.views[0]), locale) : ""),
  },
];

const column = Object.fromEntries(sheetColumns.map((known) => [known.key, known])) as Record<
  ColumnKey,
  SheetColumn
>;

/** The columns somebody needs: whoever logs for one unit only is not asked for it. */
export const columnsFor = ({ units }: Pick<SheetContext, "units">): readonly SheetColumn[] =>
  units.length > 1 ? sheetColumns : sheetColumns.filter(({ key }) => key !== "unit");

/** A column's heading as screens and files name it. */
export function headingOf(key: ColumnKey, locale: Locale): string {
  if (key === "amount") return sheetWords[locale].amount;
  return outreachWords[locale].fields[key === "unit" ? "unitId" : key === "coUnits" ? "coUnitIds" : key];
}

/** The columns of a heading row, by position; undefined when the row is none: fewer than two cells, or than half of them, are headings. */
export function readHeadings(cells: readonly string[]): (ColumnKey | undefined)[] | undefined {
  const read = cells.map((cell) => {
    const said = fold(cell.replace(/\(.*?\)/g, ""));
    return sheetColumns.find(({ key, headings }) =>
      [headingOf(key, "vi"), headingOf(key, "en"), ...headings.split("|")].some(
        (name) => fold(name) === said,
      ),
    )?.key;
  });
  const known = read.filter(Boolean).length;
  return known >= 2 && known * 2 >= cells.filter(Boolean).length ? read : undefined;
}

export type RowRead = { typed: Typed; faults: Partial<Record<ColumnKey, Fault>> };

/** A row as a session's form would post it, and what is wrong with its cells. */
export function readRow(cells: Cells, context: SheetContext): RowRead {
  const typed: Typed = {};
  const faults: RowRead["faults"] = {};
  const [only] = context.units;
  if (context.units.length === 1 && only) typed.unitId = [String(only.id)];
  for (const { key, required, read } of columnsFor(context)) {
    const text = (cells[key] ?? "").normalize("NFC").trim();
    const result = text === "" ? ownUnit(key, typed, context) : read(text, typed, context);
    if (result === undefined) {
      if (required) faults[key] = { code: "required" };
    } else if ("fault" in result) faults[key] = result.fault;
    else Object.assign(typed, result.value);
  }
  return { typed, faults };
}

/** A session's row: the cell of each column as text that reads back to the same. */
export const showRow = (typed: Typed, context: SheetContext, locale: Locale): Cells =>
  Object.fromEntries(
    columnsFor(context).map(({ key, show }) => [key, show(typed, context, locale)] as const),
  );

/** What is wrong with a cell, in words. */
export function faultSentence(key: ColumnKey, { code, detail = "" }: Fault, locale: Locale): string {
  return sheetWords[locale].fault(headingOf(key, locale), column[key].fields[0] ?? key, code, detail);
}

/** An empty unit means the reader's own; where that did not exist on the day, it says what did. */
function ownUnit(key: ColumnKey, { heldOn }: Typed, context: SheetContext): Read<Typed> | undefined {
  const own = key === "unit" ? context.units.find(({ id }) => id === context.unitId) : undefined;
  if (!own) return undefined;
  const fault = heldOn?.[0] && dayFault(own, heldOn[0], context);
  return fault ? { fault } : { value: { unitId: [String(own.id)] } };
}

function as<T>(read: Read<T>, typed: (value: T) => Typed): Read<Typed> {
  return "fault" in read ? read : { value: typed(read.value) };
}

const labelsOf = (codes: readonly string[] = [], list: readonly CodeItem[], locale: Locale) => {
  const labels = codeLabels(list, locale);
  return codes.map((code) => labels[code] ?? code).join("; ");
};

const books = new WeakMap<readonly CodeItem[], PhraseBook<string>>();

function bookOf(list: readonly CodeItem[], kind: "topic" | "audience"): PhraseBook<string> {
  const known = books.get(list) ?? codeBook(list, kind);
  books.set(list, known);
  return known;
}
