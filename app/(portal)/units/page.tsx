import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { TimeSlider } from "@/components/layout/time-slider";
import { Button } from "@/components/ui/button";
import { UnitFilters, UnitTabs } from "@/components/units/unit-filters";
import { UnitTable } from "@/components/units/unit-table";
import { may } from "@/lib/core/access";
import type { SearchParams } from "@/lib/core/context";
import { earlier, today } from "@/lib/core/days";
import { formatDate, formatNumber } from "@/lib/core/format";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { changeWords } from "@/lib/units/changes/messages";
import { unitsWords } from "@/lib/units/messages";
import { listUnits } from "@/lib/units/queries";
import { turningDays } from "@/lib/units/rules";
import { readUnitFilter } from "@/lib/units/schema";

const path = "/units";
/** Half a year of the units before the arrangement of 2025, as far back as they are of use here. */
const firstShown = "2025-01-01";

export async function generateMetadata(): Promise<Metadata> {
  return { title: unitsWords[await currentLocale()].title };
}

export default async function UnitsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const filter = readUnitFilter(params);
  const rows = await load(listUnits, actor, filter);
  const words = unitsWords[locale];
  const { asOf = today(), q, type } = filter;
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
      <UnitTabs asOf={filter.asOf} locale={locale} />
      <TimeSlider
        {...{ path, asOf, locale }}
        keep={{ q, type }}
        from={firstShown}
        to={earlier(asOf, today()) === asOf ? today() : asOf}
        marks={turningDays(rows).map((day) => ({ day, label: formatDate(day) }))}
      />
      <UnitFilters filter={filter} locale={locale} />
      <UnitTable rows={rows} filter={filter} locale={locale} />
    </>
  );
}
