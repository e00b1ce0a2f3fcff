import { addDays, type Day } from "@/lib/core/days";
import { yearOf } from "../calendar";
import type { DemoContext } from "../context";
import { ratings as drawn } from "../distributions";
import { chance, picker, type Random } from "../random";
import type { PointRow } from "./points";

const good = picker(drawn.grades.good);
const weak = picker(drawn.grades.weak);

/** What points are rated on the last day of each half of the reporting year, those that have run long enough. */
export function demoRatings({ today, streams }: DemoContext, points: readonly PointRow[]) {
  const days = ratingDays(today);
  return points.flatMap((point) => {
    const random = streams("ratings", point.id);
    return days
      .filter((day) => isRated(point, day) && chance(random, drawn.rated))
      .map((ratedOn) => ({
        pointId: point.id,
        ratedOn,
        unitId: point.unitId,
        grade: gradeOf(point, ratedOn, today, random),
      }));
  });
}

function ratingDays(today: Day): Day[] {
  const days: Day[] = [];
  for (let year = yearOf(drawn.first); year <= yearOf(today); year += 1)
    days.push(...drawn.monthDays.map((monthDay) => `${year}-${monthDay}`));
  return days.filter((day) => day >= drawn.first && addDays(day, drawn.decidedAfter) <= today);
}

function isRated({ startedOn, endedOn }: PointRow, day: Day): boolean {
  return (
    startedOn !== null && addDays(startedOn, drawn.afterDays) <= day && (endedOn === null || endedOn > day)
  );
}

/** A point about to be removed, or one being consolidated now, was not doing well before. */
function gradeOf({ status, endKind }: PointRow, day: Day, today: Day, random: Random): string {
  const struggling =
    endKind === "removed" ||
    ((status === "consolidating" || status === "suspended") && day > addDays(today, -370));
  return (struggling ? weak : good)(random);
}
