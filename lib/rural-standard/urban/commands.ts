import { command } from "@/lib/core/command";
import { toDate } from "@/lib/core/days";
import { AppError, differing, invalid } from "@/lib/core/errors";
import { unitById } from "@/lib/units/queries";
import { unitRef } from "@/lib/units/rules";
import { listSets } from "../criteria/queries";
import { latestSelf } from "../queries";
import { criteriaSetOn } from "../rules";
import { listUrbanSteps, unitOfUrban } from "./queries";
import { urbanFault } from "./rules";
import { urbanRecognize, urbanRevoke } from "./schema";

/** Recognises a ward as đô thị văn minh by a decision; again after some years by another one. */
export const recognizeUrban = command({
  permission: "rural-standard.urban.recognize",
  domain: "rural-standard",
  input: urbanRecognize,
  unit: ({ unitId }) => unitId,
  creates: true,
  run: async (tx, { decisionDate, validFrom = decisionDate, ...input }, scope) => {
    const unit = await unitById(tx, scope, input.unitId);
    const sets = await listSets(tx, "urban");
    const days = { decisionDate, validFrom };
    const fault = urbanFault(unit, days, sets);
    if (fault) throw new AppError("invalid", { issues: [fault] });
    const criteriaSet = criteriaSetOn(sets, decisionDate)?.key ?? "";
    await tx.urbanRecognition.create({
      data: { ...input, criteriaSet, decisionDate: toDate(decisionDate), validFrom: toDate(validFrom) },
      select: { id: true },
    });
    return {
      result: { id: input.id, ref: unitRef(unit) as string | undefined },
      audit: { subjectId: input.id, unitId: unit.id, after: { ...input, ...days, criteriaSet } },
    };
  },
});

/** Takes a recognition back from a day on; the record and the reason stay. */
export const revokeUrban = command({
  permission: "rural-standard.urban.revoke",
  domain: "rural-standard",
  input: urbanRevoke,
  run: async (tx, { id, version, revokedOn, reason }, scope) => {
    const unit = await unitById(tx, scope, await unitOfUrban(tx, id));
    const before = (await listUrbanSteps(tx, unit.id)).find((step) => step.id === id);
    if (!before) throw new AppError("not-found");
    if (before.version !== version || before.revokedOn)
      throw new AppError("conflict", {
        version: before.version,
        differing: differing({ revokedOn: before.revokedOn }, { revokedOn }),
      });
    if (revokedOn < before.decisionDate) throw invalid("revokedOn", "before-decision");
    await tx.urbanRecognition.update({
      where: { id },
      data: { revokedOn: toDate(revokedOn), revokedReason: reason, version: version + 1 },
      select: { id: true },
    });
    return {
      result: { id, ref: unitRef(await latestSelf(tx, scope, unit)) as string | undefined },
      audit: { subjectId: id, unitId: unit.id, before, after: { revokedOn }, reason },
    };
  },
});
