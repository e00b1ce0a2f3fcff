import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/core/days";
import { levels } from "@/lib/rural-standard/catalog";
import {
  criteriaSetOn,
  isAtLeast,
  isNested,
  ladderOf,
  nextLevels,
  recognitionFault,
  revocationFault,
  type Standing,
  type Step,
  shareOf,
  standingOn,
  standsOn,
} from "@/lib/rural-standard/rules";
import { referenceCriteriaSets } from "@/prisma/seed/reference/lists";

const former = { type: "commune", validFrom: null, validTo: "2025-06-30" } as const;
const present = { type: "commune", validFrom: "2025-07-01", validTo: null } as const;
const sets = referenceCriteriaSets()
  .filter(({ programme }) => programme === "rural")
  .map(({ key, validFrom, validTo, citation }) => ({ key, from: validFrom, until: validTo, citation }));
const step = (
  level: Step["level"],
  decisionDate: string,
  revokedOn: string | null = null,
  validFrom = decisionDate,
): Step => ({
  level,
  criteriaSet: criteriaSetOn(sets, decisionDate)?.key ?? "",
  decisionDate,
  validFrom,
  revokedOn,
});
const granted = (
  commune: Parameters<typeof recognitionFault>[0],
  steps: readonly Step[],
  level: Step["level"],
  decisionDate: string,
  validFrom = decisionDate,
) => recognitionFault(commune, steps, level, { decisionDate, validFrom }, sets);
const climbed = [
  step("standard", "2017-10-15"),
  step("advanced", "2020-12-25"),
  step("exemplary", "2022-10-15"),
];

describe("where a commune stands", () => {
  it("climbs on the days of its decisions", () => {
    expect(
      ["2017-10-14", "2017-10-15", "2020-12-25", "2022-10-15"].map((day) => standingOn(climbed, day)),
    ).toEqual(["none", "standard", "advanced", "exemplary"]);
  });
  it("counts from the day a decision is valid, not from the day it was taken", () => {
    const ahead = [step("standard", "2017-10-15", null, "2018-01-01")];
    expect(["2017-12-31", "2018-01-01"].map((day) => standingOn(ahead, day))).toEqual(["none", "standard"]);
  });
  it("never stands above a step that is missing or taken back (T1)", () => {
    expect(standingOn([step("exemplary", "2022-10-15")], "2023-01-01")).toBe("none");
    expect(standingOn([step("standard", "2017-10-15"), step("exemplary", "2022-10-15")], "2023-01-01")).toBe(
      "standard",
    );
    const taken = [step("standard", "2017-10-15"), step("advanced", "2020-12-25", "2024-05-01")];
    expect(["2024-04-30", "2024-05-01"].map((day) => standingOn(taken, day))).toEqual([
      "advanced",
      "standard",
    ]);
  });
});

describe("the ladder", () => {
  const stated: Standing[] = [
    ...Array(57).fill("none"),
    ...Array(35).fill("standard"),
    ...Array(56).fill("advanced"),
    ...Array(19).fill("exemplary"),
  ];

  it("shows 110 / 75 / 19 of 167 and 57 + 35 + 56 + 19 = 167 (T1)", () => {
    const ladder = ladderOf(stated);
    expect(ladder).toEqual({
      base: 167,
      standard: 110,
      advanced: 75,
      exemplary: 19,
      only: { none: 57, standard: 35, advanced: 56, exemplary: 19 },
    });
    expect(
      ["standard", "advanced", "exemplary"].map((level) =>
        (100 * (shareOf(ladder[level as Step["level"]], 167) ?? 0)).toFixed(1),
      ),
    ).toEqual(["65.9", "44.9", "11.4"]);
  });
  it("has no share of nothing", () => {
    expect(shareOf(0, ladderOf([]).base)).toBeNull();
  });
});

describe("a recognition", () => {
  it("needs the step below, in force and no later", () => {
    expect(granted(former, [], "advanced", "2022-01-01")).toEqual({
      field: "level",
      code: "needs-standard",
    });
    expect(granted(former, [], "exemplary", "2022-10-15")).toEqual({
      field: "level",
      code: "needs-both",
    });
    expect(granted(former, climbed.slice(0, 1), "exemplary", "2022-10-15")).toEqual({
      field: "level",
      code: "needs-advanced",
    });
    expect(granted(former, [step("standard", "2017-10-15", "2019-01-01")], "advanced", "2020-12-25")).toEqual(
      { field: "level", code: "needs-standard" },
    );
    expect(granted(former, climbed.slice(0, 1), "advanced", "2017-10-14")).toEqual({
      field: "decisionDate",
      code: "before-step-below:2017-10-15",
    });
    expect(granted(former, climbed.slice(0, 1), "advanced", "2017-10-15")).toBeUndefined();
  });
  it("may count from a later day than its decision's, and no step before the one below does", () => {
    expect(granted(former, [], "standard", "2020-05-10", "2020-05-09")).toEqual({
      field: "validFrom",
      code: "before-decision",
    });
    expect(granted(former, [], "standard", "2020-05-10", "2021-05-11")).toEqual({
      field: "validFrom",
      code: "too-late",
    });
    expect(granted(former, [], "standard", "2025-06-20", "2025-07-01")).toEqual({
      field: "validFrom",
      code: "unit-not-then",
    });
    const ahead = [step("standard", "2020-05-10", null, "2020-09-01")];
    expect(granted(former, ahead, "advanced", "2020-06-01")).toEqual({
      field: "decisionDate",
      code: "before-step-below:2020-09-01",
    });
    expect(granted(former, ahead, "advanced", "2020-06-01", "2020-08-31")).toEqual({
      field: "validFrom",
      code: "before-step-below:2020-09-01",
    });
    expect(granted(former, ahead, "advanced", "2020-06-01", "2020-09-01")).toBeUndefined();
  });
  it("is for communes, while they exist, since there were criteria", () => {
    expect(granted({ ...former, type: "ward" }, [], "standard", "2020-01-01")).toEqual({
      field: "unitId",
      code: "not-a-commune",
    });
    expect(granted({ ...former, type: "township" }, [], "standard", "2020-01-01")).toEqual({
      field: "unitId",
      code: "not-a-commune",
    });
    expect(granted(former, [], "standard", "2025-07-01")).toEqual({
      field: "unitId",
      code: "unit-not-then",
    });
    expect(granted(present, [], "standard", "2025-06-30")).toEqual({
      field: "unitId",
      code: "unit-not-then",
    });
    expect(granted(former, [], "standard", "2009-04-15")).toEqual({
      field: "decisionDate",
      code: "before-programme:2009-04-16",
    });
  });
  it("comes once under one set of criteria, and again only under a newer one", () => {
    expect(granted(former, climbed, "standard", "2018-01-01")).toEqual({
      field: "level",
      code: "already-held",
    });
    expect(granted(former, climbed, "standard", "2023-01-01")).toBeUndefined();
    expect(nextLevels(former, climbed, "2022-12-31", sets)).toEqual(["standard", "advanced"]);
    expect(nextLevels(present, [], "2026-01-01", sets)).toEqual(["standard"]);
  });
});

describe("the set of criteria", () => {
  it("follows from the day of the decision", () => {
    const days = [
      "2009-04-15",
      "2009-04-16",
      "2015-12-31",
      "2016-01-01",
      "2021-12-31",
      "2022-01-01",
      "2026-02-14",
      "2026-02-15",
    ];
    expect(days.map((day) => criteriaSetOn(sets, day)?.key)).toEqual([
      undefined,
      "2010-2020",
      "2010-2020",
      "2016-2020",
      "2016-2020",
      "2021-2025",
      "2021-2025",
      "2026-2030",
    ]);
  });
});

describe("taking a step back", () => {
  const [standard, advanced, exemplary] = climbed as [Step, Step, Step];
  it("starts from the top", () => {
    expect(revocationFault(climbed, advanced, "2024-01-01")).toEqual({
      field: "revokedOn",
      code: "step-above-stands",
    });
    expect(revocationFault(climbed, standard, "2024-01-01")).toEqual({
      field: "revokedOn",
      code: "step-above-stands",
    });
    expect(revocationFault(climbed, exemplary, "2024-01-01")).toBeUndefined();
  });
  it("is no earlier than the decision, nor than the end of the step above", () => {
    expect(revocationFault(climbed, exemplary, "2022-10-14")).toEqual({
      field: "revokedOn",
      code: "before-decision",
    });
    const lowered = [standard, advanced, { ...exemplary, revokedOn: "2024-01-01" }];
    expect(revocationFault(lowered, advanced, "2023-12-31")).toEqual({
      field: "revokedOn",
      code: "step-above-stands",
    });
    expect(revocationFault(lowered, advanced, "2024-01-01")).toBeUndefined();
  });
  it("is free where the same step was granted again meanwhile", () => {
    const renewed = [...climbed, step("advanced", "2023-06-01")];
    expect(revocationFault(renewed, advanced, "2024-01-01")).toBeUndefined();
    expect(revocationFault(renewed, advanced, "2023-05-31")).toEqual({
      field: "revokedOn",
      code: "step-above-stands",
    });
  });
});

// Any history of decisions and revocations, whether the rules would allow it or not.
const day = fc
  .integer({ min: 0, max: 5_000 })
  .map((n) => new Date(Date.UTC(2011, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
const anyStep = fc
  .record({
    level: fc.constantFrom(...levels),
    decisionDate: day,
    wait: fc.nat(300),
    revokedOn: fc.option(day),
  })
  .map((drawn) =>
    step(drawn.level, drawn.decisionDate, drawn.revokedOn, addDays(drawn.decisionDate, drawn.wait)),
  );
const histories = fc.array(fc.array(anyStep, { maxLength: 6 }), { maxLength: 40 });

describe("for any history", () => {
  it("both views agree: exclusive counts add up to the base, and cumulative ones are sums of exclusive ones", () => {
    fc.assert(
      fc.property(histories, day, (communes, on) => {
        const standings = communes.map((steps) => standingOn(steps, on));
        const { base, standard, advanced, exemplary, only } = ladderOf(standings);
        expect(only.none + only.standard + only.advanced + only.exemplary).toBe(base);
        expect([standard, advanced, exemplary]).toEqual([
          only.standard + only.advanced + only.exemplary,
          only.advanced + only.exemplary,
          only.exemplary,
        ]);
        for (const standing of ["none", ...levels] as const)
          expect(only[standing]).toBe(standings.filter((other) => other === standing).length);
        expect(base >= standard && standard >= advanced && advanced >= exemplary).toBe(true);
      }),
    );
  });

  it("whatever the rules let through stays nested on every day", () => {
    const deed = fc.record({
      kind: fc.constantFrom("grant", "revoke"),
      level: fc.constantFrom(...levels),
      day,
      wait: fc.nat(300),
      at: fc.nat(20),
    });
    fc.assert(
      fc.property(
        fc.array(deed, { maxLength: 30 }),
        fc.array(day, { minLength: 5, maxLength: 5 }),
        (deeds, days) => {
          let steps: Step[] = [];
          for (const { kind, level, day: on, wait, at } of deeds) {
            const target = steps[at % Math.max(1, steps.length)];
            if (kind === "grant" && !granted(former, steps, level, on, addDays(on, wait)))
              steps = [...steps, step(level, on, null, addDays(on, wait))];
            else if (
              kind === "revoke" &&
              target &&
              target.revokedOn === null &&
              !revocationFault(steps, target, on)
            )
              steps = steps.map((other) => (other === target ? { ...target, revokedOn: on } : other));
          }
          expect(isNested(steps)).toBe(true);
          for (const on of days) {
            const highest = levels.filter((level) =>
              steps.some((one) => one.level === level && standsOn(one, on)),
            );
            expect(highest.every((level) => isAtLeast(standingOn(steps, on), level))).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
