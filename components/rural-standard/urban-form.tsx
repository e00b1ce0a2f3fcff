import { SelectField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import type { Locale } from "@/lib/core/locale";
import type { CriteriaSet } from "@/lib/rural-standard/rules";
import { recognizeWard } from "@/lib/rural-standard/urban/actions";
import { urbanWords } from "@/lib/rural-standard/urban/messages";
import type { WardOption } from "@/lib/rural-standard/urban/queries";
import { DecisionFields } from "./decision-fields";

type Props = {
  id: string;
  wards: WardOption[];
  sets: readonly CriteriaSet[];
  unitId?: number;
  cancelHref: string;
  locale: Locale;
};

/** A decision that recognises a ward as đô thị văn minh. */
export function UrbanForm({ id, wards, sets, unitId, cancelHref, locale }: Props) {
  const words = urbanWords[locale];
  const { fields } = words;
  return (
    <CommandForm
      action={recognizeWard}
      id={id}
      title={words.recognizeTitle}
      submitLabel={words.save}
      cancelHref={cancelHref}
      labels={fields}
      locale={locale}
    >
      <SelectField
        name="unitId"
        label={fields.unitId}
        hint={words.wardHint}
        options={wards.map(({ id, fullName, former, district }) => ({
          value: String(id),
          label: fullName,
          group: former ? `${words.formerGroup}: ${district ?? ""}` : words.wardGroup,
        }))}
        defaultValue={unitId}
        locale={locale}
      />
      <DecisionFields words={words} min={sets[0]?.from} locale={locale} />
    </CommandForm>
  );
}
