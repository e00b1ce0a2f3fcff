import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { findingWords } from "@/lib/rural-standard/findings/messages";

type Props = {
  of: { documentNumber: string | null; documentDate: string | null; note: string | null };
  locale: Locale;
};

/** By what a criterion was judged: the document as it names itself, and what was noted. */
export function Evidence({ of: { documentNumber, documentDate, note }, locale }: Props) {
  const words = findingWords[locale];
  return (
    <>
      {documentNumber === null ? (
        <span className="text-muted">{words.noDocument}</span>
      ) : (
        words.document(documentNumber, documentDate && formatDate(documentDate))
      )}
      {note !== null && <span className="block text-xs text-muted">{note}</span>}
    </>
  );
}
