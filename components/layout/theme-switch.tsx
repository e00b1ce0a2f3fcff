"use client";

import { useState } from "react";
import type { Locale } from "@/lib/core/locale";
import { shellWords } from "./words";

const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

/** Day, night, or as the device says; kept for a year in the cookie `theme`, which the root layout reads. */
export function ThemeSwitch({ theme, locale }: { theme: Theme; locale: Locale }) {
  const words = shellWords[locale];
  const [chosen, setChosen] = useState(theme);

  function choose(next: Theme) {
    setChosen(next);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is missing in older browsers, and the value is one of three words
    document.cookie = `theme=${next}; path=/; max-age=31536000; samesite=lax`;
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
  }

  return (
    <fieldset className="script-only">
      <legend className="pb-1 text-xs text-muted">{words.theme}</legend>
      <div className="flex gap-1">
        {themes.map((option) => (
          <button
            key={option}
            type="button"
            aria-pressed={option === chosen}
            onClick={() => choose(option)}
            className="min-h-11 grow rounded-md px-2 text-sm text-muted hover:bg-green-soft aria-pressed:bg-green-soft aria-pressed:font-semibold aria-pressed:text-green lg:min-h-8"
          >
            {words[option]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
