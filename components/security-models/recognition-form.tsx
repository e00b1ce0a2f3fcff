import { randomUUID } from "node:crypto";
import { CheckboxField, SelectField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { DateField, TextAreaField, TextField } from "@/components/forms/text-field";
import { today } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import { recognitionWords } from "@/lib/security-models/messages";
import { recordRecognition } from "@/lib/security-models/recognitions/actions";
import { recognitionSectionWords } from "@/lib/security-models/recognitions/messages";
import type { RecognitionLevel } from "@/prisma/client/enums";

type Props = {
  modelId: string;
  pointId?: string;
  levels: readonly RecognitionLevel[];
  title: string;
  cancelHref: string;
  locale: Locale;
};

/** A new recognition of a model, or of one of its points: by whom, and the papers as far as they are known. */
export function RecognitionForm({ modelId, pointId, levels, title, cancelHref, locale }: Props) {
  const words = recognitionSectionWords[locale];
  const { fields } = words;
  const ofModel = pointId === undefined;
  return (
    <CommandForm
      action={recordRecognition}
      id={randomUUID()}
      hidden={{ modelId, ...(pointId && { pointId }) }}
      title={title}
      submitLabel={words.save}
      cancelHref={cancelHref}
      labels={fields}
      locale={locale}
    >
      <SelectField
        name="level"
        label={fields.level}
        hint={levels.length === 1 ? words.wardLevelHint : words.levelHint}
        options={levels.map((value) => ({ value, label: recognitionWords[locale][value] }))}
        defaultValue={levels.length === 1 ? levels[0] : undefined}
        locale={locale}
      />
      <TextField name="document" label={fields.document} hint={words.papersHint} optional locale={locale} />
      <DateField name="decidedOn" label={fields.decidedOn} max={today()} optional locale={locale} />
      {ofModel && levels.includes("ministry") && (
        <CheckboxField
          name="nationwide"
          label={fields.nationwide}
          hint={words.nationwideHint}
          locale={locale}
        />
      )}
      <TextAreaField name="note" label={fields.note} rows={2} optional locale={locale} />
    </CommandForm>
  );
}
