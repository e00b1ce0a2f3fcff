import type { ReactNode } from "react";
import { FieldGroup, FieldRow } from "@/components/forms/field-group";
import { DateField, TextField } from "@/components/forms/text-field";
import { type Day, today } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";

type Props = {
  words: {
    decisionTitle: string;
    validFromHint: string;
    fields: { decisionNumber: string; decisionDate: string; validFrom: string };
  };
  /** The first day a decision can be of. */
  min?: Day;
  locale: Locale;
  children?: ReactNode;
};

/** The decision that grants a commune or a ward its standing: number, day, and from when it holds if later. */
export function DecisionFields({ words, min, locale, children }: Props) {
  const { fields } = words;
  return (
    <FieldGroup title={words.decisionTitle}>
      <FieldRow>
        <TextField name="decisionNumber" label={fields.decisionNumber} locale={locale} />
        <DateField name="decisionDate" label={fields.decisionDate} min={min} max={today()} locale={locale} />
      </FieldRow>
      <DateField
        name="validFrom"
        label={fields.validFrom}
        hint={words.validFromHint}
        optional
        locale={locale}
      />
      {children}
    </FieldGroup>
  );
}
