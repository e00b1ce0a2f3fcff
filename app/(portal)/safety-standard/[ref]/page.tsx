import type { Metadata } from "next";
import { UnitYearView } from "@/components/safety-standard/unit-year";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { safetyWords } from "@/lib/safety-standard/messages";
import { readYear } from "@/lib/safety-standard/schema";
import { getUnitYear } from "@/lib/safety-standard/simulator/queries";
import { readWhatIf } from "@/lib/safety-standard/simulator/schema";

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: safetyWords[await currentLocale()].title };
}

export default async function UnitYearPage({ params, searchParams }: Props) {
  const [actor, locale, search] = [await requireActor(), await currentLocale(), await searchParams];
  const ref = (await params).ref.replace("%40", "@");
  const record = await load(getUnitYear, actor, { ref, year: readYear(search) });
  return (
    <UnitYearView
      record={record}
      whatIf={readWhatIf(search)}
      saved={one(search.saved) === "1"}
      locale={locale}
    />
  );
}
