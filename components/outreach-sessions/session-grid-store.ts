"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useBoxLoader } from "@/components/outbox/use-box";
import type { Locale } from "@/lib/core/locale";
import { type Blocked, batchSize, type ParcelAnswer } from "@/lib/outbox/rules";
import {
  change,
  emptyGrid,
  type Grid,
  type GridAct,
  type GridAnswer,
  type GridRow,
  unsaved,
} from "@/lib/outreach-sessions/grid/rules";
import {
  type Cells,
  type ColumnKey,
  type RowRead,
  readRow,
  type SheetContext,
} from "@/lib/outreach-sessions/sheet";

/** Typing rests so long before it is written down. */
const rest = 300;
const form = "grid";

export type Pending = { id: string; key: ColumnKey; text: string };
/** What the last saving came to. */
export type Outcome = {
  saved: number;
  kept: number;
  toMend: number;
  similar: number;
  blocked?: Blocked;
  attempt: number;
};

/**
 * The grid's rows: every change is written down on the device, rows are sent in batches by the outbox's protocol,
 * and what finds no network goes into the outbox itself.
 */
export function useSessionGrid(owner: string, context: SheetContext, locale: Locale) {
  const load = useBoxLoader();
  const tools = useMemo(() => ({ context, locale, newId: () => crypto.randomUUID() }), [context, locale]);
  const current = useRef<Grid>(undefined);
  const [grid, setGrid] = useState<Grid>();
  const [keeping, setKeeping] = useState<"kept" | "failed">();
  const [restored, setRestored] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const pending = useRef<Pending>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useCallback(async () => {
    clearTimeout(timer.current);
    const typing = pending.current;
    const rows = (current.current?.rows ?? []).map((row) =>
      typing?.id === row.id ? { ...row, cells: { ...row.cells, [typing.key]: typing.text } } : row,
    );
    const left = unsaved(rows).map(({ id, cells }) => JSON.stringify({ id, cells }));
    try {
      const box = await load();
      if (left.length > 0) await box.keepDraft(owner, form, { rows: left });
      else await box.dropDraft(owner, form);
      setKeeping(left.length > 0 ? "kept" : undefined);
    } catch {
      setKeeping(left.length > 0 ? "failed" : undefined);
    }
  }, [load, owner]);

  const keepSoon = useCallback(() => {
    clearTimeout(timer.current);
    setKeeping((now) => (now === "kept" ? undefined : now));
    timer.current = setTimeout(() => void keep(), rest);
  }, [keep]);

  const act = useCallback(
    (done: GridAct) => {
      current.current = change(current.current ?? emptyGrid(tools.newId), done, tools);
      setGrid(current.current);
      keepSoon();
    },
    [tools, keepSoon],
  );

  useEffect(() => {
    if (current.current) return;
    current.current = emptyGrid(tools.newId);
    void load()
      .then((box) => box.draftOf(owner, form))
      .then((values) => (values?.rows ?? []).flatMap(readKept))
      .catch(() => [])
      .then((rows) => {
        if (rows.length > 0)
          current.current = change(emptyGrid(tools.newId), { type: "restore", rows }, tools);
        setRestored(rows.length > 0);
        if (rows.length > 0) setKeeping("kept");
        setGrid(current.current);
      });
  }, [load, owner, tools]);

  useEffect(() => {
    const atOnce = () => document.visibilityState === "hidden" && current.current && void keep();
    document.addEventListener("visibilitychange", atOnce);
    return () => document.removeEventListener("visibilitychange", atOnce);
  }, [keep]);

  useEffect(() => {
    if (keeping !== "failed") return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [keeping]);

  /** Takes over what is being typed. */
  const commit = useCallback(() => {
    const typed = pending.current;
    pending.current = undefined;
    if (typed) act({ type: "write", ...typed });
  }, [act]);

  const type = useCallback(
    (typed: Pending | undefined) => {
      pending.current = typed;
      keepSoon();
    },
    [keepSoon],
  );

  /** Sends all rows that can be sent, or one that its writer says is no second entry. */
  const save = useCallback(
    async (accepted?: string) => {
      if (sending.current) return;
      commit();
      sending.current = true;
      setBusy(true);
      act({ type: "check" });
      const waiting = unsaved(current.current?.rows ?? []).filter(
        ({ id, state }) => (accepted ? id === accepted : true) && state !== "sending",
      );
      const ready = waiting.flatMap((row) => {
        const { typed, faults } = readRow(row.cells, context);
        return Object.keys(faults).length > 0 ? [] : [parcelOf(row, typed, row.id === accepted)];
      });
      const done = await send(owner, await load().catch(() => undefined), ready, act);
      const rows = current.current?.rows ?? [];
      setOutcome((before) => ({
        ...done,
        toMend: unsaved(rows).filter(
          (row) => row.state === "refused" || Object.keys(readRow(row.cells, context).faults).length > 0,
        ).length,
        similar: rows.filter(({ state }) => state === "similar").length,
        attempt: (before?.attempt ?? 0) + 1,
      }));
      sending.current = false;
      setBusy(false);
      await keep();
    },
    [act, commit, keep, context, load, owner],
  );

  return { grid, act, save, commit, type, outcome, busy, keeping, restored };
}

type Box = Awaited<ReturnType<ReturnType<typeof useBoxLoader>>>;
type Sent = Pick<Outcome, "saved" | "kept" | "blocked">;

/** Batch by batch; what finds no network goes into the outbox, anything else that blocks leaves the rows as they are. */
async function send(
  owner: string,
  box: Box | undefined,
  parcels: readonly GridParcel[],
  act: (done: GridAct) => void,
): Promise<Sent> {
  let saved = 0;
  let left = parcels;
  while (left.length > 0) {
    const some = left.slice(0, batchSize);
    const ids = some.map(({ item }) => item);
    act({ type: "sending", ids });
    const answers = box ? await box.post(owner, some) : "network";
    if (typeof answers !== "string") {
      act({ type: "answers", answers: answers.map(toAnswer) });
      saved += answers.filter(({ stored }) => stored).length;
      left = left.slice(some.length);
      continue;
    }
    const kept = answers === "network" && box && (await keepAll(owner, box, left));
    act(kept ? { type: "kept", ids: left.map(({ item }) => item) } : { type: "unsent", ids });
    return kept
      ? { saved, kept: left.length }
      : { saved, kept: 0, blocked: answers === "unreadable" ? "server" : answers };
  }
  return { saved, kept: 0 };
}

async function keepAll(owner: string, box: Box, parcels: readonly GridParcel[]): Promise<boolean> {
  try {
    for (const parcel of parcels) await box.keep(owner, parcel);
    return true;
  } catch {
    return false;
  }
}

type GridParcel = ReturnType<typeof parcelOf>;

const parcelOf = ({ id }: GridRow, typed: RowRead["typed"], accepted: boolean) => ({
  item: id,
  record: id,
  command: "outreach-sessions.create" as const,
  values: { id: [id], ...typed, ...(accepted ? { acceptSimilar: ["on"] } : {}) },
});

function toAnswer(answer: ParcelAnswer): GridAnswer {
  if (answer.stored) return { id: answer.item, stored: true, href: answer.href };
  return { id: answer.item, stored: false, similar: answer.code === "similar", told: answer.told };
}

function readKept(text: string): { id: string; cells: Cells }[] {
  try {
    const { id, cells } = JSON.parse(text) as { id: string; cells: Cells };
    return typeof id === "string" && typeof cells === "object" && cells ? [{ id, cells }] : [];
  } catch {
    return [];
  }
}
