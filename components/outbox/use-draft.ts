"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { typedValues } from "@/lib/core/form-data";
import type { FormState } from "@/lib/core/form-state";
import { useBoxLoader } from "./use-box";

/** Typing rests so long before it is written down. */
const rest = 400;

/**
 * Writes the open form down while it is filled in, and brings it back after a crash, an empty battery or a closed
 * tab. It is forgotten when the form is saved or left on purpose.
 */
export function useDraft(form: string, active: boolean) {
  const load = useBoxLoader();
  const [restored, setRestored] = useState<FormState>();
  const [edition, setEdition] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const write = useRef<() => void>(undefined);
  const over = useRef(false);

  useEffect(() => {
    if (!active) return;
    void load()
      .then(async (box) => {
        const owner = await box.currentOwner();
        const values = owner && (await box.draftOf(owner, form));
        if (!values || write.current) return;
        setRestored({ status: "idle", errors: {}, values, attempt: 1 });
        setEdition((now) => now + 1);
      })
      .catch(() => undefined);
    const atOnce = () => document.visibilityState === "hidden" && write.current?.();
    document.addEventListener("visibilitychange", atOnce);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener("visibilitychange", atOnce);
    };
  }, [load, form, active]);

  const keep = (element: HTMLFormElement | null) => {
    if (!element || !active || over.current) return;
    write.current = () => {
      const values = typedValues(new FormData(element));
      void load()
        .then(async (box) => {
          const owner = await box.currentOwner();
          if (owner && !over.current) await box.keepDraft(owner, form, values);
        })
        .catch(() => undefined); // a device that keeps nothing is told so when the form is saved
    };
    clearTimeout(timer.current);
    timer.current = setTimeout(() => write.current?.(), rest);
  };

  const forget = useCallback(async () => {
    over.current = true;
    clearTimeout(timer.current);
    const box = await load().catch(() => undefined);
    const owner = await box?.currentOwner().catch(() => undefined);
    if (box && owner) await box.dropDraft(owner, form).catch(() => undefined);
  }, [load, form]);

  const drop = async () => {
    await forget();
    over.current = false;
    write.current = undefined;
    setRestored(undefined);
    setEdition((now) => now + 1);
  };

  return { restored, edition, keep, forget: () => void forget(), settle: forget, drop: () => void drop() };
}
