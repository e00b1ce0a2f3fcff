import { RadioField, SelectField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { DateField, TextField } from "@/components/forms/text-field";
import { unitFormOptions } from "@/components/units/unit-options";
import { today } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import { subjectKinds } from "@/lib/safety-standard/catalog";
import { safetyKindWords } from "@/lib/safety-standard/messages";
import { addSubject } from "@/lib/safety-standard/subjects/actions";
import { subjectWords } from "@/lib/safety-standard/subjects/messages";
import type { UnitOption } from "@/lib/units/queries";

type Props = { id: string; units: UnitOption[]; unitId?: number; cancelHref: string; locale: Locale };

/** A new agency, enterprise or school on a unit's list. */
export function SubjectForm({ id, units, unitId, cancelHref, locale }: Props) {
  const words = subjectWords[locale];
  const { fields } = words;
  const only = units.length === 1 ? units[0]?.id : undefined;
  return (
    <CommandForm
      action={addSubject}
      id={id}
      title={words.addTitle}
      submitLabel={words.save}
      cancelHref={cancelHref}
      labels={fields}
      locale={locale}
    >
      <SelectField
        name="unitId"
        label={fields.unitId}
        options={unitFormOptions(units, locale)}
        defaultValue={unitId ?? only}
        locale={locale}
      />
      <RadioField
        name="kind"
        label={fields.kind}
        hint={words.kindHint}
        options={subjectKinds.map((value) => ({ value, label: safetyKindWords[locale][value] }))}
        inline
        locale={locale}
      />
      <TextField name="name" label={fields.name} locale={locale} />
      <DateField
        name="validFrom"
        label={fields.validFrom}
        hint={words.fromHint}
        max={today()}
        defaultValue={today()}
        locale={locale}
      />
    </CommandForm>
  );
}
