"use client";

import { createContext, useContext } from "react";
import { type FormState, idleForm } from "@/lib/core/form-state";

/** What a field needs from the form around it; `prefix` keeps ids apart when one page holds several forms. */
export const FormContext = createContext<{ state: FormState; prefix: string }>({
  state: idleForm,
  prefix: "",
});

export type FieldValue = string | number | null | undefined;

/** A field's id, its errors, and what stands in it: after a failed attempt what was typed, even if that was nothing. */
export function useField(name: string, defaultValue?: FieldValue | readonly string[]) {
  const { state, prefix } = useContext(FormContext);
  const failed = state.attempt > 0 && state.status !== "done";
  const values = failed ? (state.values[name] ?? []) : toList(defaultValue);
  return {
    id: fieldId(name, prefix),
    values,
    value: values[0] ?? "",
    errors: state.errors[name] ?? [],
    attempt: state.attempt,
  };
}

export const fieldId = (name: string, prefix = "") => `field-${prefix}${name}`;

function toList(value: FieldValue | readonly string[]): readonly string[] {
  if (value === undefined || value === null) return [];
  return typeof value === "object" ? value : [String(value)];
}

/** The answer the form around stands in. */
export const useFormState = (): FormState => useContext(FormContext).state;
