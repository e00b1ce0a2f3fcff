import type { Metadata } from "next";
import { IndicatorPoints } from "@/components/security-models/indicator-points";
import { FigureContext } from "@/components/units/figure-context";
import { readContext, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { upToToday } from "@/lib/core/standings";
import { indicatorWords } from "@/lib/security-models/indicators/messages";
import { listIndicatorPoints } from "@/lib/security-models/indicators/rows/queries";
import { readFigurePage } from "@/lib/security-models/indicators/schema";

type Props = { params: Promise<{ id: string; indicatorId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: indicatorWords[await currentLocale()].title };
}

export default async function IndicatorPage({ params, searchParams }: Props) {
  const [actor, locale, { id, indicatorId }] = [await requireActor(), await currentLocale(), await params];
  const asked = await searchParams;
  const [context, page] = [readContext(upToToday(asked), actor.role), readFigurePage(asked)];
  const found = await load(listIndicatorPoints, actor, { modelId: id, id: indicatorId, context, page });
  const stands = found.indicator.overTime === "last";
  return (
    <>
      <FigureContext
        {...{ context, asked, locale }}
        path={`/security-models/${id}/indicators/${indicatorId}`}
        units={found.units}
        wholeCity={actor.unitId === null}
        show={{ unit: true, boundary: true, asOf: stands, period: !stands }}
      />
      <IndicatorPoints {...{ found, context, page, locale }} />
    </>
  );
}
