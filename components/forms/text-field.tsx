"use client";

import type { ComponentProps } from "react";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { DayEcho } from "./day-echo";
import { describedBy, Field, type FieldProps } from "./field";
import { type FieldValue, useField } from "./form-context";

type TextFieldProps = FieldProps & { defaultValue?: FieldValue; suggestions?: readonly string[] } & Pick<
    ComponentProps<"input">,
    "type" | "autoComplete" | "inputMode" | "autoCapitalize" | "spellCheck" | "placeholder"
  >;

/** One line of text. Length is the server's to refuse, so that nothing pasted is cut silently. */
export function TextField({
  name,
  label,
  hint,
  optional,
  defaultValue,
  suggestions = [],
  locale,
  className,
  ...input
}: TextFieldProps) {
  const { id, value, errors, attempt } = useField(name, defaultValue);
  return (
    <Field {...{ id, label, hint, optional, errors, locale, className }}>
      <Input
        key={attempt}
        id={id}
        name={name}
        defaultValue={value}
        autoComplete="off"
        aria-required={!optional}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(id, hint, errors)}
        list={suggestions.length > 0 ? `${id}-list` : undefined}
        {...input}
      />
      {suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

type TextAreaFieldProps = FieldProps & { defaultValue?: FieldValue; rows?: number };

export function TextAreaField({
  name,
  label,
  hint,
  optional,
  defaultValue,
  rows,
  locale,
  className,
}: TextAreaFieldProps) {
  const { id, value, errors, attempt } = useField(name, defaultValue);
  return (
    <Field {...{ id, label, hint, optional, errors, locale, className }}>
      <Textarea
        key={attempt}
        id={id}
        name={name}
        rows={rows}
        defaultValue={value}
        aria-required={!optional}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(id, hint, errors)}
      />
    </Field>
  );
}

type DateFieldProps = FieldProps & { defaultValue?: FieldValue; min?: string; max?: string };

/** A day, ISO text in and out. */
export function DateField({
  name,
  label,
  hint,
  optional,
  defaultValue,
  min,
  max,
  locale,
  className,
}: DateFieldProps) {
  const { id, value, errors, attempt } = useField(name, defaultValue);
  return (
    <Field {...{ id, label, hint, optional, errors, locale, className }}>
      <Input
        key={attempt}
        type="date"
        id={id}
        name={name}
        min={min}
        max={max}
        defaultValue={value}
        aria-required={!optional}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(id, hint, errors)}
        className="lg:max-w-44"
      />
      <DayEcho key={`echo-${attempt}`} inputId={id} initial={value} locale={locale} />
    </Field>
  );
}
