import type { Day } from "@/lib/core/days";
import { lastFormerDay, mergerDay } from "../../reference/units";
import { moment } from "../calendar";
import type { DemoContext } from "../context";
import { demoDocument, demoId } from "../identity";
import { pick, pickSeveral, whole } from "../random";

/** The rows of urban_recognition: some wards of today, and some of the former wards and townships, which keep theirs (T2). */
export function demoUrban(context: DemoContext) {
  const { units, today, streams } = context;
  const random = streams("urban");
  const former = units.on(lastFormerDay).filter(({ type }) => type !== "commune");
  const current = units.on(mergerDay).filter(({ type, code }) => type === "ward" && code !== "31510");
  const drawn = [
    ...pickSeveral(
      random,
      former.map((unit) => [unit, 1] as const),
      22,
    ).map((unit) => ({
      unit,
      day: pick<Day>(random, ["2023-06-20", "2023-12-18", "2024-06-21", "2024-12-19"]),
    })),
    ...pickSeveral(
      random,
      current.map((unit) => [unit, 1] as const),
      9,
    ).map((unit) => ({
      unit,
      day: pick<Day>(random, ["2025-12-17", "2026-04-22"]),
    })),
  ];
  return drawn
    .filter(({ day }) => day <= today)
    .map(({ unit, day }) => ({
      id: demoId("urban", unit.code, String(unit.former)),
      unitId: unit.id,
      criteriaSet: "do-thi-2022",
      decisionNumber: demoDocument(whole(streams("urban decision", unit.region, day), 101, 3900)),
      decisionDate: day,
      validFrom: day,
      createdAt: moment(day, 9, 30),
    }));
}
