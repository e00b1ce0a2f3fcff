import * as z from "zod";
import { type StoredFile, storedColumns, withBytes } from "@/lib/core/attached-files";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";

/** One file with its bytes; while the malware scanner has not seen it, without. Units that took part read it, too. */
export const readFile = query({
  permission: "outreach-sessions.files.read",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }) => withBytes(tx, await findFile(tx, id)),
});

/** The file of an id; not found when it or its session was removed, or lies out of reach. */
export async function findFile(tx: Tx, id: string): Promise<StoredFile & { sessionId: string }> {
  const [file] = await tx.$queryRaw<(StoredFile & { sessionId: string })[]>(sql`
    SELECT ${storedColumns}, f.session_id AS "sessionId" FROM attached_file f JOIN outreach_session s ON s.id = f.session_id
     WHERE f.id = ${id}::uuid AND f.removed_at IS NULL AND s.deleted_at IS NULL`);
  if (!file) throw new AppError("not-found");
  return file;
}
