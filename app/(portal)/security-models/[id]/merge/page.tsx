import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { MergeForm } from "@/components/security-models/merge-form";
import { MergeNotice } from "@/components/security-models/merge-notice";
import { MergeUndo } from "@/components/security-models/merge-undo";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { one, type SearchParams } from "@/lib/core/context";
import { formatTime } from "@/lib/core/format";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { mergerWords } from "@/lib/security-models/mergers/messages";
import { getMerger } from "@/lib/security-models/mergers/queries";
import { modelWords } from "@/lib/security-models/messages";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: modelWords[await currentLocale()].merge };
}

export default async function MergeModelPage({ params, searchParams }: Props) {
  const [actor, locale, { id }] = [await requireActor(), await currentLocale(), await params];
  const { model, points, options, mergedFrom, may } = await load(getMerger, actor, { id });
  const saved = one((await searchParams).saved) === "1";
  const record = `/security-models/${id}`;
  return (
    <>
      <PageHeader title={modelWords[locale].merge} back={<TextLink href={record}>{model.name}</TextLink>} />
      {saved && (
        <Notice title={`${mergerWords[locale].saved} ${formatTime(model.updatedAt)}`} className="mb-6" />
      )}
      <MergeNotice model={model} from={mergedFrom} locale={locale} />
      {model.mergedInto ? (
        may.unmerge && <MergeUndo model={model} locale={locale} />
      ) : (
        <MergeForm {...{ model, points, options, locale }} cancelHref={record} />
      )}
    </>
  );
}
