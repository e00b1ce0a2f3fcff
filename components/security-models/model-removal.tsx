import { CommandForm } from "@/components/forms/command-form";
import { TextAreaField } from "@/components/forms/text-field";
import { formWords } from "@/components/layout/words";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import type { Locale } from "@/lib/core/locale";
import { removeModel } from "@/lib/security-models/actions";
import { mergerWords } from "@/lib/security-models/mergers/messages";
import { modelWords } from "@/lib/security-models/messages";
import type { ModelRecord } from "@/lib/security-models/queries";

type Props = {
  model: ModelRecord;
  /** What keeps it from going, each with its page. */
  hanging: readonly { label: string; detail: string; href: string }[];
  cancelHref: string;
  locale: Locale;
};

// As many as the query names.
const first = 20;

/** Deletes a model entered by mistake; one with something hanging on it shows what, and cannot go. */
export function ModelRemoval({ model, hanging, cancelHref, locale }: Props) {
  const [words, removal] = [modelWords[locale], mergerWords[locale]];
  if (hanging.length > 0)
    return (
      <div className="max-w-160 space-y-4">
        <Notice tone="attention" title={removal.inTheWay}>
          {removal.inTheWayHint}
        </Notice>
        <ul className="divide-y border-y text-sm">
          {hanging.map(({ label, detail, href }) => (
            <li key={href} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
              <TextLink href={href} className="inline-flex min-h-11 items-center lg:min-h-0">
                {label}
              </TextLink>
              <span className="text-muted">{detail}</span>
            </li>
          ))}
        </ul>
        {hanging.length >= first && <p className="text-sm text-muted">{removal.first(first)}</p>}
      </div>
    );
  return (
    <CommandForm
      action={removeModel}
      id={model.id}
      version={model.version}
      title={words.remove}
      submitLabel={words.confirmRemove}
      cancelHref={cancelHref}
      labels={words.fields}
      danger
      locale={locale}
    >
      <p className="border-l-2 border-red pl-4 text-sm">{words.removeConsequence}</p>
      <TextAreaField
        name="reason"
        label={words.fields.reason}
        hint={formWords[locale].reasonHint}
        rows={2}
        locale={locale}
      />
    </CommandForm>
  );
}
