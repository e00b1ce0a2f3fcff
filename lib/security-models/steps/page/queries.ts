import * as z from "zod";
import { may } from "@/lib/core/access";
import { today } from "@/lib/core/days";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { findPoint } from "../../points/queries";
import { mergeTargets, stepsOf } from "../queries";
import { lastStepOn, latestOf, stepsFrom, transitionOf } from "../rules";
import { stepKind } from "../schema";

/**
 * A step of a point as its form opens it; `open` is false where the point's state has moved on and the step no longer
 * follows from it. Throws AppError: not-found, denied (a step of the city's asked by a ward).
 */
export const stepPage = query({
  permission: "security-models.steps.take",
  input: z.object({ id: z.uuid(), kind: stepKind }),
  run: async (tx, { id, kind }, scope) => {
    const point = await findPoint(tx, id);
    const { by } = transitionOf(kind);
    if (by === "city" && !may(scope, "security-models.steps.decide")) throw new AppError("denied");
    const steps = await stepsOf(tx, id);
    return {
      point,
      kind,
      open: stepsFrom(point.status).includes(kind),
      lastOn: lastStepOn(steps),
      last: latestOf(steps),
      targets: kind === "merge" ? await mergeTargets(tx, id, today()) : [],
    };
  },
});
