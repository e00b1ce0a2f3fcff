import { attachFile, detachFile, releaseFile } from "@/lib/core/attached-files";
import { command } from "@/lib/core/command";
import { sql } from "@/lib/core/sql";
import { findPointFile } from "./queries";
import { pointFileAdd, pointFileRemove } from "./schema";

/** Adds a photo or document to a point of one's own unit; the client's id makes sending twice the same as once. */
export const addPointFile = command({
  permission: "security-models.points.files.add",
  domain: "security-models",
  input: pointFileAdd,
  creates: true,
  run: (tx, { pointId, ...file }, scope) =>
    attachFile(tx, scope, { pointId }, file, async (lock) => {
      const [point] = await tx.$queryRaw<{ unitId: number }[]>(
        sql`SELECT unit_id AS "unitId" FROM model_point WHERE id = ${pointId}::uuid ${lock}`,
      );
      return point?.unitId;
    }),
});

/** Takes a file of a point away for good: its bytes are deleted, the row and the reason tell that it was there. */
export const removePointFile = command({
  permission: "security-models.points.files.remove",
  domain: "security-models",
  input: pointFileRemove,
  run: async (tx, { id, reason }, scope) => {
    const file = await findPointFile(tx, id);
    return {
      result: { id, pointId: file.pointId },
      audit: await detachFile(tx, scope, file, reason),
    };
  },
});

/** Asks the scanner again about a point's file that waits for it. */
export const releasePointFile = (id: string, address: string): Promise<void> =>
  releaseFile(id, address, "security-models.points.files.scan", findPointFile);
