import type { ReactNode } from "react";
import { listWords } from "@/components/layout/words";
import type { Locale } from "@/lib/core/locale";

type DefinitionListProps = {
  items: { term: string; detail: ReactNode; action?: ReactNode }[];
  locale: Locale;
};

/** The facts of a record, term beside detail; what is missing says so. */
export function DefinitionList({ items, locale }: DefinitionListProps) {
  return (
    <dl className="border-t text-base lg:text-sm">
      {items.map(({ term, detail, action }) => (
        <div key={term} className="grid gap-x-6 border-b py-2.5 sm:grid-cols-[minmax(9rem,14rem)_1fr_auto]">
          <dt className="text-sm text-muted">{term}</dt>
          <dd className="min-w-0">
            {isMissing(detail) ? <span className="text-muted">{listWords[locale].noValue}</span> : detail}
          </dd>
          {action !== undefined && (
            <dd className="text-sm [&>a]:inline-flex [&>a]:min-h-11 [&>a]:items-center lg:[&>a]:min-h-0">
              {action}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

const isMissing = (detail: ReactNode) =>
  detail === null || detail === undefined || detail === false || detail === "";
