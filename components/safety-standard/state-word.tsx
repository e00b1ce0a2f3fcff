import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import type { Locale } from "@/lib/core/locale";
import { safetyStateWords, safetyWords } from "@/lib/safety-standard/messages";
import type { Verdict } from "@/lib/safety-standard/simulator/rules";
import type { SafetyState } from "@/prisma/client/enums";

const tones: Record<SafetyState | "none", Tone> = {
  none: "muted",
  registered: "info",
  scored: "info",
  proposed: "attention",
  recognized: "good",
  refused: "bad",
  revoked: "bad",
  withdrawn: "muted",
};

/** Where a year stands; null = not registered. */
export function StateWord({ state, locale }: { state: SafetyState | null; locale: Locale }) {
  const known = state ?? "none";
  return <StatusDot tone={tones[known]}>{safetyStateWords[locale][known]}</StatusDot>;
}

const verdictTones: Record<Verdict, Tone> = { met: "good", failing: "bad", unknown: "muted" };

/** A unit's verdict as a small word; null = the unit did not exist that year. */
export function VerdictWord({ verdict, locale }: { verdict: Verdict | null; locale: Locale }) {
  const words = safetyWords[locale];
  if (verdict === null) return <span className="text-muted">{words.notThen}</span>;
  return <StatusDot tone={verdictTones[verdict]}>{words.verdicts[verdict]}</StatusDot>;
}
