"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Locale } from "@/lib/core/locale";
import { refusalWords } from "@/lib/core/messages";
import { type CellTold, readingWords } from "@/lib/security-models/readings/messages";

export type CellState = "waiting" | "sending" | "saved" | "refused";
export type Cell = { text: string; version: number; state: CellState; message?: string };
export type Cells = Readonly<Record<string, Cell>>;

/** Cells a request takes; a page has no more than a few of these. */
const batch = 100;
/** Leaving several cells in a row makes one request. */
const rest = 300;
/** After a request that found no server. */
const again = 5_000;

type Place = { owner: string; modelId: string; period: string; locale: Locale };

/**
 * What was typed into a grid of readings: kept here until the server has it, sent in batches, sent again when the
 * network comes back. Cells are keyed "point.indicator"; `initial` are those a form without scripts was refused with.
 */
export function useReadings(place: Place, initial: Cells, onSettled: () => void) {
  const cells = useRef<Cells>(initial);
  const [shown, setShown] = useState<Cells>(initial);
  const [blocked, setBlocked] = useState<string>();
  const [saved, setSaved] = useState(0);
  const busy = useRef(false);
  const gone = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ place, onSettled });
  latest.current = { place, onSettled };

  const put = useCallback((changes: Record<string, Cell | undefined>) => {
    const next: Record<string, Cell> = { ...cells.current };
    for (const [key, cell] of Object.entries(changes)) {
      if (cell) next[key] = cell;
      else delete next[key];
    }
    cells.current = next;
    setShown(next);
  }, []);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    if (busy.current) return;
    const sent = Object.entries(cells.current)
      .filter(([, { state }]) => state === "waiting")
      .slice(0, batch);
    if (sent.length === 0) return;
    busy.current = true;
    put(Object.fromEntries(sent.map(([key, cell]) => [key, { ...cell, state: "sending" as const }])));
    const { place } = latest.current;
    const answer = await post(place, sent);
    busy.current = false;
    if (typeof answer === "string") {
      put(back(cells.current, sent));
      setBlocked(answer === "offline" ? readingWords[place.locale].offline : answer);
      if (answer === "offline" && !gone.current) timer.current = setTimeout(() => void flush(), again);
      return;
    }
    setBlocked(undefined);
    put(settled(cells.current, sent, answer));
    setSaved((before) => before + answer.filter(({ stored }) => stored).length);
    if (Object.values(cells.current).some(({ state }) => state === "waiting")) void flush();
    else if (!gone.current) latest.current.onSettled();
  }, [put]);

  /** Something was typed; it is sent once its cell is left. */
  const type = useCallback(
    (key: string, text: string, version: number) =>
      put({ [key]: { text, version: cells.current[key]?.version ?? version, state: "waiting" } }),
    [put],
  );
  const restore = useCallback((key: string) => put({ [key]: undefined }), [put]);
  const leave = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), rest);
  }, [flush]);

  useEffect(() => {
    const online = () => void flush();
    window.addEventListener("online", online);
    gone.current = false;
    return () => {
      window.removeEventListener("online", online);
      gone.current = true;
      // The page goes on to another: what waits is sent on its way.
      void flush();
    };
  }, [flush]);

  /** Sends what waits, and once more what was refused, as it stands now. */
  const save = useCallback(() => {
    put(
      Object.fromEntries(
        Object.entries(cells.current)
          .filter(([, { state }]) => state === "refused")
          .map(([key, cell]) => [key, { ...cell, state: "waiting" as const }]),
      ),
    );
    void flush();
  }, [flush, put]);

  return { cells: shown, type, restore, leave, save, blocked, saved };
}

/** The answers of a request, or why there is none: "offline", or a sentence. */
async function post(place: Place, sent: readonly [string, Cell][]): Promise<CellTold[] | string> {
  const { owner, modelId, period, locale } = place;
  const body = {
    owner,
    modelId,
    period,
    cells: sent.map(([key, { text, version }]) => {
      const [pointId, indicatorId] = key.split(".");
      return { pointId, indicatorId, text, version };
    }),
  };
  try {
    const response = await fetch("/api/readings/v1", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      keepalive: true,
    });
    const told = (await response.json()) as { cells?: CellTold[]; code?: string };
    if (told.cells) return told.cells;
    const code = told.code === "other-user" ? "signed-out" : (told.code ?? "fault");
    return refusalWords[locale][code] ?? refusalWords[locale].fault ?? code;
  } catch {
    return "offline";
  }
}

/** Nothing was taken: what was sent waits again, unless it was typed anew. */
const back = (cells: Cells, sent: readonly [string, Cell][]): Record<string, Cell> =>
  Object.fromEntries(
    sent.flatMap(([key]) => {
      const now = cells[key];
      return now?.state === "sending" ? [[key, { ...now, state: "waiting" as const }]] : [];
    }),
  );

/** Each cell with its answer; one that was typed into meanwhile stays waiting, on the version that stands now. */
function settled(
  cells: Cells,
  sent: readonly [string, Cell][],
  answers: readonly CellTold[],
): Record<string, Cell> {
  const told = new Map(answers.map((answer) => [answer.key, answer]));
  return Object.fromEntries(
    sent.flatMap(([key, was]) => {
      const [now, answer] = [cells[key], told.get(key)];
      if (!now) return [];
      const version = answer?.version ?? now.version;
      if (!answer || now.state !== "sending" || now.text !== was.text) return [[key, { ...now, version }]];
      return [
        [
          key,
          answer.stored
            ? { text: answer.text ?? now.text, version, state: "saved" as const }
            : { text: now.text, version, state: "refused" as const, message: answer.message },
        ],
      ];
    }),
  );
}
