import type { Day } from "@/lib/core/days";

/** Thông tư 124/2021/TT-BCA, in force from this day; nothing is recorded for a year before it. */
export const circular = { number: "124/2021/TT-BCA", from: "2022-02-10" as Day, firstYear: 2022 } as const;

/** Who is considered for the standard (Thông tư 124/2021/TT-BCA, Điều 1). */
export const kinds = ["area", "agency", "enterprise", "school", "commune"] as const;

/** Those of a commune whose registration and recognition its own depends on (Điều 5). */
export const countedKinds = ["area", "agency", "enterprise", "school"] as const;
export type CountedKind = (typeof countedKinds)[number];

/** Those the portal keeps a list of its own for. */
export const subjectKinds = ["agency", "enterprise", "school"] as const;
