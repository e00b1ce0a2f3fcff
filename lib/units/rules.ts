import { addDays, type Day, today } from "@/lib/core/days";

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

/** The days on which the units of a list began or gave way to others, in order. */
export const turningDays = (units: readonly Validity[]): Day[] =>
  [
    ...new Set(
      units.flatMap(({ validFrom, validTo }) => [
        ...(validFrom === null ? [] : [validFrom]),
        ...(validTo === null ? [] : [addDays(validTo, 1)]),
      ]),
    ),
  ].sort();

/** True when a unit's last day has passed; a decision may give it one that is still to come. */
export const isDissolved = ({ validTo }: { validTo: Day | null }, now: Day = today()): boolean =>
  validTo !== null && validTo < now;

/**
 * A unit as URLs name it: its code while in force, "code@last day" once dissolved, "code@first day" while it is
 * still to come, since codes are used again (T5).
 */
export function unitRef(
  unit: { code: string; validFrom?: Day | null; validTo: Day | null },
  now: Day = today(),
): string {
  if (isDissolved(unit, now)) return `${unit.code}@${unit.validTo}`;
  return unit.validFrom && unit.validFrom > now ? `${unit.code}@${unit.validFrom}` : unit.code;
}
