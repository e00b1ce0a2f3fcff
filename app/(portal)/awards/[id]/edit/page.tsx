import type { Metadata } from "next";
import { AwardForm } from "@/components/awards/award-form";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/link";
import { changeAward } from "@/lib/awards/actions";
import { awardsWords } from "@/lib/awards/messages";
import { editAward } from "@/lib/awards/queries";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { listUnitOptions } from "@/lib/units/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: awardsWords[await currentLocale()].edit };
}

export default async function EditAwardPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const { award, issuers, models } = await load(editAward, actor, { id: (await params).id });
  const words = awardsWords[locale];
  const record = `/awards/${award.id}`;
  return (
    <>
      <PageHeader
        title={words.edit}
        lead={award.recipientName}
        back={<TextLink href={record}>{words.back}</TextLink>}
      />
      <AwardForm
        action={changeAward}
        id={award.id}
        version={award.version}
        values={award}
        units={await load(listUnitOptions, actor, {})}
        issuers={issuers}
        models={models}
        title={words.edit}
        submitLabel={words.saveEdit}
        cancelHref={record}
        locale={locale}
      />
    </>
  );
}
