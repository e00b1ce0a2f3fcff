import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { ModelForm } from "@/components/security-models/model-form";
import { TextLink } from "@/components/ui/link";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { registerModel } from "@/lib/security-models/actions";
import { modelWords } from "@/lib/security-models/messages";
import { newModel } from "@/lib/security-models/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: modelWords[await currentLocale()].create };
}

export default async function NewModelPage() {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const lists = await load(newModel, actor, {});
  const words = modelWords[locale];
  return (
    <>
      <PageHeader title={words.create} back={<TextLink href="/security-models">{words.title}</TextLink>} />
      <ModelForm
        action={registerModel}
        id={randomUUID()}
        {...lists}
        title={words.create}
        submitLabel={words.save}
        cancelHref="/security-models"
        locale={locale}
      />
    </>
  );
}
