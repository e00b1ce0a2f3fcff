import type { ReactNode } from "react";
import type { Tone } from "./tone";

/** A state as a small word with a dot; the word carries the meaning, the dot only helps the eye. */
export function StatusDot({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`dot dot-${tone}`}>{children}</span>;
}
