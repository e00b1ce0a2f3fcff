import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { TimeSlider } from "@/components/layout/time-slider";
import { RuralTabs } from "@/components/rural-standard/rural-tabs";
import { UrbanView } from "@/components/rural-standard/urban-list";
import { Button } from "@/components/ui/button";
import { FigureContext } from "@/components/units/figure-context";
import { readContext, type SearchParams } from "@/lib/core/context";
import { today } from "@/lib/core/days";
import { contextParams } from "@/lib/core/href";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { firstCurrentDay } from "@/lib/rural-standard/catalog";
import { urbanWords } from "@/lib/rural-standard/urban/messages";
import { listUrban } from "@/lib/rural-standard/urban/queries";
import { readUrbanState } from "@/lib/rural-standard/urban/schema";

const path = "/rural-standard/urban";

export async function generateMetadata(): Promise<Metadata> {
  return { title: urbanWords[await currentLocale()].title };
}

export default async function UrbanPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const context = readContext(params, actor.role);
  const state = readUrbanState(params);
  const found = await load(listUrban, actor, { context, state });
  const words = urbanWords[locale];
  return (
    <>
      <FigureContext
        {...{ context, path, locale }}
        asked={params}
        keep={{ state }}
        units={found.units}
        wholeCity={actor.unitId === null}
        show={{ unit: true, boundary: true, asOf: true }}
      />
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={
          found.may.recognize && (
            <Button asChild variant="primary">
              <Link href={`${path}/new`} prefetch={false}>
                {words.recognize}
              </Link>
            </Button>
          )
        }
      />
      <RuralTabs current="urban" keep={contextParams(context)} locale={locale} />
      <TimeSlider
        path={path}
        keep={contextParams(context, { asOf: undefined, state })}
        asOf={context.asOf}
        from={firstCurrentDay}
        to={today()}
        locale={locale}
      />
      <UrbanView {...{ found, state, context, path, locale }} />
    </>
  );
}
