import { CheckboxesField, CheckboxField, SelectField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { FieldGroup } from "@/components/forms/field-group";
import { TextAreaField, TextField } from "@/components/forms/text-field";
import { type CodeItem, codeOptions } from "@/lib/core/code-labels";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import { blocks, principles } from "@/lib/security-models/catalog";
import { blockWords, modelWords, principleWords } from "@/lib/security-models/messages";
import type { ModelRecord } from "@/lib/security-models/queries";

type Props = {
  action: FormAction;
  id: string;
  version?: number;
  values?: ModelRecord;
  fieldItems: CodeItem[];
  forceItems: CodeItem[];
  directiveItems: CodeItem[];
  title: string;
  submitLabel: string;
  cancelHref: string;
  locale: Locale;
};

/** The one form of a model, new or changed: its names and its axes. */
export function ModelForm({ values, fieldItems, forceItems, directiveItems, locale, ...form }: Props) {
  const words = modelWords[locale];
  const { fields } = words;
  return (
    <CommandForm {...form} locale={locale} labels={fields}>
      <FieldGroup title={words.identity}>
        <TextField
          name="name"
          label={fields.name}
          hint={values ? words.renameHint : words.nameHint}
          defaultValue={values?.name}
          locale={locale}
        />
        <TextAreaField
          name="aliases"
          label={fields.aliases}
          hint={words.aliasesHint}
          defaultValue={values?.aliases.join("\n")}
          rows={3}
          optional
          locale={locale}
        />
        <TextAreaField
          name="description"
          label={fields.description}
          defaultValue={values?.description}
          rows={3}
          optional
          locale={locale}
        />
      </FieldGroup>
      <FieldGroup title={words.axes}>
        <SelectField
          name="block"
          label={fields.block}
          options={blocks.map((value) => ({ value, label: blockWords[locale][value] }))}
          defaultValue={values?.block ?? "residential"}
          locale={locale}
        />
        <CheckboxesField
          name="fields"
          label={fields.fields}
          options={codeOptions(fieldItems, locale)}
          defaultValue={values?.fields}
          locale={locale}
        />
        <CheckboxesField
          name="principles"
          label={fields.principles}
          options={principles.map((value) => ({ value, label: principleWords[locale][value] }))}
          defaultValue={values?.principles}
          optional
          locale={locale}
        />
        <SelectField
          name="coreForce"
          label={fields.coreForce}
          options={codeOptions(forceItems, locale)}
          defaultValue={values?.coreForce}
          locale={locale}
        />
        <CheckboxesField
          name="directives"
          label={fields.directives}
          options={codeOptions(directiveItems, locale)}
          defaultValue={values?.directives}
          optional
          locale={locale}
        />
        <CheckboxField
          name="massMobilization"
          label={fields.massMobilization}
          defaultChecked={values?.massMobilization}
          locale={locale}
        />
      </FieldGroup>
    </CommandForm>
  );
}
