"use client";

import { clsx } from "clsx";
import { Check, CircleAlert, Clock, Lock } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import type { Locale } from "@/lib/core/locale";
import { readingWords } from "@/lib/security-models/readings/messages";
import type { Cell } from "./reading-grid-store";

export type CellHandlers = {
  type: (key: string, text: string, version: number) => void;
  leave: () => void;
};

type ReadingCellProps = {
  id: string;
  name: string;
  row: number;
  column: number;
  label: string;
  /** The column's name and unit, shown beside the box where there are no columns. */
  caption: string;
  unitLabel: string;
  decimals: number;
  signed: boolean;
  stands: string;
  version: number;
  cell: Cell | undefined;
  /** Not written here; told as locked when that is why. */
  locked: boolean;
  showLock: boolean;
  previous: string | undefined;
  handlers: CellHandlers;
  locale: Locale;
};

const icons = { saved: Check, waiting: Clock, sending: Clock, refused: CircleAlert, locked: Lock };
const tones = {
  saved: "text-green",
  waiting: "text-ochre",
  sending: "text-ochre",
  refused: "text-red",
  locked: "text-muted",
};

/** One figure: a real box in a form, its state beside it, and why it was refused below. */
export const ReadingCell = memo(function ReadingCell(props: ReadingCellProps) {
  const { id, name, label, caption, unitLabel, stands, version, cell, locked, handlers, locale } = props;
  const words = readingWords[locale];
  const box = useRef<HTMLInputElement>(null);
  const text = cell?.text ?? stands;
  const state = props.showLock ? "locked" : (cell?.state ?? (stands === "" ? undefined : "saved"));
  const Icon = state && icons[state];

  // What the server made of it ("1250" is "1.250") shows once the keyboard has left.
  useEffect(() => {
    if (box.current && box.current !== document.activeElement && box.current.value !== text)
      box.current.value = text;
  }, [text]);

  return (
    <td
      data-state={state}
      className={clsx(
        "block py-1.5 @2xl:table-cell @2xl:border-b @2xl:border-l @2xl:px-2 @2xl:py-1 @2xl:align-top",
        state === "refused" && "bg-red-soft",
      )}
    >
      <span className="flex items-center gap-2">
        <span aria-hidden className="min-w-0 grow text-sm text-muted @2xl:hidden">
          {caption}
        </span>
        <span className={clsx("flex w-4 shrink-0 justify-center", state && tones[state])}>
          {Icon && state && (
            <>
              <Icon aria-hidden className="size-3.5" />
              <span className="sr-only">{words.states[state]}</span>
            </>
          )}
        </span>
        <input
          ref={box}
          name={name}
          data-at={`${props.row}.${props.column}`}
          data-key={id}
          defaultValue={text}
          readOnly={locked}
          inputMode={props.signed ? "text" : props.decimals > 0 ? "decimal" : "numeric"}
          autoComplete="off"
          aria-label={label}
          aria-invalid={state === "refused" || undefined}
          aria-describedby={
            [cell?.message && `${id}-why`, props.previous && `${id}-before`].filter(Boolean).join(" ") ||
            undefined
          }
          onFocus={(event) => event.currentTarget.select()}
          onInput={(event) => handlers.type(id, event.currentTarget.value, version)}
          onBlur={handlers.leave}
          className={clsx(
            "numeral block min-h-11 w-28 shrink-0 rounded-md border px-2 text-right text-base lg:min-h-8 lg:text-sm @2xl:w-full @2xl:min-w-20 @2xl:grow @2xl:shrink",
            locked ? "border-transparent bg-transparent text-muted" : "border-edge bg-surface text-ink",
            state === "refused" && "border-2 border-red",
          )}
        />
        <span aria-hidden className="w-12 shrink-0 truncate text-xs text-muted @2xl:hidden">
          {unitLabel}
        </span>
      </span>
      {cell?.message && state === "refused" && (
        <span id={`${id}-why`} className="block pt-1 text-right text-xs/4 text-red @max-2xl:pr-14">
          {cell.message}
        </span>
      )}
      {props.previous && (
        <span
          id={`${id}-before`}
          className="numeral block pt-1 text-right text-xs/4 text-muted @max-2xl:pr-14"
        >
          {words.previous(props.previous)}
        </span>
      )}
    </td>
  );
});
