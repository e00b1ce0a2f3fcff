import type { Metadata } from "next";
import { RadarPage } from "@/components/security-models/radar-page";
import { FigureContext } from "@/components/units/figure-context";
import { one, readContext, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { upToToday } from "@/lib/core/standings";
import { radarWords } from "@/lib/security-models/radar/messages";
import { listStale } from "@/lib/security-models/radar/queries";
import { readRadarFilter } from "@/lib/security-models/radar/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: radarWords[await currentLocale()].title };
}

export default async function ModelRadarPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const context = readContext(upToToday(params), actor.role);
  const choice = readRadarFilter(params);
  const { unitOptions, ...found } = await load(listStale, actor, { ...choice, context });
  const { page: _, ...keep } = choice;
  return (
    <>
      <FigureContext
        {...{ context, locale, keep }}
        asked={params}
        path="/security-models/radar"
        units={unitOptions}
        wholeCity={actor.unitId === null}
        show={{ unit: true, boundary: true, asOf: true }}
      />
      <RadarPage {...{ found, context, choice, locale }} saved={one(params.saved) === "1"} />
    </>
  );
}
