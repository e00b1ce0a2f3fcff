import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { UrbanForm } from "@/components/rural-standard/urban-form";
import { TextLink } from "@/components/ui/link";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { urbanWords } from "@/lib/rural-standard/urban/messages";
import { newUrban } from "@/lib/rural-standard/urban/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: urbanWords[await currentLocale()].recognizeTitle };
}

export default async function NewUrbanPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const ref = one(params.unit);
  const { wards, chosen, sets } = await load(newUrban, actor, { ref });
  const words = urbanWords[locale];
  const back = chosen && ref ? `/rural-standard/urban/${ref}` : "/rural-standard/urban";
  return (
    <>
      <PageHeader
        title={words.recognizeTitle}
        back={<TextLink href={back}>{chosen ? chosen.fullName : words.title}</TextLink>}
      />
      <UrbanForm
        id={randomUUID()}
        wards={wards}
        sets={sets}
        unitId={chosen?.id}
        cancelHref={back}
        locale={locale}
      />
    </>
  );
}
