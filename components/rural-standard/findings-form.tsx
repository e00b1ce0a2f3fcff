import { FilesField } from "@/components/files/files-field";
import { CheckboxesField, RadioField } from "@/components/forms/choice-fields";
import { FieldGroup, FieldRow } from "@/components/forms/field-group";
import { DateField, TextAreaField, TextField } from "@/components/forms/text-field";
import { UploadForm } from "@/components/forms/upload-form";
import { type Day, earlier, today } from "@/lib/core/days";
import type { FormState } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import { findingWords, resultWords, stateWords } from "@/lib/rural-standard/findings/messages";
import type { JudgedCriterion } from "@/lib/rural-standard/findings/queries";
import { results } from "@/lib/rural-standard/findings/schema";
import type { RuralLevel } from "@/prisma/client/enums";

type Props = {
  id: string;
  unit: { id: number; ref: string; validFrom: Day | null; validTo: Day | null };
  set: { key: string; from: Day; until: Day | null };
  level: RuralLevel | undefined;
  criteria: JudgedCriterion[];
  day: Day;
  /** The form as it came back to a browser without scripts. */
  kept: FormState | undefined;
  cancelHref: string;
  locale: Locale;
};

/** One document with its files, one result, the criteria it decides; where each stands now is said beside it. */
export function FindingsForm({ id, unit, set, level, criteria, day, kept, cancelHref, locale }: Props) {
  const words = findingWords[locale];
  const { fields } = words;
  const last = earlier(earlier(unit.validTo ?? today(), today()), set.until ?? today());
  const first = unit.validFrom !== null && unit.validFrom > set.from ? unit.validFrom : set.from;
  return (
    <UploadForm
      address="/api/rural-standard/findings"
      initial={kept}
      id={id}
      title={words.recordTitle}
      submitLabel={words.save}
      cancelHref={cancelHref}
      hidden={{ unitId: String(unit.id), ref: unit.ref, set: set.key, ...(level && { level }) }}
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
        <FilesField locale={locale} />
        <TextAreaField name="note" label={fields.note} rows={2} optional locale={locale} />
      </FieldGroup>
    </UploadForm>
  );
}
