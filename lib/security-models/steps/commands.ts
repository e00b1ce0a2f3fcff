import type * as z from "zod";
import type { Scope } from "@/lib/core/access";
import { command } from "@/lib/core/command";
import { toDate, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { unitById } from "@/lib/units/queries";
import { existedOn } from "@/lib/units/rules";
import type { RecognitionLevel } from "@/prisma/client/enums";
import { isWaiting } from "../points/catalog";
import { findPoint, lockPoint, type PointRecord, what } from "../points/queries";
import { mergeTargets, stepsOf } from "./queries";
import { lastStepOn, latestOf, reversible, stepFault, transitionOf, unitFault } from "./rules";
import { stepReverse, stepTake } from "./schema";

/** A step that is the ward's to take: pilot, launch, consolidate, suspend, resume. */
export const takeStep = command({
  permission: "security-models.steps.take",
  domain: "security-models",
  input: stepTake,
  creates: true,
  run: (tx, input, scope) => step(tx, input, scope, "ward"),
});

/** A step that is the city's: approve, decline, recognise, replicate, merge, remove, finish. */
export const decideStep = command({
  permission: "security-models.steps.decide",
  domain: "security-models",
  input: stepTake,
  creates: true,
  run: (tx, input, scope) => step(tx, input, scope, "city"),
});

/** Takes back the last step that stands, with the reason; the point is again what it was before, the step stays to be read. */
export const reverseStep = command({
  permission: "security-models.steps.reverse",
  domain: "security-models",
  input: stepReverse,
  run: async (tx, { id, pointId, reason }, scope) => {
    const point = await lockPoint(tx, pointId);
    const steps = await stepsOf(tx, pointId);
    const step = steps[reversible(steps)];
    if (!steps.some((known) => known.id === id)) throw new AppError("not-found");
    if (step?.id !== id) throw invalid("reason", "not-the-last");
    if (isWaiting(step.fromStatus ?? "proposed") && !isWaiting(step.toStatus) && point.mergedHere > 0)
      throw invalid("reason", "merged-here");
    // Without its start, a point would leave every figure it ever stood in.
    const begins = isWaiting(step.fromStatus ?? "proposed") && !isWaiting(step.toStatus);
    if (begins && (await what(tx, pointId)).some((kind) => kind !== "files" && kind !== "copies"))
      throw invalid("reason", "in-use");
    await tx.pointStep.update({
      where: { id },
      data: { reversedAt: new Date(), reversedById: scope.userId, reversedReason: reason },
      select: { id: true },
    });
    if (step.kind === "recognize")
      await tx.$executeRaw(sql`
        UPDATE recognition SET revoked_on = coalesce(decided_on, ${today()}::date), revoked_reason = ${reason}, version = version + 1
         WHERE id = ${id}::uuid AND revoked_on IS NULL`);
    return {
      result: { id: pointId },
      audit: {
        subjectId: pointId,
        unitId: point.unitId,
        before: { status: step.toStatus, kind: step.kind, happenedOn: step.happenedOn },
        after: { status: step.fromStatus },
        reason,
      },
    };
  },
});

type Input = z.output<typeof stepTake>;

async function step(tx: Tx, input: Input, scope: Scope, by: "ward" | "city") {
  const { id, pointId, version, kind, happenedOn, decision, minutes, reason, intoId, level } = input;
  const { to, by: owner } = transitionOf(kind);
  if (owner !== by) throw new AppError("denied");
  const point = await lockPoint(tx, pointId, kind === "merge" ? intoId : undefined);
  const steps = await stepsOf(tx, pointId);
  // Somebody was faster, or did it already in another tab: a step is never written over, so what was recorded is told.
  if (point.version !== version)
    throw new AppError("conflict", {
      version: point.version,
      since: { status: point.status, step: latestOf(steps) },
    });
  const fault = stepFault(kind, point, happenedOn, lastStepOn(steps));
  if (fault) throw invalid(fault.field, fault.code);
  if (to === "ended" && point.mergedHereOn && happenedOn < point.mergedHereOn)
    throw invalid("happenedOn", `before-merged:${point.mergedHereOn}`);
  if (kind === "merge") await requireTarget(tx, pointId, intoId as string, happenedOn);
  if (point.startedOn === null) await settle(tx, scope, point, happenedOn, !isWaiting(to));
  await tx.pointStep.create({
    data: {
      id,
      pointId,
      unitId: point.unitId,
      kind,
      fromStatus: point.status,
      toStatus: to,
      happenedOn: toDate(happenedOn),
      decision,
      minutes,
      reason,
      intoId: kind === "merge" ? intoId : null,
      createdById: scope.userId,
    },
    select: { id: true },
  });
  if (kind === "recognize" && level && !(await isRecognized(tx, pointId, level, happenedOn)))
    await recognize(tx, point, { ...input, level }, scope);
  const { unitId } = await findPoint(tx, pointId);
  return {
    result: { id },
    audit: {
      subjectId: pointId,
      unitId,
      before: { status: point.status },
      after: { status: to, kind, happenedOn, decision, minutes, reason, intoId, level },
    },
  };
}

/** True where a recognition of the level stands already: the step then rests on that one. */
async function isRecognized(tx: Tx, pointId: string, level: RecognitionLevel, day: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>(sql`
    SELECT FROM recognition WHERE point_id = ${pointId}::uuid AND level = ${level}::recognition_level
       AND (decided_on IS NULL OR decided_on <= ${day}::date) AND revoked_on IS NULL`);
  return found.length > 0;
}

/** What recognises a point is a recognition like any other, under the step's own id. */
const recognize = (
  tx: Tx,
  { modelId, id: pointId, unitId }: PointRecord,
  { id, level, decision, happenedOn }: Input & { level: NonNullable<Input["level"]> },
  scope: Scope,
) =>
  tx.recognition.create({
    data: {
      id,
      modelId,
      pointId,
      unitId,
      level,
      document: decision,
      decidedOn: toDate(happenedOn),
      createdById: scope.userId,
    },
    select: { id: true },
  });

/**
 * Nothing is approved and nothing begins in a unit before it existed, nor after it ended without another to carry it on.
 * A point that waited begins in the unit there is on its first day: where its own was merged meanwhile, in the one that
 * carries it on (T3).
 */
async function settle(tx: Tx, scope: Scope, point: PointRecord, day: string, begins: boolean) {
  const unit = await unitById(tx, scope, point.unitId);
  if (existedOn(unit, day)) return;
  const fault = unitFault(unit, day);
  if (fault) throw invalid(fault.field, fault.code);
  const [carrier] = await tx.$queryRaw<{ id: number }[]>(sql`
    SELECT o.current_id AS id FROM app_units_on(${day}::date) o WHERE o.unit_id = ${unit.id} AND o.current_id <> o.unit_id`);
  if (!carrier) throw invalid("happenedOn", "unit-not-then");
  if (begins)
    await tx.$executeRaw(sql`UPDATE model_point SET unit_id = ${carrier.id} WHERE id = ${point.id}::uuid`);
}

async function requireTarget(tx: Tx, pointId: string, intoId: string, day: string) {
  const [target] = await mergeTargets(tx, pointId, day, intoId);
  if (!target) throw invalid("intoId", "not-running");
}
