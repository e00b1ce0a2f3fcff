"use client";

import { X } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { formWords } from "@/components/layout/words";
import { Input } from "@/components/ui/input";
import { fold } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { PickedUnit } from "./unit-picker";

const mostShown = 8;

type PickerProps = {
  id: string;
  name: string;
  label: string;
  units: readonly PickedUnit[];
  dayField?: string;
  locale: Locale;
  chosen: readonly string[];
  described?: string;
};

/** Finds units while one types, and keeps those chosen as chips. */
export function Picker({ id, name, label, units, dayField = "", locale, chosen, described }: PickerProps) {
  const words = formWords[locale];
  const list = useId();
  const [ids, setIds] = useState<readonly string[]>(chosen);
  const [typed, setTyped] = useState("");
  const [day, setDay] = useState("9999");
  const [at, setAt] = useState(0);
  const keyed = useMemo(() => units.map((unit) => ({ ...unit, key: fold(unit.fullName) })), [units]);
  const sought = fold(typed);
  const found = sought
    ? keyed
        .filter(
          ({ id, key, validFrom = "", validTo = "9999" }) =>
            key.includes(sought) && validFrom <= day && day <= validTo && !ids.includes(String(id)),
        )
        .slice(0, mostShown)
    : [];
  const nameOf = (unitId: string) => units.find((unit) => String(unit.id) === unitId)?.fullName ?? unitId;

  function add(unit: { id: number } | undefined) {
    if (!unit) return;
    setIds([...ids, String(unit.id)]);
    setTyped("");
    setAt(0);
  }

  return (
    <div className="space-y-2">
      {ids.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {ids.map((unitId) => (
            <li
              key={unitId}
              className="inline-flex min-h-11 items-center gap-1 rounded-md border border-green bg-green-soft pl-3 text-base lg:min-h-8 lg:text-sm"
            >
              {nameOf(unitId)}
              <input type="hidden" name={name} value={unitId} readOnly />
              <button
                type="button"
                aria-label={words.remove(nameOf(unitId))}
                onClick={() => setIds(ids.filter((other) => other !== unitId))}
                className="flex size-11 items-center justify-center lg:size-8"
              >
                <X aria-hidden className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="relative">
        <Input
          id={id}
          role="combobox"
          aria-label={label}
          aria-expanded={found.length > 0}
          aria-controls={list}
          aria-activedescendant={found[at] && `${list}-${found[at].id}`}
          aria-describedby={described}
          autoComplete="off"
          placeholder={words.pickUnit}
          value={typed}
          onChange={(event) => {
            const held = event.target.form?.elements.namedItem(dayField) as HTMLInputElement | null;
            setDay(held?.value || "9999");
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "ArrowDown") setAt(Math.min(at + 1, found.length - 1));
            else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
            else if (event.key === "Escape") setTyped("");
            else if (event.key === "Enter" && found[at]) add(found[at]);
            else return;
            event.preventDefault();
          }}
        />
        {found.length > 0 && (
          <div
            id={list}
            role="listbox"
            aria-label={label}
            className="absolute inset-x-0 z-20 mt-1 overflow-hidden rounded-md border bg-surface shadow-float"
          >
            {found.map((unit, position) => (
              <div
                tabIndex={-1}
                key={unit.id}
                id={`${list}-${unit.id}`}
                role="option"
                aria-selected={position === at}
                onPointerDown={(event) => {
                  event.preventDefault();
                  add(unit);
                }}
                className="flex min-h-11 cursor-pointer items-center px-3 text-base aria-selected:bg-green-soft lg:min-h-9 lg:text-sm"
              >
                {unit.fullName}
              </div>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
