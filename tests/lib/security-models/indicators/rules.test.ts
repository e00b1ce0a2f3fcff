import { describe, expect, it } from "vitest";
import {
  completePeriods,
  faultOf,
  isRead,
  offeredPeriods,
  type PointReadings,
  periodAt,
  qualifierOf,
  readFigure,
  readingPeriod,
  rounded,
  type SumRule,
  totalOf,
} from "@/lib/security-models/indicators/rules";

const quarters = { scheme: "reporting", frequency: "quarter" } as const;
const rule = (more: Partial<SumRule>): SumRule => ({
  ...quarters,
  overPoints: "sum",
  overTime: "last",
  least: 0,
  ...more,
});
const q = (key: string, value: number | null) => {
  const { from, to } = readingPeriod(key) as { from: string; to: string };
  return { from, to, value };
};
const point = (readings: PointReadings["readings"], more: Partial<PointReadings> = {}): PointReadings => ({
  startedOn: "2020-01-01",
  endedOn: null,
  readings,
  ...more,
});
const year = { since: "2024-12-15", until: "2025-12-14", day: "2025-12-14" };

describe("the periods of an indicator", () => {
  it("go by reporting or by calendar months (T12)", () => {
    expect(periodAt(quarters, "2025-12-15")).toMatchObject({
      key: "r2026-q1",
      from: "2025-12-15",
      to: "2026-03-14",
    });
    expect(periodAt({ scheme: "calendar", frequency: "month" }, "2025-12-15").key).toBe("2025-12");
    expect(periodAt({ scheme: "calendar", frequency: "half" }, "2025-07-01").key).toBe("2025-h2");
    expect(periodAt({ scheme: "reporting", frequency: "year" }, "2025-12-14").key).toBe("r2025");
  });

  it("are complete on their last day, not before", () => {
    expect(completePeriods(quarters, "2026-03-13", 2).map(({ key }) => key)).toEqual([
      "r2025-q3",
      "r2025-q4",
    ]);
    expect(completePeriods(quarters, "2026-03-14", 2).map(({ key }) => key)).toEqual([
      "r2025-q4",
      "r2026-q1",
    ]);
    expect(offeredPeriods(quarters, "2026-03-13", 2).map(({ key }) => key)).toEqual([
      "r2026-q1",
      "r2025-q4",
      "r2025-q3",
    ]);
  });

  it("are named by keys; a span of so many months or a rating year is none", () => {
    expect(readingPeriod("r2026-q3")?.rhythm).toEqual(quarters);
    expect(readingPeriod("2026-09")?.rhythm).toEqual({ scheme: "calendar", frequency: "month" });
    for (const key of ["2026-m8", "f2026", "2026-q5", "", "x", "1974"])
      expect(readingPeriod(key)).toBeUndefined();
  });

  it("are read until the indicator is retired", () => {
    expect(isRead({ retiredOn: null }, { to: "2026-03-14" })).toBe(true);
    expect(isRead({ retiredOn: "2026-03-15" }, { to: "2026-03-14" })).toBe(true);
    expect(isRead({ retiredOn: "2026-03-14" }, { to: "2026-03-14" })).toBe(false);
  });
});

describe("a total", () => {
  const two = [
    point([q("r2025-q1", 10), q("r2025-q2", 12)]),
    point([q("r2025-q1", 5), q("r2025-q2", null), q("r2025-q3", 7)]),
  ];

  it("takes each point's latest figure and never adds a 'last' over time", () => {
    expect(totalOf(rule({}), two, year)).toEqual({ value: 19, points: 2, unknown: 0 });
    expect(
      totalOf(rule({}), two, { since: "0001-01-01", until: "2025-06-14", day: "2025-06-14" }).value,
    ).toBe(17);
  });

  it("counts latest figures of points in force on the day only, sums of all that ran within the span", () => {
    const ended = point([q("r2025-q1", 100)], { endedOn: "2025-04-01" });
    expect(totalOf(rule({}), [...two, ended], year)).toMatchObject({ value: 19, points: 2 });
    expect(totalOf(rule({ overTime: "sum" }), [...two, ended], year)).toMatchObject({
      value: 134,
      points: 3,
    });
  });

  it("adds over time where it may, and a period left out makes a lower bound", () => {
    const whole = point(["q1", "q2", "q3", "q4"].map((part) => q(`r2025-${part}`, 3)));
    expect(totalOf(rule({ overTime: "sum" }), [whole], year)).toEqual({ value: 12, points: 1, unknown: 0 });
    expect(totalOf(rule({ overTime: "sum" }), [whole, ...two], year)).toEqual({
      value: 46,
      points: 3,
      unknown: 2,
    });
  });

  it("asks a sum only for periods that the point saw and that are over", () => {
    const late = point([q("r2025-q4", 3)], { startedOn: "2025-09-20" });
    expect(totalOf(rule({ overTime: "sum" }), [late], year).unknown).toBe(0);
    const running = { since: "2025-12-15", until: "2026-12-14", day: "2026-03-20" };
    expect(totalOf(rule({ overTime: "sum" }), [point([q("r2026-q1", 3)])], running).unknown).toBe(0);
  });

  it("averages without adding averages", () => {
    const shares = [point([q("r2025-q1", 90), q("r2025-q2", 100)]), point([q("r2025-q1", 75)]), point([])];
    expect(totalOf(rule({ overPoints: "average", overTime: "average" }), shares, year)).toEqual({
      value: 85,
      points: 3,
      unknown: 1,
    });
  });

  it("tells no figure from nil (T17)", () => {
    expect(totalOf(rule({}), [point([]), point([q("r2025-q1", null)])], year)).toEqual({
      value: null,
      points: 2,
      unknown: 2,
    });
    expect(totalOf(rule({}), [point([q("r2025-q1", 0)])], year)).toEqual({ value: 0, points: 1, unknown: 0 });
  });

  it("is a lower bound only where sums of non-negative figures lack some (T7)", () => {
    expect(qualifierOf(rule({}), { value: 5, unknown: 1 })).toBe("at_least");
    expect(qualifierOf(rule({}), { value: 5, unknown: 0 })).toBe("exact");
    expect(qualifierOf(rule({}), { value: null, unknown: 1 })).toBe("exact");
    expect(qualifierOf(rule({ least: -5 }), { value: 5, unknown: 1 })).toBe("exact");
    expect(qualifierOf(rule({ overPoints: "average" }), { value: 5, unknown: 1 })).toBe("exact");
  });

  it("shows an average with one digit more than its figures", () => {
    expect(rounded(92.4666, { decimals: 1, averaged: true })).toBe(92.47);
    expect(rounded(2.25, { decimals: 0, averaged: true })).toBe(2.3);
    expect(rounded(12.000000001, { decimals: 0, averaged: false })).toBe(12);
  });
});

describe("a figure as it is typed", () => {
  it("is read as officers write it", () => {
    const read = (text: string, decimals: number) => readFigure(text, { decimals }).value;
    expect([read("1.250", 0), read("1 250", 0), read(" 35 ", 0), read("1.250.000", 0)]).toEqual([
      1250, 1250, 35, 1_250_000,
    ]);
    expect([read("12,5", 1), read("12.5", 1), read("1.250,75", 2), read("12,50", 1), read("-3", 0)]).toEqual([
      12.5, 12.5, 1250.75, 12.5, -3,
    ]);
    expect([read("", 0), read("   ", 0), read("-0", 0), read("0", 0)]).toEqual([null, null, 0, 0]);
  });

  it.each([
    ["mười", 0, "not-a-number"],
    ["12a", 0, "not-a-number"],
    ["1.25.0", 0, "not-a-number"],
    ["1,250.5", 2, "not-a-number"],
    ["1,250", 2, "not-a-number"],
    ["1e9", 0, "not-a-number"],
    ["=1+1", 0, "not-a-number"],
    ["NaN", 0, "not-a-number"],
    ["9".repeat(16), 0, "not-a-number"],
    ["12,5", 0, "whole-only"],
    ["12,55", 1, "too-precise:1"],
  ])("%s with %i digits is %s, never guessed", (text, decimals, fault) => {
    expect(readFigure(text, { decimals })).toEqual({ fault });
  });

  it("lies within what is allowed", () => {
    const range = { least: 0, most: 100, decimals: 0 };
    expect([faultOf(null, range), faultOf(0, range), faultOf(100, range)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([faultOf(-1, range), faultOf(101, range)]).toEqual(["too-small:0", "too-large:100"]);
  });
});
