import type { Metadata } from "next";
import { MovementRowsPage } from "@/components/security-models/movement-rows";
import { FigureContext } from "@/components/units/figure-context";
import { readContext, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { upToToday } from "@/lib/core/standings";
import { movementWords } from "@/lib/security-models/movement/messages";
import { listMovement } from "@/lib/security-models/movement/queries";
import { readMovementRows } from "@/lib/security-models/movement/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: movementWords[await currentLocale()].title };
}

export default async function MovementCellPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const context = readContext(upToToday(params), actor.role);
  const cell = readMovementRows(params);
  const { unitOptions, ...found } = await load(listMovement, actor, { ...cell, context });
  const { page: _, ...keep } = cell;
  return (
    <>
      <FigureContext
        {...{ context, locale, keep }}
        asked={params}
        path="/security-models/movement/rows"
        units={unitOptions}
        wholeCity={actor.unitId === null}
        show={{ unit: true, period: true, boundary: true }}
      />
      <MovementRowsPage {...found} {...{ cell, context, locale }} />
    </>
  );
}
