"use client";

import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { PlainButton } from "@/components/ui/plain-button";
import type { Locale } from "@/lib/core/locale";
import { outboxSignOutWords } from "@/lib/outbox/messages";
import { useBoxLoader } from "./use-box";

type SignOutGuardProps = { locale: Locale; children: ReactNode };

/** Asks before somebody leaves a device on which something of theirs is not sent; clears the device when nothing is. */
export function SignOutGuard({ locale, children }: SignOutGuardProps) {
  const words = outboxSignOutWords[locale];
  const load = useBoxLoader();
  const [unsent, setUnsent] = useState(0);
  const form = useRef<HTMLFormElement>(undefined);
  const free = useRef(false);

  async function leave() {
    const box = await load();
    const owner = await box.currentOwner();
    if (owner) await box.wipe(owner);
    free.current = true;
    form.current?.requestSubmit();
  }

  async function look() {
    try {
      const box = await load();
      const owner = await box.currentOwner();
      if (!owner) throw new Error("nobody's device");
      await box.flush(owner, AbortSignal.timeout(3_000));
      const { waiting, refused, photos } = await box.countsOf(owner);
      const left = waiting + refused + (waiting + refused === 0 && photos > 0 ? 1 : 0);
      if (left > 0) return setUnsent(left);
    } catch {
      // A browser that keeps nothing has nothing to lose.
    }
    await leave().catch(() => {
      free.current = true;
      form.current?.requestSubmit();
    });
  }

  function onSubmit(event: FormEvent<HTMLDivElement>) {
    if (free.current || !(event.target instanceof HTMLFormElement)) return;
    event.preventDefault();
    event.stopPropagation();
    form.current = event.target;
    void look();
  }

  return (
    <div onSubmitCapture={onSubmit}>
      {unsent > 0 && (
        <div role="alert" className="mb-3 space-y-3 border-l-2 border-ochre bg-ochre-soft px-3 py-3 text-sm">
          <p className="font-semibold">{words.signOutTitle(unsent)}</p>
          <p>{words.signOutHint}</p>
          <div className="flex flex-wrap gap-2">
            <PlainButton size="small" variant="primary" onClick={() => setUnsent(0)}>
              {words.stay}
            </PlainButton>
            <PlainButton size="small" onClick={() => void leave()}>
              {words.signOutAnyway}
            </PlainButton>
          </div>
        </div>
      )}
      {children}
    </div>
  );
}
