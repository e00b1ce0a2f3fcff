import type { Metadata } from "next";
import { AwardFilters } from "@/components/awards/award-filters";
import { AwardTable } from "@/components/awards/award-table";
import { AwardTotalsRow } from "@/components/awards/award-totals";
import { AwardsHeader } from "@/components/awards/awards-header";
import { FigureContext } from "@/components/units/figure-context";
import { awardsWords } from "@/lib/awards/messages";
import { listAwards } from "@/lib/awards/queries";
import { readAwardFilter } from "@/lib/awards/schema";
import { readContext, type SearchParams } from "@/lib/core/context";
import { contextParams, href } from "@/lib/core/href";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { upToToday } from "@/lib/core/standings";

const path = "/awards";

export async function generateMetadata(): Promise<Metadata> {
  return { title: awardsWords[await currentLocale()].title };
}

export default async function AwardsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const context = readContext(upToToday(params), actor.role);
  const filter = readAwardFilter(params);
  const found = await load(listAwards, actor, { ...filter, context });
  const { after: _, ...kept } = filter;
  const view = contextParams(context, kept);
  return (
    <>
      <FigureContext
        {...{ context, path, locale }}
        asked={params}
        units={found.units}
        wholeCity={actor.unitId === null}
        keep={kept}
        show={{ unit: true, period: true, boundary: true }}
      />
      <AwardsHeader locale={locale} mayCreate={found.may.create} />
      <AwardTotalsRow totals={found.totals} context={context} filter={kept} locale={locale} />
      <AwardFilters {...{ filter, context, path, locale }} models={found.models} />
      <AwardTable
        rows={found.rows}
        total={found.total}
        nextHref={found.next && href(path, { ...view, after: found.next })}
        firstHref={filter.after && href(path, view)}
        mayCreate={found.may.create}
        locale={locale}
      />
    </>
  );
}
