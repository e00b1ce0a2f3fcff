"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useActionState, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { formWords } from "@/components/layout/words";
import { Notice } from "@/components/ui/alert";
import { buttonStyle } from "@/components/ui/button-style";
import { PlainButton } from "@/components/ui/plain-button";
import { type FormAction, type FormState, idleForm } from "@/lib/core/form-state";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { figureText, readingWords } from "@/lib/security-models/readings/messages";
import type { ReadingColumn, ReadingRow } from "@/lib/security-models/readings/queries";
import { type Cells, useReadings } from "./reading-grid-store";
import { useLeaveGuard } from "./reading-leave-guard";
import { ReadingRows } from "./reading-rows";

export type GridColumn = Pick<
  ReadingColumn,
  "id" | "name" | "unitLabel" | "decimals" | "least" | "overTime" | "required" | "open"
>;

type ReadingGridProps = {
  action: FormAction;
  /** Whose page it is: nothing is sent as somebody else. */
  owner: string;
  modelId: string;
  period: string;
  /** The page's own address, for the way back of a form without scripts. */
  view: string;
  title: string;
  columns: GridColumn[];
  rows: ReadingRow[];
  /** Nobody, or not this reader, writes here. */
  readOnly: boolean;
  locked: boolean;
  /** False where the page shows only what is missing: a line must not vanish under the hand. */
  follow: boolean;
  locale: Locale;
};

/** A period's figures, point by point: saved cell by cell as they are left, or as one form where there are no scripts. */
export function ReadingGrid(props: ReadingGridProps) {
  const { action, owner, modelId, period, view, title, columns, rows, readOnly, locked, follow, locale } =
    props;
  const words = readingWords[locale];
  const router = useRouter();
  const [state, send] = useActionState(action, idleForm);
  const settled = useCallback(() => {
    if (follow) router.refresh();
  }, [follow, router]);
  const store = useReadings({ owner, modelId, period, locale }, refusedCells(state, rows), settled);
  const { cells, type, leave, save } = store;
  const [copied, setCopied] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const handlers = useMemo(() => ({ type, leave }), [type, leave]);
  const states = Object.values(cells).map((cell) => cell.state);
  const [waiting, refused] = [
    states.filter((state) => state === "waiting" || state === "sending").length,
    states.filter((state) => state === "refused").length,
  ];
  useLeaveGuard(waiting + refused > 0, refused > 0 || store.blocked !== undefined, words.leave);

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
      event.preventDefault();
      save();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [save]);

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || !box.dataset.at || event.nativeEvent.isComposing) return;
    const [row = 0, column = 0] = box.dataset.at.split(".").map(Number);
    if (event.key === "Escape" && box.dataset.key) {
      const { key = "" } = box.dataset;
      store.restore(key);
      box.value = standing(rows, key, locale);
      box.select();
      return;
    }
    const to = nextPlace(event, box, row, column);
    if (!to) return;
    event.preventDefault();
    form.current?.querySelector<HTMLInputElement>(`[data-at="${to[0]}.${to[1]}"]`)?.focus();
  }

  /** Fills empty cells of standing figures with the latest ones before; each is sent like a typed one. */
  function copyBefore() {
    let count = 0;
    for (const { id: point, cells: stored, before } of rows)
      for (const { id, overTime, open } of columns) {
        const key = `${point}.${id}`;
        const value = before[id];
        const empty = (cells[key]?.text ?? figureText(stored[id]?.value ?? null, locale)) === "";
        if (overTime !== "last" || !open || value === undefined || !empty) continue;
        type(key, figureText(value, locale), stored[id]?.version ?? 0);
        count++;
      }
    setCopied(count > 0 ? words.copied(formatNumber(count, locale)) : words.nothingToCopy);
    leave();
  }

  return (
    <form
      ref={form}
      action={send}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <input type="hidden" name="modelId" value={modelId} readOnly />
      <input type="hidden" name="period" value={period} readOnly />
      <input type="hidden" name="view" value={view} readOnly />
      {state.status === "error" && (
        <Notice tone="error" title={formWords[locale].summary} className="mb-4">
          {state.message}
        </Notice>
      )}
      {store.blocked && (
        <Notice tone="attention" className="mb-4">
          {store.blocked}
        </Notice>
      )}
      <ReadingRows
        {...{ title, columns, rows, cells, handlers, locale }}
        readOnly={readOnly}
        locked={locked}
      />
      {!readOnly && (
        <div className="sticky bottom-(--bottom-bar) z-10 -mx-4 flex flex-wrap items-center gap-3 border-t bg-paper px-4 py-3 lg:mx-0 lg:px-0 print:hidden">
          <button type="submit" className={buttonStyle({ variant: "primary" })}>
            {words.save}
          </button>
          {columns.some(({ overTime, open }) => overTime === "last" && open) && (
            <PlainButton onClick={copyBefore} className="script-only">
              {words.copy}
            </PlainButton>
          )}
          <p role="status" className="numeral text-sm font-medium">
            {[
              store.saved > 0 && words.savedCount(formatNumber(store.saved, locale)),
              waiting > 0 && words.waitingCount(formatNumber(waiting, locale)),
              refused > 0 && words.toMend(formatNumber(refused, locale)),
              copied,
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <p className="script-only hidden text-xs text-muted lg:block">{words.keys}</p>
        </div>
      )}
    </form>
  );
}

/** Where a key leads from a cell: up and down always, left and right from the ends of what stands in it. */
function nextPlace(event: KeyboardEvent, box: HTMLInputElement, row: number, column: number) {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (altKey) return undefined;
  const [from, to, end] = [box.selectionStart ?? 0, box.selectionEnd ?? 0, box.value.length];
  const whole = from === 0 && to === end;
  if (key === "Enter") return [row + (shiftKey ? -1 : 1), column] as const;
  if (ctrlKey || metaKey) return undefined;
  if (key === "ArrowUp") return [row - 1, column] as const;
  if (key === "ArrowDown") return [row + 1, column] as const;
  if (shiftKey) return undefined;
  if (key === "ArrowLeft" && (whole || to === 0)) return [row, column - 1] as const;
  if (key === "ArrowRight" && (whole || from === end)) return [row, column + 1] as const;
  return undefined;
}

function standing(rows: readonly ReadingRow[], key: string, locale: Locale): string {
  const [point, indicator = ""] = key.split(".");
  return figureText(rows.find(({ id }) => id === point)?.cells[indicator]?.value ?? null, locale);
}

/** What a form without scripts was refused with: its figures as typed, the wrong ones with their reason. */
function refusedCells(state: FormState, rows: readonly ReadingRow[]): Cells {
  if (state.status !== "error") return {};
  return Object.fromEntries(
    Object.entries(state.errors).map(([key, sentences]) => {
      const [point, indicator = ""] = key.split(".");
      const version = rows.find(({ id }) => id === point)?.cells[indicator]?.version ?? 0;
      return [
        key,
        {
          text: state.values[key]?.[0] ?? "",
          version,
          state: "refused" as const,
          message: sentences.join(" "),
        },
      ];
    }),
  );
}
