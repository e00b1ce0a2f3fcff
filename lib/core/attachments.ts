import type { FileKind, FileScan } from "@/prisma/client/enums";

/** A photo or document that hangs on a record, as its page lists it. */
export type AttachedFile = {
  id: string;
  kind: FileKind;
  name: string;
  mediaType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  scan: FileScan;
};

export const fileKinds = ["photo", "document"] as const satisfies readonly FileKind[];

/** How many of each a record may hold, and how large each may be when it is sent. */
export const mostFiles: Record<FileKind, number> = { photo: 6, document: 4 };
export const mostBytes: Record<FileKind, number> = { photo: 12_000_000, document: 10_000_000 };

/** A form without scripts sends all its files at once; with scripts each travels alone. */
export const mostUpload = 26_000_000;

/** What may be chosen: HEIC is left out, so that an iPhone hands over a JPEG instead. */
export const photoTypes = "image/jpeg,image/png,image/webp";
export const documentTypes = ".pdf,.docx,.xlsx,.pptx";

const longestName = 120;
const endings = /\.(jpe?g|jfif|png|webp|pdf|docx|xlsx|pptx|hei[cf])$/i;

/**
 * A file's name as it is kept: NFC with its accents, no folders, no characters that hide or steer anything, at
 * most 120 characters, ending in what the file truly is. `fallback` names a file that came without a name.
 */
export function cleanName(name: string, extension: string, fallback: string): string {
  const own = (name.split(/[/\\]/).at(-1) ?? "")
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{C}\p{Zl}\p{Zp}\ufffd]/gu, "")
    .replace(/[<>:"|?*]/g, "-")
    .replace(/\s+/g, " ")
    .replace(endings, "")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const most = longestName - extension.length - 1;
  const stem = [...own].slice(0, most).join("").trimEnd() || fallback;
  return `${stem}.${extension}`;
}

/** What a refusal calls a file: the name its sender knows it by, without what a code is written with. */
export const shownName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? "")
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{C}:]/gu, "")
    .slice(0, 80);

/** A file's size in round figures: 812 kB, 3,4 MB. */
export function sizeOf(bytes: number): { value: number; unit: "kB" | "MB" } {
  if (bytes < 1_000_000) return { value: Math.max(1, Math.round(bytes / 1_000)), unit: "kB" };
  return { value: Math.round(bytes / 100_000) / 10, unit: "MB" };
}
