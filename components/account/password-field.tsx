"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { describedBy, Field, type FieldProps } from "@/components/forms/field";
import { useField } from "@/components/forms/form-context";
import { Input } from "@/components/ui/input";

type PasswordFieldProps = FieldProps & {
  autoComplete: "current-password" | "new-password";
  /** What the eye does: show, hide. */
  eye: { show: string; hide: string };
};

/** A password: never prefilled, never cut, pasted and filled in by a manager like any other box (S9). */
export function PasswordField({
  name,
  label,
  hint,
  optional,
  locale,
  className,
  autoComplete,
  eye,
}: PasswordFieldProps) {
  const { id, errors, attempt } = useField(name);
  const [visible, setVisible] = useState(false);
  const Icon = visible ? EyeOff : Eye;
  return (
    <Field {...{ id, label, hint, optional, errors, locale, className }}>
      <div className="relative">
        <Input
          key={attempt}
          id={id}
          name={name}
          type={visible ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-required={!optional}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={describedBy(id, hint, errors)}
          className="pr-12"
        />
        <button
          type="button"
          aria-label={visible ? eye.hide : eye.show}
          aria-controls={id}
          aria-pressed={visible}
          onClick={() => setVisible(!visible)}
          className="script-only absolute inset-y-0 right-0 flex w-11 items-center justify-center rounded-md text-muted hover:text-green"
        >
          <Icon aria-hidden className="size-4" />
        </button>
      </div>
    </Field>
  );
}
