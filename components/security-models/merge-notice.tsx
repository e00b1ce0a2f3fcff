import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { MergedModel } from "@/lib/security-models/lineage/queries";
import { mergerWords } from "@/lib/security-models/mergers/messages";
import type { ModelRecord } from "@/lib/security-models/queries";

type Props = {
  model: Pick<ModelRecord, "mergedInto">;
  /** The models that went into this one. */
  from: readonly MergedModel[];
  locale: Locale;
};

/** Where a model went, and what came into it: both histories stay, and each page leads to the other. */
export function MergeNotice({ model: { mergedInto }, from, locale }: Props) {
  const words = mergerWords[locale];
  if (!mergedInto && from.length === 0) return null;
  return (
    <div className="mb-6 space-y-3">
      {mergedInto && (
        <Notice tone="attention" title={words.merged}>
          <MergedInto into={mergedInto} locale={locale} />
        </Notice>
      )}
      {from.length > 0 && (
        <Notice title={words.received(from.length)}>
          <ul>
            {from.map(({ id, name, on, decision }) => (
              <li key={id}>
                <TextLink href={`/security-models/${id}`}>{name}</TextLink>{" "}
                {words.receivedFrom(formatDate(on), decision)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

type IntoProps = { into: NonNullable<ModelRecord["mergedInto"]>; locale: Locale };

function MergedInto({ into, locale }: IntoProps) {
  const [before, after] = mergerWords[locale].mergedInto(formatDate(into.on), into.decision);
  return (
    <p>
      {before}
      <TextLink href={`/security-models/${into.id}`}>{into.name}</TextLink>
      {after}
    </p>
  );
}
