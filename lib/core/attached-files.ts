import { createHash } from "node:crypto";
import type { FileKind, FileScan } from "@/prisma/client/enums";
import { reaches, type Scope, type System } from "./access";
import { type AttachedFile, cleanName, fileKinds, mostBytes, mostFiles, shownName } from "./attachments";
import { type AuditEntry, writeAudit } from "./audit";
import { type Tx, withActor } from "./db";
import { AppError, type FieldIssue, invalid } from "./errors";
import { natureOf } from "./file-kinds";
import { makePhoto } from "./photos";
import { scan } from "./scanner";
import { empty, type Sql, sql } from "./sql";
import { storage } from "./storage";

/** What a file hangs on: exactly one of them. */
type Subject =
  | { sessionId: string }
  | { pointId: string }
  | { findingEntryId: string }
  | { evaluationId: string };

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
     WHERE ${isOf(of)} AND removed_at IS NULL
     ORDER BY kind, created_at, id`);

function isOf(of: Subject): Sql {
  if ("sessionId" in of) return sql`session_id = ${of.sessionId}::uuid`;
  if ("pointId" in of) return sql`point_id = ${of.pointId}::uuid`;
  if ("findingEntryId" in of) return sql`finding_entry_id = ${of.findingEntryId}::uuid`;
  return sql`evaluation_id = ${of.evaluationId}::uuid`;
}

type Sent = { id: string; name: string; content: Uint8Array };
/** What is kept of what was sent: looked at, a photo made anew, scanned. */
type Prepared = {
  id: string;
  row: Omit<Awaited<ReturnType<typeof prepare>>, "content">;
  kept: Uint8Array;
  scan: FileScan;
};

/**
 * Keeps a photo or document: looked at, made anew, scanned, counted, stored, its row written. `unitOf` gives the
 * record's unit, where asked with a lock on the record; undefined = there is none. Throws AppError: not-found,
 * invalid on `file`.
 */
export async function attachFile(
  tx: Tx,
  scope: Scope,
  of: Subject,
  sent: Sent,
  unitOf: (lock: Sql) => Promise<number | undefined>,
) {
  const owner = await unitOf(empty);
  if (owner === undefined || !reaches(scope, owner)) throw new AppError("not-found");
  const prepared = await prepareFile(sent);
  // Held from here on, so that of two files for the last place one is refused.
  const unitId = await unitOf(sql`FOR UPDATE`);
  if (unitId === undefined) throw new AppError("not-found");
  const { kind } = prepared.row;
  const count = await tx.attachedFile.count({ where: { ...of, kind, removedAt: null } });
  if (count >= mostFiles[kind]) throw invalid("file", `${kind}s-full`);
  const [audit = {}] = await keepFiles(tx, scope, of, unitId, [prepared]);
  return { result: { id: sent.id }, audit };
}

/**
 * Files that come with a record of their own form: all are taken or none. Throws AppError invalid on `field`, with the
 * name of each file that is refused behind its code.
 */
export async function prepareFiles(files: readonly Sent[], field: string): Promise<Prepared[]> {
  const [prepared, issues]: [Prepared[], FieldIssue[]] = [[], []];
  // Pictures one after the other, for the memory they take; the scanner, which may be slow to answer, all at once.
  const looks: { name: string; look: () => Promise<Prepared> }[] = [];
  const tell = (name: string, error: unknown) => {
    const [issue] = (error instanceof AppError && error.details.issues) || [];
    if (!issue) throw error;
    issues.push({ field, code: `${issue.code}:${shownName(name)}` });
  };
  for (const { id, name, content } of files)
    await prepare(name, content).then(
      (made) => looks.push({ name, look: () => scanned(id, made) }),
      (error) => tell(name, error),
    );
  for (const [at, outcome] of (await Promise.allSettled(looks.map(({ look }) => look()))).entries())
    if (outcome.status === "fulfilled") prepared.push(outcome.value);
    else tell(looks[at]?.name ?? "", outcome.reason);
  for (const kind of fileKinds)
    if (prepared.filter(({ row }) => row.kind === kind).length > mostFiles[kind])
      issues.push({ field, code: `${kind}s-full` });
  if (issues.length > 0) throw new AppError("invalid", { issues });
  return prepared;
}

/** Looks at a file, makes a photo anew, has it scanned. Throws AppError invalid on `file`. */
const prepareFile = async ({ id, name, content }: Sent): Promise<Prepared> =>
  scanned(id, await prepare(name, content));

async function scanned(
  id: string,
  { content: kept, ...row }: Awaited<ReturnType<typeof prepare>>,
): Promise<Prepared> {
  const verdict = await scan(kept);
  if (verdict === "infected") throw invalid("file", "infected");
  return { id, row, kept, scan: verdict };
}

/** Stores files that were prepared and writes their rows, all or none; returns what the audit log is told of each. */
export async function keepFiles(
  tx: Tx,
  scope: Scope,
  of: Subject,
  unitId: number,
  prepared: readonly Prepared[],
): Promise<AuditEntry[]> {
  const stored: string[] = [];
  try {
    const entries: AuditEntry[] = [];
    for (const { id, row, kept, scan } of prepared) {
      const told = { ...row, ...of, bytes: kept.length, scan };
      const sha256 = createHash("sha256").update(kept).digest();
      await storage().put(tx, id, kept);
      stored.push(id);
      await tx.attachedFile.create({
        data: { ...told, id, unitId, sha256, createdById: scope.userId },
        select: { id: true },
      });
      entries.push({ subjectId: id, unitId, after: { ...told, sha256: sha256.toString("hex") } });
    }
    return entries;
  } catch (error) {
    // A bucket knows nothing of transactions: what no row tells of is taken away again.
    for (const id of stored)
      await storage()
        .remove(tx, id)
        .catch(() => undefined);
    throw error;
  }
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
