"use client";

import { clsx } from "clsx";
import { memo } from "react";
import type { Locale } from "@/lib/core/locale";
import { gridWords } from "@/lib/outreach-sessions/grid/messages";
import { type GridRow, isLocked } from "@/lib/outreach-sessions/grid/rules";
import {
  type ColumnKey,
  headingOf,
  type SheetColumn,
  type SheetContext,
} from "@/lib/outreach-sessions/sheet";
import { SessionGridCell } from "./session-grid-cell";
import { SessionGridChoices } from "./session-grid-choices";
import { cellMessages, readingOf } from "./session-grid-faults";
import { SessionGridState } from "./session-grid-state";
import type { Pending } from "./session-grid-store";

export const columnWidths: Record<ColumnKey, string> = {
  heldOn: "w-28",
  unit: "w-36",
  place: "w-44",
  title: "w-36",
  channel: "w-36",
  topics: "w-52",
  amount: "w-28",
  presenters: "w-36",
  audiences: "w-40",
  note: "w-48",
  coUnits: "w-40",
  views: "w-28",
};

export type RowHandlers = {
  go: (to: { row: number; column: number }) => void;
  type: (typed: Pending | undefined) => void;
  commit: () => void;
  choose: (id: string, key: ColumnKey, text: string) => void;
  accept: (id: string) => void;
  drop: (id: string) => void;
};

type SessionGridRowProps = {
  row: GridRow;
  index: number;
  /** The column that has the keyboard, when this is the row. */
  active: number | undefined;
  focus: number;
  columns: readonly SheetColumn[];
  context: SheetContext;
  handlers: RowHandlers;
  locale: Locale;
};

/** One session. Drawn again only when it changed or the keyboard came or went. */
export const SessionGridRow = memo(function SessionGridRow(props: SessionGridRowProps) {
  const { row, index, active, focus, columns, context, handlers, locale } = props;
  const reading = readingOf(row, context);
  const messages = cellMessages(row, reading, columns, locale);
  const locked = isLocked(row);
  return (
    <tr
      aria-rowindex={index + 2}
      data-state={row.state}
      className={clsx("group/row", locked && "text-muted")}
    >
      <th
        scope="row"
        className="numeral sticky left-0 z-10 border-r border-b bg-paper px-2 py-2 text-right align-top text-xs font-normal text-muted"
      >
        {index + 1}
      </th>
      {columns.map(({ key }, column) => {
        const message = messages[key];
        const id = `cell-${row.id}-${key}`;
        return (
          <td
            key={key}
            aria-colindex={column + 2}
            aria-invalid={message ? true : undefined}
            onMouseDown={(event) => {
              if (active === column || event.button !== 0) return;
              event.preventDefault();
              handlers.go({ row: index, column });
            }}
            className={clsx(
              "border-r border-b p-0 align-top",
              message && "bg-red-soft",
              active === column && "outline-2 -outline-offset-2 outline-green",
            )}
          >
            {active === column ? (
              <SessionGridCell
                key={row.id}
                row={row}
                column={key}
                at={{ row: index, column }}
                label={`${headingOf(key, locale)}, ${gridWords[locale].row(index + 1)}`}
                describedBy={message && id}
                focus={focus}
                handlers={handlers}
              />
            ) : (
              <span className="block min-h-9 cursor-cell px-2 py-2 break-words whitespace-pre-line">
                {row.cells[key]}
              </span>
            )}
            {message && (
              <p id={id} className="px-2 pb-1.5 text-xs/4 text-red">
                {message}
              </p>
            )}
            {message && reading.faults[key]?.choices && (
              <SessionGridChoices
                choices={reading.faults[key].choices}
                onChoose={(text) => handlers.choose(row.id, key, text)}
                locale={locale}
              />
            )}
          </td>
        );
      })}
      <SessionGridState
        row={row}
        index={index}
        column={columns.length}
        faulty={Object.keys(messages).length > 0}
        focus={active === columns.length ? focus : undefined}
        handlers={handlers}
        locale={locale}
      />
    </tr>
  );
});
