import type { FieldIssue } from "@/lib/core/errors";
import type { RuralLevel } from "@/prisma/client/enums";
import { levels } from "../catalog";

/** The targets of one year and base, as far as they are set. */
export type YearTargets = Partial<Record<RuralLevel, number>>;

/** Why a target cannot be set beside the others of its year: steps are nested, and no more communes climb than there are. */
export function targetFault(
  others: YearTargets,
  level: RuralLevel,
  target: number,
  base: number,
): FieldIssue | undefined {
  if (target > base) return { field: "target", code: `above-base:${base}` };
  const at = levels.indexOf(level);
  for (const [position, other] of levels.entries()) {
    const set = others[other];
    if (set === undefined) continue;
    if (position < at && target > set) return { field: "target", code: `above-step-below:${set}` };
    if (position > at && target < set) return { field: "target", code: `below-step-above:${set}` };
  }
  return undefined;
}
