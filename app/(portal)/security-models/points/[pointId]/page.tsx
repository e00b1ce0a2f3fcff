import type { Metadata } from "next";
import { formWords } from "@/components/layout/words";
import { LinkedSessions } from "@/components/outreach-sessions/linked-sessions";
import { PointFiles } from "@/components/security-models/point-files";
import { PointView } from "@/components/security-models/point-record";
import { RecognitionSection } from "@/components/security-models/recognition-section";
import { readTold } from "@/lib/core/attachment-input";
import { one, readContext, type SearchParams } from "@/lib/core/context";
import { addMonths, today } from "@/lib/core/days";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { linkedSessions } from "@/lib/outreach-sessions/queries";
import { listPointFiles } from "@/lib/security-models/points/files/queries";
import { pointWords } from "@/lib/security-models/points/messages";
import { getPoint } from "@/lib/security-models/points/queries";
import { listRecognitions } from "@/lib/security-models/recognitions/queries";

type Props = { params: Promise<{ pointId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const locale = await currentLocale();
  const { title } = pointWords[locale];
  const failed = one((await searchParams).refused) !== undefined;
  return { title: failed ? `${formWords[locale].error}: ${title}` : title };
}

export default async function PointPage({ params, searchParams }: Props) {
  const [actor, locale, { pointId: id }, asked] = [
    await requireActor(),
    await currentLocale(),
    await params,
    await searchParams,
  ];
  const found = await load(getPoint, actor, { id });
  const attached = await load(listPointFiles, actor, { id });
  // A year before it began is when people were won over for it.
  const context = readContext(
    { from: addMonths(found.point.startedOn ?? today(), -12), to: today() },
    actor.role,
  );
  const { modelId } = found.point;
  const recognized = await load(listRecognitions, actor, { modelId, pointId: id, context });
  const linked = await load(linkedSessions, actor, { context, point: id });
  return (
    <PointView found={found} saved={one(asked.saved) === "1"} locale={locale}>
      <PointFiles pointId={id} attached={attached} told={readTold(asked)} locale={locale} />
      <LinkedSessions found={linked} of={{ point: id }} context={context} locale={locale} />
      <RecognitionSection
        rows={recognized.rows}
        asOf={today()}
        grantHref={
          recognized.may.grant ? `/security-models/${modelId}/recognitions/new?point=${id}` : undefined
        }
        allHref={`/security-models/${modelId}/recognitions?point=${id}`}
        locale={locale}
      />
    </PointView>
  );
}
