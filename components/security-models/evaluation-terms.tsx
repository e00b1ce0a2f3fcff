import { Disclosure } from "@/components/ui/disclosure";
import { type CodeItem, codeLabels } from "@/lib/core/code-labels";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { evaluationWords } from "@/lib/security-models/evaluations/messages";
import type { CampaignRecord } from "@/lib/security-models/evaluations/queries";
import { gradeSteps, mostOf } from "@/lib/security-models/evaluations/rules";

type Props = {
  campaign: Pick<CampaignRecord, "criteria" | "thresholds" | "leastDays" | "guidance">;
  grades: readonly CodeItem[];
  locale: Locale;
};

/** What a campaign judges by: guidance, criteria with their highest scores, where each grade begins. */
export function EvaluationTerms({ campaign, grades, locale }: Props) {
  const words = evaluationWords[locale];
  const { criteria, thresholds, leastDays, guidance } = campaign;
  return (
    <div className="mb-6 max-w-prose space-y-3 text-sm">
      {guidance && <p className="whitespace-pre-line">{guidance}</p>}
      <Disclosure summary={words.terms}>
        <div className="space-y-3 pt-2">
          <ol className="list-decimal space-y-1 pl-5">
            {criteria.map(({ key, label, most }) => (
              <li key={key}>
                {label}{" "}
                <span className="numeral text-muted">({words.mostOfRow(formatNumber(most, locale))})</span>
              </li>
            ))}
          </ol>
          <p>{words.totalMost(formatNumber(mostOf(criteria), locale))}</p>
          <Thresholds campaign={{ criteria, thresholds }} grades={grades} locale={locale} />
          {leastDays > 0 && <p>{words.leastDaysLine(formatNumber(leastDays, locale))}</p>}
        </div>
      </Disclosure>
    </div>
  );
}

function Thresholds({
  campaign: { criteria, thresholds },
  grades,
  locale,
}: {
  campaign: Pick<CampaignRecord, "criteria" | "thresholds">;
  grades: readonly CodeItem[];
  locale: Locale;
}) {
  const words = evaluationWords[locale];
  const labels = codeLabels(grades, locale);
  const steps = gradeSteps(criteria, thresholds);
  return (
    <ul className="space-y-1">
      {thresholds.map(({ grade, least }, at) => (
        <li key={grade}>
          {at < thresholds.length - 1
            ? words.fromPercent(
                labels[grade] ?? grade,
                formatNumber(least, locale),
                formatNumber(steps[at]?.from ?? 0, locale),
              )
            : words.rest(labels[grade] ?? grade)}
        </li>
      ))}
    </ul>
  );
}
