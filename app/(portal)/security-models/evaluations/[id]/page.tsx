import type { Metadata } from "next";
import { EvaluationCampaign } from "@/components/security-models/evaluation-campaign";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { evaluationWords } from "@/lib/security-models/evaluations/messages";
import { getCampaign } from "@/lib/security-models/evaluations/queries";
import { readCampaignChoice } from "@/lib/security-models/evaluations/schema";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: evaluationWords[await currentLocale()].title };
}

export default async function CampaignPage({ params, searchParams }: Props) {
  const [actor, locale, asked] = [await requireActor(), await currentLocale(), await searchParams];
  const choice = readCampaignChoice(asked);
  const found = await load(getCampaign, actor, { id: (await params).id, ...choice });
  return (
    <EvaluationCampaign
      found={found}
      choice={choice}
      saved={one(asked.saved) === "1"}
      confirmed={/^\d{1,6}$/.exec(one(asked.confirmed) ?? "")?.[0]}
      locale={locale}
    />
  );
}
