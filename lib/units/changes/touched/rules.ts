import type { Day } from "@/lib/core/days";
import { existedOn } from "../../rules";
import type { Plan, UnitState } from "../rules";

/** Communes in force on a day, and how many of them meet the rural standard. */
export type Rung = { communes: number; standard: number };
/** A ladder before and after a change. */
export type Ladder = { day: Day; before: Rung; after: Rung };

type Edges = Pick<Plan, "edges">;

/** The unit that one to come goes on from under its grants: the rules' twin of the view unit_goes_on. */
function selfBefore({ edges }: Edges, at: number): number | undefined {
  const into = edges.filter(({ to }) => to === at);
  const same = into.find(({ kind }) => kind === "unchanged");
  if (same) return same.from;
  return into.some(({ kind }) => kind === "whole")
    ? undefined
    : into.find(({ kind }) => kind === "remainder")?.from;
}

/**
 * The communes in force on a day and those of them with the standard, as they are and as a change makes them; `holders`
 * are the units that hold it today, by their earlier selves too. A change of a later day leaves the day as it is.
 */
export function ladderOn(
  day: Day,
  plan: Plan,
  units: readonly UnitState[],
  effectiveOn: Day,
  holders: ReadonlySet<number>,
): Ladder {
  const communes = units.filter((unit) => unit.type === "commune" && existedOn(unit, day));
  const rungOf = (ids: readonly number[]): Rung => ({
    communes: ids.length,
    standard: ids.filter((id) => holders.has(id)).length,
  });
  const before = rungOf(communes.map(({ id }) => id));
  if (day < effectiveOn) return { day, before, after: before };
  const left = rungOf(communes.map(({ id }) => id).filter((id) => !plan.ends.includes(id)));
  const begun = plan.begins.flatMap(({ type }, at) => (type === "commune" ? [selfBefore(plan, at)] : []));
  return {
    day,
    before,
    after: {
      communes: left.communes + begun.length,
      standard: left.standard + begun.filter((id) => id !== undefined && holders.has(id)).length,
    },
  };
}

export const isSameRung = ({ before, after }: Ladder): boolean =>
  before.communes === after.communes && before.standard === after.standard;

export type Size = { area: number | null; population: number | null };
/** A size that units to come lack, and by how much the city's total falls short until it is entered (T17). */
export type Lacking = { what: keyof Size; units: string[]; missing: number };

/** What of the city's area and people a change leaves without a figure; `known` = what holds of units that end. */
export function lackingOf(plan: Plan, known: ReadonlyMap<number, Size>): Lacking[] {
  const { ends, begins, edges } = plan;
  // A change of name or type alone: the facts of the unit before are its own (sameUnit).
  const only = edges.length === 1 && edges[0]?.kind === "unchanged";
  if (only) return [];
  return (["area", "population"] as const).flatMap((what) => {
    const sizes = begins.map(({ fullName, areaKm2, population }) => ({
      fullName,
      size: what === "area" ? areaKm2 : population,
    }));
    const units = sizes.filter(({ size }) => size === null).map(({ fullName }) => fullName);
    const sum = (values: readonly (number | null | undefined)[]) =>
      values.reduce<number>((total, value) => total + (value ?? 0), 0);
    const left = sum(ends.map((id) => known.get(id)?.[what])) - sum(sizes.map(({ size }) => size));
    const missing = Math.round(left * 100) / 100;
    return units.length > 0 && missing > 0 ? [{ what, units, missing }] : [];
  });
}
