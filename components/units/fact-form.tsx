import { RadioField, SelectField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { FieldRow } from "@/components/forms/field-group";
import { NumberField } from "@/components/forms/number-field";
import { DateField, TextField } from "@/components/forms/text-field";
import { type Day, earlier, today } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import { enterFact } from "@/lib/units/profile/actions";
import { factQualifierWords, factWords, profileWords } from "@/lib/units/profile/messages";
import { type FactKind, factKinds, qualifiers } from "@/lib/units/profile/schema";

type Props = {
  id: string;
  unit: { id: number; validFrom: Day | null; validTo: Day | null };
  kind?: FactKind;
  locale: Locale;
};

/** A figure of the unit with its day and source. */
export function FactForm({ id, unit, kind, locale }: Props) {
  const words = profileWords[locale];
  const { fields } = words;
  return (
    <CommandForm
      action={enterFact}
      id={id}
      hidden={{ unitId: String(unit.id) }}
      title={words.record}
      submitLabel={words.record}
      labels={fields}
      bar="plain"
      locale={locale}
    >
      <SelectField
        name="kind"
        label={fields.kind ?? ""}
        options={factKinds.map((value) => ({
          value,
          label: `${factWords[locale][value].label} (${factWords[locale][value].unit})`,
        }))}
        defaultValue={kind}
        locale={locale}
      />
      <NumberField name="value" label={fields.value ?? ""} hint={words.valueHint} decimal locale={locale} />
      <RadioField
        name="qualifier"
        label={fields.qualifier ?? ""}
        options={qualifiers.map((value) => ({ value, label: factQualifierWords[locale][value] }))}
        defaultValue="exact"
        inline
        locale={locale}
      />
      <FieldRow>
        <DateField
          name="asOf"
          label={fields.asOf ?? ""}
          min={unit.validFrom ?? undefined}
          max={earlier(unit.validTo ?? today(), today())}
          locale={locale}
        />
        <TextField name="source" label={fields.source ?? ""} hint={words.sourceHint} locale={locale} />
      </FieldRow>
    </CommandForm>
  );
}
