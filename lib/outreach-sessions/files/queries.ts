import * as z from "zod";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import { storage } from "@/lib/core/storage";
import type { FileKind, FileScan } from "@/prisma/client/enums";

export type StoredFile = {
  id: string;
  sessionId: string;
  unitId: number;
  kind: FileKind;
  name: string;
  mediaType: string;
  bytes: number;
  scan: FileScan;
};

/** One file with its bytes; while the malware scanner has not seen it, without. Units that took part read it, too. */
export const readFile = query({
  permission: "outreach-sessions.files.read",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }) => {
    const file = await findFile(tx, id);
    if (file.scan === "held") return { ...file, content: undefined };
    const content = await storage().get(tx, id);
    if (!content) throw new AppError("not-found");
    return { ...file, content };
  },
});

/** The file of an id; not found when it or its session was removed, or lies out of reach. */
export async function findFile(tx: Tx, id: string): Promise<StoredFile> {
  const [file] = await tx.$queryRaw<StoredFile[]>(sql`
    SELECT f.id, f.session_id AS "sessionId", f.unit_id AS "unitId", f.kind::text, f.name, f.media_type AS "mediaType", f.bytes, f.scan::text
      FROM attached_file f JOIN outreach_session s ON s.id = f.session_id
     WHERE f.id = ${id}::uuid AND f.removed_at IS NULL AND s.deleted_at IS NULL`);
  if (!file) throw new AppError("not-found");
  return file;
}
