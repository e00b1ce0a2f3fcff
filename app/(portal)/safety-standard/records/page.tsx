import type { Metadata } from "next";
import { RecordsList } from "@/components/safety-standard/records-list";
import { YearContext } from "@/components/safety-standard/year-context";
import type { SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { recordWords } from "@/lib/safety-standard/records/messages";
import { listRecords } from "@/lib/safety-standard/records/queries";
import { readRecordFilter } from "@/lib/safety-standard/records/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: recordWords[await currentLocale()].list };
}

export default async function RecordsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const filter = readRecordFilter(params, actor.role);
  const found = await load(listRecords, actor, filter);
  const { kind, standing, q } = filter;
  return (
    <>
      <YearContext
        path="/safety-standard/records"
        view={filter}
        units={found.units}
        wholeCity={actor.unitId === null}
        keep={{ kind, standing, q }}
        locale={locale}
      />
      <RecordsList found={found} filter={filter} locale={locale} />
    </>
  );
}
