import type { Locale } from "@/lib/core/locale";
import { oneViewWords } from "./words";

type OneViewProps = { why: "today" | "anyUnit" | "onePoint" | "comparison"; locale: Locale };

/** Says why a page of figures has no choice between today's boundaries and those of the time. */
export function OneView({ why, locale }: OneViewProps) {
  return <p className="mb-6 max-w-prose text-xs text-muted">{oneViewWords[locale][why]}</p>;
}
