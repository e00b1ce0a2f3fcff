import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ThresholdsView } from "@/components/safety-standard/thresholds-view";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { thresholdWords } from "@/lib/safety-standard/thresholds/messages";
import { listThresholds } from "@/lib/safety-standard/thresholds/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: thresholdWords[await currentLocale()].title };
}

export default async function ThresholdsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const found = await load(listThresholds, actor, {});
  return (
    <ThresholdsView
      found={found}
      id={randomUUID()}
      saved={one((await searchParams).saved) === "1"}
      locale={locale}
    />
  );
}
