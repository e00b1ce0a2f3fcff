import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import type { Locale } from "@/lib/core/locale";
import { planStateWords } from "@/lib/outreach-sessions/plans/messages";
import type { PlanState } from "@/lib/outreach-sessions/plans/rules";

const tones: Record<PlanState, Tone> = {
  planned: "info",
  overdue: "attention",
  held: "good",
  cancelled: "muted",
};

export const PlanStateWord = ({ state, locale }: { state: PlanState; locale: Locale }) => (
  <StatusDot tone={tones[state]}>{planStateWords[locale][state]}</StatusDot>
);
