"use client";

import { clsx } from "clsx";
import { formWords } from "@/components/layout/words";
import { Checkbox } from "@/components/ui/checkbox";
import { Disclosure } from "@/components/ui/disclosure";
import { Radio } from "@/components/ui/radio";
import { type Option, Select } from "@/components/ui/select";
import { describedBy, Field, type FieldProps, FieldsetField, HintAndErrors } from "./field";
import { type FieldValue, useField } from "./form-context";

type SelectFieldProps = FieldProps & { options: Option[]; defaultValue?: FieldValue; placeholder?: string };

/** One of a list. Without a default it starts at "Chọn…", so that nothing is chosen by accident. */
export function SelectField(props: SelectFieldProps) {
  const { name, label, hint, optional, options, defaultValue, locale, className } = props;
  const { id, value, errors, attempt } = useField(name, defaultValue);
  const placeholder = props.placeholder ?? (optional || !defaultValue ? formWords[locale].choose : undefined);
  return (
    <Field {...{ id, label, hint, optional, errors, locale, className }}>
      <Select
        key={attempt}
        id={id}
        name={name}
        options={options}
        placeholder={placeholder}
        defaultValue={value}
        aria-required={!optional}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(id, hint, errors)}
      />
    </Field>
  );
}

export type Choice = { value: string; label: string; hint?: string };

type RadioFieldProps = FieldProps & { options: Choice[]; defaultValue?: FieldValue; inline?: boolean };

/** One of a few, all of them in sight; `inline` sets short ones side by side. */
export function RadioField(props: RadioFieldProps) {
  const { name, label, hint, optional, options, defaultValue, inline, locale, className } = props;
  const { id, value, errors, attempt } = useField(name, defaultValue);
  return (
    <FieldsetField {...{ id, label, hint, optional, errors, locale, className }}>
      <div key={attempt} className={clsx("flex gap-x-6", inline ? "flex-wrap" : "flex-col")}>
        {options.map((option, position) => (
          <label
            key={option.value}
            htmlFor={choiceId(id, position)}
            className="flex min-h-11 cursor-pointer items-center gap-2.5 text-base lg:min-h-8 lg:text-sm"
          >
            <Radio
              id={choiceId(id, position)}
              name={name}
              value={option.value}
              defaultChecked={option.value === value}
              aria-describedby={option.hint && `${id}-${option.value}-hint`}
            />
            <span>
              {option.label}
              {option.hint && (
                <span id={`${id}-${option.value}-hint`} className="block text-sm text-muted">
                  {option.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </FieldsetField>
  );
}

type CheckboxesFieldProps = FieldProps & {
  options: Choice[];
  defaultValue?: readonly string[];
  /** How many stand in sight; the rest opens on wish, and by itself when something there is ticked. */
  first?: number;
};

/** Several of a list, as chips that can be hit with a thumb. */
export function CheckboxesField(props: CheckboxesFieldProps) {
  const { name, label, hint, optional, options, defaultValue, first, locale, className } = props;
  const { id, values, errors, attempt } = useField(name, defaultValue);
  const chips = (list: Choice[], from: number) => (
    <div className="flex flex-wrap gap-2">
      {list.map((option, position) => (
        <Chip
          key={option.value}
          id={choiceId(id, from + position)}
          name={name}
          option={option}
          checked={values.includes(option.value)}
        />
      ))}
    </div>
  );
  const [shown, rest] = first ? [options.slice(0, first), options.slice(first)] : [options, []];
  return (
    <FieldsetField {...{ id, label, hint, optional, errors, locale, className }}>
      <div key={attempt}>
        {chips(shown, 0)}
        {rest.length > 0 && (
          <Disclosure
            open={rest.some(({ value }) => values.includes(value))}
            summary={formWords[locale].moreChoices(rest.length)}
          >
            {chips(rest, shown.length)}
          </Disclosure>
        )}
      </div>
    </FieldsetField>
  );
}

type ChipProps = { id: string; name: string; option: Choice; checked: boolean };

function Chip({ id, name, option, checked }: ChipProps) {
  return (
    <label htmlFor={id} className="chip">
      <Checkbox id={id} name={name} value={option.value} defaultChecked={checked} className="outline-none" />
      {option.label}
    </label>
  );
}

type CheckboxFieldProps = FieldProps & { defaultChecked?: boolean; value?: string };

/** One yes or no; posts `on` (or `value`) when ticked. It is never required, so it carries no "(không bắt buộc)". */
export function CheckboxField({
  name,
  label,
  hint,
  defaultChecked,
  value = "on",
  className,
}: CheckboxFieldProps) {
  const { id, values, errors, attempt } = useField(name, defaultChecked ? value : undefined);
  return (
    <div className={clsx("space-y-1", errors.length > 0 && "border-l-2 border-red pl-3", className)}>
      <label
        htmlFor={id}
        className="flex min-h-11 cursor-pointer items-center gap-2.5 text-base lg:min-h-8 lg:text-sm"
      >
        <Checkbox
          key={attempt}
          id={id}
          name={name}
          value={value}
          defaultChecked={values.includes(value)}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={describedBy(id, hint, errors)}
        />
        {label}
      </label>
      <HintAndErrors id={id} hint={hint} errors={errors} />
    </div>
  );
}

/** The first box answers to the field's own id, so that the summary's link lands on it. */
const choiceId = (id: string, position: number) => (position === 0 ? id : `${id}-${position}`);
