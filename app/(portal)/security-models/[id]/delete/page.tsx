import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { ModelRemoval } from "@/components/security-models/model-removal";
import { TextLink } from "@/components/ui/link";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { getDeletion } from "@/lib/security-models/mergers/queries";
import { modelWords } from "@/lib/security-models/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: modelWords[await currentLocale()].remove };
}

export default async function DeleteModelPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, locale, { id }] = [await requireActor(), await currentLocale(), await params];
  const { model, hanging } = await load(getDeletion, actor, { id });
  const record = `/security-models/${id}`;
  return (
    <>
      <PageHeader title={modelWords[locale].remove} back={<TextLink href={record}>{model.name}</TextLink>} />
      <ModelRemoval {...{ model, hanging, locale }} cancelHref={record} />
    </>
  );
}
