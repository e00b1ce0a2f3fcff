"use client";

import { HintAndErrors } from "@/components/forms/field";
import { useField } from "@/components/forms/form-context";
import { Checkbox } from "@/components/ui/checkbox";

export type ChosenGroup = { label: string; options: { value: string; label: string; chosen: boolean }[] };

/** Several of a unit's, in groups under one question: every box carries the same name, and an id of its own. */
export function ChosenField({ name, groups }: { name: string; groups: ChosenGroup[] }) {
  const { id, values, errors, attempt } = useField(
    name,
    groups.flatMap(({ options }) => options.flatMap(({ value, chosen }) => (chosen ? [value] : []))),
  );
  let position = 0;
  return (
    <div key={attempt} className={errors.length > 0 ? "space-y-5 border-l-2 border-red pl-3" : "space-y-5"}>
      <HintAndErrors id={id} errors={errors} />
      {groups.map(({ label, options }) => (
        <fieldset key={label} className="min-w-0">
          <legend className="pb-1.5 text-sm font-medium">{label}</legend>
          <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
            {options.map((option) => {
              const own = position === 0 ? id : `${id}-${position}`;
              position += 1;
              return (
                <label
                  key={option.value}
                  htmlFor={own}
                  className="flex min-h-11 cursor-pointer items-center gap-2.5 border-b text-base lg:min-h-9 lg:text-sm"
                >
                  <Checkbox
                    id={own}
                    name={name}
                    value={option.value}
                    defaultChecked={values.includes(option.value)}
                  />
                  <span className="min-w-0">{option.label}</span>
                </label>
              );
            })}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
