import type { Metadata } from "next";
import { SafetyOverview } from "@/components/safety-standard/overview";
import { YearContext } from "@/components/safety-standard/year-context";
import type { SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { safetyWords } from "@/lib/safety-standard/messages";
import { getSafetyOverview } from "@/lib/safety-standard/queries";
import { readOverviewFilter } from "@/lib/safety-standard/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: safetyWords[await currentLocale()].title };
}

export default async function SafetyPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const filter = readOverviewFilter(params, actor.role);
  const found = await load(getSafetyOverview, actor, filter);
  return (
    <>
      <YearContext
        path="/safety-standard"
        view={filter}
        keep={{ q: filter.q, verdict: filter.verdict }}
        units={found.units}
        wholeCity={actor.unitId === null}
        locale={locale}
      />
      <SafetyOverview found={found} filter={filter} ownUnit={actor.unitCode} locale={locale} />
    </>
  );
}
