import { ReasonForm } from "@/components/forms/confirm-form";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { separateModel } from "@/lib/security-models/mergers/actions";
import { mergerWords } from "@/lib/security-models/mergers/messages";
import type { ModelRecord } from "@/lib/security-models/queries";

/** Takes a wrong merger back, with the reason. */
export function MergeUndo({ model, locale }: { model: ModelRecord; locale: Locale }) {
  const words = mergerWords[locale];
  if (!model.mergedInto) return null;
  return (
    <ReasonForm
      action={separateModel}
      id={model.id}
      version={model.version}
      title={words.undo}
      consequence={words.undoConsequence(model.mergedInto.name, formatDate(model.mergedInto.on))}
      openLabel={words.undo}
      submitLabel={words.confirmUndo}
      labels={words.fields}
      locale={locale}
    />
  );
}
