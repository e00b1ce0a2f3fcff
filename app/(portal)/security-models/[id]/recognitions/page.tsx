import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { RecognitionSection } from "@/components/security-models/recognition-section";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { one, readContext, type SearchParams } from "@/lib/core/context";
import { href } from "@/lib/core/href";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { upToToday } from "@/lib/core/standings";
import { recognitionSectionWords } from "@/lib/security-models/recognitions/messages";
import { listRecognitions } from "@/lib/security-models/recognitions/queries";
import { readRecognitionPoint } from "@/lib/security-models/recognitions/schema";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: recognitionSectionWords[await currentLocale()].title };
}

/** All recognitions of a model, or with `?point=` of one of its points. */
export default async function RecognitionsPage({ params, searchParams }: Props) {
  const [actor, locale, { id }, query] = [
    await requireActor(),
    await currentLocale(),
    await params,
    await searchParams,
  ];
  const [context, pointId] = [readContext(upToToday(query), actor.role), readRecognitionPoint(query)];
  const { model, point, rows, may } = await load(listRecognitions, actor, { modelId: id, pointId, context });
  const words = recognitionSectionWords[locale];
  const path = `/security-models/${id}`;
  return (
    <>
      <PageHeader
        title={point ? words.titleOfPoint : words.title}
        lead={point ? `${point.unitName} · ${model.name}` : undefined}
        back={
          <TextLink href={point ? `/security-models/points/${point.id}` : path}>
            {point?.site ?? model.name}
          </TextLink>
        }
      />
      {one(query.saved) === "1" && <Notice title={words.saved} className="mb-6" />}
      <RecognitionSection
        title={words.recorded}
        rows={rows}
        asOf={context.asOf}
        grantHref={may.grant ? href(`${path}/recognitions/new`, { point: pointId }) : undefined}
        mayRevoke={may.revoke}
        locale={locale}
      />
    </>
  );
}
