import type { Metadata } from "next";
import { SavedViews } from "@/components/saved-views/saved-views";
import { PointsList } from "@/components/security-models/points-list";
import { FigureContext } from "@/components/units/figure-context";
import { one, readContext, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { upToToday } from "@/lib/core/standings";
import { listWords } from "@/lib/security-models/points/list/messages";
import { listPoints } from "@/lib/security-models/points/list/queries";
import { pointParams, shownColumns, without } from "@/lib/security-models/points/list/rules";
import {
  readColumns,
  readPage,
  readPointFilter,
  unreadBounds,
} from "@/lib/security-models/points/list/schema";

const path = "/security-models/points";

export async function generateMetadata(): Promise<Metadata> {
  return { title: listWords[await currentLocale()].title };
}

export default async function PointsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const context = readContext(upToToday(params), actor.role);
  const asked = readPointFilter(params);
  const [columns, page] = [[...shownColumns(readColumns(params))], readPage(params)];
  const found = await load(listPoints, actor, { ...asked, context, columns, page });
  const choice = without(asked, found.ignored);
  const keep = pointParams(choice, columns);
  return (
    <>
      <FigureContext
        {...{ context, path, locale, keep }}
        asked={params}
        units={found.units}
        wholeCity={actor.unitId === null}
        show={{ unit: true, boundary: true, asOf: true }}
      />
      <PointsList
        {...{ found, choice, columns, context, page, locale }}
        unread={unreadBounds(params)}
        changed={one(params.changed)}
        saved={
          <SavedViews
            list="security-models.points"
            current={{ ...keep, unit: context.unit, boundary: context.boundary }}
            views={found.views}
            locale={locale}
          />
        }
      />
    </>
  );
}
