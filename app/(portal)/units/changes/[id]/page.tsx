import type { Metadata } from "next";
import { ChangeRecord } from "@/components/units/changes/change-record";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { changeWords } from "@/lib/units/changes/messages";
import { getChange } from "@/lib/units/changes/queries";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: changeWords[await currentLocale()].title };
}

export default async function ChangePage({ params, searchParams }: Props) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const found = await load(getChange, actor, { id: (await params).id });
  return <ChangeRecord found={found} saved={one((await searchParams).saved) === "1"} locale={locale} />;
}
