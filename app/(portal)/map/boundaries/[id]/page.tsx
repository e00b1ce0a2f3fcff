import type { Metadata } from "next";
import { BoundarySetPage } from "@/components/units/boundary-set";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { boundaryWords } from "@/lib/units/map/boundaries/messages";
import { getBoundarySet } from "@/lib/units/map/boundaries/queries";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: boundaryWords[await currentLocale()].title };
}

export default async function BoundarySetRecordPage({ params, searchParams }: Props) {
  const [actor, locale, { id }] = [await requireActor(), await currentLocale(), await params];
  const found = await load(getBoundarySet, actor, { id });
  return (
    <BoundarySetPage found={found} isNew={one((await searchParams).done) === "uploaded"} locale={locale} />
  );
}
