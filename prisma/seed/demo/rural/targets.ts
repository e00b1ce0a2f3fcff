import type { Day } from "@/lib/core/days";
import type { RuralLevel } from "@/prisma/client/enums";
import { moment } from "../calendar";
import type { DemoContext } from "../context";
import { demoDocument, demoId } from "../identity";
import { cityKeeper } from "../users";

type Target = { base: "former" | "current"; year: number; day: Day } & Record<RuralLevel, number>;

/** Invented, as plans are: a little above and a little below what was reached. */
const targets: readonly Target[] = [
  { base: "former", year: 2022, day: "2022-02-18", standard: 96, advanced: 42, exemplary: 4 },
  { base: "former", year: 2023, day: "2023-02-15", standard: 102, advanced: 55, exemplary: 9 },
  { base: "former", year: 2024, day: "2024-02-20", standard: 110, advanced: 66, exemplary: 14 },
  { base: "former", year: 2025, day: "2025-02-14", standard: 116, advanced: 72, exemplary: 18 },
  { base: "current", year: 2026, day: "2026-02-25", standard: 12, advanced: 4, exemplary: 0 },
];

/** The rows of rural_target up to the day of the demo. */
export function demoTargets({ today }: DemoContext) {
  return targets
    .filter(({ day }) => day <= today)
    .flatMap(({ base, year, day, ...numbers }) =>
      (["standard", "advanced", "exemplary"] as const).map((level) => ({
        id: demoId("rural target", base, year, level),
        year,
        level,
        base,
        target: numbers[level],
        documentNumber: demoDocument(100 + (year % 100)),
        documentDate: day,
        recordedById: cityKeeper,
        createdAt: moment(day, 14, 0),
      })),
    );
}
