"use client";

import { useEffect } from "react";

/**
 * Asks before the page is closed while something on it is not saved, and before a link is followed while something
 * could be lost by it: what only waits to be sent is sent all the same.
 */
export function useLeaveGuard(unsaved: boolean, stuck: boolean, question: string) {
  useEffect(() => {
    if (!unsaved) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", onUnload);
    return () => window.removeEventListener("beforeunload", onUnload);
  }, [unsaved]);

  useEffect(() => {
    if (!stuck) return;
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest("a[href]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (link.getAttribute("href")?.startsWith("#") || link.getAttribute("target") === "_blank") return;
      if (window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("click", onClick, true);
    return () => document.removeEventListener("click", onClick, true);
  }, [stuck, question]);
}
