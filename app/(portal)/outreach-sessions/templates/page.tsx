import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { TemplateForm } from "@/components/outreach-sessions/template-form";
import { TemplateList } from "@/components/outreach-sessions/template-list";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import { templateWords } from "@/lib/outreach-sessions/templates/messages";
import { listTemplates } from "@/lib/outreach-sessions/templates/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: templateWords[await currentLocale()].title };
}

export default async function TemplatesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const { rows, lists } = await load(listTemplates, actor, {});
  const words = templateWords[locale];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        back={<TextLink href="/outreach-sessions/new">{outreachWords[locale].log}</TextLink>}
      />
      {one(params.saved) === "1" && <Notice title={words.saved} className="mb-6" />}
      {one(params.removed) === "1" && (
        <Notice title={words.removed} className="mb-6">
          {words.removedHint}
        </Notice>
      )}
      <TemplateList rows={rows} topics={lists.topic} locale={locale} />
      <Section
        title={words.add}
        finding={actor.unitId === null ? words.keepForCity : undefined}
        className="pt-10"
      >
        <TemplateForm id={randomUUID()} lists={lists} locale={locale} />
      </Section>
    </>
  );
}
