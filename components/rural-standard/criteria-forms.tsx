import { randomUUID } from "node:crypto";
import { CheckboxField, RadioField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { ReasonForm } from "@/components/forms/confirm-form";
import { FieldRow } from "@/components/forms/field-group";
import { DateField, TextAreaField, TextField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import type { Locale } from "@/lib/core/locale";
import { levels } from "@/lib/rural-standard/catalog";
import {
  enterCriterion,
  enterSet,
  renameCriterion,
  takeCriterionOut,
} from "@/lib/rural-standard/criteria/actions";
import { criteriaPageWords, programmeWords } from "@/lib/rural-standard/criteria/messages";
import type { CriterionRecord, SetRecord } from "@/lib/rural-standard/criteria/queries";
import { programmes } from "@/lib/rural-standard/criteria/schema";
import { levelWords } from "@/lib/rural-standard/messages";

/** A new set; the one in force ends the day before it begins. */
export function SetForm({ locale }: { locale: Locale }) {
  const words = criteriaPageWords[locale];
  const { fields } = words;
  return (
    <Disclosure summary={words.addSet}>
      <CommandForm
        action={enterSet}
        id={randomUUID()}
        title={words.addSet}
        submitLabel={words.saveSet}
        labels={fields}
        bar="plain"
        locale={locale}
      >
        <RadioField
          name="programme"
          label={fields.programme}
          options={programmes.map((value) => ({ value, label: programmeWords[locale][value] }))}
          locale={locale}
        />
        <TextField name="period" label={fields.period} hint={words.periodHint} locale={locale} />
        <DateField name="from" label={fields.from} hint={words.fromHint} locale={locale} />
        <TextField name="citation" label={fields.citation} locale={locale} />
        <TextAreaField
          name="groups"
          label={fields.groups}
          hint={words.groupsHint}
          rows={3}
          optional
          locale={locale}
        />
        <TextAreaField name="note" label={fields.note} rows={2} optional locale={locale} />
      </CommandForm>
    </Disclosure>
  );
}

/** A criterion, or a part of one, of a set that nobody was judged by yet. */
export function CriterionForm({ set, locale }: { set: SetRecord; locale: Locale }) {
  const words = criteriaPageWords[locale];
  const { fields } = words;
  return (
    <Disclosure summary={words.addCriterion}>
      <CommandForm
        action={enterCriterion}
        id={randomUUID()}
        title={words.addCriterion}
        submitLabel={words.saveCriterion}
        hidden={{ setKey: set.key }}
        labels={fields}
        bar="plain"
        locale={locale}
      >
        {set.programme === "rural" && (
          <RadioField
            name="level"
            label={fields.level}
            options={levels.map((value) => ({ value, label: levelWords[locale][value] }))}
            inline
            locale={locale}
          />
        )}
        <FieldRow>
          <TextField
            name="code"
            label={fields.code}
            hint={words.codeHint}
            inputMode="decimal"
            locale={locale}
          />
          <TextField
            name="group"
            label={fields.group}
            hint={words.groupHint}
            suggestions={set.groups.map((group) => group.split(":")[0] ?? group)}
            optional
            locale={locale}
          />
        </FieldRow>
        <TextField name="name" label={fields.name} locale={locale} />
        <CheckboxField name="security" label={fields.security} hint={words.securityHint} locale={locale} />
      </CommandForm>
    </Disclosure>
  );
}

/** What can be done with a criterion before anybody is judged by it. */
export function CriterionMenu({ criterion, locale }: { criterion: CriterionRecord; locale: Locale }) {
  const words = criteriaPageWords[locale];
  const { id, version, code, name, isSecurity } = criterion;
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2 pl-10">
      <Disclosure summary={words.change(code)}>
        <CommandForm
          action={renameCriterion}
          id={id}
          version={version}
          prefix={`${id}-`}
          title={words.change(code)}
          submitLabel={words.saveChange}
          labels={words.fields}
          bar="plain"
          locale={locale}
        >
          <TextField name="name" label={words.fields.name} defaultValue={name} locale={locale} />
          <CheckboxField
            name="security"
            label={words.fields.security}
            defaultChecked={isSecurity}
            locale={locale}
          />
        </CommandForm>
      </Disclosure>
      <ReasonForm
        action={takeCriterionOut}
        id={id}
        version={version}
        title={words.end(code)}
        consequence={words.endConsequence(code, name)}
        openLabel={words.end(code)}
        submitLabel={words.end(code)}
        labels={words.fields}
        locale={locale}
      />
    </div>
  );
}
