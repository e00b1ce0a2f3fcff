import { command } from "@/lib/core/command";
import { toDate, today } from "@/lib/core/days";
import { AppError } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { ruralLadder } from "../queries";
import { targetsOf } from "./queries";
import { targetFault } from "./rules";
import { targetSet } from "./schema";

/** Sets what the city means to reach by the end of a year; an earlier figure of the same year stays in the log. */
export const setTarget = command({
  permission: "rural-standard.targets.set",
  domain: "rural-standard",
  input: targetSet,
  creates: true,
  run: async (tx, { documentDate, ...input }, scope) => {
    const { year, level, base, target } = input;
    await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtext('rural targets'), ${year})`);
    const { base: communes } = await ruralLadder(tx, scope, { ids: null, asOf: today(), base });
    const before = await targetsOf(tx, base, year);
    const fault = targetFault(before, level, target, communes);
    if (fault) throw new AppError("invalid", { issues: [fault] });
    await tx.ruralTarget.create({
      data: { ...input, documentDate: toDate(documentDate), recordedById: scope.userId },
      select: { id: true },
    });
    return {
      result: { id: input.id, base: base as string | undefined },
      audit: {
        subjectId: input.id,
        before: before[level] === undefined ? undefined : { year, level, base, target: before[level] },
        after: { ...input, documentDate },
      },
    };
  },
});
