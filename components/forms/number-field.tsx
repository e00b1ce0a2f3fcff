"use client";

import { clsx } from "clsx";
import { Minus, Plus } from "lucide-react";
import { useRef } from "react";
import { formWords } from "@/components/layout/words";
import { buttonStyle } from "@/components/ui/button-style";
import { Input } from "@/components/ui/input";
import { describedBy, Field, type FieldProps } from "./field";
import { type FieldValue, useField } from "./form-context";

type NumberFieldProps = FieldProps & {
  defaultValue?: FieldValue;
  unit?: string;
  step?: number;
  decimal?: boolean;
};

/** A count. It is a text box, so that what was typed wrongly is still there to be corrected. */
export function NumberField(props: NumberFieldProps) {
  const { name, label, hint, optional, defaultValue, unit, step = 1, decimal, locale, className } = props;
  const { id, value, errors, attempt } = useField(name, defaultValue);
  const input = useRef<HTMLInputElement>(null);
  const words = formWords[locale];

  function change(by: number) {
    const box = input.current;
    if (!box) return;
    const stands = Number(box.value.replace(/\D/g, ""));
    box.value = String(Math.max(0, stands + by));
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  return (
    <Field {...{ id, label, hint, optional, errors, locale, className }}>
      <div className="flex gap-2 lg:max-w-56">
        <Stepper
          label={words.less(label.toLowerCase())}
          onClick={() => change(-step)}
          hidden={decimal}
          icon={<Minus />}
        />
        <div className="relative min-w-0 grow">
          <Input
            key={attempt}
            ref={input}
            id={id}
            name={name}
            defaultValue={value}
            inputMode={decimal ? "decimal" : "numeric"}
            autoComplete="off"
            aria-required={!optional}
            aria-invalid={errors.length > 0 || undefined}
            aria-describedby={describedBy(id, hint, errors, unit)}
            className={clsx("numeral", unit && "pr-20 lg:pr-20")}
          />
          {unit && (
            <span
              id={`${id}-unit`}
              className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-sm text-muted"
            >
              {unit}
            </span>
          )}
        </div>
        <Stepper
          label={words.more(label.toLowerCase())}
          onClick={() => change(step)}
          hidden={decimal}
          icon={<Plus />}
        />
      </div>
    </Field>
  );
}

type StepperProps = { label: string; onClick: () => void; hidden?: boolean; icon: React.ReactNode };

function Stepper({ label, onClick, hidden, icon }: StepperProps) {
  if (hidden) return null;
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className={clsx(buttonStyle(), "script-only w-11 px-0! lg:hidden")}
    >
      {icon}
    </button>
  );
}
