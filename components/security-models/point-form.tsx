import { RadioField, SelectField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { FieldGroup, FieldRow } from "@/components/forms/field-group";
import { NumberField } from "@/components/forms/number-field";
import { DateField, TextField } from "@/components/forms/text-field";
import { unitFormOptions } from "@/components/units/unit-options";
import { firstDay, today } from "@/lib/core/days";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import { type OpenStatus, origins } from "@/lib/security-models/points/catalog";
import { originWords, pointWords, statusWords } from "@/lib/security-models/points/messages";
import type { ModelOption, PointRecord } from "@/lib/security-models/points/queries";
import type { UnitOption } from "@/lib/units/queries";
import { UnitOnDay } from "./unit-on-day";

type Props = {
  action: FormAction;
  id: string;
  version?: number;
  values: Partial<PointRecord>;
  /** The models to choose from; none when the point's model stands. */
  models?: ModelOption[];
  statuses: readonly OpenStatus[];
  units: UnitOption[];
  title: string;
  submitLabel: string;
  cancelHref: string;
  locale: Locale;
};

/** The one form of a point, new or changed: where it runs, since when and by what decision, how many take part. */
export function PointForm({ values, models, statuses, units, locale, ...form }: Props) {
  const words = pointWords[locale];
  const { fields } = words;
  const options = unitFormOptions(units, locale).map((option, at) => ({
    ...option,
    validFrom: units[at]?.validFrom ?? null,
    validTo: units[at]?.validTo ?? null,
  }));
  return (
    <CommandForm {...form} locale={locale} labels={fields}>
      <FieldGroup title={words.start}>
        <SelectField
          name="status"
          label={fields.status}
          options={statuses.map((value) => ({ value, label: statusWords[locale][value] }))}
          defaultValue={values.status ?? "active"}
          locale={locale}
        />
        <DateField
          name="startedOn"
          label={fields.startedOn}
          hint={words.startHint}
          defaultValue={values.startedOn}
          min={firstDay}
          max={today()}
          locale={locale}
        />
        <TextField
          name="decision"
          label={fields.decision}
          hint={words.decisionHint}
          defaultValue={values.decision}
          locale={locale}
        />
        <RadioField
          name="origin"
          label={fields.origin}
          options={origins.map((value) => ({ value, label: originWords[locale][value] }))}
          defaultValue={values.origin ?? "new"}
          inline
          locale={locale}
        />
      </FieldGroup>
      <FieldGroup title={words.where}>
        {models && (
          <SelectField
            name="modelId"
            label={fields.modelId}
            options={models.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={values.modelId}
            locale={locale}
          />
        )}
        <UnitOnDay
          label={fields.unitId}
          hint={words.unitHint}
          misfit={words.unitMisfit}
          options={options}
          defaultValue={values.unitId}
          today={today()}
          locale={locale}
        />
        <TextField
          name="site"
          label={fields.site}
          hint={words.siteHint}
          defaultValue={values.site}
          locale={locale}
        />
      </FieldGroup>
      <FieldGroup title={words.size} hint={words.sizeHint}>
        <FieldRow>
          <NumberField
            name="teams"
            label={fields.teams}
            unit={words.teamUnit}
            defaultValue={values.teams}
            optional
            locale={locale}
          />
          <NumberField
            name="members"
            label={fields.members}
            unit={words.memberUnit}
            defaultValue={values.members}
            optional
            locale={locale}
          />
        </FieldRow>
      </FieldGroup>
    </CommandForm>
  );
}
