import { ReasonForm } from "@/components/forms/confirm-form";
import { EmptyState } from "@/components/layout/empty-state";
import { TextLink } from "@/components/ui/link";
import { type CodeItem, namedCodes } from "@/lib/core/code-labels";
import type { Locale } from "@/lib/core/locale";
import { channelWords } from "@/lib/outreach-sessions/messages";
import { dropTemplate } from "@/lib/outreach-sessions/templates/actions";
import { templateWords } from "@/lib/outreach-sessions/templates/messages";
import type { TemplateRow } from "@/lib/outreach-sessions/templates/queries";

type TemplateListProps = {
  rows: (TemplateRow & { mayRemove: boolean })[];
  topics: CodeItem[];
  locale: Locale;
};

/** The templates there are: each begins a session; those of one's own reach can be taken away. */
export function TemplateList({ rows, topics, locale }: TemplateListProps) {
  const words = templateWords[locale];
  if (rows.length === 0) return <EmptyState title={words.emptyTitle} detail={words.emptyHint} />;
  return (
    <ul className="border-t">
      {rows.map((row) => (
        <li
          key={row.id}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b py-3 text-sm"
        >
          <div className="min-w-0 grow basis-80">
            <TextLink
              href={`/outreach-sessions/new?from=${row.id}`}
              aria-label={`${words.use}: ${row.name}`}
              className="text-base font-medium max-lg:inline-flex max-lg:min-h-11 max-lg:items-center"
            >
              {row.name}
            </TextLink>
            <p className="text-muted">
              {[channelWords[locale][row.channel], row.place, row.unitName ?? words.ofCity]
                .filter(Boolean)
                .join(" · ")}
            </p>
            <p className="text-muted">{namedCodes(topics, row.topics)[locale]}</p>
          </div>
          {row.mayRemove && (
            <div className="has-[details[open]]:basis-full">
              <ReasonForm
                action={dropTemplate}
                id={row.id}
                title={words.remove}
                consequence={words.consequence(row.name)}
                openLabel={words.remove}
                submitLabel={words.remove}
                locale={locale}
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
