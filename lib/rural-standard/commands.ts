import { command } from "@/lib/core/command";
import { toDate } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, differing } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { type UnitOption, unitById } from "@/lib/units/queries";
import { requireUnitOn } from "@/lib/units/resolve/queries";
import { unitRef } from "@/lib/units/rules";
import { listSets } from "./criteria/queries";
import { latestSelf, unitOfStep, wholeLadder } from "./queries";
import { criteriaSetOn, recognitionFault, revocationFault } from "./rules";
import { ruralRecognize, ruralRevoke } from "./schema";

/** Grants a commune a step of the ladder; the set of criteria follows from the day of the decision. */
export const recognizeCommune = command({
  permission: "rural-standard.recognize",
  domain: "rural-standard",
  input: ruralRecognize,
  unit: ({ unitId }) => unitId,
  creates: true,
  run: async (tx, { decisionDate, validFrom = decisionDate, ...input }, scope) => {
    const unit = await unitById(tx, scope, input.unitId);
    if (unit.type === "commune") await requireUnitOn(tx, scope, unit.id, decisionDate);
    await holdLadder(tx, unit.id);
    const sets = await listSets(tx, "rural");
    const days = { decisionDate, validFrom };
    const fault = recognitionFault(unit, await wholeLadder(tx, unit.id), input.level, days, sets);
    if (fault) throw new AppError("invalid", { issues: [fault] });
    const criteriaSet = criteriaSetOn(sets, decisionDate)?.key ?? "";
    await tx.ruralRecognition.create({
      data: { ...input, criteriaSet, decisionDate: toDate(decisionDate), validFrom: toDate(validFrom) },
      select: { id: true },
    });
    return {
      result: saved(input.id, unit),
      audit: { subjectId: input.id, unitId: unit.id, after: { ...input, ...days, criteriaSet } },
    };
  },
});

/** Takes a step back from a day on, the highest first; the record and the reason stay. */
export const revokeRecognition = command({
  permission: "rural-standard.revoke",
  domain: "rural-standard",
  input: ruralRevoke,
  run: async (tx, { id, version, revokedOn, reason }, scope) => {
    const unit = await unitById(tx, scope, await unitOfStep(tx, id));
    await holdLadder(tx, unit.id);
    const steps = await wholeLadder(tx, unit.id);
    const before = steps.find((step) => step.id === id);
    if (!before) throw new AppError("not-found");
    if (before.version !== version || before.revokedOn)
      throw new AppError("conflict", {
        version: before.version,
        differing: differing({ revokedOn: before.revokedOn }, { revokedOn }),
      });
    const fault = revocationFault(steps, before, revokedOn);
    if (fault) throw new AppError("invalid", { issues: [fault] });
    await tx.ruralRecognition.update({
      where: { id },
      data: { revokedOn: toDate(revokedOn), revokedReason: reason, version: version + 1 },
      select: { id: true },
    });
    return {
      result: saved(id, await latestSelf(tx, scope, unit)),
      audit: { subjectId: id, unitId: unit.id, before, after: { revokedOn }, reason },
    };
  },
});

// A repeated request is answered with the id alone: where the commune is found is left out then.
const saved = (id: string, unit: UnitOption): { id: string; ref?: string } => ({ id, ref: unitRef(unit) });

/** One change of a commune's ladder at a time: two steps checked side by side could each miss the other. */
async function holdLadder(tx: Tx, unitId: number) {
  await tx.$executeRaw(
    sql`SELECT pg_advisory_xact_lock(hashtext('rural-standard'), (SELECT min(self_id) FROM unnest(app_all_selves(${unitId}::int)) s (self_id)))`,
  );
}
