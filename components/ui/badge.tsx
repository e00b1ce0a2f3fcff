import type { ReactNode } from "react";
import { cn } from "./cn";
import type { Tone } from "./tone";

const tones: Record<Tone, string> = {
  good: "border-green/40 text-green",
  attention: "border-ochre/40 text-ochre",
  bad: "border-red/40 text-red",
  muted: "border-hairline text-muted",
  info: "border-info/40 text-info",
};

/** A short word in a thin frame: a kind, a level. For a state use StatusDot. */
export function Badge({
  tone = "muted",
  className,
  children,
}: {
  tone?: Tone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={cn(
        "inline-flex items-center rounded-sm border px-1.5 text-xs/5 font-medium whitespace-nowrap",
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
