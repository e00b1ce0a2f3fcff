import type { Metadata } from "next";
import { ReadingPage } from "@/components/security-models/reading-page";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { readingWords } from "@/lib/security-models/readings/messages";
import { listReadings } from "@/lib/security-models/readings/queries";
import { readReadingsView } from "@/lib/security-models/readings/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: readingWords[await currentLocale()].title };
}

export default async function ReadingsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const view = readReadingsView(params);
  const done = one(params.done);
  return (
    <ReadingPage
      found={await load(listReadings, actor, view)}
      unit={view.unit}
      missing={view.missing}
      page={view.page}
      owner={actor.userId}
      wholeCity={actor.unitId === null}
      done={{ saved: one(params.saved), lock: done === "locked" || done === "unlocked" ? done : undefined }}
      locale={locale}
    />
  );
}
