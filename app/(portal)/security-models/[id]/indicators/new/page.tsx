import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { IndicatorForm } from "@/components/security-models/indicator-form";
import { TextLink } from "@/components/ui/link";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { defineIndicator } from "@/lib/security-models/indicators/actions";
import { indicatorWords } from "@/lib/security-models/indicators/messages";
import { newIndicator } from "@/lib/security-models/indicators/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: indicatorWords[await currentLocale()].create };
}

export default async function NewIndicatorPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, locale, { id }] = [await requireActor(), await currentLocale(), await params];
  const { model, position } = await load(newIndicator, actor, { modelId: id });
  const words = indicatorWords[locale];
  const list = `/security-models/${model.id}/indicators`;
  return (
    <>
      <PageHeader title={words.create} lead={model.name} back={<TextLink href={list}>{words.of}</TextLink>} />
      <IndicatorForm
        action={defineIndicator}
        id={randomUUID()}
        modelId={model.id}
        values={{ position }}
        title={words.create}
        submitLabel={words.save}
        cancelHref={list}
        locale={locale}
      />
    </>
  );
}
