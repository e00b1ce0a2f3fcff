"use client";

import { clsx } from "clsx";
import { FileText, X } from "lucide-react";
import { useRef, useState } from "react";
import { describedBy, Field } from "@/components/forms/field";
import { useField } from "@/components/forms/form-context";
import { filesFieldWords } from "@/lib/core/attachment-words";
import { documentTypes, photoTypes, sizeOf } from "@/lib/core/attachments";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { FileBox } from "./file-box";

/**
 * Photos and documents that travel with the form around. With scripts those of several choices add up, are listed and
 * can be left out again; without, the box itself says what was chosen.
 */
export function FilesField({ locale }: { locale: Locale }) {
  const words = filesFieldWords[locale];
  const { id, errors, attempt } = useField("files");
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<File[]>([]);

  /** What the box holds is what the form sends. */
  function hold(files: File[]) {
    const list = new DataTransfer();
    for (const file of files) list.items.add(file);
    if (input.current) input.current.files = list.files;
    setChosen(files);
  }
  const isNew = (file: File) =>
    !chosen.some(
      ({ name, size, lastModified }) =>
        name === file.name && size === file.size && lastModified === file.lastModified,
    );

  return (
    <Field id={id} label={words.label} hint={words.hint} errors={errors} optional locale={locale}>
      {attempt > 0 && chosen.length === 0 && (
        <p className={clsx("text-sm text-muted", { "no-script-only": errors.length === 0 })}>{words.again}</p>
      )}
      <FileBox
        ref={input}
        id={id}
        name="files"
        multiple
        accept={`${photoTypes},${documentTypes}`}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(id, words.hint, errors)}
        onChange={({ target }) => hold([...chosen, ...[...(target.files ?? [])].filter(isNew)])}
        words={words}
        shown={chosen.length > 0 ? "" : words.noFile}
      />
      {chosen.length > 0 && (
        <ul className="border-t text-sm">
          {chosen.map((file) => (
            <li
              key={`${file.name} ${file.size} ${file.lastModified}`}
              className="flex min-h-11 items-center gap-3 border-b"
            >
              <FileText aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.5} />
              <span className="min-w-0 grow break-words">
                {file.name}{" "}
                <span className="numeral text-xs whitespace-nowrap text-muted">{size(file, locale)}</span>
              </span>
              <button
                type="button"
                aria-label={words.remove(file.name)}
                onClick={() => hold(chosen.filter((other) => other !== file))}
                className="flex size-11 shrink-0 items-center justify-center rounded-md text-muted hover:bg-red-soft hover:text-red lg:size-8"
              >
                <X aria-hidden className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Field>
  );
}

function size(file: File, locale: Locale): string {
  const { value, unit } = sizeOf(file.size);
  return `${formatNumber(value, locale)} ${unit}`;
}
