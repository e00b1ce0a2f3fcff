import type { Metadata } from "next";
import { IndicatorList } from "@/components/security-models/indicator-list";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { indicatorWords } from "@/lib/security-models/indicators/messages";
import { listIndicators } from "@/lib/security-models/indicators/queries";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: indicatorWords[await currentLocale()].of };
}

export default async function IndicatorsPage({ params, searchParams }: Props) {
  const [actor, locale, { id }, query] = [
    await requireActor(),
    await currentLocale(),
    await params,
    await searchParams,
  ];
  const found = await load(listIndicators, actor, { modelId: id });
  return <IndicatorList found={found} saved={one(query.saved) === "1"} locale={locale} />;
}
