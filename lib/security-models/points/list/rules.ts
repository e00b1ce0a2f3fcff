import { unlisted } from "@/lib/core/code-labels";
import { formatNumber } from "@/lib/core/format";
import {
  defaultColumns,
  defaultSort,
  type ListColumn,
  notRated,
  type Sort,
  type SortColumn,
} from "./catalog";
import type { PointChoice } from "./schema";

/** The columns to show: those asked for, the usual ones where none was. */
export const shownColumns = (asked: readonly ListColumn[]): readonly ListColumn[] =>
  asked.length > 0 ? asked : defaultColumns;

/** Column and direction of an order; undefined is the usual one. */
export function sortOf(sort: Sort = defaultSort): { by: SortColumn; descending: boolean } {
  const descending = sort.startsWith("-");
  return { by: (descending ? sort.slice(1) : sort) as SortColumn, descending };
}

/** What a column's heading leads to: upwards at first (figures and days downwards), then the other way. */
export function nextSort(column: SortColumn, sort?: Sort): Sort {
  const { by, descending } = sortOf(sort);
  const downFirst = column === "startedOn" || column === "teams" || column === "members";
  const down = by === column ? !descending : downFirst;
  return down ? `-${column}` : column;
}

/** A choice as parameters of an address; bounds as they are typed, what is usual left out. */
export function pointParams(
  { least, most, sort, ...rest }: PointChoice,
  columns: readonly ListColumn[] = [],
): Record<string, string | undefined> {
  const typed = (value: number | undefined) => (value === undefined ? undefined : String(value));
  const usual = columns.join() === defaultColumns.join();
  return {
    ...rest,
    status: rest.status === "in-force" ? undefined : rest.status,
    least: typed(least),
    most: typed(most),
    sort: sort === defaultSort ? undefined : sort,
    cols: usual || columns.length === 0 ? undefined : columns.join("."),
  };
}

type Codes = Record<"field" | "force" | "site" | "grade", readonly { code: string }[]>;

/** The filters of an address whose code is on no list. */
export const unknownIn = (choice: PointChoice, lists: Codes): (keyof Codes)[] =>
  unlisted(choice, { ...lists, grade: [...lists.grade, { code: notRated }] });

/** A choice without some of its filters. */
export const without = <C extends PointChoice>(choice: C, names: readonly (keyof Codes)[]): C => ({
  ...choice,
  ...Object.fromEntries(names.map((name) => [name, undefined])),
});

/** What keeps a range from finding anything, as codes of filterNotes: from beyond to, or bounds of no indicator. */
export function rangeFaults({ least, most, indicator, startedFrom, startedTo }: PointChoice) {
  const faults: ("bounds-reversed" | "bounds-of-none" | "days-reversed")[] = [];
  const bounded = least !== undefined || most !== undefined;
  if (bounded && !indicator) faults.push("bounds-of-none");
  else if (least !== undefined && most !== undefined && least > most) faults.push("bounds-reversed");
  if (startedFrom && startedTo && startedFrom > startedTo) faults.push("days-reversed");
  return faults;
}

/** The bounds of an indicator in words of numbers: "≥ 10", "10 – 20"; empty without bounds. */
export function boundsText({ least, most }: Pick<PointChoice, "least" | "most">, locale: "vi" | "en") {
  const number = (value: number) => formatNumber(value, locale);
  if (least !== undefined && most !== undefined) return `${number(least)} – ${number(most)}`;
  if (least !== undefined) return `≥ ${number(least)}`;
  return most === undefined ? "" : `≤ ${number(most)}`;
}
