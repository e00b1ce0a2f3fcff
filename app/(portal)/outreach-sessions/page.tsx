import type { Metadata } from "next";
import { SessionFilters } from "@/components/outreach-sessions/session-filters";
import { SessionTable } from "@/components/outreach-sessions/session-table";
import { SessionTotalsRow } from "@/components/outreach-sessions/session-totals";
import { SessionsHeader } from "@/components/outreach-sessions/sessions-header";
import { FigureContext } from "@/components/units/figure-context";
import { one, readContext, type SearchParams } from "@/lib/core/context";
import { contextParams, href } from "@/lib/core/href";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { upToToday } from "@/lib/core/standings";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import { listSessions } from "@/lib/outreach-sessions/queries";
import { readSessionFilter } from "@/lib/outreach-sessions/schema";

const path = "/outreach-sessions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: outreachWords[await currentLocale()].title };
}

export default async function SessionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const context = readContext(upToToday(params), actor.role);
  const filter = readSessionFilter(params);
  const found = await load(listSessions, actor, { ...filter, context });
  const { cursor: _, ...kept } = filter;
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
      <SessionsHeader
        locale={locale}
        mayCreate={found.may.create}
        removed={one(params.removed) === "1"}
        keep={context}
      />
      <SessionTotalsRow
        totals={found.totals}
        joint={found.joint}
        broadcasts={found.broadcasts}
        guided={found.guided}
        context={context}
        filter={kept}
        locale={locale}
      />
      <SessionFilters {...{ filter, context, path, locale }} lists={found.lists} linked={found.linked} />
      <SessionTable
        rows={found.rows}
        topics={found.lists.topic}
        nextHref={found.next && href(path, { ...view, cursor: found.next })}
        firstHref={filter.cursor && href(path, view)}
        mayCreate={found.may.create}
        locale={locale}
      />
    </>
  );
}
