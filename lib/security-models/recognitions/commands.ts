import type * as z from "zod";
import type { Scope } from "@/lib/core/access";
import { command } from "@/lib/core/command";
import { toDate } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { lockPoint, type PointRecord } from "../points/queries";
import { findModel } from "../queries";
import { isGranted, lockRecognition, spanOf } from "./queries";
import { dayFault, levelsFor } from "./rules";
import { recognitionGrant, recognitionRevoke } from "./schema";

/** Records who recognised a model, or one of its points: a ward its own level for its own points, the city any. */
export const grantModelRecognition = command({
  permission: "security-models.recognitions.grant",
  domain: "security-models",
  input: recognitionGrant,
  creates: true,
  run: async (tx, input, scope) => {
    const { id, modelId, pointId, level, decidedOn, document, nationwide, note } = input;
    const point = await lockSubject(tx, scope, input);
    if (!levelsFor(scope.unitId === null).includes(level)) throw invalid("level", "not-your-level");
    if (point && point.startedOn === null) throw invalid("level", "not-begun");
    const fault = dayFault(
      point ? { startedOn: point.startedOn, until: point.endedOn } : await spanOf(tx, modelId),
      decidedOn,
    );
    if (fault) throw invalid("decidedOn", fault);
    if (await isGranted(tx, modelId, pointId ?? null, level)) throw invalid("level", "granted-before");
    await tx.recognition.create({
      data: {
        id,
        modelId,
        pointId: pointId ?? null,
        unitId: point?.unitId ?? null,
        level,
        document: document ?? null,
        decidedOn: decidedOn ? toDate(decidedOn) : null,
        nationwide,
        note: note ?? null,
        createdById: scope.userId,
      },
      select: { id: true },
    });
    return {
      result: { id, modelId, pointId },
      audit: {
        subjectId: modelId,
        unitId: point?.unitId ?? null,
        after: { level, document, decidedOn, nationwide, note, site: point?.site },
      },
    };
  },
});

/** Takes a recognition back from a day on, with the reason; it stays to be read, and stood until that day. */
export const revokeModelRecognition = command({
  permission: "security-models.recognitions.revoke",
  domain: "security-models",
  input: recognitionRevoke,
  run: async (tx, { id, version, revokedOn, reason }) => {
    const before = await lockRecognition(tx, id);
    if (before.revokedOn !== null) throw invalid("revokedOn", "revoked-before");
    if (before.version !== version)
      throw new AppError("conflict", { version: before.version, differing: [] });
    // The point would still say "recognised": its step is taken back there, and this with it.
    if (before.fromStep) throw invalid("reason", "of-a-step");
    if (before.decidedOn !== null && revokedOn < before.decidedOn)
      throw invalid("revokedOn", `before-grant:${before.decidedOn}`);
    await tx.recognition.update({
      where: { id },
      data: { revokedOn: toDate(revokedOn), revokedReason: reason, version: version + 1 },
      select: { id: true },
    });
    const { modelId, pointId, unitId, level, document, decidedOn, site } = before;
    return {
      result: { id, modelId, pointId },
      audit: {
        subjectId: modelId,
        unitId,
        before: { level, document, decidedOn, site, revokedOn: null },
        after: { revokedOn },
        reason,
      },
    };
  },
});

type Input = z.output<typeof recognitionGrant>;

/** Holds the point, or the model as a whole, so that of two who record the same one is the later. */
async function lockSubject(
  tx: Tx,
  scope: Scope,
  { modelId, pointId }: Input,
): Promise<PointRecord | undefined> {
  if (pointId === undefined) {
    if (scope.unitId !== null) throw new AppError("denied");
    await tx.$queryRaw(sql`SELECT FROM security_model WHERE id = ${modelId}::uuid FOR UPDATE`);
    await findModel(tx, modelId);
    return undefined;
  }
  const point = await lockPoint(tx, pointId);
  if (point.modelId !== modelId) throw new AppError("not-found");
  return point;
}
