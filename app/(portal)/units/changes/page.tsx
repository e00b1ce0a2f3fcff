import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { ChangeList } from "@/components/units/changes/change-list";
import type { SearchParams } from "@/lib/core/context";
import { formatNumber } from "@/lib/core/format";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { changeWords } from "@/lib/units/changes/messages";
import { listChanges } from "@/lib/units/changes/queries";
import { readChangesChoice } from "@/lib/units/changes/schema";
import { unitsWords } from "@/lib/units/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: changeWords[await currentLocale()].title };
}

export default async function ChangesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const choice = readChangesChoice(await searchParams);
  const { changes, total, next, may } = await load(listChanges, actor, choice);
  const words = changeWords[locale];
  const make = may.make && (
    <Button asChild variant="primary">
      <Link href="/units/changes/new" prefetch={false}>
        {words.make}
      </Link>
    </Button>
  );
  return (
    <>
      <PageHeader
        title={words.title}
        count={`${formatNumber(total, locale)} ${words.listCount}`}
        lead={words.lead}
        back={<TextLink href="/units">{unitsWords[locale].title}</TextLink>}
        actions={make}
      />
      <ChangeList {...{ changes, total, next, choice, locale }} action={make} />
    </>
  );
}
