import Link from "next/link";
import type { ReactNode } from "react";
import { type ErrorKind, errorWords } from "@/components/layout/words";
import { buttonStyle } from "@/components/ui/button-style";
import type { Locale } from "@/lib/core/locale";

type ErrorStateProps = { kind: ErrorKind; id?: string; locale: Locale; action?: ReactNode };

/** Broken, refused, not there, no network: what happened, and one way on. Safe to use in a client error page. */
export function ErrorState({ kind, id, locale, action }: ErrorStateProps) {
  const words = errorWords[locale];
  return (
    <div className="max-w-prose space-y-4 py-10">
      <h1 className="text-xl font-semibold tracking-tight">{words[kind].title}</h1>
      <p>{words[kind].detail}</p>
      {id !== undefined && (
        <p className="text-sm text-muted">
          {words.id}: <code className="numeral font-sans font-semibold text-ink select-all">{id}</code>
        </p>
      )}
      {action ?? (
        <Link href="/" prefetch={false} className={buttonStyle({ variant: "primary" })}>
          {words.home}
        </Link>
      )}
    </div>
  );
}
