import { ListFilter, X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { filterWords } from "@/components/layout/words";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/core/locale";
import { GetForm } from "./get-form";

type FilterFormProps = {
  /** The list's path. */
  action: string;
  locale: Locale;
  /** What the address must keep: unit, period, sorting. */
  hidden?: Record<string, string | undefined>;
  clearHref?: string;
  chips: { label: string; removeHref: string }[];
  /** What was asked for and cannot be found by, each in a sentence. */
  notes?: readonly string[];
  children: ReactNode;
};

/** The filters of a list: a row on a desk, a sheet from below on a phone, and what is in force as chips. */
export function FilterForm({
  action,
  locale,
  hidden = {},
  clearHref,
  chips,
  notes = [],
  children,
}: FilterFormProps) {
  const words = filterWords[locale];
  return (
    <div className="space-y-3 print:hidden">
      <Button popoverTarget="filters" className="lg:hidden">
        <ListFilter aria-hidden />
        {words.filters}
        {chips.length > 0 && <span className="numeral">({chips.length})</span>}
      </Button>
      <GetForm action={action} label={words.filters}>
        {Object.entries(hidden).map(
          ([name, value]) =>
            value !== undefined && <input key={name} type="hidden" name={name} value={value} readOnly />,
        )}
        <div id="filters" popover="auto" className="sheet">
          <div className="flex flex-col gap-4 lg:flex-row lg:flex-wrap lg:items-end lg:gap-3">
            {children}
            <Button
              type="submit"
              variant="primary"
              className="lg:border-edge lg:bg-surface lg:text-ink lg:hover:text-green"
            >
              {words.apply}
            </Button>
          </div>
        </div>
      </GetForm>
      {notes.length > 0 && (
        <ul role="status" className="space-y-1 border-l-2 border-ochre pl-3 text-sm">
          {notes.map((note) => (
            <li key={note}>{note}.</li>
          ))}
        </ul>
      )}
      {chips.length > 0 && <Chips {...{ chips, clearHref, locale }} />}
    </div>
  );
}

function Chips({ chips, clearHref, locale }: Pick<FilterFormProps, "chips" | "clearHref" | "locale">) {
  const words = filterWords[locale];
  return (
    <ul aria-label={words.active} className="flex flex-wrap items-center gap-2">
      {chips.map((chip) => (
        <li key={chip.removeHref}>
          <Link
            href={chip.removeHref}
            prefetch={false}
            aria-label={words.remove(chip.label)}
            className="inline-flex min-h-11 items-center gap-1.5 rounded-md bg-green-soft px-3 text-sm hover:text-green lg:min-h-7 lg:px-2.5"
          >
            {chip.label}
            <X aria-hidden className="size-3.5" />
          </Link>
        </li>
      ))}
      {clearHref !== undefined && (
        <li>
          <Link
            href={clearHref}
            prefetch={false}
            className="inline-flex min-h-11 items-center px-2 text-sm text-green underline underline-offset-3 lg:min-h-7"
          >
            {words.clear}
          </Link>
        </li>
      )}
    </ul>
  );
}
