"use client";

import { useSyncExternalStore } from "react";
import { ErrorState } from "@/components/layout/error-state";
import { errorWords } from "@/components/layout/words";
import { buttonStyle } from "@/components/ui/button-style";
import type { Locale } from "@/lib/core/locale";

export type ErrorPageProps = { error: unknown; retry: () => void };

/** A page that broke, inside the portal's frame: what it is, the id under which the log tells more, and another try. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const locale = useSyncExternalStore(never, pageLocale, () => "vi" as const);
  const digest = (error as { digest?: unknown } | null)?.digest;
  const unavailable = digest === "unavailable";
  return (
    <ErrorState
      kind={unavailable ? "unavailable" : "broken"}
      id={typeof digest === "string" && !unavailable ? digest : undefined}
      locale={locale}
      action={
        <button type="button" onClick={() => retry()} className={buttonStyle({ variant: "primary" })}>
          {errorWords[locale].back}
        </button>
      }
    />
  );
}

const never = () => () => undefined;
const pageLocale = (): Locale => (document.documentElement.lang === "en" ? "en" : "vi");
