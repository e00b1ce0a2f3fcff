import { RadioField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { FieldGroup, FieldRow } from "@/components/forms/field-group";
import { NumberField } from "@/components/forms/number-field";
import { DateField, TextAreaField, TextField } from "@/components/forms/text-field";
import { today } from "@/lib/core/days";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import { areaKindWords, areaWords } from "@/lib/units/residential-areas/messages";
import type { AreaRecord } from "@/lib/units/residential-areas/queries";
import { areaKinds } from "@/lib/units/residential-areas/schema";
import type { UnitType } from "@/prisma/client/enums";

type Props = {
  action: FormAction;
  id: string;
  version?: number;
  /** Of a new area: the unit it belongs to. */
  unit?: { id: number; type: UnitType };
  values?: Partial<AreaRecord>;
  title: string;
  submitLabel: string;
  cancelHref: string;
  locale: Locale;
};

/** What is known of an area; its unit is given and not asked. */
export function AreaForm({ unit, values = {}, locale, ...form }: Props) {
  const words = areaWords[locale];
  const { fields } = words;
  // Communes have ấp; what a ward calls its areas differs.
  const kind = values.kind ?? (unit?.type === "commune" ? "hamlet" : undefined);
  return (
    <CommandForm {...form} hidden={unit && { unitId: String(unit.id) }} labels={fields} locale={locale}>
      <FieldGroup title={words.title}>
        <RadioField
          name="kind"
          label={fields.kind ?? ""}
          inline
          options={areaKinds.map((value) => ({ value, label: areaKindWords[locale][value] }))}
          defaultValue={kind}
          locale={locale}
        />
        <TextField
          name="name"
          label={fields.name ?? ""}
          hint={words.nameHint}
          defaultValue={values.name}
          locale={locale}
        />
        <FieldRow>
          <NumberField
            name="households"
            label={fields.households ?? ""}
            unit={words.householdsUnit}
            defaultValue={values.households}
            optional
            locale={locale}
          />
          <NumberField
            name="population"
            label={fields.population ?? ""}
            unit={words.peopleUnit}
            defaultValue={values.population}
            optional
            locale={locale}
          />
        </FieldRow>
        <DateField
          name="validFrom"
          label={fields.validFrom ?? ""}
          hint={words.validFromHint}
          defaultValue={values.validFrom}
          max={today()}
          optional
          locale={locale}
        />
        <TextAreaField
          name="note"
          label={fields.note ?? ""}
          hint={words.noteHint}
          rows={2}
          defaultValue={values.note}
          optional
          locale={locale}
        />
      </FieldGroup>
    </CommandForm>
  );
}
