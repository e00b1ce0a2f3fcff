import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { FactForm } from "@/components/units/fact-form";
import { FactList } from "@/components/units/fact-list";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { profileWords } from "@/lib/units/profile/messages";
import { listUnitFacts } from "@/lib/units/profile/queries";
import { readFactKind } from "@/lib/units/profile/schema";

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: profileWords[await currentLocale()].factsTitle };
}

export default async function UnitFactsPage({ params, searchParams }: Props) {
  const [actor, locale, asked] = [await requireActor(), await currentLocale(), await searchParams];
  const { unit, facts, may } = await load(listUnitFacts, actor, {
    ref: decodeURIComponent((await params).ref),
  });
  const [words, kind, saved] = [profileWords[locale], readFactKind(asked), one(asked.saved)];
  const path = `/units/${unit.ref}`;
  return (
    <>
      <PageHeader
        title={words.factsTitle}
        lead={words.factsLead}
        back={<TextLink href={path}>{unit.fullName}</TextLink>}
      />
      {saved && <Notice title={saved === "withdrawn" ? words.withdrawn : words.saved} className="mb-6" />}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <FactList {...{ facts, kind, locale }} path={`${path}/facts`} mayWithdraw={may.withdraw} />
        {may.record && (
          <Section id="record" title={words.record} finding={words.recordHint}>
            <FactForm id={randomUUID()} unit={unit} kind={kind} locale={locale} />
          </Section>
        )}
      </div>
    </>
  );
}
