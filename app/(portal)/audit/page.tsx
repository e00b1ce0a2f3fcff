import type { Metadata } from "next";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditLog } from "@/components/audit/audit-log";
import { PageHeader } from "@/components/layout/page-header";
import { auditWords } from "@/lib/audit/messages";
import { listAudit } from "@/lib/audit/queries";
import { readAuditFilter } from "@/lib/audit/schema";
import type { SearchParams } from "@/lib/core/context";
import { href } from "@/lib/core/href";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: auditWords[await currentLocale()].title };
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const filter = readAuditFilter(await searchParams);
  const { rows, next, unitNames } = await load(listAudit, actor, filter);
  const { cursor, ...kept } = filter;
  const words = auditWords[locale];
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <AuditFilters filter={filter} locale={locale} />
      <AuditLog
        rows={rows}
        unitNames={unitNames}
        nextHref={next && href("/audit", { ...kept, cursor: next })}
        firstHref={cursor && href("/audit", kept)}
        locale={locale}
      />
    </>
  );
}
