import type { Day } from "@/lib/core/days";
import { mergerDay } from "../../reference/units";
import { stated } from "../distributions";
import { picker, type Random } from "../random";
import type { DemoUnit, DemoUnits } from "../units";
import type { ModelLife } from "./models";
import type { Where } from "./sketch";

/** Today's units on the coast of the former Sóc Trăng. */
const coast = new Set(["31673", "31679", "31633", "31783", "31789", "31795", "31804", "31810"]);

const suits: Record<Where, (unit: DemoUnit) => boolean> = {
  anywhere: () => true,
  urban: (unit) => unit.type !== "commune",
  rural: (unit) => unit.type !== "ward",
  coast: (unit) => coast.has(unit.homeCode),
  khmer: (unit) => unit.region === "soc-trang",
};

/** Draws units for a model's points among those that existed on the day; points told for Phú Lợi are not added to. */
export function settings(
  { sketch, named }: ModelLife,
  units: DemoUnits,
): (day: Day, random: Random) => DemoUnit {
  const told = named !== null && named.phuLoi.length > 0;
  const among = (day: Day) =>
    picker(
      units
        .on(day)
        .filter((unit) => suits[sketch.where](unit) && !(told && unit.homeCode === stated.phuLoi.code))
        .map((unit) => [unit, unit.weight] as const),
    );
  const former = among("2025-06-30");
  const current = among(mergerDay);
  return (day, random) => (day < mergerDay ? former : current)(random);
}
