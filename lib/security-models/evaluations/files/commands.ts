import { attachFile, detachFile, releaseFile } from "@/lib/core/attached-files";
import { command } from "@/lib/core/command";
import type { Tx } from "@/lib/core/db";
import { AppError, invalid } from "@/lib/core/errors";
import { empty, type Sql, sql } from "@/lib/core/sql";
import type { EvaluationState } from "@/prisma/client/enums";
import { canPropose } from "../rules";
import { findEvaluationFile } from "./queries";
import { evaluationFileAdd, evaluationFileRemove } from "./schema";

/** Adds a photo or document to a sheet that was sent; once the city has confirmed it, its evidence stands. */
export const addEvaluationFile = command({
  permission: "security-models.evaluations.files.add",
  domain: "security-models",
  input: evaluationFileAdd,
  creates: true,
  run: async (tx, { campaignId, pointId, ...file }, scope) => {
    const sheet = await findSheet(tx, campaignId, pointId, empty);
    if (!sheet) throw new AppError("not-found");
    return attachFile(tx, scope, { evaluationId: sheet.id }, file, async (lock) => {
      const held = await findSheet(tx, campaignId, pointId, lock);
      if (held) requireOpen(held, "file");
      return held?.unitId;
    });
  },
});

/** Takes a file of a sheet away for good, as long as the city has not confirmed it; the row and the reason tell that it was there. */
export const removeEvaluationFile = command({
  permission: "security-models.evaluations.files.remove",
  domain: "security-models",
  input: evaluationFileRemove,
  run: async (tx, { id, reason }, scope) => {
    const { evaluationId, campaignId, pointId } = await findEvaluationFile(tx, id);
    await tx.$queryRaw(sql`SELECT FROM point_evaluation WHERE id = ${evaluationId}::uuid FOR UPDATE`);
    const { state, closed, campaignId: _, pointId: __, ...file } = await findEvaluationFile(tx, id);
    requireOpen({ state, closed }, "reason");
    return { result: { id, campaignId, pointId }, audit: await detachFile(tx, scope, file, reason) };
  },
});

/** Asks the scanner again about a sheet's file that waits for it. */
export const releaseEvaluationFile = (id: string, address: string): Promise<void> =>
  releaseFile(id, address, "security-models.evaluations.files.scan", findEvaluationFile);

type Sheet = { id: string; unitId: number; state: EvaluationState; closed: boolean };

async function findSheet(tx: Tx, campaignId: string, pointId: string, lock: Sql) {
  const [sheet] = await tx.$queryRaw<Sheet[]>(sql`
    SELECT e.id, e.unit_id AS "unitId", e.state::text, c.closed_at IS NOT NULL AS closed
      FROM point_evaluation e JOIN evaluation_campaign c ON c.id = e.campaign_id
     WHERE e.campaign_id = ${campaignId}::uuid AND e.point_id = ${pointId}::uuid ${lock === empty ? empty : sql`${lock} OF e`}`);
  return sheet;
}

function requireOpen({ state, closed }: Pick<Sheet, "state" | "closed">, field: string) {
  if (closed) throw invalid(field, "campaign-closed");
  if (!canPropose(state)) throw invalid(field, "sheet-confirmed");
}
