import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { formWords } from "@/components/layout/words";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { BoundarySets } from "@/components/units/boundary-sets";
import { BoundaryUpload } from "@/components/units/boundary-upload";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { boundaryWords } from "@/lib/units/map/boundaries/messages";
import { listBoundarySets } from "@/lib/units/map/boundaries/queries";

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const locale = await currentLocale();
  const { title } = boundaryWords[locale];
  return { title: one((await searchParams).refused) ? `${formWords[locale].error}: ${title}` : title };
}

export default async function BoundariesPage({ searchParams }: Props) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const sets = await load(listBoundarySets, actor, {});
  const words = boundaryWords[locale];
  const done = one(params.done);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        back={<TextLink href="/map">{words.back}</TextLink>}
      />
      <div className="space-y-10">
        {(done === "activated" || done === "retired") && <Notice title={words[done]} />}
        <BoundarySets sets={sets} locale={locale} />
        <BoundaryUpload formId={randomUUID()} params={params} locale={locale} />
      </div>
    </>
  );
}
