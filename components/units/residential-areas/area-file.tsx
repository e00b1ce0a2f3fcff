"use client";

import { useId, useState } from "react";
import { FieldsetField } from "@/components/forms/field";
import { buttonStyle } from "@/components/ui/button-style";
import type { Locale } from "@/lib/core/locale";
import { areaWords } from "@/lib/units/residential-areas/messages";

const types = ".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A list as a file. The browser's own box speaks the browser's language: with scripts a button stands for it. */
export function AreaFile({ errors, locale }: { errors: readonly string[]; locale: Locale }) {
  const words = areaWords[locale];
  const [name, setName] = useState<string>();
  const note = useId();
  return (
    <FieldsetField
      id="field-list-file"
      label={words.fields.file ?? ""}
      hint={words.fileHint}
      optional
      errors={errors}
      locale={locale}
    >
      <div className="script-only flex flex-wrap items-center gap-x-3 gap-y-1">
        <label
          className={`relative cursor-pointer ${buttonStyle()} focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-green`}
        >
          {words.chooseFile}
          <input
            type="file"
            id="field-list-file"
            name="file"
            accept={types}
            aria-describedby={note}
            onChange={({ target }) => setName(target.files?.[0]?.name)}
            className="absolute inset-0 size-full cursor-pointer opacity-0"
          />
        </label>
        <span id={note} className="min-w-0 text-sm break-words text-muted">
          {name ?? words.noFile}
        </span>
      </div>
      <label className="no-script-only block text-sm">
        <span className="sr-only">{words.fields.file}</span>
        <input
          type="file"
          name="file"
          accept={types}
          className="block min-h-11 w-full text-base file:mr-3 file:min-h-11 file:rounded-md file:border file:border-edge file:bg-surface file:px-4 file:text-ink"
        />
      </label>
    </FieldsetField>
  );
}
