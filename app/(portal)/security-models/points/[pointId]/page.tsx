import type { Metadata } from "next";
import { PointView } from "@/components/security-models/point-record";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { pointWords } from "@/lib/security-models/points/messages";
import { getPoint } from "@/lib/security-models/points/queries";

type Props = { params: Promise<{ pointId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: pointWords[await currentLocale()].title };
}

export default async function PointPage({ params, searchParams }: Props) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const found = await load(getPoint, actor, { id: (await params).pointId });
  return <PointView found={found} saved={one((await searchParams).saved) === "1"} locale={locale} />;
}
