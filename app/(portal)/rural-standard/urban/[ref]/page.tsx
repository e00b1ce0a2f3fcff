import type { Metadata } from "next";
import { UrbanRecordView } from "@/components/rural-standard/urban-record";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { getDossier } from "@/lib/rural-standard/findings/queries";
import { readDossier } from "@/lib/rural-standard/findings/schema";
import { urbanWords } from "@/lib/rural-standard/urban/messages";
import { getUrban } from "@/lib/rural-standard/urban/queries";

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: urbanWords[await currentLocale()].title };
}

export default async function UrbanWardPage({ params, searchParams }: Props) {
  const [actor, locale, asked] = [await requireActor(), await currentLocale(), await searchParams];
  const ref = (await params).ref.replace("%40", "@");
  const ward = await load(getUrban, actor, { ref });
  const dossier = await load(getDossier, actor, { ref, ...readDossier(asked) });
  return <UrbanRecordView ward={ward} dossier={dossier} saved={one(asked.saved) === "1"} locale={locale} />;
}
