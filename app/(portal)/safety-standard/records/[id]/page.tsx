import type { Metadata } from "next";
import { RecordView } from "@/components/safety-standard/record-view";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { recordWords } from "@/lib/safety-standard/records/messages";
import { getRecord } from "@/lib/safety-standard/records/queries";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: recordWords[await currentLocale()].facts };
}

export default async function RecordPage({ params, searchParams }: Props) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const record = await load(getRecord, actor, { id: (await params).id });
  return <RecordView record={record} saved={one((await searchParams).saved) === "1"} locale={locale} />;
}
