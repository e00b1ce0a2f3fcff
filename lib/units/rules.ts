import type { Day } from "@/lib/core/days";

type Edge = {
  predecessorId: number;
  successorId: number;
  effectiveOn: Day;
  kind: "whole" | "unchanged" | "part" | "remainder";
};
type Validity = { validFrom: Day | null; validTo: Day | null };

/** True when a unit existed on a day; no first day = before the records begin. */
export function existedOn(unit: Validity, day: Day): boolean {
  return (unit.validFrom === null || unit.validFrom <= day) && (unit.validTo === null || day <= unit.validTo);
}

/**
 * The unit that carries each unit's rows on a day ("địa giới hiện nay"): along whole, unchanged and remainder
 * edges, of which a unit has one at most; a part that left carries no rows (T3, T4). Throws on a circle.
 */
export function carriers(unitIds: readonly number[], edges: readonly Edge[], day: Day): Map<number, number> {
  const next = new Map(
    edges
      .filter((edge) => edge.kind !== "part" && edge.effectiveOn <= day)
      .map((edge) => [edge.predecessorId, edge.successorId]),
  );
  const carrierOf = (id: number) => {
    let at = id;
    for (let step = 0; next.has(at); step++) {
      if (step > next.size) throw new Error(`lineage runs in a circle at unit ${id}`);
      at = next.get(at) as number;
    }
    return at;
  };
  return new Map(unitIds.map((id) => [id, carrierOf(id)]));
}

/** A unit as URLs name it: its code while in force, "code@last day" once dissolved, since codes are used again (T5). */
export function unitRef(unit: { code: string; validTo: Day | null }): string {
  return unit.validTo === null ? unit.code : `${unit.code}@${unit.validTo}`;
}
