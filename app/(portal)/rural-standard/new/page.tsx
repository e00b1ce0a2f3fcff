import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { RecognitionForm } from "@/components/rural-standard/recognition-form";
import { TextLink } from "@/components/ui/link";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { levels } from "@/lib/rural-standard/catalog";
import { ruralWords } from "@/lib/rural-standard/messages";
import { newRecognition } from "@/lib/rural-standard/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: ruralWords[await currentLocale()].recognizeTitle };
}

export default async function NewRecognitionPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const ref = one(params.unit);
  const { communes, chosen, sets } = await load(newRecognition, actor, { ref });
  const words = ruralWords[locale];
  const back = chosen && ref ? `/rural-standard/${ref}` : "/rural-standard";
  return (
    <>
      <PageHeader
        title={words.recognizeTitle}
        back={<TextLink href={back}>{chosen ? chosen.fullName : words.title}</TextLink>}
      />
      <RecognitionForm
        id={randomUUID()}
        communes={communes}
        sets={sets}
        unitId={chosen?.id}
        level={levels.find((level) => level === one(params.level))}
        cancelHref={back}
        locale={locale}
      />
    </>
  );
}
