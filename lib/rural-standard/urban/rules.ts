import type { Day } from "@/lib/core/days";
import type { FieldIssue } from "@/lib/core/errors";
import { existedOn } from "@/lib/units/rules";
import type { UnitType } from "@/prisma/client/enums";
import { type CriteriaSet, criteriaSetOn, validityFault } from "../rules";

type Urban = { type: UnitType; validFrom: Day | null; validTo: Day | null };

/** Why a unit cannot be recognised as đô thị văn minh by a decision (QĐ 04/2022/QĐ-TTg: phường, thị trấn), or undefined. */
export function urbanFault(
  unit: Urban,
  { decisionDate, validFrom }: { decisionDate: Day; validFrom: Day },
  sets: readonly CriteriaSet[],
): FieldIssue | undefined {
  if (unit.type === "commune") return { field: "unitId", code: "not-a-ward" };
  if (!existedOn(unit, decisionDate)) return { field: "unitId", code: "unit-not-then" };
  const validity = validityFault(decisionDate, validFrom);
  if (validity) return validity;
  if (!existedOn(unit, validFrom)) return { field: "validFrom", code: "unit-not-then" };
  if (!criteriaSetOn(sets, decisionDate))
    return { field: "decisionDate", code: `before-programme:${sets[0]?.from ?? decisionDate}` };
  return undefined;
}
