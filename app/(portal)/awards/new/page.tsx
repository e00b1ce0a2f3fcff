import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { AwardForm } from "@/components/awards/award-form";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/link";
import { recordAward } from "@/lib/awards/actions";
import { awardsWords } from "@/lib/awards/messages";
import { newAward } from "@/lib/awards/queries";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { listUnitOptions } from "@/lib/units/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: awardsWords[await currentLocale()].record };
}

export default async function NewAwardPage() {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const { last, issuers, models } = await load(newAward, actor, {});
  const words = awardsWords[locale];
  return (
    <>
      <PageHeader
        title={words.record}
        lead={last && words.prefilled}
        back={<TextLink href="/awards">{words.title}</TextLink>}
      />
      <AwardForm
        action={recordAward}
        id={randomUUID()}
        values={{ ...last }}
        units={await load(listUnitOptions, actor, {})}
        issuers={issuers}
        models={models}
        title={words.record}
        submitLabel={words.save}
        cancelHref="/awards"
        locale={locale}
      />
    </>
  );
}
