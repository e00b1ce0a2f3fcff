import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { CalendarView } from "@/components/outreach-sessions/calendar-view";
import { SessionViews } from "@/components/outreach-sessions/session-views";
import { Button } from "@/components/ui/button";
import { FigureContext } from "@/components/units/figure-context";
import { one, readContext, type SearchParams } from "@/lib/core/context";
import { isKnownDay, today } from "@/lib/core/days";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { upToToday } from "@/lib/core/standings";
import { planWords } from "@/lib/outreach-sessions/plans/messages";
import { listCalendar } from "@/lib/outreach-sessions/plans/queries";
import { readMonth } from "@/lib/outreach-sessions/plans/rules";

export async function generateMetadata(): Promise<Metadata> {
  return { title: planWords[await currentLocale()].calendar };
}

export default async function CalendarPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const month = readMonth(one(params.month), today());
  const asked = one(params.day);
  const day = asked !== undefined && isKnownDay(asked) ? asked : undefined;
  const context = readContext({ ...upToToday(params), period: month }, actor.role);
  const view = { unit: context.unit, boundary: context.boundary };
  const found = await load(listCalendar, actor, { ...view, month, day });
  const words = planWords[locale];
  return (
    <>
      <FigureContext
        {...{ context, locale }}
        path="/outreach-sessions/calendar"
        units={found.units}
        wholeCity={actor.unitId === null}
        keep={{ month, period: undefined, asOf: undefined }}
        show={{ unit: true, boundary: true }}
      />
      <PageHeader
        title={words.calendar}
        actions={
          found.may.plan && (
            <Button asChild variant="primary">
              <Link href="/outreach-sessions/plans/new" prefetch={false}>
                {words.plan}
              </Link>
            </Button>
          )
        }
      />
      <SessionViews current="calendar" keep={view} locale={locale} />
      <CalendarView
        {...{ month, day, found, view, locale }}
        several={actor.unitId === null && context.unit === undefined}
      />
    </>
  );
}
