"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { isGathering } from "@/lib/outreach-sessions/catalog";

type ChannelAmountsProps = {
  /** The channel the form opens with: its count is the one in sight from the first paint. */
  first: string;
  gathering: ReactNode;
  broadcast: ReactNode;
  post: ReactNode;
};

/**
 * Shows only the counts that the chosen channel has. Without scripts all stand there, each with its hint, and
 * the server says which one does not belong; a hidden one is disabled, so it is not sent.
 */
export function ChannelAmounts({ first, gathering, broadcast, post }: ChannelAmountsProps) {
  const own = useRef<HTMLDivElement>(null);
  const [channel, setChannel] = useState<string>();

  useEffect(() => {
    const form = own.current?.closest("form");
    const read = () => setChannel(form?.querySelector<HTMLSelectElement>('select[name="channel"]')?.value);
    read();
    form?.addEventListener("input", read);
    return () => form?.removeEventListener("input", read);
  }, []);

  const at = channel ?? first;
  const part = (shown: boolean, children: ReactNode) => (
    <fieldset
      disabled={channel !== undefined && !shown}
      // Before scripts have run, CSS alone hides it where there are scripts at all: nothing jumps when they come.
      className={shown ? "min-w-0 space-y-5" : `min-w-0 space-y-5 ${channel ? "hidden" : "no-script-only"}`}
    >
      {children}
    </fieldset>
  );
  return (
    <div ref={own} className="space-y-5">
      {part(isGathering(at) || at === "gathering", gathering)}
      {part(!isGathering(at) && at !== "gathering", broadcast)}
      {part(at === "post", post)}
    </div>
  );
}
