import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import type { Locale } from "@/lib/core/locale";
import { findingWords, stateWords } from "@/lib/rural-standard/findings/messages";
import type { CriterionState } from "@/lib/rural-standard/findings/rules";

const tones: Record<CriterionState, Tone> = {
  met: "good",
  not_met: "attention",
  not_applicable: "muted",
  unjudged: "muted",
};

type Props = { state: CriterionState; waits?: boolean; locale: Locale };

/** A criterion's state in a word; what a ward found says that the city has not spoken yet. */
export function StateWord({ state, waits = false, locale }: Props) {
  return (
    <>
      <StatusDot tone={tones[state]}>{stateWords[locale][state]}</StatusDot>
      {waits && <span className="block text-xs text-muted">{findingWords[locale].waits}</span>}
    </>
  );
}
