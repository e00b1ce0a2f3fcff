import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { PointForm } from "@/components/security-models/point-form";
import { TextLink } from "@/components/ui/link";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { changePoint } from "@/lib/security-models/points/actions";
import { pointWords } from "@/lib/security-models/points/messages";
import { editPoint } from "@/lib/security-models/points/queries";
import { listUnitOptions } from "@/lib/units/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: pointWords[await currentLocale()].edit };
}

export default async function EditPointPage({ params }: { params: Promise<{ pointId: string }> }) {
  const [actor, locale, { pointId }] = [await requireActor(), await currentLocale(), await params];
  const { point, ...offered } = await load(editPoint, actor, { id: pointId });
  const words = pointWords[locale];
  const record = `/security-models/points/${pointId}`;
  return (
    <>
      <PageHeader
        title={words.edit}
        lead={words.lead(point.modelName, point.unitName)}
        back={<TextLink href={record}>{point.site}</TextLink>}
      />
      <PointForm
        action={changePoint}
        id={pointId}
        version={point.version}
        values={point}
        {...offered}
        units={await load(listUnitOptions, actor, {})}
        title={words.edit}
        submitLabel={words.saveEdit}
        cancelHref={record}
        locale={locale}
      />
    </>
  );
}
