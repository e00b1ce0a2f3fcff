import { CheckboxesField, SelectField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { NumberField } from "@/components/forms/number-field";
import { DateField, TextAreaField, TextField } from "@/components/forms/text-field";
import { unitFormOptions } from "@/components/units/unit-options";
import { codeOptions } from "@/lib/core/code-labels";
import { addMonths, type Day, earlier, today } from "@/lib/core/days";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import { channels } from "@/lib/outreach-sessions/catalog";
import { channelUnitWords, channelWords } from "@/lib/outreach-sessions/messages";
import { planWords } from "@/lib/outreach-sessions/plans/messages";
import type { PlanRecord } from "@/lib/outreach-sessions/plans/queries";
import type { SessionBook } from "@/lib/outreach-sessions/queries";
import { recentFirst } from "@/lib/outreach-sessions/rules";
import { isDissolved } from "@/lib/units/rules";

type PlanFormProps = {
  action: FormAction;
  id: string;
  version?: number;
  values: Partial<PlanRecord>;
  book: SessionBook;
  title: string;
  submitLabel: string;
  cancelHref: string;
  locale: Locale;
};

/** The one form of a plan, new or changed: what a session will be, as far as it is known. */
export function PlanForm({ values, book, locale, ...form }: PlanFormProps) {
  const { fields, ...words } = planWords[locale];
  // Only units of today can be planned for; one that a plan names already stays in the list.
  const units = book.units.filter((unit) => !isDissolved(unit) || unit.id === values.unitId);
  const topics = recentFirst(book.lists.topic, [...(values.topics ?? []), ...book.recent.topics]);
  const now: Day = today();
  return (
    <CommandForm {...form} locale={locale} labels={fields}>
      <DateField
        name="plannedOn"
        label={fields.plannedOn}
        defaultValue={values.plannedOn}
        min={earlier(values.plannedOn ?? now, now)}
        max={addMonths(now, 24)}
        locale={locale}
      />
      {units.length === 1 ? (
        <input type="hidden" name="unitId" value={units[0]?.id} readOnly />
      ) : (
        <SelectField
          name="unitId"
          label={fields.unitId}
          options={unitFormOptions(units, locale)}
          defaultValue={values.unitId}
          locale={locale}
        />
      )}
      <TextField
        name="place"
        label={fields.place}
        defaultValue={values.place}
        suggestions={book.recent.places}
        locale={locale}
      />
      <TextField name="title" label={fields.title} defaultValue={values.title} optional locale={locale} />
      <SelectField
        name="channel"
        label={fields.channel}
        options={channels.map((value) => ({
          value,
          label: `${channelWords[locale][value]} (${channelUnitWords[locale][value]})`,
        }))}
        defaultValue={values.channel ?? "meeting"}
        locale={locale}
      />
      <CheckboxesField
        name="topics"
        label={fields.topics}
        options={codeOptions(topics, locale)}
        defaultValue={values.topics}
        first={8}
        locale={locale}
      />
      <NumberField
        name="expected"
        label={fields.expected}
        hint={words.expectedHint}
        defaultValue={values.expected}
        step={5}
        optional
        locale={locale}
      />
      <TextAreaField
        name="note"
        label={fields.note}
        defaultValue={values.note}
        rows={2}
        optional
        locale={locale}
      />
    </CommandForm>
  );
}
