"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { Locale } from "@/lib/core/locale";
import { outboxBadgeWords } from "@/lib/outbox/messages";
import { clockAhead, isOverdue } from "@/lib/outbox/rules";
import { useBoxLoader, useCounts } from "./use-box";

type OutboxAgentProps = { owner: string; mayLog: boolean; locale: Locale };

/** What a device is told when it was last asked so long ago that lists may have changed. */
const bookAge = 30 * 60_000;
const pause = 60_000;

/**
 * Stands in the frame of every signed-in page: says whose device this is now, keeps it ready for days without
 * network, sends what waits, and shows how much that is.
 */
export function OutboxAgent({ owner, mayLog, locale }: OutboxAgentProps) {
  const words = outboxBadgeWords[locale];
  const load = useBoxLoader();
  const counts = useCounts(owner);

  useEffect(() => {
    let over = false;
    const send = async () => {
      const box = await load();
      const { waiting, photos } = await box.countsOf(owner);
      if (!over && waiting + photos > 0) await box.flush(owner);
    };
    const quietly = () => void send().catch(() => undefined);
    const onShow = () => document.visibilityState === "visible" && quietly();

    void load()
      .then((box) => box.setCurrentOwner(owner))
      .then(() => (mayLog ? prepare(owner, load) : undefined))
      .then(quietly)
      .catch(() => undefined); // a browser that keeps nothing works as before, with network only
    window.addEventListener("online", quietly);
    document.addEventListener("visibilitychange", onShow);
    const timer = setInterval(quietly, pause);
    return () => {
      over = true;
      window.removeEventListener("online", quietly);
      document.removeEventListener("visibilitychange", onShow);
      clearInterval(timer);
    };
  }, [owner, mayLog, load]);

  // Photos that arrive after their session's page was opened show there by themselves.
  const router = useRouter();
  const photos = counts?.photos ?? 0;
  const before = useRef(0);
  useEffect(() => {
    if (photos < before.current) router.refresh();
    before.current = photos;
  }, [photos, router]);

  if (!counts || counts.waiting + counts.refused + counts.photos === 0) return null;
  const late = counts.oldest !== undefined && isOverdue(counts.oldest, Date.now());
  const text =
    counts.refused > 0 ? words.toMend(counts.refused) : words.count(counts.waiting || counts.photos);
  return (
    <Link
      href="/field?view=outbox"
      prefetch={false}
      data-outbox={counts.refused > 0 ? "refused" : "waiting"}
      className={`numeral inline-flex min-h-11 items-center text-sm font-medium underline underline-offset-3 lg:min-h-9 ${counts.refused > 0 || late ? "text-red" : "text-ochre"}`}
    >
      {text}
    </Link>
  );
}

/** The worker and its page, and what the session form offers this owner. */
async function prepare(owner: string, load: ReturnType<typeof useBoxLoader>) {
  const registration = await navigator.serviceWorker?.register("/sw.js", {
    scope: "/",
    updateViaCache: "none",
  });
  registration?.active?.postMessage("renew");
  const box = await load();
  const kept = await box.bookOf(owner);
  if (kept && Date.now() - kept.at < bookAge) return;
  const response = await fetch("/api/field/v1");
  if (!response.ok) return;
  const book = (await response.json()) as { owner: { userId: string }; now: number };
  await box.setClockOffset(clockAhead(Date.now(), book.now));
  if (book.owner.userId === owner) await box.keepBook(owner, book);
}
