import { CommandForm } from "@/components/forms/command-form";
import { FieldGroup } from "@/components/forms/field-group";
import { MoreFields } from "@/components/forms/more-fields";
import { NumberField } from "@/components/forms/number-field";
import { DateField, TextAreaField, TextField } from "@/components/forms/text-field";
import { Notice } from "@/components/ui/alert";
import { type CodeItem, codeLabels } from "@/lib/core/code-labels";
import { addDays, type Day } from "@/lib/core/days";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import { evaluationWords } from "@/lib/security-models/evaluations/messages";
import { criterionRows, leastRows } from "@/lib/security-models/evaluations/rules";

type Values = {
  name: string;
  dueOn: Day;
  leastDays: number;
  criteria: readonly { label: string; most: number }[];
  thresholds: readonly { grade: string; least: number }[];
  guidance: string | null;
};

type Props = {
  action: FormAction;
  id: string;
  version?: number;
  period: { from: Day; to: Day };
  grades: CodeItem[];
  values: Values;
  /** Sheets were sent: the terms are told, not asked. */
  fixed?: boolean;
  title: string;
  submitLabel: string;
  cancelHref: string;
  locale: Locale;
};

/** A campaign's terms: rows of criterion and highest score, and a threshold for each grade but the last. */
export function EvaluationCampaignForm({ period, grades, values, fixed = false, locale, ...form }: Props) {
  const words = evaluationWords[locale];
  const { fields } = words;
  return (
    <CommandForm
      {...form}
      hidden={{ periodFrom: period.from, periodTo: period.to, ...(fixed ? termsOf(values) : {}) }}
      labels={fields}
      locale={locale}
    >
      <TextField name="name" label={fields.name} defaultValue={values.name} locale={locale} />
      <DateField
        name="dueOn"
        label={fields.dueOn}
        hint={words.dueHint}
        defaultValue={values.dueOn}
        min={addDays(period.to, 1)}
        locale={locale}
      />
      {fixed ? (
        <Notice>{words.fixed}</Notice>
      ) : (
        <>
          <NumberField
            name="leastDays"
            label={fields.leastDays}
            hint={words.leastDaysHint}
            unit={words.days}
            defaultValue={values.leastDays}
            step={10}
            optional
            locale={locale}
          />
          <Criteria values={values} locale={locale} />
          <Thresholds values={values} grades={grades} locale={locale} />
        </>
      )}
      <TextAreaField
        name="guidance"
        label={fields.guidance}
        defaultValue={values.guidance}
        rows={4}
        optional
        locale={locale}
      />
    </CommandForm>
  );
}

const shownRows = 5;

function Criteria({ values, locale }: Pick<Props, "values" | "locale">) {
  const words = evaluationWords[locale];
  const row = (nth: (typeof criterionRows)[number]) => (
    <div key={nth} className="grid gap-x-4 gap-y-3 sm:grid-cols-[minmax(0,1fr)_13rem]">
      <TextField
        name={`criterion${nth}`}
        label={words.fields[`criterion${nth}`]}
        defaultValue={values.criteria[nth - 1]?.label}
        optional={nth > 1}
        locale={locale}
      />
      <TextField
        name={`most${nth}`}
        label={words.fields[`most${nth}`]}
        defaultValue={values.criteria[nth - 1]?.most}
        inputMode="numeric"
        optional={nth > 1}
        locale={locale}
      />
    </div>
  );
  const [first, rest] = [criterionRows.slice(0, shownRows), criterionRows.slice(shownRows)];
  return (
    <FieldGroup title={words.criteria} hint={words.criteriaHint}>
      {first.map(row)}
      <MoreFields
        summary={words.moreCriteria}
        hint={words.moreCriteriaHint}
        names={rest.flatMap((nth) => [`criterion${nth}`, `most${nth}`])}
        open={values.criteria.length > shownRows}
      >
        {rest.map(row)}
      </MoreFields>
    </FieldGroup>
  );
}

function Thresholds({ values, grades, locale }: Pick<Props, "values" | "grades" | "locale">) {
  const words = evaluationWords[locale];
  const labels = codeLabels(grades, locale);
  const asked = grades.slice(0, -1);
  const last = grades.at(-1);
  return (
    <FieldGroup title={words.thresholds} hint={words.thresholdsHint}>
      {leastRows.slice(0, asked.length).map((nth) => {
        const code = asked[nth - 1]?.code ?? "";
        return (
          <NumberField
            key={code}
            name={`least${nth}`}
            label={words.atLeast(labels[code] ?? code)}
            unit="%"
            defaultValue={values.thresholds[nth - 1]?.least}
            step={5}
            locale={locale}
          />
        );
      })}
      {last && <p className="text-sm">{words.below(labels[last.code] ?? last.code)}</p>}
    </FieldGroup>
  );
}

/** The terms as the form would send them. */
const termsOf = ({ leastDays, criteria, thresholds }: Values): Record<string, string> =>
  Object.fromEntries([
    ["leastDays", String(leastDays)],
    ...criteria.flatMap(({ label, most }, at) => [
      [`criterion${at + 1}`, label],
      [`most${at + 1}`, String(most)],
    ]),
    ...thresholds.slice(0, -1).map(({ least }, at) => [`least${at + 1}`, String(least)]),
  ]);
