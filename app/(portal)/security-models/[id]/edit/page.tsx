import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { ModelForm } from "@/components/security-models/model-form";
import { TextLink } from "@/components/ui/link";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { changeModel } from "@/lib/security-models/actions";
import { modelWords } from "@/lib/security-models/messages";
import { editModel } from "@/lib/security-models/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: modelWords[await currentLocale()].edit };
}

export default async function EditModelPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, locale, { id }] = [await requireActor(), await currentLocale(), await params];
  const { model, ...lists } = await load(editModel, actor, { id });
  const words = modelWords[locale];
  const record = `/security-models/${id}`;
  return (
    <>
      <PageHeader title={words.edit} back={<TextLink href={record}>{model.name}</TextLink>} />
      <ModelForm
        action={changeModel}
        id={id}
        version={model.version}
        values={model}
        {...lists}
        title={words.edit}
        submitLabel={words.saveEdit}
        cancelHref={record}
        locale={locale}
      />
    </>
  );
}
