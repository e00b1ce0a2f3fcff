import type { Metadata } from "next";
import { CommuneList } from "@/components/rural-standard/commune-list";
import { LadderPair } from "@/components/rural-standard/ladder-pair";
import { RuralHeader } from "@/components/rural-standard/rural-header";
import { FigureContext } from "@/components/units/figure-context";
import { one, readContext, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { ruralWords } from "@/lib/rural-standard/messages";
import { listCommunes } from "@/lib/rural-standard/queries";
import { readCommuneFilter, readLadderView } from "@/lib/rural-standard/schema";

const path = "/rural-standard";

export async function generateMetadata(): Promise<Metadata> {
  return { title: ruralWords[await currentLocale()].title };
}

export default async function RuralStandardPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const context = readContext(params, actor.role);
  const filter = readCommuneFilter(params);
  const found = await load(listCommunes, actor, { ...filter, context });
  const { base = "former", after: _, ...narrowed } = filter;
  const view = readLadderView(params);
  const keep = { ...narrowed, base: filter.base, view: view === "cumulative" ? undefined : view };
  return (
    <>
      <FigureContext
        {...{ context, path, keep, locale }}
        asked={params}
        units={found.units}
        wholeCity={actor.unitId === null}
        show={{ unit: true, boundary: true, asOf: true }}
      />
      <RuralHeader
        {...{ context, base, path, keep, locale }}
        mayRecognize={found.may.recognize}
        saved={one(params.saved) === "1"}
      />
      <LadderPair ladder={found.ladder} {...{ context, base, view, path, keep, locale }} />
      {found.ladder.base > 0 && (
        <CommuneList
          found={found}
          filter={filter}
          context={context}
          keep={{ view: keep.view }}
          path={path}
          locale={locale}
        />
      )}
    </>
  );
}
