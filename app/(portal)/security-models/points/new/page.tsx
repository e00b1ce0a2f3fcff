import type { Metadata } from "next";
import { NewPoint } from "@/components/security-models/new-point";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { pointWords } from "@/lib/security-models/points/messages";
import { newPoint } from "@/lib/security-models/points/queries";
import { listUnitOptions } from "@/lib/units/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: pointWords[await currentLocale()].create };
}

export default async function NewPointPage() {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  return (
    <NewPoint
      {...(await load(newPoint, actor, {}))}
      locale={locale}
      units={await load(listUnitOptions, actor, {})}
      unitId={actor.unitId}
      back="/security-models"
    />
  );
}
