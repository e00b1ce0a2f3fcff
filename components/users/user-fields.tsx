import { RadioField, SelectField } from "@/components/forms/choice-fields";
import { TextField } from "@/components/forms/text-field";
import type { Locale } from "@/lib/core/locale";
import { type Role, roles } from "@/lib/core/policy";
import { roleHintWords, roleWords, usersWords } from "@/lib/users/messages";
import type { UnitChoice } from "@/lib/users/queries";
import { unitChoiceOptions } from "./unit-choice-options";

type Props = {
  values: { name?: string; title?: string; role?: Role; unitId?: number | null; unitName?: string | null };
  units: UnitChoice[];
  locale: Locale;
};

/** Who somebody is and where they work; the same on a new account and on a change. */
export function UserFields({ values, units, locale }: Props) {
  const { fields, hints, city } = usersWords[locale];
  return (
    <>
      <TextField name="name" label={fields.name} defaultValue={values.name} locale={locale} />
      <TextField
        name="title"
        label={fields.title}
        hint={hints.title}
        defaultValue={values.title}
        optional
        locale={locale}
      />
      <RadioField
        name="role"
        label={fields.role}
        defaultValue={values.role}
        options={roles.map((value) => ({
          value,
          label: roleWords[locale][value],
          hint: roleHintWords[locale][value],
        }))}
        locale={locale}
      />
      <SelectField
        name="unitId"
        label={fields.unitId}
        hint={hints.unitId}
        options={withPresent(values, unitChoiceOptions(units))}
        defaultValue={values.unitId}
        placeholder={city}
        locale={locale}
      />
    </>
  );
}

/** A unit that is no longer in force stays on show where somebody still belongs to it. */
function withPresent({ unitId, unitName }: Props["values"], options: ReturnType<typeof unitChoiceOptions>) {
  const value = String(unitId ?? "");
  if (!unitId || !unitName || options.some((option) => option.value === value)) return options;
  return [{ value, label: unitName }, ...options];
}
