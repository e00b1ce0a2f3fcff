import { DefinitionList } from "@/components/tables/definition-list";
import { buttonStyle } from "@/components/ui/button-style";
import type { CodeItem } from "@/lib/core/code-labels";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { evaluationWords } from "@/lib/security-models/evaluations/messages";
import type { CampaignRecord } from "@/lib/security-models/evaluations/queries";
import { mostOf, type ReadSheet } from "@/lib/security-models/evaluations/rules";
import { GradeWord } from "./evaluation-state";

type Props = {
  campaign: Pick<CampaignRecord, "criteria" | "thresholds">;
  /** A sheet as it will be, or is, stored. */
  found: ReadSheet & { evidence: string | null };
  grades: CodeItem[];
  /** The sheet was sent: its lines lead nowhere. */
  sent?: boolean;
  gradeLabel?: string;
  locale: Locale;
};

/** A sheet line by line: scores, total, what they suggest, the grade, its grounds. */
export function EvaluationCheck({ campaign, found, grades, sent = false, gradeLabel, locale }: Props) {
  const words = evaluationWords[locale];
  const { criteria } = campaign;
  const mend = sent ? undefined : (
    <button type="submit" name="mend" value="on" className={buttonStyle({ variant: "ghost", size: "small" })}>
      {words.mend}
    </button>
  );
  const points = (score: number, most: number) => (
    <span className="numeral">
      {formatNumber(score, locale)}
      <span className="text-muted">/{formatNumber(most, locale)}</span>
    </span>
  );
  const grade = (code: string) => <GradeWord grade={code} grades={grades} locale={locale} />;
  return (
    <DefinitionList
      locale={locale}
      items={[
        ...criteria.map(({ key, label, most }) => ({
          term: label,
          detail: points(found.scores[key] ?? 0, most),
          action: mend,
        })),
        { term: words.total, detail: <b>{points(found.total, mostOf(criteria))}</b> },
        { term: words.suggestion, detail: grade(found.suggested) },
        { term: gradeLabel ?? words.proposedGrade, detail: grade(found.grade), action: mend },
        {
          term: words.fields.evidence,
          detail: found.evidence ? (
            <span className="whitespace-pre-line">{found.evidence}</span>
          ) : (
            <span className="text-muted">{words.notGiven}</span>
          ),
          action: mend,
        },
      ]}
    />
  );
}
