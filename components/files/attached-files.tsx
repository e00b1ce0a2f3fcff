import { randomUUID } from "node:crypto";
import { FileText } from "lucide-react";
import { Section } from "@/components/layout/section";
import { Notice } from "@/components/ui/alert";
import type { FilesTold } from "@/lib/core/attachment-input";
import { attachmentWords } from "@/lib/core/attachment-words";
import { type AttachedFile, mostFiles, sizeOf } from "@/lib/core/attachments";
import type { FormAction } from "@/lib/core/form-state";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { refusalWords } from "@/lib/core/messages";
import { FileUpload } from "./file-upload";
import { RemoveFile } from "./remove-file";

type Props = {
  files: AttachedFile[];
  may: { addFiles: boolean; removeFiles: boolean };
  /** The route that takes files for this record. */
  upload: string;
  /** Where a file is fetched; its id follows. */
  from: string;
  remove: FormAction;
  /** Removing asks why. */
  withReason?: boolean;
  told: FilesTold;
  locale: Locale;
};

/** Photos and documents of a record, with the form that adds more. */
export function AttachedFiles({ files, upload, told, ...part }: Props) {
  const { may, locale } = part;
  const words = attachmentWords[locale];
  const { add, chooseHint, privacy, send } = words;
  const photos = files.filter(({ kind }) => kind === "photo");
  const documents = files.filter(({ kind }) => kind === "document");
  const full = photos.length >= mostFiles.photo && documents.length >= mostFiles.document;
  return (
    <Section title={words.title} id="files" className="scroll-mt-20 border-t pt-6">
      <Told told={told} locale={locale} />
      {files.length === 0 && <p className="text-sm text-muted">{words.none}</p>}
      {photos.length > 0 && (
        <ul
          aria-label={words.photos}
          className="grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-3 xl:grid-cols-6"
        >
          {photos.map((file) => (
            <Photo key={file.id} file={file} {...part} />
          ))}
        </ul>
      )}
      {documents.length > 0 && (
        <ul aria-label={words.documents} className="max-w-160 border-t">
          {documents.map((file) => (
            <Document key={file.id} file={file} {...part} />
          ))}
        </ul>
      )}
      {may.addFiles && !full && (
        <FileUpload
          address={upload}
          formId={randomUUID()}
          words={{ add, chooseHint, privacy, send }}
          locale={locale}
        />
      )}
      {may.addFiles && full && <p className="text-sm text-muted">{words.full}</p>}
    </Section>
  );
}

type FileProps = Pick<Props, "may" | "from" | "remove" | "withReason" | "locale"> & { file: AttachedFile };

function Photo({ file, ...part }: FileProps) {
  const { may, from, locale } = part;
  const held = file.scan === "held";
  return (
    <li className="min-w-0">
      <a href={`${from}${file.id}`} className="block rounded-md focus-visible:outline-offset-2">
        {held ? (
          <span className="flex aspect-4/3 items-center justify-center rounded-md border border-dashed border-edge p-3 text-center text-sm text-muted">
            {attachmentWords[locale].held}
          </span>
        ) : (
          // biome-ignore lint/performance/noImgElement: the portal has no image service; a route makes the small picture
          <img
            src={`${from}${file.id}?size=thumb`}
            alt={file.name}
            loading="lazy"
            decoding="async"
            width={file.width ?? undefined}
            height={file.height ?? undefined}
            className="aspect-4/3 w-full rounded-md border border-hairline bg-surface object-cover"
          />
        )}
      </a>
      <div className="flex items-start justify-between gap-1 pt-1">
        <p className="min-w-0 truncate pt-3 text-xs text-muted lg:pt-1.5" title={file.name}>
          {file.name}
        </p>
        {may.removeFiles && <Remove file={file} {...part} />}
      </div>
    </li>
  );
}

function Document({ file, ...part }: FileProps) {
  const { may, from, locale } = part;
  const size = sizeOf(file.bytes);
  return (
    <li className="flex items-center justify-between gap-3 border-b">
      <a
        href={`${from}${file.id}`}
        className="flex min-h-11 min-w-0 grow items-center gap-3 py-2 text-sm hover:text-green"
      >
        <FileText aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.5} />
        <span className="min-w-0">
          <span className="block break-words text-green underline decoration-green/35 underline-offset-3">
            {file.name}
          </span>
          <span className="numeral block text-xs text-muted">
            {`${formatNumber(size.value, locale)} ${size.unit}`}
            {file.scan === "held" && ` · ${attachmentWords[locale].held}`}
          </span>
        </span>
      </a>
      {may.removeFiles && <Remove file={file} {...part} />}
    </li>
  );
}

function Remove({ file, remove, withReason, locale }: FileProps) {
  const words = attachmentWords[locale];
  return (
    <RemoveFile
      action={remove}
      id={file.id}
      label={words.remove(file.name)}
      consequence={words.consequence(file.name)}
      submitLabel={words.removeConfirm}
      reason={withReason}
      locale={locale}
    />
  );
}

function Told({ told, locale }: Pick<Props, "told" | "locale">) {
  const words = attachmentWords[locale];
  const known = { ...refusalWords[locale], ...words.errors };
  // Codes come from the address: only those that have words of their own are said.
  const sentences = told.refused.flatMap((code) =>
    [`file.${code}`, code]
      .filter((key) => Object.hasOwn(known, key))
      .slice(0, 1)
      .map((key) => known[key]),
  );
  return (
    <>
      {sentences.length > 0 && (
        <Notice tone="error" title={words.refused}>
          <ul className="space-y-1">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      {(told.added > 0 || told.removed) && (
        <Notice title={told.removed ? words.removed : words.added(told.added)} />
      )}
    </>
  );
}
