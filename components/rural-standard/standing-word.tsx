import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import type { Locale } from "@/lib/core/locale";
import { standingWords } from "@/lib/rural-standard/messages";
import type { Standing } from "@/lib/rural-standard/rules";

const tones: Record<Standing, Tone> = { none: "muted", standard: "info", advanced: "good", exemplary: "good" };

/** Where a commune stands, in a word. */
export function StandingWord({ standing, locale }: { standing: Standing; locale: Locale }) {
  return <StatusDot tone={tones[standing]}>{standingWords[locale][standing]}</StatusDot>;
}
