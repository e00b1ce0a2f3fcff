"use client";

import { clsx } from "clsx";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { CodeItem } from "@/lib/core/code-labels";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { evaluationWords } from "@/lib/security-models/evaluations/messages";
import type { CampaignRecord } from "@/lib/security-models/evaluations/queries";
import { mostOf, type Scores, suggestedGrade, totalOf } from "@/lib/security-models/evaluations/rules";
import { GradeWord } from "./evaluation-state";

type Props = {
  campaign: Pick<CampaignRecord, "criteria" | "thresholds">;
  grades: CodeItem[];
  locale: Locale;
  /** The boxes of the scores. */
  children: ReactNode;
};

/** The boxes with what they come to while they are filled in; the server says it again before the sheet is sent. */
export function EvaluationTotal({ campaign: { criteria, thresholds }, grades, locale, children }: Props) {
  const words = evaluationWords[locale];
  const box = useRef<HTMLDivElement>(null);
  const [scores, setScores] = useState<Scores>({});
  const read = () =>
    setScores(
      Object.fromEntries(
        criteria.flatMap(({ key }) => {
          const typed = box.current?.querySelector<HTMLInputElement>(`[name="${key}"]`)?.value.trim() ?? "";
          return /^\d{1,4}$/.test(typed) ? [[key, Number(typed)]] : [];
        }),
      ),
    );
  // biome-ignore lint/correctness/useExhaustiveDependencies: boxes are read once they stand
  useEffect(read, []);
  const total = totalOf(criteria, scores);
  const complete = criteria.every(({ key, most }) => (scores[key] ?? Number.POSITIVE_INFINITY) <= most);
  return (
    <div ref={box} onInput={read} className="space-y-5">
      {children}
      <output
        aria-live="polite"
        className="script-only flex min-h-11 flex-wrap items-baseline gap-x-4 gap-y-1 border-y py-3"
      >
        <span>
          {words.total} <span className="numeral text-lg font-semibold">{formatNumber(total, locale)}</span>
          <span className="numeral text-muted">/{formatNumber(mostOf(criteria), locale)}</span>
        </span>
        <span className={clsx(!complete && "text-muted")}>
          {words.suggestion}:{" "}
          {complete ? (
            <GradeWord grade={suggestedGrade(criteria, thresholds, total)} grades={grades} locale={locale} />
          ) : (
            "–"
          )}
        </span>
      </output>
    </div>
  );
}
