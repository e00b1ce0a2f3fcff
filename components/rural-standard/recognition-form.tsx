import { RadioField, SelectField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { FieldGroup } from "@/components/forms/field-group";
import type { Locale } from "@/lib/core/locale";
import { recognizeStep } from "@/lib/rural-standard/actions";
import { lastFormerDay, levels } from "@/lib/rural-standard/catalog";
import { levelWords, ruralWords, standingWords, undecidedWords } from "@/lib/rural-standard/messages";
import type { CommuneOption } from "@/lib/rural-standard/queries";
import type { CriteriaSet } from "@/lib/rural-standard/rules";
import { isDissolved } from "@/lib/units/rules";
import type { RuralLevel } from "@/prisma/client/enums";
import { CriteriaOfDate } from "./criteria-of-date";
import { DecisionFields } from "./decision-fields";

type RecognitionFormProps = {
  id: string;
  communes: CommuneOption[];
  sets: readonly CriteriaSet[];
  unitId?: number;
  level?: RuralLevel;
  cancelHref: string;
  locale: Locale;
};

/** A decision that grants a commune a step; the criteria follow from its day and are shown, not asked. */
export function RecognitionForm({
  id,
  communes,
  sets,
  unitId,
  level,
  cancelHref,
  locale,
}: RecognitionFormProps) {
  const words = ruralWords[locale];
  const { fields } = words;
  return (
    <CommandForm
      action={recognizeStep}
      id={id}
      title={words.recognizeTitle}
      submitLabel={words.save}
      cancelHref={cancelHref}
      labels={fields}
      locale={locale}
    >
      <FieldGroup title={words.communeAndStep}>
        <SelectField
          name="unitId"
          label={fields.unitId}
          hint={words.communeHint}
          options={communeOptions(communes, locale)}
          defaultValue={unitId}
          locale={locale}
        />
        <RadioField
          name="level"
          label={fields.level}
          options={levels.map((value) => ({
            value,
            label: levelWords[locale][value],
            hint: words.stepNeeds[value],
          }))}
          defaultValue={level}
          locale={locale}
        />
      </FieldGroup>
      <DecisionFields words={words} min={sets[0]?.from} locale={locale}>
        <CriteriaOfDate sets={sets} field="decisionDate" locale={locale} />
      </DecisionFields>
    </CommandForm>
  );
}

/** Communes of today first, those that ended since, former ones under the district they had, each with where it stands. */
function communeOptions(communes: CommuneOption[], locale: Locale) {
  const words = ruralWords[locale];
  return communes.map((commune) => {
    const { id, fullName, validTo, district, province, standing } = commune;
    const former = validTo !== null && validTo <= lastFormerDay;
    const ended = isDissolved(commune) ? words.endedCommunes : words.currentCommunes;
    return {
      value: String(id),
      label: `${fullName} (${(standing === "none" && !former ? undecidedWords[locale] : standingWords[locale][standing]).toLowerCase()})`,
      // Two provinces had a district Châu Thành.
      group: former ? `${words.former}: ${district ?? ""} (${province})` : ended,
    };
  });
}
