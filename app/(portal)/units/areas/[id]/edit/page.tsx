import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/link";
import { AreaForm } from "@/components/units/residential-areas/area-form";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { changeArea } from "@/lib/units/residential-areas/actions";
import { areaWords } from "@/lib/units/residential-areas/messages";
import { editArea } from "@/lib/units/residential-areas/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: areaWords[await currentLocale()].editTitle };
}

export default async function EditAreaPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const area = await load(editArea, actor, { id: (await params).id });
  const words = areaWords[locale];
  const record = `/units/areas/${area.id}`;
  return (
    <>
      <PageHeader
        title={words.editTitle}
        lead={area.unit.fullName}
        back={<TextLink href={record}>{area.name}</TextLink>}
      />
      <AreaForm
        action={changeArea}
        id={area.id}
        version={area.version}
        values={area}
        title={words.editTitle}
        submitLabel={words.saveEdit}
        cancelHref={record}
        locale={locale}
      />
    </>
  );
}
