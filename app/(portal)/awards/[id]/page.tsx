import type { Metadata } from "next";
import { AwardView } from "@/components/awards/award-record";
import { awardsWords } from "@/lib/awards/messages";
import { getAward } from "@/lib/awards/queries";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: awardsWords[await currentLocale()].title };
}

export default async function AwardPage({ params, searchParams }: Props) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const award = await load(getAward, actor, { id: (await params).id });
  return <AwardView award={award} saved={one((await searchParams).saved) === "1"} locale={locale} />;
}
