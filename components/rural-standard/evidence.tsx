import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { EvidenceFiles } from "@/lib/rural-standard/findings/files/queries";
import { findingWords } from "@/lib/rural-standard/findings/messages";
import { filesAnchor } from "./evidence-files";

type Props = {
  of: {
    entryId: string | null;
    documentNumber: string | null;
    documentDate: string | null;
    note: string | null;
  };
  /** The dossier's files: how many this rests on is said, and leads to them. */
  files?: EvidenceFiles;
  locale: Locale;
};

/** By what a criterion was judged: the document as it names itself, and what was noted, how many files there are. */
export function Evidence({ of, files = {}, locale }: Props) {
  const { entryId, documentNumber, documentDate, note } = of;
  const words = findingWords[locale];
  const count = (entryId !== null && files[entryId]?.length) || 0;
  return (
    <>
      {documentNumber === null ? (
        <span className="text-muted">{words.noDocument}</span>
      ) : (
        words.document(documentNumber, documentDate && formatDate(documentDate))
      )}
      {count > 0 && entryId !== null && (
        <>
          {" "}
          <a
            href={`#${filesAnchor(entryId)}`}
            className="inline-flex min-h-11 items-center whitespace-nowrap text-green underline decoration-green/35 underline-offset-3 hover:decoration-green lg:min-h-0"
          >
            {words.filesCount(formatNumber(count, locale))}
          </a>
        </>
      )}
      {note !== null && <span className="block text-xs text-muted">{note}</span>}
    </>
  );
}
