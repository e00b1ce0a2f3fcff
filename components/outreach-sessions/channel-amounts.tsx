"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { isGathering } from "@/lib/outreach-sessions/catalog";

/**
 * Shows only the count that the chosen channel has. Without scripts both stand there, each with its hint, and
 * the server says which one does not belong; a hidden one is disabled, so it is not sent.
 */
export function ChannelAmounts({ gathering, broadcast }: { gathering: ReactNode; broadcast: ReactNode }) {
  const own = useRef<HTMLDivElement>(null);
  const [channel, setChannel] = useState<string>();

  useEffect(() => {
    const form = own.current?.closest("form");
    const read = () => setChannel(form?.querySelector<HTMLSelectElement>('select[name="channel"]')?.value);
    read();
    form?.addEventListener("input", read);
    return () => form?.removeEventListener("input", read);
  }, []);

  const [showGathering, showBroadcast] = channel
    ? [isGathering(channel), !isGathering(channel)]
    : [true, true];
  return (
    <div ref={own}>
      <fieldset disabled={!showGathering} hidden={!showGathering} className="min-w-0 space-y-5">
        {gathering}
      </fieldset>
      <fieldset disabled={!showBroadcast} hidden={!showBroadcast} className="mt-5 min-w-0 first:mt-0">
        {broadcast}
      </fieldset>
    </div>
  );
}
