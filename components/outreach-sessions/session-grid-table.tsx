"use client";

import { type ClipboardEvent, type KeyboardEvent, useCallback, useMemo, useRef } from "react";
import { formWords } from "@/components/layout/words";
import { isRectangular, readDelimited } from "@/lib/core/delimited";
import type { Locale } from "@/lib/core/locale";
import { gridWords } from "@/lib/outreach-sessions/grid/messages";
import type { Grid } from "@/lib/outreach-sessions/grid/rules";
import {
  type ColumnKey,
  headingOf,
  type SheetColumn,
  type SheetContext,
} from "@/lib/outreach-sessions/sheet";
import { columnWidths, SessionGridRow } from "./session-grid-row";
import type { useSessionGrid } from "./session-grid-store";

/** The cell that has the keyboard; `focus` is raised when it must take it. The column behind the last is the row's state. */
export type Cell = { row: number; column: number; focus: number };

type SessionGridTableProps = {
  store: ReturnType<typeof useSessionGrid>;
  grid: Grid;
  columns: readonly SheetColumn[];
  context: SheetContext;
  at: Cell;
  onGo: (cell: Cell) => void;
  onLeave: () => void;
  locale: Locale;
};

/** Rows and columns by the grid pattern: one tab stop, arrows within, an edit box in the cell that has the keyboard. */
export function SessionGridTable(props: SessionGridTableProps) {
  const { store, grid, columns, context, at, locale } = props;
  const words = gridWords[locale];
  const latest = useRef(props);
  latest.current = props;
  const row = Math.min(at.row, grid.rows.length - 1);

  const go = useCallback((to: { row: number; column: number }) => {
    const { store, grid, columns, at, onGo } = latest.current;
    store.commit();
    onGo({
      row: Math.max(0, Math.min(to.row, grid.rows.length - 1)),
      column: Math.max(0, Math.min(to.column, columns.length)),
      focus: at.focus + 1,
    });
  }, []);
  const handlers = useMemo(
    () => ({
      go,
      type: store.type,
      commit: store.commit,
      choose: (id: string, key: ColumnKey, text: string) => store.act({ type: "write", id, key, text }),
      accept: (id: string) => void store.save(id),
      drop: (id: string) => store.act({ type: "drop", id }),
    }),
    [go, store.type, store.commit, store.save, store.act],
  );

  /** Keys of a cell that is not being edited; those of the edit box itself have been taken out before. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const command = event.ctrlKey || event.metaKey;
    const done = command ? onCommand(key) : onMove(event.key, event.shiftKey);
    if (done) event.preventDefault();
  }

  function onCommand(key: string): boolean {
    const cell = grid.rows[row];
    const column = columns[at.column]?.key;
    if (key === "z") store.act({ type: "undo" });
    else if (key === "d" && cell && column && row > 0)
      store.act({ type: "write", id: cell.id, key: column, text: grid.rows[row - 1]?.cells[column] ?? "" });
    else if (key === "Home") go({ row: 0, column: 0 });
    else if (key === "End") go({ row: grid.rows.length - 1, column: columns.length - 1 });
    else return false;
    return true;
  }

  function onMove(key: string, shift: boolean): boolean {
    const { column } = at;
    const cell = grid.rows[row];
    const written = columns[column]?.key;
    const moves: Record<string, { row: number; column: number }> = {
      ArrowUp: { row: row - 1, column },
      ArrowDown: { row: row + 1, column },
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      Home: { row, column: 0 },
      End: { row, column: columns.length - 1 },
      PageUp: { row: row - 10, column },
      PageDown: { row: row + 10, column },
    };
    if (key === "Enter" && shift) go({ row: row - 1, column });
    else if (key === "Tab") return onTab(shift ? -1 : 1);
    else if (key === "Escape") props.onLeave();
    else if ((key === "Delete" || key === "Backspace") && cell && written)
      store.act({ type: "write", id: cell.id, key: written, text: "" });
    else if (moves[key]) go(moves[key]);
    else return false;
    return true;
  }

  /** Along the row, then to the next one; before the first and behind the last cell it leaves the grid. */
  function onTab(by: 1 | -1): boolean {
    const wide = columns.length + 1;
    const next = row * wide + at.column + by;
    if (next < 0 || next >= grid.rows.length * wide) return false;
    go({ row: Math.floor(next / wide), column: next % wide });
    return true;
  }

  function onPaste(event: ClipboardEvent) {
    const table = tableOf(event.clipboardData);
    if (!table || !columns[at.column]) return;
    event.preventDefault();
    store.type(undefined);
    store.act({ type: "paste", row, column: at.column, table });
  }

  return (
    <div className="relative max-h-[calc(100dvh-15rem)] min-h-72 scroll-pt-16 scroll-pl-14 overflow-auto border-y lg:scroll-pr-48">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells one writes in are what the pattern is for
        role="grid"
        aria-label={words.title}
        aria-rowcount={grid.rows.length + 1}
        aria-colcount={columns.length + 2}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        className="w-max min-w-full table-fixed border-separate border-spacing-0 text-left text-sm"
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="grid-head sticky left-0 z-20 w-12 px-2 text-right">
              <span className="sr-only">{words.number}</span>#
            </th>
            {columns.map(({ key, required }) => (
              <th key={key} scope="col" className={`grid-head px-2 ${columnWidths[key]}`}>
                {headingOf(key, locale)}
                {!required && (
                  <span className="block font-normal text-muted">{formWords[locale].optional}</span>
                )}
              </th>
            ))}
            <th scope="col" className="grid-head w-44 border-l px-2 lg:right-0 lg:z-20">
              {words.state}
            </th>
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((item, index) => (
            <SessionGridRow
              key={item.id}
              row={item}
              index={index}
              active={index === row ? at.column : undefined}
              focus={index === row ? at.focus : 0}
              {...{ columns, context, handlers, locale }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What was copied, when it is more than one cell: as text, or from its HTML where Word tore cells into lines. */
function tableOf(data: DataTransfer): string[][] | undefined {
  const rows = readDelimited(data.getData("text/plain"));
  const html = data.getData("text/html");
  const torn = html.includes("<table") && (!isRectangular(rows) || (rows[0]?.length ?? 0) < 2);
  const table = (torn && htmlTable(html)) || rows;
  return table.length > 1 || (table[0]?.length ?? 0) > 1 ? table : undefined;
}

/** Cells of the first table of a piece of HTML; the document is never shown, and scripts in it do not run. */
function htmlTable(html: string): string[][] | undefined {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!table) return undefined;
  for (const end of table.querySelectorAll("br, p:not(:last-child), div:not(:last-child)")) end.append("\n");
  for (const br of table.querySelectorAll("br")) br.replaceWith("\n");
  return [...table.rows].map((row) =>
    [...row.cells].map((cell) =>
      (cell.textContent ?? "")
        .split("\n")
        .map((line) => line.replace(/\s+/g, " ").trim())
        .filter(Boolean)
        .join("\n"),
    ),
  );
}
