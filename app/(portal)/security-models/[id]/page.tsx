import type { Metadata } from "next";
import { ModelView } from "@/components/security-models/model-view";
import { FigureContext } from "@/components/units/figure-context";
import { one, readContext, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { modelWords } from "@/lib/security-models/messages";
import { getModel } from "@/lib/security-models/queries";
import { readModelView } from "@/lib/security-models/schema";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: modelWords[await currentLocale()].title };
}

export default async function ModelPage({ params, searchParams }: Props) {
  const [actor, locale, { id }, query] = [
    await requireActor(),
    await currentLocale(),
    await params,
    await searchParams,
  ];
  const context = readContext(query);
  const choice = readModelView(query);
  const found = await load(getModel, actor, { id, context, ...choice });
  return (
    <>
      <FigureContext
        {...{ context, locale }}
        path={`/security-models/${id}`}
        units={found.units}
        wholeCity={actor.unitId === null}
        keep={{ state: choice.state }}
        show={{ unit: true, boundary: true, asOf: true }}
      />
      <ModelView
        {...{ found, context, locale }}
        state={choice.state}
        page={choice.page}
        saved={one(query.saved) === "1"}
        own={actor.unitId !== null}
      />
    </>
  );
}
