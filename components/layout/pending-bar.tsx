"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { Suspense, useEffect, useState } from "react";

/** A thin line at the top from the click on a link until its page stands; one listener instead of one per link. */
export function PendingBar({ label }: { label: string }) {
  return (
    <Suspense>
      <Bar label={label} />
    </Suspense>
  );
}

function Bar({ label }: { label: string }) {
  const path = usePathname();
  const query = useSearchParams().toString();
  const here = `${path}?${query}`;
  const [left, setLeft] = useState<string | null>(null);

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      link?.closest<HTMLElement>("[popover]:popover-open")?.hidePopover();
      if (!link || !leavesPage(link, event)) return;
      setLeft(`${location.pathname}?${new URLSearchParams(location.search)}`);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, []);

  if (left !== here) return null;
  return (
    <div role="status" className="pending-bar fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden print:hidden">
      <div className="h-full bg-green" />
      <span className="sr-only">{label}</span>
    </div>
  );
}

function leavesPage(link: HTMLAnchorElement, event: MouseEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.shiftKey || link.target === "_blank" || link.download)
    return false;
  return (
    link.origin === location.origin &&
    `${link.pathname}${link.search}` !== `${location.pathname}${location.search}`
  );
}
