import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/link";
import { AreaImport } from "@/components/units/residential-areas/area-import";
import { one, type SearchParams } from "@/lib/core/context";
import { today } from "@/lib/core/days";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { unitsWords } from "@/lib/units/messages";
import { areaWords } from "@/lib/units/residential-areas/messages";
import { newAreaList } from "@/lib/units/residential-areas/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: areaWords[await currentLocale()].importTitle };
}

export default async function ImportAreasPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const { units, unit } = await load(newAreaList, actor, { ref: one(params.unit) });
  const words = areaWords[locale];
  const list = unit ? `/units/${unit.ref}/areas` : "/units";
  return (
    <>
      <PageHeader
        title={words.importTitle}
        lead={words.importLead}
        back={
          <TextLink href={list}>
            {unit ? `${words.title}, ${unit.fullName}` : unitsWords[locale].title}
          </TextLink>
        }
      />
      <AreaImport units={units} unitId={unit?.id} listHref={list} day={today()} locale={locale} />
    </>
  );
}
