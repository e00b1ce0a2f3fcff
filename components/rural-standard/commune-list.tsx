import { Section } from "@/components/layout/section";
import { Pager } from "@/components/tables/pager";
import type { Context } from "@/lib/core/context";
import { formatDate, formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { ruralWords } from "@/lib/rural-standard/messages";
import type { CommuneRow } from "@/lib/rural-standard/queries";
import type { CommuneFilter } from "@/lib/rural-standard/schema";
import { CommuneFilters } from "./commune-filters";
import { CommuneTable } from "./commune-table";

type Named = { code: string; name: string };
type Props = {
  found: { rows: CommuneRow[]; total: number; next?: string; provinces: Named[]; districts: Named[] };
  filter: Omit<CommuneFilter, "context">;
  context: Context;
  keep: Record<string, string | undefined>;
  path: string;
  locale: Locale;
};

/** The rows behind the ladder's figures: `#communes` is where they lead. */
export function CommuneList({ found, filter, context, keep, path, locale }: Props) {
  const words = ruralWords[locale];
  const { after, ...narrowed } = filter;
  const view = contextParams(context, { ...keep, ...narrowed });
  return (
    <Section
      id="communes"
      className="mt-12 scroll-mt-(--sticky-top)"
      title={words.list}
      finding={words.found(formatNumber(found.total, locale), formatDate(context.asOf))}
    >
      <CommuneFilters
        filter={filter}
        context={context}
        keep={keep}
        provinces={found.provinces}
        districts={found.districts}
        path={path}
        locale={locale}
      />
      <CommuneTable
        rows={found.rows}
        caption={words.list}
        currentFirst={context.boundary === "current"}
        locale={locale}
      />
      {found.rows.length > 0 && (
        <Pager
          shown={found.rows.length}
          total={found.total}
          nextHref={found.next && `${href(path, { ...view, after: found.next })}#communes`}
          firstHref={after && `${href(path, view)}#communes`}
          locale={locale}
        />
      )}
    </Section>
  );
}
