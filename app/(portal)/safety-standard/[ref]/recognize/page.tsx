import type { Metadata } from "next";
import { WaitingPage } from "@/components/safety-standard/waiting-form";
import type { SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { recordWords } from "@/lib/safety-standard/records/messages";
import { listWaiting } from "@/lib/safety-standard/records/queries";
import { readYear } from "@/lib/safety-standard/schema";

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: recordWords[await currentLocale()].recognizeTitle };
}

export default async function RecognizePage({ params, searchParams }: Props) {
  const [actor, locale, search] = [await requireActor(), await currentLocale(), await searchParams];
  const year = readYear(search);
  const ref = (await params).ref.replace("%40", "@");
  const found = await load(listWaiting, actor, { ref, year, act: "recognize" });
  return <WaitingPage act="recognize" {...{ found, year, locale }} />;
}
