import type { Metadata } from "next";
import { NewPoint } from "@/components/security-models/new-point";
import type { SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { pointWords } from "@/lib/security-models/points/messages";
import { newPoint } from "@/lib/security-models/points/queries";
import { readPointStart } from "@/lib/security-models/points/schema";
import { listUnitOptions } from "@/lib/units/queries";
import { isDissolved } from "@/lib/units/rules";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: pointWords[await currentLocale()].create };
}

/** `from` = the point it is copied from, `unit` = the code of the unit it is proposed for. */
export default async function NewPointOfModelPage({ params, searchParams }: Props) {
  const [actor, locale, { id }] = [await requireActor(), await currentLocale(), await params];
  const { from, unit } = readPointStart(await searchParams);
  const units = await load(listUnitOptions, actor, {});
  const chosen = units.find((option) => option.code === unit && !isDissolved(option));
  return (
    <NewPoint
      {...(await load(newPoint, actor, { modelId: id, from }))}
      modelId={id}
      units={units}
      unitId={chosen?.id ?? actor.unitId}
      locale={locale}
      back={`/security-models/${id}`}
    />
  );
}
