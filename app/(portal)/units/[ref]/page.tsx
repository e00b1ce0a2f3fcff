import type { Metadata } from "next";
import { UnitView } from "@/components/units/unit-record";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { unitsWords } from "@/lib/units/messages";
import { getUnit } from "@/lib/units/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: unitsWords[await currentLocale()].title };
}

export default async function UnitPage({ params }: { params: Promise<{ ref: string }> }) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const unit = await load(getUnit, actor, { ref: decodeURIComponent((await params).ref) });
  return <UnitView unit={unit} locale={locale} />;
}
