import type { ReactNode } from "react";
import type { Tone } from "./tone";

const dots: Record<Tone, string> = {
  good: "bg-green",
  attention: "bg-ochre",
  bad: "bg-red",
  muted: "border border-muted",
  info: "bg-info",
};

/** A state as a small word with a dot; the word carries the meaning, the dot only helps the eye. */
export function StatusDot({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className="inline-flex items-baseline gap-1.5 whitespace-nowrap">
      <span aria-hidden className={`size-2 shrink-0 rounded-full ${dots[tone]}`} />
      <span className={tone === "bad" ? "text-red" : tone === "attention" ? "text-ochre" : undefined}>
        {children}
      </span>
    </span>
  );
}
