import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/link";
import { ChangeForm } from "@/components/units/changes/change-form";
import { ChangeKinds } from "@/components/units/changes/change-kinds";
import type { SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { changeKindWords, changeWords } from "@/lib/units/changes/messages";
import { newChange } from "@/lib/units/changes/queries";
import { readKind } from "@/lib/units/changes/schema";

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [locale, kind] = [await currentLocale(), readKind(await searchParams)];
  return { title: kind ? changeKindWords[locale][kind] : changeWords[locale].chooseKind };
}

export default async function NewChangePage({ searchParams }: Props) {
  const [actor, locale, kind] = [await requireActor(), await currentLocale(), readKind(await searchParams)];
  const units = await load(newChange, actor, {});
  const words = changeWords[locale];
  return (
    <>
      <PageHeader
        title={kind ? changeKindWords[locale][kind] : words.chooseKind}
        lead={kind && words.kindHints[kind]}
        back={
          <TextLink href={kind ? "/units/changes/new" : "/units/changes"}>
            {kind ? words.chooseKind : words.title}
          </TextLink>
        }
      />
      {kind ? (
        <ChangeForm id={randomUUID()} kind={kind} units={units} locale={locale} />
      ) : (
        <ChangeKinds locale={locale} />
      )}
    </>
  );
}
