"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";

type Props = { action: string; unsent: string; className?: string; children: ReactNode };

/**
 * A plain form to a route that takes files. With scripts it stays on its page while it sends: what was typed and chosen
 * is still there when it is refused, or when no server answers.
 */
export function BoundaryForm({ action, unsent, className, children }: Props) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string>();

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setSaid(undefined);
    try {
      const answer = await fetch(action, { method: "POST", body: new FormData(event.currentTarget) });
      const { pathname, search } = new URL(answer.url);
      // It leads on to what was found in the file, or back here with the reason; else it is a sentence.
      if (answer.redirected) {
        router.refresh();
        router.push(pathname + search);
      } else setSaid(await answer.text());
    } catch {
      setSaid(unsent);
    }
    setBusy(false);
  }

  return (
    <form
      action={action}
      method="post"
      encType="multipart/form-data"
      onSubmit={onSubmit}
      aria-busy={busy}
      className={className}
    >
      {said && (
        <p role="alert" className="border-l-2 border-red bg-red-soft px-4 py-3 text-sm">
          {said}
        </p>
      )}
      {children}
    </form>
  );
}
