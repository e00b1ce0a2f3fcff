import { RadioField, SelectField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { FieldGroup, FieldRow } from "@/components/forms/field-group";
import { DateField, TextAreaField, TextField } from "@/components/forms/text-field";
import { unitFormOptions } from "@/components/units/unit-options";
import { commonFirst, recipientKinds } from "@/lib/awards/catalog";
import { awardFormWords, awardsWords, recipientKindWords } from "@/lib/awards/messages";
import type { AwardRecord } from "@/lib/awards/queries";
import { firstDay, today } from "@/lib/core/days";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import type { ModelOption } from "@/lib/security-models/points/queries";
import type { UnitOption } from "@/lib/units/queries";

type AwardFormProps = {
  action: FormAction;
  id: string;
  version?: number;
  values: Partial<AwardRecord>;
  units: UnitOption[];
  /** Bodies that awarded before, offered while typing. */
  issuers: string[];
  models: ModelOption[];
  title: string;
  submitLabel: string;
  cancelHref: string;
  locale: Locale;
};

/** The one form of an award, new or changed: the decision first, since it names several recipients. */
export function AwardForm({ values, units, issuers, models, locale, ...form }: AwardFormProps) {
  const words = awardsWords[locale];
  const { fields } = words;
  return (
    <CommandForm {...form} locale={locale} labels={fields}>
      <FieldGroup title={words.decision}>
        <SelectField
          name="form"
          label={fields.form}
          options={commonFirst.map((value) => ({ value, label: awardFormWords[locale][value] }))}
          defaultValue={values.form}
          locale={locale}
        />
        <TextField
          name="issuer"
          label={fields.issuer}
          defaultValue={values.issuer}
          suggestions={issuers}
          locale={locale}
        />
        <FieldRow>
          <TextField
            name="decisionNumber"
            label={fields.decisionNumber}
            defaultValue={values.decisionNumber}
            locale={locale}
          />
          <DateField
            name="decisionDate"
            label={fields.decisionDate}
            defaultValue={values.decisionDate}
            min={firstDay}
            max={today()}
            locale={locale}
          />
        </FieldRow>
        <TextAreaField
          name="achievement"
          label={fields.achievement}
          hint={words.achievementHint}
          defaultValue={values.achievement}
          rows={3}
          locale={locale}
        />
        <SelectField
          name="modelId"
          label={fields.modelId}
          hint={words.modelHint}
          options={models.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={values.modelId}
          placeholder={words.noModel}
          optional
          locale={locale}
        />
      </FieldGroup>
      <FieldGroup title={words.recipient} hint={words.recipientHint}>
        <RadioField
          name="recipientKind"
          label={fields.recipientKind}
          options={recipientKinds.map((value) => ({ value, label: recipientKindWords[locale][value] }))}
          defaultValue={values.recipientKind}
          inline
          locale={locale}
        />
        <TextField
          name="recipientName"
          label={fields.recipientName}
          defaultValue={values.recipientName}
          locale={locale}
        />
        <TextField
          name="recipientTitle"
          label={fields.recipientTitle}
          hint={words.titleHint}
          defaultValue={values.recipientTitle}
          optional
          locale={locale}
        />
        <SelectField
          name="unitId"
          label={fields.unitId}
          hint={words.unitHint}
          options={unitFormOptions(units, locale)}
          defaultValue={values.unitId}
          placeholder={words.cityBody}
          optional
          locale={locale}
        />
      </FieldGroup>
    </CommandForm>
  );
}
