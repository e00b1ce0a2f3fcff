import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import type { Locale } from "@/lib/core/locale";
import type { ChangeState } from "@/lib/units/changes/catalog";
import { changeStateWords } from "@/lib/units/changes/messages";

const tones: Record<ChangeState, Tone> = { waiting: "attention", "in-effect": "good", undone: "muted" };

export const ChangeStateWord = ({ state, locale }: { state: ChangeState; locale: Locale }) => (
  <StatusDot tone={tones[state]}>{changeStateWords[locale][state]}</StatusDot>
);
