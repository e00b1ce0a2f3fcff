import type { AwardRow } from "./awards";
import type { DemoContext } from "./context";
import { chance, pick } from "./random";
import type { PointRow } from "./security-models/points";
import { runningPoints } from "./security-models/running";

/** How often an award is for the work of a model: of a collective, and where the achievement says so itself. */
const share = { collective: 0.3, said: 0.8 };

/** The model an award was given for, one that ran in the recipient's unit on the day; from a stream of its own. */
export function withModel(
  context: DemoContext,
  points: readonly PointRow[],
): (award: AwardRow) => AwardRow & { modelId: string | null } {
  const running = runningPoints(context, points);
  return (award) => {
    const random = context.streams("award model", award.id);
    const likely = award.achievement.includes("mô hình")
      ? share.said
      : award.recipientKind === "collective"
        ? share.collective
        : 0;
    const given = chance(random, likely) && award.unitId !== null;
    const found = given ? running(award.unitId as number, award.decisionDate) : [];
    return { ...award, modelId: found.length > 0 ? pick(random, found).modelId : null };
  };
}
