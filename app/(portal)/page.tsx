import type { Metadata } from "next";
import { DashboardBody } from "@/components/statistics/dashboard";
import { TodoList } from "@/components/statistics/todo-list";
import { FigureContext } from "@/components/units/figure-context";
import { one, readContext, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { upToToday } from "@/lib/core/standings";
import { statisticsWords } from "@/lib/statistics/messages";
import { getOverview } from "@/lib/statistics/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: statisticsWords[await currentLocale()].title };
}

export default async function DashboardPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const context = readContext(upToToday(params), actor.role);
  const { unitOptions, lastSession, may, ...overview } = await load(getOverview, actor, context);
  const view = one(params.view) === "exclusive" ? "exclusive" : "cumulative";
  return (
    <>
      <FigureContext
        {...{ context, locale }}
        asked={params}
        path="/"
        units={unitOptions}
        wholeCity={actor.unitId === null}
        keep={{ view: one(params.view) }}
        show={{ unit: true, period: true, boundary: true, asOf: true }}
      />
      <TodoList may={may} lastSession={lastSession} locale={locale} />
      <DashboardBody overview={overview} context={context} view={view} locale={locale} />
    </>
  );
}
