import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { TotalsPage } from "@/components/outreach-sessions/totals-page";
import { FigureContext } from "@/components/units/figure-context";
import { one, readContext, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { upToToday } from "@/lib/core/standings";
import { totalsWords } from "@/lib/outreach-sessions/totals/messages";
import { getTotals } from "@/lib/outreach-sessions/totals/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: totalsWords[await currentLocale()].title };
}

export default async function OutreachTotalsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const context = readContext(upToToday(params), actor.role);
  const { unitOptions, ...totals } = await load(getTotals, actor, context);
  return (
    <>
      <FigureContext
        {...{ context, locale }}
        asked={params}
        path="/outreach-sessions/totals"
        units={unitOptions}
        wholeCity={actor.unitId === null}
        show={{ unit: true, period: true, boundary: true }}
      />
      <TotalsPage {...{ totals, context, locale }} done={one(params.done)} formId={randomUUID()} />
    </>
  );
}
