import * as z from "zod";
import { type StoredFile, storedColumns, withBytes } from "@/lib/core/attached-files";
import type { AttachedFile } from "@/lib/core/attachments";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";

/** What findings rest on: the files of those recorded together, by their entry. */
export type EvidenceFiles = Record<string, AttachedFile[]>;

/** The files of some entries, photos first; an entry without any is left out. */
export async function filesOfEntries(tx: Tx, entries: readonly string[]): Promise<EvidenceFiles> {
  const rows = await tx.$queryRaw<(AttachedFile & { entryId: string })[]>(sql`
    SELECT f.id, f.kind::text, f.name, f.media_type AS "mediaType", f.bytes, f.width, f.height, f.scan::text, f.finding_entry_id AS "entryId"
      FROM attached_file f WHERE f.finding_entry_id = ANY (${[...new Set(entries)]}::uuid[]) AND f.removed_at IS NULL
     ORDER BY f.kind DESC, f.created_at, f.id`);
  return rows.reduce<EvidenceFiles>((all, { entryId, ...file }) => {
    all[entryId] = [...(all[entryId] ?? []), file];
    return all;
  }, {});
}

/**
 * One file of findings with its bytes, also of findings that were taken back; while the malware scanner has not seen it,
 * without.
 */
export const readFindingFile = query({
  permission: "rural-standard.findings.files.read",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }) => withBytes(tx, await findFindingFile(tx, id)),
});

/** The file of an id; not found when it is of another record, or its findings lie out of reach. */
export async function findFindingFile(tx: Tx, id: string): Promise<StoredFile> {
  const [file] = await tx.$queryRaw<StoredFile[]>(sql`
    SELECT ${storedColumns} FROM attached_file f WHERE f.id = ${id}::uuid AND f.finding_entry_id IS NOT NULL AND f.removed_at IS NULL`);
  if (!file) throw new AppError("not-found");
  return file;
}
