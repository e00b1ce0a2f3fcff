import { describe, expect, it } from "vitest";
import {
  campaignPeriods,
  canDecide,
  canPropose,
  defaultThresholds,
  gradeSteps,
  isAsked,
  isOverdue,
  lastHalf,
  mostOf,
  ratingDay,
  readSheet,
  suggestedGrade,
  totalOf,
  workStates,
} from "@/lib/security-models/evaluations/rules";

const criteria = [
  { key: "c1" as const, label: "Tổ chức", most: 30 },
  { key: "c2" as const, label: "Kết quả", most: 45 },
];
const thresholds = [
  { grade: "effective", least: 80 },
  { grade: "average", least: 50 },
  { grade: "poor", least: 0 },
];
const campaign = { periodTo: "2026-06-14", dueOn: "2026-06-24", leastDays: 90, closed: false };

describe("scores and grades", () => {
  it("adds up the campaign's criteria and nothing else", () => {
    expect(mostOf(criteria)).toBe(75);
    expect(totalOf(criteria, { c1: 20, c2: 40, c3: 99 })).toBe(60);
  });

  it("suggests a grade from its threshold on, not a point below it", () => {
    expect(gradeSteps(criteria, thresholds)).toEqual([
      { grade: "effective", from: 60 },
      { grade: "average", from: 38 }, // 37,5 is not reached by 37
      { grade: "poor", from: 0 },
    ]);
    const grades = [75, 60, 59, 38, 37, 0].map((total) => suggestedGrade(criteria, thresholds, total));
    expect(grades).toEqual(["effective", "effective", "average", "average", "poor", "poor"]);
  });

  it("proposes thresholds for a list of any length, falling to nothing", () => {
    expect(defaultThresholds(3)).toEqual([80, 50, 0]);
    expect(defaultThresholds(1)).toEqual([0]);
    expect(defaultThresholds(2)).toEqual([50, 0]);
    expect(defaultThresholds(4)).toEqual([80, 65, 50, 0]);
  });
});

describe("a sheet", () => {
  const read = (typed: Parameters<typeof readSheet>[2]) => readSheet(criteria, thresholds, typed);

  it("takes the suggested grade where none is chosen", () => {
    expect(read({ c1: 30, c2: 30 })).toEqual({
      sheet: { scores: { c1: 30, c2: 30 }, total: 60, suggested: "effective", grade: "effective" },
    });
    expect(read({ c1: 0, c2: 0 })).toMatchObject({ sheet: { total: 0, grade: "poor" } });
  });

  it("names every score that is missing, beyond its range, or of no criterion", () => {
    expect(read({ c2: 46, c5: 1 })).toEqual({
      issues: [
        { field: "c1", code: "score-missing:30" },
        { field: "c2", code: "score-range:45" },
        { field: "c5", code: "no-criterion" },
      ],
    });
  });

  it("lets another grade stand only with its grounds, and only one of the campaign", () => {
    const scores = { c1: 30, c2: 30 };
    expect(read({ ...scores, grade: "average" })).toEqual({
      issues: [{ field: "evidence", code: "other-grade" }],
    });
    expect(read({ ...scores, grade: "average", evidence: "Ngừng họp hai quý" })).toMatchObject({
      sheet: { suggested: "effective", grade: "average" },
    });
    expect(read({ ...scores, grade: "excellent", evidence: "x" })).toEqual({
      issues: [{ field: "grade", code: "unknown-choice" }],
    });
  });
});

describe("what a campaign asks for", () => {
  const asked = (startedOn: string | null, endedOn: string | null = null, on = "2026-07-01") =>
    isAsked({ startedOn, endedOn }, campaign, on);

  it("is in force on its last day and has run long enough by then", () => {
    expect(asked("2026-03-16")).toBe(true);
    expect(asked("2026-03-17")).toBe(false);
    expect(asked(null)).toBe(false);
    expect(asked("2020-01-01", "2026-06-14")).toBe(false);
    expect(asked("2020-01-01", "2026-06-15")).toBe(true);
  });

  it("is in force today while the last day is still to come", () => {
    expect(asked("2020-01-01", "2026-05-01", "2026-04-30")).toBe(true);
    expect(asked("2020-01-01", "2026-05-01", "2026-05-01")).toBe(false);
    expect(ratingDay(campaign, "2026-05-01")).toBe("2026-05-01");
    expect(ratingDay(campaign, "2026-07-01")).toBe("2026-06-14");
  });

  it("is overdue from the day after the due day, unless it was sent or the campaign is closed", () => {
    const overdue = (on: string, more = {}) =>
      workStates.filter((state) => isOverdue(state, { ...campaign, ...more }, on));
    expect(overdue("2026-06-24")).toEqual([]);
    expect(overdue("2026-06-25")).toEqual(["none", "returned"]);
    expect(overdue("2026-06-25", { closed: true })).toEqual([]);
  });
});

describe("who is at work", () => {
  it("the ward until the city has confirmed, the city on what was sent", () => {
    expect(workStates.filter(canPropose)).toEqual(["none", "proposed", "returned"]);
    expect(workStates.filter(canDecide)).toEqual(["proposed"]);
  });
});

describe("periods", () => {
  it("begins with the reporting half that ended last", () => {
    expect(lastHalf("2026-11-26")).toMatchObject({ key: "r2026-h1", to: "2026-06-14" });
    expect(lastHalf("2026-06-14")).toMatchObject({ key: "r2025-h2", to: "2025-12-14" });
    expect(lastHalf("2026-12-15")).toMatchObject({ key: "r2026-h2", to: "2026-12-14" });
  });

  it("keeps one that an address names among those offered", () => {
    expect(campaignPeriods("2026-11-26", "r2024-q3")[0]).toBe("r2024-q3");
    expect(new Set(campaignPeriods("2026-11-26", "r2026-h1")).size).toBe(12);
  });
});
