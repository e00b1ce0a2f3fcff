import { attachFile, detachFile, releaseFile } from "@/lib/core/attached-files";
import { command } from "@/lib/core/command";
import { sql } from "@/lib/core/sql";
import { findFile } from "./queries";
import { fileAdd, fileRemove } from "./schema";

/** Adds a photo or document to a session of one's own unit; the client's id makes sending twice the same as once. */
export const addFile = command({
  permission: "outreach-sessions.files.add",
  domain: "outreach-sessions",
  input: fileAdd,
  creates: true,
  run: (tx, { sessionId, ...file }, scope) =>
    attachFile(tx, scope, { sessionId }, file, async (lock) => {
      const [session] = await tx.$queryRaw<{ unitId: number }[]>(
        sql`SELECT unit_id AS "unitId" FROM outreach_session WHERE id = ${sessionId}::uuid AND deleted_at IS NULL ${lock}`,
      );
      return session?.unitId;
    }),
});

/** Takes a file away for good: its bytes are deleted, the row tells that it was there. */
export const removeFile = command({
  permission: "outreach-sessions.files.remove",
  domain: "outreach-sessions",
  input: fileRemove,
  run: async (tx, { id, reason }, scope) => {
    const file = await findFile(tx, id);
    return {
      result: { id, sessionId: file.sessionId },
      audit: await detachFile(tx, scope, file, reason),
    };
  },
});

/** Asks the scanner again about a session's file that waits for it. */
export const releaseHeld = (id: string, address: string): Promise<void> =>
  releaseFile(id, address, "outreach-sessions.files.scan", findFile);
