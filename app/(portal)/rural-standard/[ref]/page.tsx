import type { Metadata } from "next";
import { CommuneView } from "@/components/rural-standard/commune-record";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { ruralWords } from "@/lib/rural-standard/messages";
import { getCommune } from "@/lib/rural-standard/queries";

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: ruralWords[await currentLocale()].title };
}

export default async function CommunePage({ params, searchParams }: Props) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const commune = await load(getCommune, actor, { ref: (await params).ref.replace("%40", "@") });
  return <CommuneView commune={commune} saved={one((await searchParams).saved) === "1"} locale={locale} />;
}
