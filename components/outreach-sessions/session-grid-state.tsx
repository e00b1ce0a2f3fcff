"use client";

import { clsx } from "clsx";
import { X } from "lucide-react";
import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { PlainButton } from "@/components/ui/plain-button";
import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import type { Locale } from "@/lib/core/locale";
import { gridWords } from "@/lib/outreach-sessions/grid/messages";
import { type GridRow, isBlank, isLocked, type RowState } from "@/lib/outreach-sessions/grid/rules";
import type { RowHandlers } from "./session-grid-row";

const tones: Record<RowState, Tone> = {
  new: "muted",
  sending: "info",
  refused: "bad",
  similar: "attention",
  saved: "good",
  kept: "attention",
};

type SessionGridStateProps = {
  row: GridRow;
  index: number;
  column: number;
  faulty: boolean;
  /** Set while this cell has the keyboard. */
  focus: number | undefined;
  handlers: RowHandlers;
  locale: Locale;
};

/** How it stands with a row, and what can be done: open it, save it all the same, take it out. */
export function SessionGridState(props: SessionGridStateProps) {
  const { row, index, column, faulty, focus, handlers, locale } = props;
  const words = gridWords[locale];
  const cell = useRef<HTMLTableCellElement>(null);
  const state: RowState = faulty && row.state === "new" ? "refused" : row.state;
  const active = focus !== undefined;

  useLayoutEffect(() => {
    // A click has its button's focus already.
    if (!focus || cell.current?.contains(document.activeElement)) return;
    (cell.current?.querySelector<HTMLElement>("a, button") ?? cell.current)?.focus();
  }, [focus]);

  /** Left and right go through what the cell holds, then on; Enter is the button's own. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" || event.key === " ") return event.stopPropagation();
    const inside = [...(cell.current?.querySelectorAll<HTMLElement>("a, button") ?? [])];
    const at = inside.indexOf(document.activeElement as HTMLElement);
    const next = inside[at + (event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : Number.NaN)];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  }

  const stop = active ? 0 : -1;
  const id = `row-${row.id}`;
  return (
    <td
      ref={cell}
      tabIndex={stop}
      aria-colindex={column + 2}
      onKeyDown={onKeyDown}
      onFocus={() => !active && handlers.go({ row: index, column })}
      className={clsx(
        "border-b border-l bg-paper px-2 py-2 align-top lg:sticky lg:right-0 lg:z-10",
        active && "outline-2 -outline-offset-2 outline-green",
      )}
    >
      {!isBlank(row) && (
        <div className="flex items-start justify-between gap-2">
          <div className="min-w-0 space-y-1 text-ink">
            <StatusDot tone={tones[state]}>
              {row.state === "saved" && row.href ? (
                <a
                  href={row.href}
                  tabIndex={stop}
                  aria-label={words.open(index + 1)}
                  className="text-green underline underline-offset-3"
                >
                  {words.states.saved}
                </a>
              ) : row.state === "kept" ? (
                <a href="/field?view=outbox" tabIndex={stop} className="underline underline-offset-3">
                  {words.states.kept}
                </a>
              ) : (
                words.states[state]
              )}
            </StatusDot>
            {row.told?.message && row.state !== "similar" && (
              <p className="text-xs/4 text-muted">{row.told.message}</p>
            )}
            {row.told?.similar?.map((other) => (
              <p key={other.href} className="text-xs/4">
                <a
                  href={other.href}
                  target="_blank"
                  rel="noreferrer"
                  tabIndex={stop}
                  className="text-green underline underline-offset-3"
                >
                  {other.label}
                </a>
                <span className="block text-muted">{other.detail}</span>
              </p>
            ))}
            {row.state === "similar" && (
              <PlainButton
                size="small"
                tabIndex={stop}
                aria-describedby={id}
                onClick={() => handlers.accept(row.id)}
              >
                {words.saveAnyway}
              </PlainButton>
            )}
          </div>
          {!isLocked(row) && (
            <button
              type="button"
              tabIndex={stop}
              aria-label={words.drop(index + 1)}
              onClick={() => handlers.drop(row.id)}
              className="-my-1 inline-flex size-7 shrink-0 items-center justify-center rounded-sm text-muted hover:bg-red-soft hover:text-red"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          )}
        </div>
      )}
      <span id={id} className="sr-only">
        {words.row(index + 1)}
      </span>
    </td>
  );
}
