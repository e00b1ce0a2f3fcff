import type { Metadata } from "next";
import { CriteriaView } from "@/components/rural-standard/criteria-page";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { criteriaPageWords } from "@/lib/rural-standard/criteria/messages";
import { getCriteria } from "@/lib/rural-standard/criteria/queries";
import { readSet } from "@/lib/rural-standard/criteria/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: criteriaPageWords[await currentLocale()].title };
}

export default async function CriteriaPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const found = await load(getCriteria, actor, { set: readSet(params) });
  return <CriteriaView found={found} saved={one(params.saved) === "1"} locale={locale} />;
}
