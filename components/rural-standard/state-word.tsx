import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import type { Locale } from "@/lib/core/locale";
import { findingWords, resultWords, stateWords } from "@/lib/rural-standard/findings/messages";
import type { CriterionState } from "@/lib/rural-standard/findings/rules";
import type { FindingResult } from "@/prisma/client/enums";

const tones: Record<CriterionState, Tone> = {
  met: "good",
  not_met: "attention",
  not_applicable: "muted",
  unjudged: "muted",
};

type Props = {
  state: CriterionState;
  /** What a ward found that the city has not confirmed; the state itself while nothing was confirmed. */
  waits?: FindingResult | null;
  confirmed?: boolean;
  locale: Locale;
};

/** A criterion's state in a word; what a ward found says that the city has not spoken yet. */
export function StateWord({ state, waits = null, confirmed = false, locale }: Props) {
  const words = findingWords[locale];
  return (
    <>
      <StatusDot tone={tones[state]}>{stateWords[locale][state]}</StatusDot>
      {waits !== null && (
        <span className="block text-xs text-muted">
          {confirmed ? words.waitsAs(resultWords[locale][waits].toLowerCase()) : words.waits}
        </span>
      )}
    </>
  );
}
