import type { Day } from "@/lib/core/days";
import type { RuralLevel } from "@/prisma/client/enums";

/** The steps from the lowest up; each stands on the one before it (T1). */
export const levels = ["standard", "advanced", "exemplary"] as const satisfies readonly RuralLevel[];

/** Which communes a share is taken of (T2): those of 30/06/2025, or those since 01/07/2025. The two are never added. */
export const bases = ["former", "current"] as const;
export type Base = (typeof bases)[number];

/** The last day of the units before Nghị quyết 1668/NQ-UBTVQH15, and the first of those since. */
export const lastFormerDay: Day = "2025-06-30";
export const firstCurrentDay: Day = "2025-07-01";
