import { SelectField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { ReasonForm } from "@/components/forms/confirm-form";
import { TextAreaField } from "@/components/forms/text-field";
import { Section } from "@/components/layout/section";
import { type CodeItem, codeOptions } from "@/lib/core/code-labels";
import { type Day, today } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { evaluationWords } from "@/lib/security-models/evaluations/messages";
import type { CampaignRecord } from "@/lib/security-models/evaluations/queries";
import { ratingDay } from "@/lib/security-models/evaluations/rules";
import { acceptSheet, sendSheetBack } from "@/lib/security-models/evaluations/sheets/actions";
import type { EvaluationRecord } from "@/lib/security-models/evaluations/sheets/queries";

type Props = {
  campaign: CampaignRecord;
  evaluation: EvaluationRecord;
  site: string;
  grades: CodeItem[];
  may: { confirm: boolean; return: boolean };
  locale: Locale;
};

/** The city's two answers to a sheet: the grade as proposed or another one with its reason, or back to the ward. */
export function EvaluationDecision({ campaign, evaluation, site, grades, may, locale }: Props) {
  const words = evaluationWords[locale];
  const day: Day = ratingDay(campaign, today());
  const offered = grades.filter(({ code }) => campaign.thresholds.some(({ grade }) => grade === code));
  return (
    <Section title={words.decide} finding={may.confirm ? words.ratedOn(formatDate(day)) : words.notAsked}>
      {may.confirm && (
        <CommandForm
          action={acceptSheet}
          id={evaluation.id}
          version={evaluation.version}
          title={words.sheet}
          submitLabel={words.confirm}
          labels={words.fields}
          bar="plain"
          locale={locale}
        >
          <SelectField
            name="grade"
            label={words.grade}
            options={codeOptions(offered, locale)}
            defaultValue={evaluation.grade}
            locale={locale}
          />
          <TextAreaField
            name="reason"
            label={words.fields.reason}
            hint={words.confirmHint}
            rows={2}
            optional
            locale={locale}
          />
        </CommandForm>
      )}
      {may.return && (
        <ReasonForm
          action={sendSheetBack}
          id={evaluation.id}
          version={evaluation.version}
          title={words.sheet}
          consequence={`${site}. ${words.sendBackConsequence}`}
          openLabel={words.sendBack}
          submitLabel={words.sendBackNow}
          locale={locale}
        />
      )}
    </Section>
  );
}
