import type { Metadata } from "next";
import Link from "next/link";
import { OneView } from "@/components/layout/one-view";
import { PageHeader } from "@/components/layout/page-header";
import { EvaluationCampaigns, OverdueNotice } from "@/components/security-models/evaluation-campaigns";
import { RegistryViews } from "@/components/security-models/registry-views";
import { Button } from "@/components/ui/button";
import type { SearchParams } from "@/lib/core/context";
import { href } from "@/lib/core/href";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { evaluationWords } from "@/lib/security-models/evaluations/messages";
import { listCampaigns } from "@/lib/security-models/evaluations/queries";
import { readCampaignChoice } from "@/lib/security-models/evaluations/schema";

const path = "/security-models/evaluations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: evaluationWords[await currentLocale()].title };
}

export default async function EvaluationsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const { unit, page = 1 } = readCampaignChoice(params);
  const { campaigns, next, overdue, may } = await load(listCampaigns, actor, { unit, page });
  const words = evaluationWords[locale];
  const open = may.open && (
    <Button asChild variant="primary">
      <Link href={`${path}/new`} prefetch={false}>
        {words.open}
      </Link>
    </Button>
  );
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} actions={open} />
      <RegistryViews current="evaluations" keep={{ unit }} locale={locale} />
      <OneView why="today" locale={locale} />
      <OverdueNotice overdue={overdue} unit={unit} locale={locale} />
      <EvaluationCampaigns
        campaigns={campaigns}
        unit={unit}
        nextHref={next ? href(path, { unit, page: String(page + 1) }) : undefined}
        firstHref={page > 1 ? href(path, { unit }) : undefined}
        action={open}
        locale={locale}
      />
    </>
  );
}
