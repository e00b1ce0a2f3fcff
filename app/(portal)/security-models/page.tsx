import type { Metadata } from "next";
import { SavedViews } from "@/components/saved-views/saved-views";
import { ModelFigures, pointsBehind } from "@/components/security-models/model-figures";
import { ModelFilters } from "@/components/security-models/model-filters";
import { ModelTable } from "@/components/security-models/model-table";
import { ModelsHeader } from "@/components/security-models/models-header";
import { RegistryViews } from "@/components/security-models/registry-views";
import { Notice } from "@/components/ui/alert";
import { FigureContext } from "@/components/units/figure-context";
import { one, readContext, type SearchParams } from "@/lib/core/context";
import { contextParams, href } from "@/lib/core/href";
import { load } from "@/lib/core/page";
import { pageSize } from "@/lib/core/paging";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { upToToday } from "@/lib/core/standings";
import { listViews } from "@/lib/saved-views/queries";
import { mergerWords } from "@/lib/security-models/mergers/messages";
import { modelWords } from "@/lib/security-models/messages";
import { listModels } from "@/lib/security-models/queries";
import { readModelFilter } from "@/lib/security-models/schema";

const path = "/security-models";

export async function generateMetadata(): Promise<Metadata> {
  return { title: modelWords[await currentLocale()].title };
}

export default async function ModelsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const context = readContext(upToToday(params), actor.role);
  const { page = 1, ...asked } = readModelFilter(params);
  const { rows, totals, may, ...found } = await load(listModels, actor, { ...asked, page, context });
  const choice = { ...asked, ...Object.fromEntries(found.ignored.map((name) => [name, undefined])) };
  const views = await load(listViews, actor, { list: "security-models" });
  const view = contextParams(context, choice);
  return (
    <>
      <FigureContext
        {...{ context, path, locale }}
        asked={params}
        units={found.units}
        wholeCity={actor.unitId === null}
        keep={choice}
        show={{ unit: true, boundary: true, asOf: true }}
      />
      {one(params.removed) === "1" && <Notice title={mergerWords[locale].removed} className="mb-6" />}
      <ModelsHeader found={totals.found} may={may} locale={locale} />
      <RegistryViews current="models" keep={contextParams(context)} locale={locale} />
      {choice.state !== "ended" && (
        <ModelFigures
          counts={totals}
          models={totals.models}
          asOf={context.asOf}
          boundary={context.boundary}
          href={href(path, { ...view, state: undefined })}
          pointsHref={pointsBehind(choice, context) ?? href(path, { ...view, state: undefined })}
          locale={locale}
        />
      )}
      <SavedViews
        list="security-models"
        current={{ ...choice, unit: context.unit, boundary: context.boundary }}
        {...{ views, locale }}
      />
      <ModelFilters
        choice={choice}
        context={context}
        fieldItems={found.fieldItems}
        forceItems={found.forceItems}
        ignored={found.ignored}
        path={path}
        locale={locale}
      />
      <ModelTable
        rows={rows}
        total={totals.found}
        fieldItems={found.fieldItems}
        rowHref={({ id }) => href(`${path}/${id}`, contextParams(context))}
        nextHref={
          page * pageSize < totals.found ? href(path, { ...view, page: String(page + 1) }) : undefined
        }
        firstHref={page > 1 ? href(path, view) : undefined}
        locale={locale}
      />
    </>
  );
}
