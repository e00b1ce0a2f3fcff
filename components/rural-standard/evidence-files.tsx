import { FileLinks } from "@/components/files/file-links";
import type { AttachedFile } from "@/lib/core/attachments";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { findingWords } from "@/lib/rural-standard/findings/messages";
import type { Dossier } from "@/lib/rural-standard/findings/queries";
import { leaves } from "@/lib/rural-standard/findings/rules";

/** Where the files of an entry stand in the dossier, for the links beside its criteria. */
export const filesAnchor = (entryId: string) => `files-${entryId}`;

type Props = { dossier: Dossier; locale: Locale };

/**
 * The files that the criteria of the day rest on, and those of what waits for the city's word: once for each document,
 * however many criteria it decided.
 */
export function EvidenceFiles({ dossier: { progress, files, history }, locale }: Props) {
  const words = findingWords[locale];
  const judged = leaves(progress.branches.flatMap(({ criterion, parts }) => [criterion, ...parts]));
  const entries = Object.entries(files)
    .map(([id, list]) => ({
      id,
      list,
      of: judged.filter(({ entryId, waitingEntryId }) => entryId === id || waitingEntryId === id),
      waits: judged.some(({ waitingEntryId }) => waitingEntryId === id),
    }))
    .filter(({ of }) => of.length > 0);
  if (entries.length === 0) return null;
  return (
    <div className="space-y-2">
      <h3 className="text-sm font-semibold">{words.evidenceFiles}</h3>
      <ul className="border-t">
        {entries.map(({ id, list, of, waits }) => {
          const first = [...of, ...history].find(({ entryId }) => entryId === id);
          const document =
            first?.documentNumber == null
              ? words.noDocument
              : words.document(first.documentNumber, first.documentDate && formatDate(first.documentDate));
          return (
            <li key={id} id={filesAnchor(id)} className="scroll-mt-(--sticky-top) border-b py-2">
              <p className="text-sm">
                {document}
                <span className="text-muted">
                  {" "}
                  · {words.filesCriteria(of.map(({ code }) => code).join(", "))}
                  {waits && ` · ${words.waits}`}
                </span>
              </p>
              <FindingFiles files={list} document={document} locale={locale} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type FindingFilesProps = { files: AttachedFile[] | undefined; document: string | null; locale: Locale };

/** The files of one finding, to be opened. */
export function FindingFiles({ files = [], document, locale }: FindingFilesProps) {
  const words = findingWords[locale];
  return (
    <FileLinks
      files={files}
      from="/api/rural-standard/findings/files/"
      label={words.filesOf(document ?? words.noDocument)}
      locale={locale}
    />
  );
}
