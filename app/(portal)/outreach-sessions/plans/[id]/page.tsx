import type { Metadata } from "next";
import { PlanView } from "@/components/outreach-sessions/plan-record";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { planWords } from "@/lib/outreach-sessions/plans/messages";
import { getPlan } from "@/lib/outreach-sessions/plans/queries";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: planWords[await currentLocale()].title };
}

export default async function PlanPage({ params, searchParams }: Props) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const found = await load(getPlan, actor, { id: (await params).id });
  return <PlanView {...found} saved={one((await searchParams).saved) === "1"} locale={locale} />;
}
