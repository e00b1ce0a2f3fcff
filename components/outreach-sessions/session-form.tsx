import { CheckboxesField, RadioField, SelectField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { FieldGroup } from "@/components/forms/field-group";
import { NumberField } from "@/components/forms/number-field";
import { DateField, TextAreaField, TextField } from "@/components/forms/text-field";
import { unitFormOptions } from "@/components/units/unit-options";
import { type CodeItem, codeOptions } from "@/lib/core/code-lists";
import { today } from "@/lib/core/days";
import { firstDay } from "@/lib/core/fields";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import { channels } from "@/lib/outreach-sessions/catalog";
import {
  channelUnitWords,
  channelWords,
  outreachWords,
  qualifierWords,
} from "@/lib/outreach-sessions/messages";
import type { SessionRecord } from "@/lib/outreach-sessions/queries";
import { qualifiers } from "@/lib/outreach-sessions/schema";
import type { UnitOption } from "@/lib/units/queries";
import { ChannelAmounts } from "./channel-amounts";

type SessionFormProps = {
  action: FormAction;
  id: string;
  version?: number;
  values: Partial<SessionRecord>;
  topics: CodeItem[];
  units: UnitOption[];
  title: string;
  submitLabel: string;
  cancelHref: string;
  locale: Locale;
};

/** The one form of a session, new or changed: what is always asked first, what is seldom needed last. */
export function SessionForm({ values, topics, units, locale, ...form }: SessionFormProps) {
  const words = outreachWords[locale];
  const { fields } = words;
  const number = (
    name: "vneidGuided" | "levelTwoGuided" | "onlineServiceGuided" | "weaponsHandedIn" | "pledges",
  ) => <NumberField name={name} label={fields[name]} defaultValue={values[name]} optional locale={locale} />;
  return (
    <CommandForm {...form} locale={locale} labels={fields}>
      <FieldGroup title={words.when}>
        <DateField
          name="heldOn"
          label={fields.heldOn}
          defaultValue={values.heldOn}
          min={firstDay}
          max={today()}
          locale={locale}
        />
        <SelectField
          name="unitId"
          label={fields.unitId}
          options={unitFormOptions(units, locale)}
          defaultValue={values.unitId}
          locale={locale}
        />
        <TextField name="place" label={fields.place} defaultValue={values.place} locale={locale} />
      </FieldGroup>
      <FieldGroup title={words.what}>
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
          locale={locale}
        />
      </FieldGroup>
      <FieldGroup title={words.howMany}>
        <ChannelAmounts
          gathering={
            <>
              <NumberField
                name="attendance"
                label={fields.attendance}
                hint={words.attendanceHint}
                unit={words.attendanceUnit}
                defaultValue={values.attendance}
                step={5}
                locale={locale}
              />
              <RadioField
                name="attendanceQualifier"
                label={fields.attendanceQualifier}
                options={qualifiers.map((value) => ({ value, label: qualifierWords[locale][value] }))}
                defaultValue={values.attendanceQualifier ?? "exact"}
                inline
                locale={locale}
              />
            </>
          }
          broadcast={
            <NumberField
              name="quantity"
              label={fields.quantity}
              hint={words.quantityHint}
              defaultValue={values.quantity}
              locale={locale}
            />
          }
        />
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
    </CommandForm>
  );
}
