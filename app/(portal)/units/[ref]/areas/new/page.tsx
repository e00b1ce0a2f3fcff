import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/link";
import { AreaForm } from "@/components/units/residential-areas/area-form";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { addArea } from "@/lib/units/residential-areas/actions";
import { areaWords } from "@/lib/units/residential-areas/messages";
import { newArea } from "@/lib/units/residential-areas/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: areaWords[await currentLocale()].addTitle };
}

export default async function NewAreaPage({ params }: { params: Promise<{ ref: string }> }) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const unit = await load(newArea, actor, { ref: decodeURIComponent((await params).ref) });
  const words = areaWords[locale];
  const list = `/units/${unit.ref}/areas`;
  return (
    <>
      <PageHeader
        title={words.addTitle}
        lead={unit.fullName}
        back={<TextLink href={list}>{words.back}</TextLink>}
      />
      <AreaForm
        action={addArea}
        id={randomUUID()}
        unit={unit}
        title={words.addTitle}
        submitLabel={words.saveNew}
        cancelHref={list}
        locale={locale}
      />
    </>
  );
}
