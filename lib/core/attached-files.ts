import { createHash } from "node:crypto";
import type { FileKind, FileScan } from "@/prisma/client/enums";
import { reaches, type Scope, type System } from "./access";
import { type AttachedFile, cleanName, mostBytes, mostFiles } from "./attachments";
import { writeAudit } from "./audit";
import { type Tx, withActor } from "./db";
import { AppError, invalid } from "./errors";
import { natureOf } from "./file-kinds";
import { makePhoto } from "./photos";
import { scan } from "./scanner";
import { empty, type Sql, sql } from "./sql";
import { storage } from "./storage";

/** What a file hangs on: exactly one of the two. */
type Subject = { sessionId: string } | { pointId: string };

/** A file as it is stored, of any record. */
export type StoredFile = {
  id: string;
  unitId: number;
  kind: FileKind;
  name: string;
  mediaType: string;
  bytes: number;
  scan: FileScan;
};

/** The columns of a StoredFile, of a row `f` of attached_file. */
export const storedColumns = sql`f.id, f.unit_id AS "unitId", f.kind::text, f.name, f.media_type AS "mediaType", f.bytes, f.scan::text`;

/** The files of a record that were not taken away, photos first, in the order they came. */
export const filesOf = (tx: Tx, of: Subject) =>
  tx.$queryRaw<AttachedFile[]>(sql`
    SELECT id, kind::text, name, media_type AS "mediaType", bytes, width, height, scan::text FROM attached_file
     WHERE ${"sessionId" in of ? sql`session_id = ${of.sessionId}::uuid` : sql`point_id = ${of.pointId}::uuid`} AND removed_at IS NULL
     ORDER BY kind, created_at, id`);

type Sent = { id: string; name: string; content: Uint8Array };

/**
 * Keeps a photo or document: looked at, made anew, scanned, counted, stored, its row written. `unitOf` gives the
 * record's unit, where asked with a lock on the record; undefined = there is none. Throws AppError: not-found,
 * invalid on `file`.
 */
export async function attachFile(
  tx: Tx,
  scope: Scope,
  of: Subject,
  { id, name, content }: Sent,
  unitOf: (lock: Sql) => Promise<number | undefined>,
) {
  const owner = await unitOf(empty);
  if (owner === undefined || !reaches(scope, owner)) throw new AppError("not-found");
  const { content: kept, ...row } = await prepare(name, content);
  const verdict = await scan(kept);
  if (verdict === "infected") throw invalid("file", "infected");
  // Held from here on, so that of two files for the last place one is refused.
  const unitId = await unitOf(sql`FOR UPDATE`);
  if (unitId === undefined) throw new AppError("not-found");
  const count = await tx.attachedFile.count({ where: { ...of, kind: row.kind, removedAt: null } });
  if (count >= mostFiles[row.kind]) throw invalid("file", `${row.kind}s-full`);
  const told = { ...row, ...of, bytes: kept.length, scan: verdict };
  const sha256 = createHash("sha256").update(kept).digest();
  await storage().put(tx, id, kept);
  try {
    await tx.attachedFile.create({
      data: { ...told, id, unitId, sha256, createdById: scope.userId },
      select: { id: true },
    });
  } catch (error) {
    // A bucket knows nothing of transactions: what no row tells of is taken away again.
    await storage()
      .remove(tx, id)
      .catch(() => undefined);
    throw error;
  }
  const after = { ...told, sha256: sha256.toString("hex") };
  return { result: { id }, audit: { subjectId: id, unitId, after } };
}

/** Takes a file away for good: its bytes are deleted, the row tells that it was there. Throws AppError not-found. */
export async function detachFile(tx: Tx, scope: Scope, { unitId, ...before }: StoredFile, reason?: string) {
  if (!reaches(scope, unitId)) throw new AppError("not-found");
  await wipe(tx, before.id);
  return { subjectId: before.id, unitId, before, reason };
}

/** A file with its bytes; while the malware scanner has not seen it, without. Throws AppError not-found. */
export async function withBytes<F extends StoredFile>(tx: Tx, file: F) {
  if (file.scan === "held") return { ...file, content: undefined };
  const content = await storage().get(tx, file.id);
  if (!content) throw new AppError("not-found");
  return { ...file, content };
}

/**
 * Asks the scanner again about a file that waits for it: clean, it is served from now on; infected, it is gone.
 * Not an actor's act but the portal's own, since whoever only reads may ask for the file. `event` names it in the audit log.
 */
export async function releaseFile(
  id: string,
  address: string,
  event: string,
  find: (tx: Tx, id: string) => Promise<StoredFile>,
): Promise<void> {
  const system: System = { role: "system", address };
  const content = await withActor(system, (tx) => storage().get(tx, id));
  if (!content) return;
  const verdict = await scan(content);
  if (verdict === "held") return;
  await withActor(system, async (tx) => {
    const file = await find(tx, id);
    const entry = {
      subjectId: id,
      unitId: file.unitId,
      before: { scan: file.scan },
      after: { scan: verdict },
    };
    if (verdict === "infected") await wipe(tx, id);
    else
      await tx.$executeRaw(
        sql`UPDATE attached_file SET scan = ${verdict}::file_scan WHERE id = ${id}::uuid AND scan = 'held'`,
      );
    await writeAudit(tx, system, event, entry);
  });
}

/** What is kept of what was sent: a photo made anew, or the document as it is. */
async function prepare(name: string, content: Uint8Array) {
  const nature = await natureOf(content);
  if (!nature.accepted) throw invalid("file", nature.code);
  if (content.length > mostBytes[nature.accepted]) throw invalid("file", `${nature.accepted}-too-large`);
  if (nature.accepted === "photo") {
    const photo = await makePhoto(content);
    return { kind: nature.accepted, mediaType: "image/jpeg", name: cleanName(name, "jpg", "Ảnh"), ...photo };
  }
  const { mediaType, extension } = nature;
  return { kind: nature.accepted, mediaType, name: cleanName(name, extension, "Tài liệu"), content };
}

/** Of two who remove the same file one finds it gone. */
async function wipe(tx: Tx, id: string) {
  const changed = await tx.$executeRaw(
    sql`UPDATE attached_file SET removed_at = now() WHERE id = ${id}::uuid AND removed_at IS NULL`,
  );
  if (changed === 0) throw new AppError("not-found");
  await storage().remove(tx, id);
}
