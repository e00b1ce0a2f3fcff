import type { Metadata } from "next";
import { TimeSlider } from "@/components/layout/time-slider";
import { FigureContext } from "@/components/units/figure-context";
import { AreaList, AreasHeader } from "@/components/units/residential-areas/area-list";
import { readContext, type SearchParams } from "@/lib/core/context";
import { addMonths, today } from "@/lib/core/days";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { areaWords } from "@/lib/units/residential-areas/messages";
import { listAreas } from "@/lib/units/residential-areas/queries";
import { readAreaFilter } from "@/lib/units/residential-areas/schema";

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: areaWords[await currentLocale()].title };
}

export default async function AreasPage({ params, searchParams }: Props) {
  const [actor, locale, search] = [await requireActor(), await currentLocale(), await searchParams];
  const ref = decodeURIComponent((await params).ref);
  const context = { ...readContext(search, actor.role), unit: undefined };
  const filter = readAreaFilter(search);
  const found = await load(listAreas, actor, { ref, context, ...filter });
  const path = `/units/${found.unit.ref}/areas`;
  const keep = { q: filter.q, state: filter.state === "current" ? undefined : filter.state };
  return (
    <>
      <FigureContext
        {...{ context, path, keep, locale }}
        asked={search}
        units={[]}
        wholeCity={false}
        show={{ boundary: true, asOf: true }}
      />
      <AreasHeader found={found} locale={locale} />
      <TimeSlider
        path={path}
        keep={{ ...keep, boundary: context.boundary }}
        asOf={context.asOf}
        from={addMonths(today(), -24)}
        to={today()}
        marks={found.changes.map((day) => ({ day, label: areaWords[locale].merger }))}
        locale={locale}
      />
      <AreaList {...{ found, filter, context, locale }} />
    </>
  );
}
