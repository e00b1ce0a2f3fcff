"use client";

import { useEffect, useRef, useState } from "react";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { criteriaSetLabel, criteriaWords } from "@/lib/rural-standard/messages";
import type { CriteriaSet } from "@/lib/rural-standard/rules";

type Props = { sets: readonly CriteriaSet[]; field: string; locale: Locale };

/** Which criteria the typed day brings; before a day is typed, and without scripts, all of them with their first days. */
export function CriteriaOfDate({ sets, field, locale }: Props) {
  const own = useRef<HTMLDivElement>(null);
  const [day, setDay] = useState("");
  const words = criteriaWords[locale];

  useEffect(() => {
    const form = own.current?.closest("form");
    const read = () => setDay(form?.querySelector<HTMLInputElement>(`input[name="${field}"]`)?.value ?? "");
    read();
    form?.addEventListener("input", read);
    return () => form?.removeEventListener("input", read);
  }, [field]);

  const chosen = day
    ? sets.find(({ from, until }) => from <= day && (until === null || day <= until))
    : undefined;
  return (
    <div ref={own} aria-live="polite" className="border-l-2 border-hairline pl-3 text-sm text-muted">
      <p>{words.hint}</p>
      <ul>
        {(chosen ? [chosen] : sets).map(({ key, from, citation }) => (
          <li key={key} className="pt-1">
            <span className="font-medium text-ink">
              {words.from(criteriaSetLabel(key), formatDate(from))}
            </span>
            <span className="block text-xs">{citation}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
