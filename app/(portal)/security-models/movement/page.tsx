import type { Metadata } from "next";
import { MovementPage } from "@/components/security-models/movement-page";
import { FigureContext } from "@/components/units/figure-context";
import { readContext, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { upToToday } from "@/lib/core/standings";
import { movementWords } from "@/lib/security-models/movement/messages";
import { getMovement } from "@/lib/security-models/movement/queries";
import { readMovementView } from "@/lib/security-models/movement/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: movementWords[await currentLocale()].title };
}

export default async function ModelMovementPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const context = readContext(upToToday(params), actor.role);
  const view = readMovementView(params);
  const { unitOptions, ...found } = await load(getMovement, actor, context);
  return (
    <>
      <FigureContext
        {...{ context, locale }}
        asked={params}
        path="/security-models/movement"
        units={unitOptions}
        wholeCity={actor.unitId === null}
        keep={view}
        show={{ unit: true, period: true, boundary: true }}
      />
      <MovementPage {...found} {...{ context, view, locale }} />
    </>
  );
}
