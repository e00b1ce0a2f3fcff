import { type StoredFile, storedColumns, withBytes } from "@/lib/core/attached-files";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import type { EvaluationState } from "@/prisma/client/enums";
import { evaluationFileRead } from "./schema";

/** One file of a sheet with its bytes; while the malware scanner has not seen it, without. */
export const readEvaluationFile = query({
  permission: "security-models.evaluations.files.read",
  input: evaluationFileRead,
  run: async (tx, { id, campaignId, pointId }) => {
    const file = await findEvaluationFile(tx, id);
    if (file.campaignId !== campaignId || file.pointId !== pointId) throw new AppError("not-found");
    return withBytes(tx, file);
  },
});

type SheetOfFile = {
  evaluationId: string;
  campaignId: string;
  pointId: string;
  state: EvaluationState;
  closed: boolean;
};

/** The file of an id with the sheet it is for; not found when it was removed or its sheet lies out of reach. */
export async function findEvaluationFile(tx: Tx, id: string): Promise<StoredFile & SheetOfFile> {
  const [file] = await tx.$queryRaw<(StoredFile & SheetOfFile)[]>(sql`
    SELECT ${storedColumns}, e.id AS "evaluationId", e.campaign_id AS "campaignId", e.point_id AS "pointId", e.state::text, c.closed_at IS NOT NULL AS closed
      FROM attached_file f JOIN point_evaluation e ON e.id = f.evaluation_id JOIN evaluation_campaign c ON c.id = e.campaign_id
     WHERE f.id = ${id}::uuid AND f.removed_at IS NULL`);
  if (!file) throw new AppError("not-found");
  return file;
}
