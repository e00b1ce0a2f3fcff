"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { Notice } from "@/components/ui/alert";
import { Disclosure } from "@/components/ui/disclosure";
import { PlainButton } from "@/components/ui/plain-button";
import type { Locale } from "@/lib/core/locale";
import { outboxWords } from "@/lib/outbox/messages";
import { gridWords } from "@/lib/outreach-sessions/grid/messages";
import { mostRows, unsaved } from "@/lib/outreach-sessions/grid/rules";
import { columnsFor, type SheetContext } from "@/lib/outreach-sessions/sheet";
import { faultsOf, SessionGridFaults } from "./session-grid-faults";
import { type Outcome, useSessionGrid } from "./session-grid-store";
import { type Cell, SessionGridTable } from "./session-grid-table";

type SessionGridProps = { owner: string; context: SheetContext; locale: Locale };

/** A week's notes at once: a grid by keyboard, every cell with its message, every row with its state. */
export function SessionGrid({ owner, context: given, locale }: SessionGridProps) {
  const words = gridWords[locale];
  // The page may render again with the same lists; cells are read against the first ones.
  const [context] = useState(given);
  const store = useSessionGrid(owner, context, locale);
  const { grid, act, save, outcome, busy, keeping } = store;
  const columns = useMemo(() => columnsFor(context), [context]);
  const [at, setAt] = useState<Cell>({ row: 0, column: 0, focus: 0 });
  const button = useRef<HTMLButtonElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const own = context.units.length > 1 && context.units.find(({ id }) => id === context.unitId);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
      event.preventDefault();
      void save();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [save]);

  useEffect(() => {
    if (outcome && outcome.toMend > 0) summary.current?.focus();
  }, [outcome]);

  if (!grid) return <div className="min-h-96 border-y [@media(scripting:none)]:hidden" aria-busy />;
  const left = unsaved(grid.rows).length;
  const faults = faultsOf(grid.rows, columns, context, locale);
  return (
    <>
      {store.restored && !outcome && <Notice title={words.restored} className="mb-4" />}
      {grid.left && (
        <Notice tone="attention" className="mb-4">
          {grid.left.rows > 0 && <p>{words.leftRows(grid.left.rows, mostRows)}</p>}
          {grid.left.columns.length > 0 && <p>{words.leftColumns(grid.left.columns.join(", "))}</p>}
        </Notice>
      )}
      <div ref={summary} tabIndex={-1} className="scroll-mt-20 outline-none">
        {outcome && (
          <SessionGridFaults
            outcome={outcome}
            faults={faults}
            onGo={(row, column) => setAt((now) => ({ row, column, focus: now.focus + 1 }))}
            locale={locale}
          />
        )}
      </div>
      <Disclosure summary={words.how} className="mb-2">
        <ul className="max-w-prose list-disc space-y-1 pb-3 pl-5 text-sm text-muted">
          {[...words.keys, ...words.cells, ...(own ? [words.ownUnit(own.fullName)] : [])].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Disclosure>
      <SessionGridTable
        {...{ store, grid, columns, context, at, locale }}
        onGo={setAt}
        onLeave={() => button.current?.focus()}
      />
      <div className="z-20 flex flex-wrap items-center gap-3 bg-paper py-3 lg:sticky lg:bottom-0">
        <PlainButton ref={button} variant="primary" aria-disabled={busy} onClick={() => void save()}>
          {busy ? words.saving : words.save(left)}
        </PlainButton>
        {grid.rows.some(({ state }) => state === "saved" || state === "kept") && (
          <PlainButton onClick={() => act({ type: "tidy" })}>{words.tidy}</PlainButton>
        )}
        <p data-keeping={keeping} className="text-sm text-muted">
          {keeping === "kept" && words.keptHere}
          {keeping === "failed" && <span className="text-red">{words.notKept}</span>}
        </p>
        <p role="status" className="numeral ml-auto text-sm font-medium">
          {outcome && toldOf(outcome, locale)}
        </p>
      </div>
    </>
  );
}

/** What saving came to, in one line. */
function toldOf(outcome: Outcome, locale: Locale): string {
  const words = gridWords[locale];
  const { saved, kept, toMend, similar, blocked } = outcome;
  const parts = [
    saved > 0 && words.saved(saved),
    kept > 0 && words.kept(kept),
    toMend > 0 && words.toMend(toMend),
    similar > 0 && words.similar(similar),
    blocked && outboxWords[locale].blocked[blocked],
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(" · ") : words.nothing;
}
