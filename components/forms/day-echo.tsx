"use client";

import { useEffect, useState } from "react";
import { isDay, toDate, writtenDay } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";

/**
 * The chosen day in words under its box. A browser set to another country writes 11/08 as 08/11; this line is
 * always day before month, with the weekday, so that a slip shows before it is saved.
 */
export function DayEcho({ inputId, initial, locale }: { inputId: string; initial: string; locale: Locale }) {
  const [day, setDay] = useState(initial);

  useEffect(() => {
    const input = document.getElementById(inputId) as HTMLInputElement | null;
    const read = () => setDay(input?.value ?? "");
    read();
    input?.addEventListener("input", read);
    return () => input?.removeEventListener("input", read);
  }, [inputId]);

  if (!isDay(day)) return null;
  const weekday = new Intl.DateTimeFormat(locale === "vi" ? "vi-VN" : "en-GB", {
    weekday: "long",
    timeZone: "UTC",
  });
  return (
    <p className="numeral text-sm text-muted">
      {weekday.format(toDate(day))}, {writtenDay(day)}
    </p>
  );
}
