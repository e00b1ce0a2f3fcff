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

type FilesCountProps = { entryId: string; files: EvidenceFiles; locale: Locale };

/** How many files an entry has, leading to where the dossier lists them. */
export function FilesCount({ entryId, files, locale }: FilesCountProps) {
  const count = files[entryId]?.length ?? 0;
  if (count === 0) return null;
  return (
    <>
      {" "}
      <a
        href={`#${filesAnchor(entryId)}`}
        className="inline-flex min-h-11 items-center whitespace-nowrap text-green underline decoration-green/35 underline-offset-3 hover:decoration-green lg:min-h-0"
      >
        {findingWords[locale].filesCount(formatNumber(count, locale))}
      </a>
    </>
  );
}

/** By what a criterion was judged: the document as it names itself, and what was noted, how many files there are. */
export function Evidence({ of, files = {}, locale }: Props) {
  const { entryId, documentNumber, documentDate, note } = of;
  const words = findingWords[locale];
  return (
    <>
      {documentNumber === null ? (
        <span className="text-muted">{words.noDocument}</span>
      ) : (
        words.document(documentNumber, documentDate && formatDate(documentDate))
      )}
      {entryId !== null && <FilesCount {...{ entryId, files, locale }} />}
      {note !== null && <span className="block text-xs text-muted">{note}</span>}
    </>
  );
}
