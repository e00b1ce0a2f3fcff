import type { Metadata } from "next";
import { OneView } from "@/components/layout/one-view";
import { PageHeader } from "@/components/layout/page-header";
import { RegistryViews } from "@/components/security-models/registry-views";
import { UnitsWithoutModel } from "@/components/security-models/replication-gaps";
import { ModelsNotYetThere } from "@/components/security-models/replication-lacking";
import { Segments } from "@/components/ui/segments";
import { FigureContext } from "@/components/units/figure-context";
import { readContext, type SearchParams } from "@/lib/core/context";
import { contextParams, href } from "@/lib/core/href";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { upToToday } from "@/lib/core/standings";
import { listGaps } from "@/lib/security-models/replication/gaps/queries";
import { replicationWords } from "@/lib/security-models/replication/messages";
import { gapViews, readGapChoice } from "@/lib/security-models/replication/schema";

const path = "/security-models/replication";

export async function generateMetadata(): Promise<Metadata> {
  return { title: replicationWords[await currentLocale()].title };
}

export default async function ReplicationPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const [context, choice] = [readContext(upToToday(params), actor.role), readGapChoice(params)];
  const found = await load(listGaps, actor, { ...choice, context });
  const words = replicationWords[locale];
  const common = { choice, context, path, locale };
  return (
    <>
      <FigureContext
        {...{ context, path, locale }}
        asked={params}
        units={found.units}
        wholeCity={actor.unitId === null}
        keep={{ ...choice }}
        show={{ unit: found.view === "models" && actor.unitId === null, asOf: true }}
      />
      <PageHeader
        title={words.title}
        actions={
          <Segments
            label={words.view}
            segments={gapViews.map((value) => ({
              href: href(path, contextParams(context, { view: value })),
              label: words.gapViews[value],
              current: value === found.view,
            }))}
          />
        }
      />
      <RegistryViews current="replication" keep={contextParams(context)} locale={locale} />
      <OneView why="today" locale={locale} />
      {found.view === "units" ? (
        <UnitsWithoutModel {...common} found={found} own={actor.unitId !== null} />
      ) : (
        <ModelsNotYetThere {...common} found={found} />
      )}
    </>
  );
}
