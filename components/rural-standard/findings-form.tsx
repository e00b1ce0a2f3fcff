import { CheckboxesField, RadioField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { FieldGroup, FieldRow } from "@/components/forms/field-group";
import { DateField, TextAreaField, TextField } from "@/components/forms/text-field";
import { type Day, earlier, today } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import { enterFindings } from "@/lib/rural-standard/findings/actions";
import { findingWords, resultWords, stateWords } from "@/lib/rural-standard/findings/messages";
import type { JudgedCriterion } from "@/lib/rural-standard/findings/queries";
import { results } from "@/lib/rural-standard/findings/schema";

type Props = {
  id: string;
  unit: { id: number; validFrom: Day | null; validTo: Day | null };
  set: { from: Day; until: Day | null };
  criteria: JudgedCriterion[];
  day: Day;
  cancelHref: string;
  locale: Locale;
};

/** One document, one result, the criteria it decides; where each stands now is said beside it. */
export function FindingsForm({ id, unit, set, criteria, day, cancelHref, locale }: Props) {
  const words = findingWords[locale];
  const { fields } = words;
  const last = earlier(earlier(unit.validTo ?? today(), today()), set.until ?? today());
  const first = unit.validFrom !== null && unit.validFrom > set.from ? unit.validFrom : set.from;
  return (
    <CommandForm
      action={enterFindings}
      id={id}
      title={words.recordTitle}
      submitLabel={words.save}
      cancelHref={cancelHref}
      hidden={{ unitId: String(unit.id) }}
      labels={fields}
      locale={locale}
    >
      <FieldGroup title={words.chosenCriteria} hint={words.chosenHint}>
        <CheckboxesField
          name="criteria"
          label={fields.criteria}
          options={criteria.map(({ id, code, name, group, result }) => ({
            value: id,
            label: `${code} ${name}${group === null ? "" : `, ${group}`} (${stateWords[locale][result ?? "unjudged"].toLowerCase()})`,
          }))}
          locale={locale}
        />
        <RadioField
          name="result"
          label={fields.result}
          options={results.map((value) => ({ value, label: resultWords[locale][value] }))}
          inline
          locale={locale}
        />
        <DateField
          name="judgedOn"
          label={fields.judgedOn}
          hint={words.judgedHint}
          min={first}
          max={last}
          defaultValue={earlier(day, last)}
          locale={locale}
        />
      </FieldGroup>
      <FieldGroup title={words.documentTitle}>
        <FieldRow>
          <TextField name="documentNumber" label={fields.documentNumber} optional locale={locale} />
          <DateField name="documentDate" label={fields.documentDate} max={today()} optional locale={locale} />
        </FieldRow>
        <TextAreaField name="note" label={fields.note} rows={2} optional locale={locale} />
      </FieldGroup>
    </CommandForm>
  );
}
