import type { Locale } from "@/lib/core/locale";
import {
  type Cells,
  type ColumnKey,
  columnsFor,
  readHeadings,
  readRow,
  type SheetContext,
  showRow,
} from "../sheet";

export const mostRows = 200;
/** Rows in sight on an empty grid. */
export const firstRows = 10;
const undoSteps = 50;

/** What a refusal says of a row; the same as forms are told. */
export type RowTold = {
  message?: string;
  errors: Record<string, string[]>;
  similar?: { label: string; detail: string; href: string }[];
};

/** `kept`: handed to the device's outbox, which sends it later. */
export type RowState = "new" | "sending" | "refused" | "similar" | "saved" | "kept";

export type GridRow = {
  /** The client's id of the session: sent twice, stored once. */
  id: string;
  cells: Cells;
  state: RowState;
  /** Saving was asked for: what is still empty is told, too. */
  checked?: boolean;
  told?: RowTold;
  href?: string;
};

export type Grid = {
  rows: readonly GridRow[];
  /** The rows as they were before the last changes, newest last. */
  past: readonly (readonly GridRow[])[];
  /** What the last paste could not take. */
  left?: { rows: number; columns: string[] };
};

export type GridAnswer = { id: string } & (
  | { stored: true; href: string }
  | { stored: false; similar: boolean; told: RowTold }
);

export type GridAct =
  | { type: "restore"; rows: readonly Pick<GridRow, "id" | "cells">[] }
  | { type: "write"; id: string; key: ColumnKey; text: string }
  | { type: "paste"; row: number; column: number; table: readonly string[][] }
  | { type: "drop"; id: string }
  | { type: "undo" }
  | { type: "check" }
  | { type: "sending" | "unsent" | "kept"; ids: readonly string[] }
  | { type: "answers"; answers: readonly GridAnswer[] }
  | { type: "tidy" };

/** What is on its way or arrived is not written over. */
export const isLocked = ({ state }: GridRow): boolean =>
  state === "saved" || state === "kept" || state === "sending";

export const isBlank = ({ cells }: GridRow): boolean =>
  Object.values(cells).every((text) => (text ?? "").trim() === "");

/** Rows that hold something which is not stored yet. */
export const unsaved = (rows: readonly GridRow[]): GridRow[] =>
  rows.filter((row) => !isBlank(row) && row.state !== "saved" && row.state !== "kept");

type Tools = { context: SheetContext; locale: Locale; newId: () => string };

export const emptyGrid = (newId: () => string): Grid => ({ rows: withRoom([], newId), past: [] });

/** How the grid changes; every cell that can be read is shown as it was read, so that no misreading stays hidden. */
export function change(grid: Grid, act: GridAct, tools: Tools): Grid {
  const { rows } = grid;
  const next = (changed: readonly GridRow[], past = [...grid.past, rows].slice(-undoSteps)): Grid => ({
    rows: withRoom(changed, tools.newId),
    past,
  });
  const each = (ids: readonly string[], to: (row: GridRow) => GridRow) =>
    rows.map((row) => (ids.includes(row.id) ? to(row) : row));
  switch (act.type) {
    case "restore":
      return next(
        act.rows.map(({ id, cells }) => ({ id, cells, state: "new" })),
        [],
      );
    case "write": {
      const row = rows.find(({ id }) => id === act.id);
      if (!row || isLocked(row) || (row.cells[act.key] ?? "") === act.text) return grid;
      return next(each([act.id], (before) => written(before, { [act.key]: act.text }, tools)));
    }
    case "paste":
      return paste(grid, act, tools);
    case "drop":
      return next(rows.filter((row) => row.id !== act.id || row.state === "sending"));
    case "undo": {
      const before = grid.past.at(-1);
      return before ? next(before, grid.past.slice(0, -1)) : grid;
    }
    case "check":
      return {
        ...grid,
        rows: rows.map((row) => (isBlank(row) || isLocked(row) ? row : { ...row, checked: true })),
      };
    // Once something was sent there is no way back to before it: undoing would bring stored rows to life again.
    case "sending":
      return next(
        each(act.ids, (row) => ({ ...row, state: "sending", told: undefined })),
        [],
      );
    case "unsent":
      return next(
        each(act.ids, (row) => ({ ...row, state: "new" })),
        [],
      );
    case "kept":
      return next(
        each(act.ids, (row) => ({ ...row, state: "kept" })),
        [],
      );
    case "answers": {
      const answers = new Map(act.answers.map((answer) => [answer.id, answer]));
      return next(
        rows.map((row) => settled(row, answers.get(row.id))),
        [],
      );
    }
    case "tidy":
      return next(
        rows.filter(({ state }) => state !== "saved" && state !== "kept"),
        [],
      );
  }
}

function settled(row: GridRow, answer: GridAnswer | undefined): GridRow {
  if (!answer) return row;
  if (answer.stored) return { ...row, state: "saved", href: answer.href, told: undefined };
  return { ...row, state: answer.similar ? "similar" : "refused", told: answer.told };
}

function written(row: GridRow, cells: Cells, { context, locale }: Omit<Tools, "newId">): GridRow {
  const merged = { ...row.cells, ...cells };
  const { typed, faults } = readRow(merged, context);
  const shown = showRow(typed, context, locale);
  const clean = Object.fromEntries(
    Object.entries(merged).map(([key, text]) => {
      const as = shown[key as ColumnKey];
      return [key, text?.trim() && as && !faults[key as ColumnKey] ? as : (text ?? "")];
    }),
  );
  return { ...row, cells: clean, state: "new", told: undefined };
}

/** Pastes from a cell on; with a heading row, by its headings from that row on. Rows on their way or stored are passed over. */
function paste(
  grid: Grid,
  { row: from, column, table }: Extract<GridAct, { type: "paste" }>,
  { newId, ...tools }: Tools,
): Grid {
  const headings = readHeadings(table[0] ?? []);
  const keys = columnsFor(tools.context).map(({ key }) => key);
  const columns: (ColumnKey | undefined)[] =
    headings?.map((key) => (key && keys.includes(key) ? key : undefined)) ??
    (table[0] ?? []).map((_, at) => keys[column + at]);
  const body = headings ? table.slice(1) : table;
  const rows = [...grid.rows];
  let at = from;
  let taken = 0;
  for (const cells of body) {
    while (rows[at] && isLocked(rows[at] as GridRow)) at++;
    if (at >= mostRows) break;
    const row = rows[at] ?? emptyRow(newId);
    const texts: Cells = {};
    cells.forEach((text, index) => {
      const key = columns[index] ?? (headings ? undefined : keys[column + index]);
      // Of two columns of one name ("số lượt dự", "số tờ rơi") the one that is filled counts.
      if (key && (text !== "" || texts[key] === undefined)) texts[key] = text;
    });
    rows[at] = { ...written(row, texts, tools), checked: body.length > 1 || row.checked };
    at++;
    taken++;
  }
  const unknown = headings ? (table[0] ?? []).filter((text, index) => text && !columns[index]) : [];
  const over = body.length - taken;
  return {
    rows: withRoom(rows, newId),
    past: [...grid.past, grid.rows].slice(-undoSteps),
    left: over > 0 || unknown.length > 0 ? { rows: over, columns: unknown } : undefined,
  };
}

const emptyRow = (newId: () => string): GridRow => ({ id: newId(), cells: {}, state: "new" });

/** Always an empty row to go on in, up to the most. */
function withRoom(rows: readonly GridRow[], newId: () => string): readonly GridRow[] {
  const last = rows.at(-1);
  const room =
    rows.length < firstRows ? firstRows - rows.length : !last || !isBlank(last) || isLocked(last) ? 1 : 0;
  const more = Math.min(room, mostRows - rows.length);
  return more > 0 ? [...rows, ...Array.from({ length: more }, () => emptyRow(newId))] : rows;
}
