import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { EvaluationCampaignForm } from "@/components/security-models/evaluation-campaign-form";
import { EvaluationPeriod } from "@/components/security-models/evaluation-period";
import { TextLink } from "@/components/ui/link";
import type { SearchParams } from "@/lib/core/context";
import { today } from "@/lib/core/days";
import { formatNumber } from "@/lib/core/format";
import { load } from "@/lib/core/page";
import { periodLabel } from "@/lib/core/periods";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { startCampaign } from "@/lib/security-models/evaluations/actions";
import { defaultCriteria, evaluationWords } from "@/lib/security-models/evaluations/messages";
import { newCampaign } from "@/lib/security-models/evaluations/queries";
import { defaultThresholds, lastHalf, usualLeastDays } from "@/lib/security-models/evaluations/rules";
import { readCampaignPeriod, usualDue } from "@/lib/security-models/evaluations/schema";

const path = "/security-models/evaluations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: evaluationWords[await currentLocale()].open };
}

export default async function NewCampaignPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const period = readCampaignPeriod(await searchParams) ?? lastHalf(today());
  const { grades, points } = await load(newCampaign, actor, { day: period.to });
  const words = evaluationWords[locale];
  const leasts = defaultThresholds(grades.length);
  return (
    <>
      <PageHeader
        title={words.open}
        lead={words.asksFor(formatNumber(points, locale))}
        back={<TextLink href={path}>{words.title}</TextLink>}
      />
      <EvaluationPeriod period={period} path={`${path}/new`} locale={locale} />
      <EvaluationCampaignForm
        key={`${period.from} ${period.to}`}
        action={startCampaign}
        id={randomUUID()}
        period={period}
        grades={grades}
        values={{
          name: words.nameOf(periodLabel(period, locale)),
          dueOn: usualDue(period.to),
          leastDays: usualLeastDays,
          criteria: defaultCriteria[locale],
          thresholds: grades.map(({ code }, at) => ({ grade: code, least: leasts[at] ?? 0 })),
          guidance: null,
        }}
        title={words.open}
        submitLabel={words.save}
        cancelHref={path}
        locale={locale}
      />
    </>
  );
}
