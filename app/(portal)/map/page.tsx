import type { Metadata } from "next";
import { TimeSlider } from "@/components/layout/time-slider";
import { MapPage } from "@/components/statistics/map-page";
import { FigureContext } from "@/components/units/figure-context";
import { may } from "@/lib/core/access";
import { readContext, type SearchParams } from "@/lib/core/context";
import { today } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";
import { contextParams } from "@/lib/core/href";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { upToToday } from "@/lib/core/standings";
import { isOfPeriod } from "@/lib/statistics/map/catalog";
import { mapWords } from "@/lib/statistics/map/messages";
import { getMap } from "@/lib/statistics/map/queries";
import { mapParams, readMapView } from "@/lib/statistics/map/schema";

const path = "/map";
/** Standings before are of no use on a map: the slider would be all of them. */
const firstShown = "2021-01-01";

export async function generateMetadata(): Promise<Metadata> {
  return { title: mapWords[await currentLocale()].title };
}

export default async function FigureMapPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const { unit: _, ...context } = readContext(upToToday(params), actor.role);
  const view = readMapView(params);
  const found = await load(getMap, actor, { context, figure: view.figure });
  const keep = mapParams(view);
  const ofPeriod = isOfPeriod(view.figure);
  return (
    <>
      <FigureContext
        {...{ context, path, keep, locale }}
        asked={params}
        units={[]}
        wholeCity={actor.unitId === null}
        show={{ period: ofPeriod, boundary: true, asOf: true }}
      />
      {!ofPeriod && (
        <TimeSlider
          path={path}
          keep={contextParams(context, { ...keep, asOf: undefined })}
          asOf={context.asOf}
          from={firstShown}
          to={today()}
          marks={found.map.changes.map((day) => ({
            day,
            label: mapWords[locale].changeMark(formatDate(day)),
          }))}
          locale={locale}
        />
      )}
      <MapPage
        {...{ found, view, context, path, locale }}
        wholeCity={actor.unitId === null}
        ownUnit={actor.unitId}
        mayUpload={may(actor, "map.boundaries.list")}
      />
    </>
  );
}
