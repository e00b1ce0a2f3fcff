"use client";

import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { type GridRow, isLocked } from "@/lib/outreach-sessions/grid/rules";
import type { ColumnKey } from "@/lib/outreach-sessions/sheet";
import type { RowHandlers } from "./session-grid-row";

type SessionGridCellProps = {
  row: GridRow;
  column: ColumnKey;
  at: { row: number; column: number };
  label: string;
  describedBy: string | undefined;
  focus: number;
  handlers: RowHandlers;
};

/**
 * The cell that has the keyboard: always a real text box, with all of its text selected until it is edited. So
 * typing replaces by itself, whatever the input method does (Telex composes, Unikey deletes and retypes).
 */
export function SessionGridCell({
  row,
  column,
  at,
  label,
  describedBy,
  focus,
  handlers,
}: SessionGridCellProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  /** `typed`: begun by typing, so up and down go on to the next cell; `opened`: by F2, Enter or a click into the text. */
  const mode = useRef<"still" | "typed" | "opened">("still");
  const text = row.cells[column] ?? "";

  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell, or the same one anew
  useLayoutEffect(() => {
    mode.current = "still";
    if (!box.current) return;
    box.current.value = text;
    if (focus > 0 || document.activeElement === box.current) {
      box.current.focus();
      box.current.select();
    }
  }, [text, column, row.id, focus]);

  function open() {
    mode.current = "opened";
    box.current?.setSelectionRange(box.current.value.length, box.current.value.length);
  }

  function restore() {
    handlers.type(undefined);
    mode.current = "still";
    if (box.current) box.current.value = text;
    box.current?.select();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return event.stopPropagation();
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (mode.current === "still") {
      if (key !== "F2" && (key !== "Enter" || shiftKey || altKey)) return;
      event.preventDefault();
      if (!isLocked(row)) open();
      return;
    }
    // While a cell is edited its keys are its own, but those that end it.
    const vertical = mode.current === "typed" && (key === "ArrowUp" || key === "ArrowDown");
    if (key === "Enter" && altKey)
      event.currentTarget.setRangeText("\n", ...selection(event.currentTarget), "end");
    else if (key === "Enter") handlers.go({ ...at, row: at.row + (shiftKey ? -1 : 1) });
    else if (key === "Escape") restore();
    else if (vertical) handlers.go({ ...at, row: at.row + (key === "ArrowUp" ? -1 : 1) });
    else {
      if (key !== "Tab" && !((ctrlKey || metaKey) && key.toLowerCase() === "s")) event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <textarea
      ref={box}
      rows={1}
      aria-label={label}
      aria-invalid={describedBy ? true : undefined}
      aria-describedby={describedBy}
      readOnly={isLocked(row)}
      defaultValue={text}
      spellCheck={false}
      autoComplete="off"
      onFocus={() => mode.current === "still" && box.current?.select()}
      onClick={() => {
        if (mode.current === "still" && document.activeElement === box.current) mode.current = "opened";
      }}
      onInput={(event) => {
        if (mode.current === "still") mode.current = "typed";
        handlers.type({ id: row.id, key: column, text: event.currentTarget.value });
      }}
      onBlur={handlers.commit}
      onKeyDown={onKeyDown}
      className="block field-sizing-content min-h-9 w-full resize-none overflow-hidden bg-surface px-2 py-2 text-sm outline-none"
    />
  );
}

const selection = ({ selectionStart, selectionEnd }: HTMLTextAreaElement): [number, number] => [
  selectionStart,
  selectionEnd,
];
