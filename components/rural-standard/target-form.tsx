import { RadioField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { FieldRow } from "@/components/forms/field-group";
import { NumberField } from "@/components/forms/number-field";
import { DateField, TextField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import { today } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import { type Base, levels } from "@/lib/rural-standard/catalog";
import { levelFilterWords, ruralWords } from "@/lib/rural-standard/messages";
import { enterTarget } from "@/lib/rural-standard/progress/actions";
import { progressWords } from "@/lib/rural-standard/progress/messages";

/** A target by a document; a later figure of the same year and step takes its place. */
export function TargetForm({ id, base, locale }: { id: string; base: Base; locale: Locale }) {
  const words = progressWords[locale];
  const { fields } = words;
  return (
    <Disclosure summary={words.setTarget}>
      <CommandForm
        action={enterTarget}
        id={id}
        title={words.setTarget}
        submitLabel={words.saveTarget}
        hidden={{ base }}
        labels={fields}
        bar="plain"
        locale={locale}
      >
        <p className="text-sm text-muted">{ruralWords[locale].baseName[base]}</p>
        <RadioField
          name="level"
          label={fields.level}
          options={levels.map((value) => ({ value, label: levelFilterWords[locale][value] }))}
          inline
          locale={locale}
        />
        <FieldRow>
          <NumberField name="year" label={fields.year} defaultValue={today().slice(0, 4)} locale={locale} />
          <NumberField
            name="target"
            label={fields.target}
            unit={ruralWords[locale].communeUnit}
            locale={locale}
          />
        </FieldRow>
        <FieldRow>
          <TextField name="documentNumber" label={fields.documentNumber} locale={locale} />
          <DateField name="documentDate" label={fields.documentDate} max={today()} locale={locale} />
        </FieldRow>
      </CommandForm>
    </Disclosure>
  );
}
