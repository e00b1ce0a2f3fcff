import { CheckboxesField, SelectField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { TextField } from "@/components/forms/text-field";
import { type CodeItem, codeOptions } from "@/lib/core/code-labels";
import type { Locale } from "@/lib/core/locale";
import { channels, languages } from "@/lib/outreach-sessions/catalog";
import { channelWords, languageWords } from "@/lib/outreach-sessions/messages";
import { keepTemplate } from "@/lib/outreach-sessions/templates/actions";
import { templateWords } from "@/lib/outreach-sessions/templates/messages";

type TemplateFormProps = { id: string; lists: Record<"topic" | "audience", CodeItem[]>; locale: Locale };

/** A template typed by hand, where no session was logged yet that could be one. */
export function TemplateForm({ id, lists, locale }: TemplateFormProps) {
  const { fields, ...words } = templateWords[locale];
  const text = (name: "place" | "presenters") => (
    <TextField name={name} label={fields[name]} optional locale={locale} />
  );
  return (
    <CommandForm
      action={keepTemplate}
      id={id}
      title={words.add}
      submitLabel={words.save}
      labels={fields}
      bar="plain"
      locale={locale}
    >
      <TextField name="name" label={fields.name} locale={locale} />
      <SelectField
        name="channel"
        label={fields.channel}
        options={channels.map((value) => ({ value, label: channelWords[locale][value] }))}
        locale={locale}
      />
      <CheckboxesField
        name="topics"
        label={fields.topics}
        options={codeOptions(lists.topic, locale)}
        first={8}
        locale={locale}
      />
      {text("place")}
      <CheckboxesField
        name="audiences"
        label={fields.audiences}
        options={codeOptions(lists.audience, locale)}
        optional
        locale={locale}
      />
      <CheckboxesField
        name="languages"
        label={fields.languages}
        options={languages.map((value) => ({ value, label: languageWords[locale][value] }))}
        optional
        locale={locale}
      />
      {text("presenters")}
    </CommandForm>
  );
}
