import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { EvaluationCampaignForm } from "@/components/security-models/evaluation-campaign-form";
import { EvaluationPeriod } from "@/components/security-models/evaluation-period";
import { TextLink } from "@/components/ui/link";
import type { SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { amendCampaign } from "@/lib/security-models/evaluations/actions";
import { evaluationWords } from "@/lib/security-models/evaluations/messages";
import { editCampaign } from "@/lib/security-models/evaluations/queries";
import { readCampaignPeriod } from "@/lib/security-models/evaluations/schema";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: evaluationWords[await currentLocale()].change };
}

export default async function EditCampaignPage({ params, searchParams }: Props) {
  const [actor, locale, { id }] = [await requireActor(), await currentLocale(), await params];
  const asked = readCampaignPeriod(await searchParams);
  const { campaign, grades, fixed } = await load(editCampaign, actor, { id, day: asked?.to });
  const stored = { key: "", from: campaign.periodFrom, to: campaign.periodTo };
  const period = fixed ? stored : (asked ?? stored);
  const words = evaluationWords[locale];
  const record = `/security-models/evaluations/${id}`;
  return (
    <>
      <PageHeader title={words.change} back={<TextLink href={record}>{campaign.name}</TextLink>} />
      {!fixed && <EvaluationPeriod period={period} path={`${record}/edit`} locale={locale} />}
      <EvaluationCampaignForm
        key={`${period.from} ${period.to}`}
        action={amendCampaign}
        id={id}
        version={campaign.version}
        period={period}
        grades={grades}
        values={campaign}
        fixed={fixed}
        title={words.change}
        submitLabel={words.saveChange}
        cancelHref={record}
        locale={locale}
      />
    </>
  );
}
