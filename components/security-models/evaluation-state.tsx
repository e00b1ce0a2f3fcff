import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import { type CodeItem, codeLabels } from "@/lib/core/code-labels";
import type { Locale } from "@/lib/core/locale";
import { workStateWords } from "@/lib/security-models/evaluations/messages";
import type { WorkState } from "@/lib/security-models/evaluations/rules";
import type { Grade } from "@/lib/security-models/points/queries";

const tones: Record<WorkState, Tone> = {
  none: "muted",
  proposed: "info",
  returned: "attention",
  confirmed: "good",
};

/** Where a sheet stands; one that is late says so in the one colour lateness has. */
export function EvaluationState({
  state,
  overdue = false,
  locale,
}: {
  state: WorkState;
  overdue?: boolean;
  locale: Locale;
}) {
  const words = workStateWords[locale];
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      {!(overdue && state === "none") && <StatusDot tone={tones[state]}>{words[state]}</StatusDot>}
      {overdue && <StatusDot tone="bad">{words.overdue}</StatusDot>}
    </span>
  );
}

/** A grade by its place in its list: the best one good, the next to be watched, the rest bad. */
export function GradeWord({
  grade,
  grades,
  locale,
}: {
  grade: string;
  grades: readonly CodeItem[];
  locale: Locale;
}) {
  const at = grades.findIndex(({ code }) => code === grade);
  return <StatusDot tone={gradeTone(at)}>{codeLabels(grades, locale)[grade] ?? grade}</StatusDot>;
}

/** The same for a grade that tells its own place, counted from 1. */
export const PlacedGrade = ({ grade, locale }: { grade: Grade; locale: Locale }) => (
  <StatusDot tone={gradeTone(grade.position - 1)}>
    {locale === "vi" ? grade.labelVi : grade.labelEn}
  </StatusDot>
);

const gradeTone = (at: number): Tone => (at === 0 ? "good" : at === 1 ? "attention" : "bad");
