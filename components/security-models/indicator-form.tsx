import { CheckboxField, RadioField, SelectField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { FieldGroup, FieldRow } from "@/components/forms/field-group";
import { NumberField } from "@/components/forms/number-field";
import { TextAreaField, TextField } from "@/components/forms/text-field";
import type { FormAction } from "@/lib/core/form-state";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import {
  decimalChoices,
  frequencies,
  pointSums,
  readingSchemes,
  timeSums,
} from "@/lib/security-models/indicators/catalog";
import {
  frequencyWords,
  indicatorWords,
  overPointsWords,
  overTimeWords,
  readingSchemeWords,
} from "@/lib/security-models/indicators/messages";
import type { IndicatorRow } from "@/lib/security-models/indicators/queries";

type IndicatorFormProps = {
  action: FormAction;
  id: string;
  version?: number;
  modelId?: string;
  values: Partial<IndicatorRow>;
  /** Readings stand: what they hang on is told, not asked. */
  fixed?: boolean;
  title: string;
  submitLabel: string;
  cancelHref: string;
  locale: Locale;
};

/** The one form of an indicator: what it counts, how it sums, when it is read. */
export function IndicatorForm({ values, fixed, modelId, locale, ...form }: IndicatorFormProps) {
  const words = indicatorWords[locale];
  const { fields, hints, sections } = words;
  const options = <V extends string>(list: readonly V[], names: Record<V, string>) =>
    list.map((value) => ({ value, label: names[value] }));
  const kept = fixed ? hints.fixed : undefined;
  return (
    <CommandForm {...form} hidden={modelId ? { modelId } : undefined} locale={locale} labels={fields}>
      <FieldGroup title={sections.what}>
        <TextField
          name="name"
          label={fields.name}
          hint={hints.name}
          defaultValue={values.name}
          locale={locale}
        />
        <TextField
          name="unitLabel"
          label={fields.unitLabel}
          hint={hints.unitLabel}
          defaultValue={values.unitLabel}
          locale={locale}
        />
        <TextAreaField
          name="definition"
          label={fields.definition}
          hint={hints.definition}
          defaultValue={values.definition}
          rows={2}
          optional
          locale={locale}
        />
      </FieldGroup>
      <FieldGroup title={sections.how}>
        <RadioField
          name="overTime"
          label={fields.overTime}
          hint={hints.overTime}
          options={options(timeSums, overTimeWords[locale])}
          defaultValue={values.overTime ?? "last"}
          locale={locale}
        />
        <RadioField
          name="overPoints"
          label={fields.overPoints}
          options={options(pointSums, overPointsWords[locale])}
          defaultValue={values.overPoints ?? "sum"}
          locale={locale}
        />
      </FieldGroup>
      <FieldGroup title={sections.when}>
        <FieldRow>
          <SelectField
            name="frequency"
            label={fields.frequency}
            hint={kept}
            options={options(frequencies, frequencyWords[locale])}
            defaultValue={values.frequency ?? "quarter"}
            locale={locale}
          />
          <SelectField
            name="scheme"
            label={fields.scheme}
            hint={kept}
            options={options(readingSchemes, readingSchemeWords[locale])}
            defaultValue={values.scheme ?? "reporting"}
            locale={locale}
          />
        </FieldRow>
        <CheckboxField
          name="required"
          label={fields.required}
          defaultChecked={values.required ?? true}
          locale={locale}
        />
      </FieldGroup>
      <FieldGroup title={sections.limits}>
        <FieldRow>
          <NumberField
            name="least"
            label={fields.least}
            defaultValue={formatNumber(values.least ?? 0, locale)}
            decimal
            locale={locale}
          />
          <NumberField
            name="most"
            label={fields.most}
            defaultValue={values.most === undefined ? undefined : formatNumber(values.most, locale)}
            decimal
            locale={locale}
          />
          <SelectField
            name="decimals"
            label={fields.decimals}
            hint={kept}
            options={decimalChoices.map((value) => ({ value, label: value }))}
            defaultValue={String(values.decimals ?? 0)}
            locale={locale}
          />
          <NumberField
            name="position"
            label={fields.position}
            hint={hints.position}
            defaultValue={values.position}
            locale={locale}
          />
        </FieldRow>
      </FieldGroup>
    </CommandForm>
  );
}
