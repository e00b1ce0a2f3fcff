import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import type { Locale } from "@/lib/core/locale";
import { standingWords, undecidedWords } from "@/lib/rural-standard/messages";
import type { Standing } from "@/lib/rural-standard/rules";

const tones: Record<Standing, Tone> = {
  none: "muted",
  standard: "info",
  advanced: "good",
  exemplary: "good",
};

/** Where a commune stands, in a word; a former one without a decision fell short, one of today has none yet. */
export function StandingWord({
  standing,
  former,
  locale,
}: {
  standing: Standing;
  former: boolean;
  locale: Locale;
}) {
  return (
    <StatusDot tone={tones[standing]}>
      {standing === "none" && !former ? undecidedWords[locale] : standingWords[locale][standing]}
    </StatusDot>
  );
}
