import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EditIndicator } from "@/components/security-models/indicator-edit";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { indicatorWords } from "@/lib/security-models/indicators/messages";
import { editIndicator } from "@/lib/security-models/indicators/queries";

type Props = { params: Promise<{ id: string; indicatorId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: indicatorWords[await currentLocale()].edit };
}

export default async function EditIndicatorPage({ params }: Props) {
  const [actor, locale, { id, indicatorId }] = [await requireActor(), await currentLocale(), await params];
  const found = await load(editIndicator, actor, { modelId: id, id: indicatorId });
  if (found.indicator.retiredOn) notFound();
  return <EditIndicator found={found} locale={locale} />;
}
