import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { RecognitionForm } from "@/components/security-models/recognition-form";
import { TextLink } from "@/components/ui/link";
import type { SearchParams } from "@/lib/core/context";
import { href } from "@/lib/core/href";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { recognitionSectionWords } from "@/lib/security-models/recognitions/messages";
import { newModelRecognition } from "@/lib/security-models/recognitions/queries";
import { readRecognitionPoint } from "@/lib/security-models/recognitions/schema";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: recognitionSectionWords[await currentLocale()].grant };
}

/** `point` = the point that is recognised; without it the model as a whole. */
export default async function NewRecognitionPage({ params, searchParams }: Props) {
  const [actor, locale, { id }] = [await requireActor(), await currentLocale(), await params];
  const pointId = readRecognitionPoint(await searchParams);
  const { model, point, levels } = await load(newModelRecognition, actor, { modelId: id, pointId });
  const words = recognitionSectionWords[locale];
  const list = href(`/security-models/${id}/recognitions`, { point: pointId });
  return (
    <>
      <PageHeader
        title={words.grant}
        lead={point ? `${point.site}, ${point.unitName} · ${model.name}` : model.name}
        back={<TextLink href={list}>{words.title}</TextLink>}
      />
      <RecognitionForm
        modelId={id}
        pointId={pointId}
        levels={levels}
        title={words.grant}
        cancelHref={list}
        locale={locale}
      />
    </>
  );
}
