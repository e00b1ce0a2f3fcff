"use client";

import { useEffect, useRef, useState } from "react";
import { CheckboxesField, type Choice } from "@/components/forms/choice-fields";
import { useField } from "@/components/forms/form-context";
import type { Locale } from "@/lib/core/locale";

type Props = {
  label: string;
  /** What a point is called that was chosen and is not among those offered. */
  chosenLabel: string;
  points: Choice[];
  defaultValue?: readonly string[];
  /** The points are those of the unit chosen in the form; otherwise all that one may link. */
  byUnit: boolean;
  locale: Locale;
};

/** The model points a session is linked with. Without scripts, or network, it offers those the page came with. */
export function PointsField({ points, chosenLabel, byUnit, defaultValue, ...field }: Props) {
  const at = useRef<HTMLDivElement>(null);
  const [offered, setOffered] = useState(points);
  const { values } = useField("pointIds", defaultValue);
  useEffect(() => {
    const form = at.current?.closest("form");
    if (!byUnit || !form) return;
    // What asks for points comes after the page; without it those stand that the page came with.
    const following = import("./points-of-unit").then(
      ({ followUnit }) => followUnit(form, setOffered),
      () => undefined,
    );
    return () => void following.then((end) => end?.());
  }, [byUnit]);
  // A point that was chosen is never lost because it is not offered.
  const apart = values.filter((id) => !offered.some(({ value }) => value === id));
  const options = [...apart.map((value) => ({ value, label: chosenLabel })), ...offered];
  return (
    <div ref={at}>
      {options.length > 0 && (
        <CheckboxesField
          {...field}
          name="pointIds"
          options={options}
          defaultValue={defaultValue}
          first={4}
          optional
        />
      )}
    </div>
  );
}
