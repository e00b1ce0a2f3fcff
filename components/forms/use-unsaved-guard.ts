"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { FormState } from "@/lib/core/form-state";

/** Asks before typed text is lost: on closing the page and on following a link, only once something was typed. */
export function useUnsavedGuard(
  form: RefObject<HTMLFormElement | null>,
  state: FormState,
  question: string,
  onLeave?: () => void,
) {
  const leave = useRef(onLeave);
  useEffect(() => {
    leave.current = onLeave;
  });
  useEffect(() => {
    const element = form.current;
    if (!element) return;

    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest("a[href]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (link.getAttribute("href")?.startsWith("#") || link.getAttribute("target") === "_blank") return;
      if (window.confirm(question)) {
        unwatch();
        leave.current?.();
      } else {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    // Listening only while something is unsaved keeps untouched pages in the browser's back cache.
    const watch = () => {
      window.addEventListener("beforeunload", onUnload);
      document.addEventListener("click", onClick, true);
    };
    const unwatch = () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
    };

    if (state.attempt > 0 && state.status !== "done" && state.status !== "overtaken") watch();
    element.addEventListener("input", watch);
    element.addEventListener("submit", unwatch);
    return () => {
      unwatch();
      element.removeEventListener("input", watch);
      element.removeEventListener("submit", unwatch);
    };
  }, [form, state, question]);
}
