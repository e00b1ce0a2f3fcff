import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { formWords } from "@/components/layout/words";
import { EvaluationSheet } from "@/components/security-models/evaluation-sheet";
import { readTold } from "@/lib/core/attachment-input";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { evaluationWords } from "@/lib/security-models/evaluations/messages";
import { getSheet } from "@/lib/security-models/evaluations/sheets/queries";

type Props = { params: Promise<{ id: string; pointId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const locale = await currentLocale();
  const { sheetOf: title } = evaluationWords[locale];
  return { title: one((await searchParams).refused) ? `${formWords[locale].error}: ${title}` : title };
}

export default async function SheetPage({ params, searchParams }: Props) {
  const [actor, locale, asked] = [await requireActor(), await currentLocale(), await searchParams];
  const { id, pointId } = await params;
  const found = await load(getSheet, actor, { campaignId: id, pointId });
  return (
    <EvaluationSheet
      found={found}
      formId={randomUUID()}
      saved={one(asked.saved) === "1"}
      mending={one(asked.mend) === "1"}
      told={readTold(asked)}
      locale={locale}
    />
  );
}
