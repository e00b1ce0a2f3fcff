import { FileText, ImageIcon } from "lucide-react";
import { attachmentWords } from "@/lib/core/attachment-words";
import { type AttachedFile, sizeOf } from "@/lib/core/attachments";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";

type Props = {
  files: readonly AttachedFile[];
  /** Where a file is fetched; its id follows. */
  from: string;
  label: string;
  locale: Locale;
};

/** Photos and documents to be opened, each with its name and size. */
export function FileLinks({ files, from, label, locale }: Props) {
  if (files.length === 0) return null;
  return (
    <ul aria-label={label} className="text-sm">
      {files.map((file) => {
        const { value, unit } = sizeOf(file.bytes);
        const Icon = file.kind === "photo" ? ImageIcon : FileText;
        return (
          <li key={file.id}>
            <a
              href={`${from}${file.id}`}
              className="inline-flex min-h-11 max-w-full items-center gap-2 hover:text-green lg:min-h-8"
            >
              <Icon aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.5} />
              <span className="min-w-0 break-words">
                <span className="text-green underline decoration-green/35 underline-offset-3">
                  {file.name}
                </span>{" "}
                <span className="numeral text-xs whitespace-nowrap text-muted">
                  {`${formatNumber(value, locale)} ${unit}`}
                </span>
                {file.scan === "held" && (
                  <span className="block text-xs text-muted">{attachmentWords[locale].held}</span>
                )}
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
