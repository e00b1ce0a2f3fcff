import type { Day } from "@/lib/core/days";
import { mergerDay } from "../../reference/units";
import type { DemoContext } from "../context";
import type { PointRow } from "./points";

/** Finds the points that ran on a day where a unit's rows of that day lie: its own and, since the merger, its predecessors'. */
export function runningPoints({ units }: DemoContext, points: readonly PointRow[]) {
  const homes = new Map(units.all.map(({ id, homeCode }) => [id, homeCode]));
  const byHome = new Map<string | undefined, PointRow[]>();
  for (const point of points) {
    const home = homes.get(point.unitId);
    byHome.set(home, [...(byHome.get(home) ?? []), point]);
  }
  return (unitId: number, day: Day): PointRow[] =>
    (byHome.get(homes.get(unitId)) ?? []).filter(
      ({ unitId: own, startedOn, endedOn }) =>
        startedOn !== null &&
        startedOn <= day &&
        (endedOn === null || endedOn > day) &&
        (day >= mergerDay || own === unitId),
    );
}
