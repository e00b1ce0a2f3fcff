import type { Metadata } from "next";
import { StepPage } from "@/components/security-models/step-form";
import type { SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { pointWords } from "@/lib/security-models/points/messages";
import { stepVerbs } from "@/lib/security-models/steps/messages";
import { stepPage } from "@/lib/security-models/steps/page/queries";
import { readStepStart, stepKind } from "@/lib/security-models/steps/schema";

type Props = { params: Promise<{ pointId: string; kind: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, kind] = [await currentLocale(), stepKind.safeParse((await params).kind).data];
  return { title: kind ? stepVerbs[locale][kind] : pointWords[locale].title };
}

/** A link may fill in the day, papers, the reason and the point it goes into: `?reason=…&happenedOn=…&minutes=…&intoId=…`. */
export default async function PointStepPage({ params, searchParams }: Props) {
  const [actor, locale, { pointId, kind }] = [await requireActor(), await currentLocale(), await params];
  const found = await load(stepPage, actor, { id: pointId, kind: kind as never });
  return <StepPage {...found} start={readStepStart(await searchParams)} locale={locale} />;
}
