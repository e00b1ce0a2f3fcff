import { createHash } from "node:crypto";
import { reaches, type Scope, type System } from "@/lib/core/access";
import { writeAudit } from "@/lib/core/audit";
import { command } from "@/lib/core/command";
import { type Tx, withActor } from "@/lib/core/db";
import { AppError, invalid } from "@/lib/core/errors";
import { natureOf } from "@/lib/core/file-kinds";
import { makePhoto } from "@/lib/core/photos";
import { scan } from "@/lib/core/scanner";
import { sql } from "@/lib/core/sql";
import { storage } from "@/lib/core/storage";
import type { FileKind } from "@/prisma/client/enums";
import { findFile } from "./queries";
import { cleanName, mostBytes, mostFiles } from "./rules";
import { fileAdd, fileRemove } from "./schema";

/** Adds a photo or document to a session of one's own unit; the client's id makes sending twice the same as once. */
export const addFile = command({
  permission: "outreach-sessions.files.add",
  domain: "outreach-sessions",
  input: fileAdd,
  creates: true,
  run: async (tx, { id, sessionId, name, content }, scope) => {
    await requireOwn(tx, scope, sessionId);
    const kept = await prepare(name, content);
    const verdict = await scan(kept.content);
    if (verdict === "infected") throw invalid("file", "infected");
    // Held from here on, so that of two files for the last place one is refused.
    const unitId = await holdSession(tx, sessionId);
    await requirePlace(tx, sessionId, kept.kind);
    const sha256 = createHash("sha256").update(kept.content).digest();
    const { content: bytes, ...row } = kept;
    await storage().put(tx, id, bytes);
    try {
      await tx.attachedFile.create({
        data: {
          ...row,
          id,
          sessionId,
          unitId,
          bytes: bytes.length,
          sha256,
          scan: verdict,
          createdById: scope.userId,
        },
        select: { id: true },
      });
    } catch (error) {
      // A bucket knows nothing of transactions: what no row tells of is taken away again.
      await storage()
        .remove(tx, id)
        .catch(() => undefined);
      throw error;
    }
    const after = { ...row, sessionId, bytes: bytes.length, sha256: sha256.toString("hex"), scan: verdict };
    return { result: { id }, audit: { subjectId: id, unitId, after } };
  },
});

/** Takes a file away for good: its bytes are deleted, the row tells that it was there. */
export const removeFile = command({
  permission: "outreach-sessions.files.remove",
  domain: "outreach-sessions",
  input: fileRemove,
  run: async (tx, { id, reason }, scope) => {
    const { unitId, sessionId, ...before } = await findFile(tx, id);
    if (!reaches(scope, unitId)) throw new AppError("not-found");
    await markRemoved(tx, id);
    await storage().remove(tx, id);
    return {
      result: { id, sessionId },
      audit: { subjectId: id, unitId, before: { ...before, sessionId }, reason },
    };
  },
});

/**
 * Asks the scanner again about a file that waits for it: clean, it is served from now on; infected, it is gone.
 * Not an actor's act but the portal's own, since whoever only reads may ask for the file.
 */
export async function releaseHeld(id: string, address: string): Promise<void> {
  const system: System = { role: "system", address };
  const content = await withActor(system, (tx) => storage().get(tx, id));
  if (!content) return;
  const verdict = await scan(content);
  if (verdict === "held") return;
  await withActor(system, async (tx) => {
    const file = await findFile(tx, id);
    const entry = {
      subjectId: id,
      unitId: file.unitId,
      before: { scan: file.scan },
      after: { scan: verdict },
    };
    if (verdict === "infected") {
      await markRemoved(tx, id);
      await storage().remove(tx, id);
    } else {
      await tx.$executeRaw(
        sql`UPDATE attached_file SET scan = ${verdict}::file_scan WHERE id = ${id}::uuid AND scan = 'held'`,
      );
    }
    await writeAudit(tx, system, "outreach-sessions.files.scan", entry);
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

async function requireOwn(tx: Tx, scope: Scope, sessionId: string) {
  const [session] = await tx.$queryRaw<{ unit_id: number }[]>(
    sql`SELECT unit_id FROM outreach_session WHERE id = ${sessionId}::uuid AND deleted_at IS NULL`,
  );
  if (!session || !reaches(scope, session.unit_id)) throw new AppError("not-found");
}

async function holdSession(tx: Tx, sessionId: string): Promise<number> {
  const [session] = await tx.$queryRaw<{ unit_id: number }[]>(
    sql`SELECT unit_id FROM outreach_session WHERE id = ${sessionId}::uuid AND deleted_at IS NULL FOR UPDATE`,
  );
  if (!session) throw new AppError("not-found");
  return session.unit_id;
}

async function requirePlace(tx: Tx, sessionId: string, kind: FileKind) {
  const count = await tx.attachedFile.count({ where: { sessionId, kind, removedAt: null } });
  if (count >= mostFiles[kind]) throw invalid("file", `${kind}s-full`);
}

/** Of two who remove the same file one finds it gone. */
async function markRemoved(tx: Tx, id: string) {
  const changed = await tx.$executeRaw(
    sql`UPDATE attached_file SET removed_at = now() WHERE id = ${id}::uuid AND removed_at IS NULL`,
  );
  if (changed === 0) throw new AppError("not-found");
}
