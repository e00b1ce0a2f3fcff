"use client";

import { useEffect, useRef, useState } from "react";
import { SelectField } from "@/components/forms/choice-fields";
import type { Option } from "@/components/ui/select";
import type { Locale } from "@/lib/core/locale";
import { existedOn } from "@/lib/units/rules";

export type DatedOption = Option & { validFrom: string | null; validTo: string | null };

type Props = {
  label: string;
  hint: string;
  /** Said when the chosen unit did not exist on the day. */
  misfit: string;
  options: DatedOption[];
  defaultValue?: number;
  /** The day where it stands already; otherwise the form's own first day is followed. */
  day?: string;
  today: string;
  locale: Locale;
};

/**
 * A unit that existed on the form's first day (today when there is none): the others leave the list as the day
 * is chosen, only the one already chosen stays, with a word. Without scripts every unit stands there with its
 * last day, and the server says which does not fit.
 */
export function UnitOnDay({ label, hint, misfit, options, defaultValue, day: fixed, today, locale }: Props) {
  const own = useRef<HTMLDivElement>(null);
  const [{ day, chosen }, setForm] = useState<{ day?: string; chosen?: string }>({});

  useEffect(() => {
    const form = own.current?.closest("form");
    const read = () => {
      const day = fixed ?? (form?.querySelector<HTMLInputElement>('input[name="startedOn"]')?.value || today);
      setForm({ day, chosen: own.current?.querySelector("select")?.value });
    };
    read();
    form?.addEventListener("input", read);
    return () => form?.removeEventListener("input", read);
  }, [fixed, today]);

  const fits = (option: DatedOption) => day === undefined || existedOn(option, day);
  return (
    <div ref={own}>
      <SelectField
        name="unitId"
        label={label}
        hint={hint}
        options={options.filter((option) => fits(option) || option.value === chosen)}
        defaultValue={defaultValue}
        locale={locale}
      />
      <p role="status" className="pt-1 text-sm text-ochre empty:hidden">
        {options.some((option) => option.value === chosen && !fits(option)) ? misfit : ""}
      </p>
    </div>
  );
}
