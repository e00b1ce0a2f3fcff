"use client";

import { useEffect, useRef } from "react";
import { SelectField } from "@/components/forms/choice-fields";
import { FormBody } from "@/components/forms/form-body";
import { NumberField } from "@/components/forms/number-field";
import { TextAreaField } from "@/components/forms/text-field";
import { useCommand } from "@/components/forms/use-command";
import { type CodeItem, codeOptions } from "@/lib/core/code-labels";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { evaluationWords } from "@/lib/security-models/evaluations/messages";
import type { CampaignRecord } from "@/lib/security-models/evaluations/queries";
import { suggestedGrade } from "@/lib/security-models/evaluations/rules";
import { type SheetState, sendSheet } from "@/lib/security-models/evaluations/sheets/actions";
import type { EvaluationRecord } from "@/lib/security-models/evaluations/sheets/queries";
import { EvaluationCheck } from "./evaluation-check";
import { EvaluationTotal } from "./evaluation-total";

type Props = {
  id: string;
  campaign: Pick<CampaignRecord, "id" | "criteria" | "thresholds">;
  pointId: string;
  evaluation?: EvaluationRecord;
  grades: CodeItem[];
  title: string;
  cancelHref: string;
  locale: Locale;
};

/** A score sheet: filled in, shown once more with its total and grade, then sent. Works without scripts. */
export function EvaluationSheetForm({
  id,
  campaign,
  pointId,
  evaluation,
  grades,
  title,
  cancelHref,
  locale,
}: Props) {
  const [answer, send, pending] = useCommand(sendSheet, locale);
  const { found, ...state } = answer as SheetState;
  const words = evaluationWords[locale];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (found) heading.current?.focus();
  }, [found]);
  const labels = {
    ...words.fields,
    ...Object.fromEntries(campaign.criteria.map(({ key, label }) => [key, label])),
  };
  const common = { state, send, pending, prefix: "", id, labels, locale } as const;
  const hidden = { campaignId: campaign.id, pointId };
  const version = evaluation?.version ?? 0;

  if (found)
    return (
      <FormBody
        {...common}
        version={version}
        hidden={{ ...hidden, ...typedOf(state.values), step: "send" }}
        title={words.checkTitle}
        submitLabel={words.send}
      >
        <h2 ref={heading} tabIndex={-1} className="scroll-mt-20 text-lg font-semibold">
          {words.checkTitle}
        </h2>
        <p className="text-muted">{words.checkLead}</p>
        <EvaluationCheck campaign={campaign} found={found} grades={grades} locale={locale} />
      </FormBody>
    );
  return (
    <FormBody
      {...common}
      version={version}
      hidden={hidden}
      title={title}
      submitLabel={words.check}
      cancelHref={cancelHref}
    >
      <EvaluationTotal campaign={campaign} grades={grades} locale={locale}>
        {campaign.criteria.map(({ key, label, most }) => (
          <NumberField
            key={key}
            name={key}
            label={label}
            unit={`/ ${formatNumber(most, locale)}`}
            defaultValue={evaluation?.scores[key]}
            locale={locale}
          />
        ))}
      </EvaluationTotal>
      <SelectField
        name="grade"
        label={words.proposedGrade}
        hint={words.suggestionHint}
        options={codeOptions(
          grades.filter(({ code }) => campaign.thresholds.some(({ grade }) => grade === code)),
          locale,
        )}
        placeholder={words.bySuggestion}
        defaultValue={evaluation && gradeApart(evaluation, campaign)}
        optional
        locale={locale}
      />
      <TextAreaField
        name="evidence"
        label={words.fields.evidence}
        hint={words.evidenceHint}
        defaultValue={evaluation?.evidence}
        rows={4}
        optional
        locale={locale}
      />
    </FormBody>
  );
}

/** A grade that was chosen against the suggestion stays chosen; one that followed it goes on following. */
const gradeApart = ({ grade, total }: EvaluationRecord, { criteria, thresholds }: Props["campaign"]) =>
  suggestedGrade(criteria, thresholds, total) === grade ? undefined : grade;

/** What was typed, to be sent again from the check page. */
const typedOf = (values: Record<string, string[]>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, [value]]) =>
      value === undefined || ["id", "version", "step", "mend"].includes(name) ? [] : [[name, value]],
    ),
  );
