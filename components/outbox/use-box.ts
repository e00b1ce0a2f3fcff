"use client";

import { createContext, createElement, type ReactNode, useContext, useEffect, useState } from "react";
import type { OpenParcel } from "./database";

type Box = typeof import("./box");

/**
 * The outbox, loaded when a page has been painted. The field page, which must do without network, brings it along
 * and provides it here.
 */
export const BoxContext = createContext<() => Promise<Box>>(() => import("./box"));

/** Loads the outbox; it is at hand by the time somebody saves. */
export const useBoxLoader = () => {
  const load = useContext(BoxContext);
  useEffect(() => {
    void load().catch(() => undefined);
  }, [load]);
  return load;
};

export type Counts = { waiting: number; refused: number; photos: number; oldest?: number };

/** What waits for the owner, kept up to date in every tab. */
export function useCounts(owner: string | undefined): Counts | undefined {
  const load = useContext(BoxContext);
  const [counts, setCounts] = useState<Counts>();
  useEffect(() => {
    if (!owner) return;
    let stop: (() => void) | undefined;
    let over = false;
    void load()
      .then((box) => {
        const read = () =>
          void box.countsOf(owner).then(
            (now) => over || setCounts(now),
            () => undefined,
          );
        stop = box.onChange(read);
        if (over) stop();
        else read();
      })
      .catch(() => undefined);
    return () => {
      over = true;
      stop?.();
    };
  }, [load, owner]);
  return counts;
}

const ParcelsContext = createContext<OpenParcel[] | undefined>(undefined);

/** The owner's parcels, opened, for everything inside; kept up to date in every tab. */
export function ParcelsProvider({ owner, children }: { owner: string; children: ReactNode }) {
  const load = useContext(BoxContext);
  const [parcels, setParcels] = useState<OpenParcel[]>();
  useEffect(() => {
    let over = false;
    let stop: (() => void) | undefined;
    void load().then((box) => {
      const read = () =>
        void box.parcelsOf(owner).then(
          (now) => over || setParcels(now),
          () => undefined, // signed out meanwhile: there is nothing of theirs to show
        );
      stop = box.onChange(read);
      if (over) stop();
      else read();
    });
    return () => {
      over = true;
      stop?.();
    };
  }, [load, owner]);
  return createElement(ParcelsContext, { value: parcels }, children);
}

export const useParcels = () => useContext(ParcelsContext);
