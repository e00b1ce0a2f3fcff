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

export type CriteriaSet = {
  key: string;
  /** Decisions from this day on are taken by it. */
  from: Day;
  /** The texts that set the criteria. */
  citation: string;
};

/** The national criteria for communes, oldest first; which of them holds follows from the day of the decision. */
export const criteriaSets = [
  {
    key: "2010-2020",
    from: "2009-04-16",
    citation: "QĐ 491/QĐ-TTg ngày 16/04/2009; QĐ 800/QĐ-TTg ngày 04/06/2010; QĐ 342/QĐ-TTg ngày 20/02/2013",
  },
  {
    key: "2016-2020",
    from: "2016-01-01",
    citation:
      "QĐ 1600/QĐ-TTg ngày 16/08/2016; QĐ 1980/QĐ-TTg ngày 17/10/2016; QĐ 691/QĐ-TTg ngày 05/06/2018 (kiểu mẫu)",
  },
  {
    key: "2021-2025",
    from: "2022-01-01",
    citation: "QĐ 318/QĐ-TTg ngày 08/03/2022 (đạt chuẩn, nâng cao); QĐ 319/QĐ-TTg ngày 08/03/2022 (kiểu mẫu)",
  },
  { key: "2026-2030", from: "2026-02-15", citation: "QĐ 51/2025/QĐ-TTg, hiệu lực từ 15/02/2026" },
] as const satisfies readonly CriteriaSet[];
