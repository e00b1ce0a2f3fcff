import { useId } from "react";
import { contextWords, figureWords } from "@/components/layout/words";
import type { Boundary } from "@/lib/core/context";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";

type NoteProps = {
  label: string;
  definition: string;
  source: string;
  asOf: string;
  boundary: Boundary | null;
  note?: string;
  locale: Locale;
};

/** The small "i" of a figure: how it is counted, from what, up to when. Spans only, so that it may stand in a sentence. */
export function FigureNote({ label, definition, source, asOf, boundary, note, locale }: NoteProps) {
  const id = useId();
  const words = figureWords[locale];
  return (
    <span className="relative z-1 print:hidden">
      <button
        type="button"
        popoverTarget={id}
        aria-label={words.explain(label)}
        className="relative inline-flex size-6 items-center justify-center rounded-full align-middle text-muted before:absolute before:-inset-2.5 hover:text-green lg:before:inset-0"
      >
        <span
          aria-hidden
          className="flex size-3.5 items-center justify-center rounded-full border border-current text-[0.625rem] leading-none font-semibold"
        >
          i
        </span>
      </button>
      <span id={id} popover="auto" className="float-panel text-left text-sm font-normal whitespace-normal">
        <span className="block pb-2 font-semibold">{label}</span>
        <Line term={words.definition}>{definition}</Line>
        <Line term={words.source}>{source}</Line>
        <Line term={words.asOfLabel}>{formatDate(asOf)}</Line>
        {boundary !== null && (
          <Line term={contextWords[locale].boundary}>{contextWords[locale][boundary]}</Line>
        )}
        {note !== undefined && <span className="block pt-2">{note}</span>}
      </span>
    </span>
  );
}

function Line({ term, children }: { term: string; children: string }) {
  return (
    <span className="block pt-1">
      <span className="text-muted">{term}: </span>
      {children}
    </span>
  );
}
