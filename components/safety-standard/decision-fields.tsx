import { FieldRow } from "@/components/forms/field-group";
import { DateField, TextField } from "@/components/forms/text-field";
import { today } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import { recordWords } from "@/lib/safety-standard/records/messages";

type Props = { signer: string; numberOptional?: boolean; locale: Locale };

/** The decision's number, day and who signed it; the usual signer is filled in (T13). */
export function DecisionFields({ signer, numberOptional, locale }: Props) {
  const { fields } = recordWords[locale];
  return (
    <>
      <FieldRow>
        <TextField
          name="decisionNumber"
          label={fields.decisionNumber}
          optional={numberOptional}
          locale={locale}
        />
        <DateField name="decidedOn" label={fields.decidedOn} max={today()} locale={locale} />
      </FieldRow>
      <TextField name="decidedBy" label={fields.decidedBy} defaultValue={signer} locale={locale} />
    </>
  );
}
