"use client";

import { createContext, useContext, useEffect, useRef, useState } from "react";
import { formWords } from "@/components/layout/words";
import { writtenDay } from "@/lib/core/days";
import { describedBy, type FieldProps, FieldsetField } from "./field";
import { useField } from "./form-context";

export type PickedUnit = { id: number; fullName: string; validFrom?: string; validTo?: string };

type UnitPickerProps = FieldProps & {
  units: readonly PickedUnit[];
  defaultValue?: readonly number[];
  /** The field whose day the units must have been there on; those that still are while it is empty. */
  dayField?: string;
};

type Live = typeof import("./unit-picker-live");
/** What finds units while one types comes after the page; a page that must do without network brings it along. */
export const PickerContext = createContext<() => Promise<Live>>(() => import("./unit-picker-live"));

/** Several units out of thousands, found without accents. Without scripts, or what finds them, it is the list itself, several may be marked. */
export function UnitPicker(props: UnitPickerProps) {
  const { name, label, hint, optional, units, defaultValue, dayField, locale, className } = props;
  const { id, values, errors, attempt } = useField(name, defaultValue?.map(String));
  const words = formWords[locale];
  const load = useContext(PickerContext);
  const [live, setLive] = useState<Live>();
  const list = useRef<HTMLSelectElement>(null);
  const early = useRef<string[]>(undefined);
  useEffect(() => {
    load().then(
      (found) => {
        // What was marked in the list before this came is kept.
        early.current = [...(list.current?.selectedOptions ?? [])].map(({ value }) => value);
        setLive(found);
      },
      () => undefined,
    );
  }, [load]);
  return (
    <FieldsetField {...{ id, label, hint, optional, errors, locale, className }}>
      {live ? (
        <live.Picker
          key={attempt}
          {...{ id, name, label, units, dayField, locale }}
          chosen={attempt === 0 ? (early.current ?? values) : values}
          described={describedBy(id, hint, errors)}
        />
      ) : (
        <select
          ref={list}
          id={id}
          name={name}
          multiple
          size={5}
          defaultValue={[...values]}
          className="w-full rounded-md border border-edge bg-surface p-2 text-base lg:text-sm"
        >
          {units.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.fullName}
              {unit.validTo && ` (${words.unitUntil} ${writtenDay(unit.validTo)})`}
            </option>
          ))}
        </select>
      )}
    </FieldsetField>
  );
}
