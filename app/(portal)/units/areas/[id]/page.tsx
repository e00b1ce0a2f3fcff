import type { Metadata } from "next";
import { AreaView } from "@/components/units/residential-areas/area-record";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { areaWords } from "@/lib/units/residential-areas/messages";
import { getArea } from "@/lib/units/residential-areas/queries";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: areaWords[await currentLocale()].title };
}

export default async function AreaPage({ params, searchParams }: Props) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const area = await load(getArea, actor, { id: (await params).id });
  return <AreaView area={area} saved={one((await searchParams).saved) === "1"} locale={locale} />;
}
