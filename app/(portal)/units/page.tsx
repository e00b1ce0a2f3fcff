import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { UnitFilters } from "@/components/units/unit-filters";
import { UnitTable } from "@/components/units/unit-table";
import { may } from "@/lib/core/access";
import type { SearchParams } from "@/lib/core/context";
import { formatDate, formatNumber } from "@/lib/core/format";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { changeWords } from "@/lib/units/changes/messages";
import { unitsWords } from "@/lib/units/messages";
import { listUnits } from "@/lib/units/queries";
import { readUnitFilter } from "@/lib/units/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: unitsWords[await currentLocale()].title };
}

export default async function UnitsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const filter = readUnitFilter(params);
  const rows = await load(listUnits, actor, filter);
  const words = unitsWords[locale];
  return (
    <>
      <PageHeader
        title={words.title}
        count={`${formatNumber(rows.length, locale)} ${words.unitCount}`}
        lead={
          filter.asOf ? `${words.lead}, ${words.day.toLowerCase()} ${formatDate(filter.asOf)}` : words.lead
        }
        actions={
          may(actor, "units.changes.list") && (
            <Button asChild>
              <Link href="/units/changes" prefetch={false}>
                {changeWords[locale].open}
              </Link>
            </Button>
          )
        }
      />
      <UnitFilters filter={filter} locale={locale} />
      <UnitTable rows={rows} asOf={filter.asOf} locale={locale} />
    </>
  );
}
