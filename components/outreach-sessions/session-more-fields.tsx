import { CheckboxesField, SelectField } from "@/components/forms/choice-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { NumberField } from "@/components/forms/number-field";
import { TextAreaField, TextField } from "@/components/forms/text-field";
import { UnitPicker } from "@/components/forms/unit-picker";
import { codeOptions } from "@/lib/core/code-labels";
import type { Locale } from "@/lib/core/locale";
import { languages } from "@/lib/outreach-sessions/catalog";
import { languageWords, outreachWords } from "@/lib/outreach-sessions/messages";
import type { SessionBook, SessionRecord } from "@/lib/outreach-sessions/queries";
import { recentFirst } from "@/lib/outreach-sessions/rules";
import { PointsField } from "./points-field";

/** The names of these fields: the part opens by itself when one of them is filled in or at fault. */
export const seldom = [
  "title",
  "presenters",
  "audiences",
  "languages",
  "coUnitIds",
  "coAgencies",
  "pointIds",
  "event",
  "directives",
  "vneidGuided",
  "levelTwoGuided",
  "onlineServiceGuided",
  "weaponsHandedIn",
  "pledges",
  "note",
] as const;

type SessionMoreFieldsProps = { values: Partial<SessionRecord>; book: SessionBook; locale: Locale };

/** What most sessions leave empty: about and for whom, with whom, linked to what, and what people were helped with. */
export function SessionMoreFields({ values, book, locale }: SessionMoreFieldsProps) {
  const words = outreachWords[locale];
  const { fields } = words;
  const several = (
    name: "audiences" | "coAgencies" | "directives",
    list: SessionBook["lists"]["audience"],
    first?: number,
  ) => (
    <CheckboxesField
      name={name}
      label={fields[name]}
      options={codeOptions(recentFirst(list, values[name] ?? []), locale)}
      defaultValue={values[name]}
      first={first}
      optional
      locale={locale}
    />
  );
  const number = (
    name: "vneidGuided" | "levelTwoGuided" | "onlineServiceGuided" | "weaponsHandedIn" | "pledges",
  ) => <NumberField name={name} label={fields[name]} defaultValue={values[name]} optional locale={locale} />;
  return (
    <>
      <FieldGroup title={words.about}>
        <TextField name="title" label={fields.title} defaultValue={values.title} optional locale={locale} />
        <TextField
          name="presenters"
          label={fields.presenters}
          defaultValue={values.presenters}
          optional
          locale={locale}
        />
        {several("audiences", book.lists.audience)}
        <CheckboxesField
          name="languages"
          label={fields.languages}
          options={languages.map((value) => ({ value, label: languageWords[locale][value] }))}
          defaultValue={values.languages}
          optional
          locale={locale}
        />
      </FieldGroup>
      <FieldGroup title={words.together} hint={words.togetherHint}>
        <UnitPicker
          name="coUnitIds"
          label={fields.coUnitIds}
          units={book.partners.filter(({ id }) => id !== values.unitId)}
          defaultValue={values.coUnitIds}
          dayField="heldOn"
          optional
          locale={locale}
        />
        {several("coAgencies", book.lists.force, 8)}
      </FieldGroup>
      <FieldGroup title={words.linked}>
        {(book.points.length > 0 || book.pointsByUnit) && (
          <PointsField
            label={fields.pointIds}
            chosenLabel={words.chosenPoint}
            points={recentFirst(
              book.points.map((point) => ({ ...point, code: point.id })),
              values.pointIds ?? [],
            ).map(({ id, model, site }) => ({ value: id, label: `${model} – ${site}` }))}
            defaultValue={values.pointIds}
            byUnit={book.pointsByUnit}
            locale={locale}
          />
        )}
        <SelectField
          name="event"
          label={fields.event}
          options={codeOptions(book.lists.event, locale)}
          defaultValue={values.event}
          optional
          locale={locale}
        />
        {several("directives", book.lists.directive, 3)}
      </FieldGroup>
      <FieldGroup title={words.guidance} hint={words.guidanceHint}>
        <div className="grid gap-5 sm:grid-cols-2">
          {number("vneidGuided")}
          {number("levelTwoGuided")}
          {number("onlineServiceGuided")}
          {number("weaponsHandedIn")}
          {number("pledges")}
        </div>
        <TextAreaField
          name="note"
          label={fields.note}
          defaultValue={values.note}
          rows={3}
          optional
          locale={locale}
        />
      </FieldGroup>
    </>
  );
}
