import { describe, expect, it } from "vitest";
import { type Period, parsePeriod, rangePeriod } from "@/lib/core/periods";
import { byRank, changeOf, comparable, stateOf } from "@/lib/outreach-sessions/totals/rules";

const named = (key: string) => parsePeriod(key) as Period;

describe("comparing a period", () => {
  it("sets a finished one against the whole one before and the whole same one last year", () => {
    expect(comparable(named("r2025"), "2026-11-22")).toMatchObject({
      now: { to: "2025-12-14" },
      previous: { from: "2023-12-15", to: "2024-12-14" },
      lastYear: { from: "2023-12-15", to: "2024-12-14" },
    });
    expect(comparable(named("2026-03"), "2026-11-22")).toMatchObject({
      previous: { from: "2026-02-01", to: "2026-02-28" },
      lastYear: { from: "2025-03-01", to: "2025-03-31" },
    });
  });
  it("never sets ten months against twelve: of a running period only what is over counts", () => {
    expect(comparable(named("r2026"), "2026-11-22")).toMatchObject({
      now: { from: "2025-12-15", to: "2026-11-14" },
      lastYear: { from: "2024-12-15", to: "2025-11-14" },
    });
    expect(comparable(named("2024-02"), "2024-02-20")).toMatchObject({
      now: { to: "2024-02-14" },
      previous: { from: "2024-01-01", to: "2024-01-14" },
      lastYear: { from: "2023-02-01", to: "2023-02-14" },
    });
    expect(comparable(named("r2026-q4"), "2026-11-22")).toMatchObject({
      now: { from: "2026-09-15", to: "2026-11-14" },
      previous: { from: "2026-06-15", to: "2026-08-14" },
      lastYear: { from: "2025-09-15", to: "2025-11-14" },
    });
    expect(comparable(named("r2026"), "2025-12-20")).toBeUndefined();
  });
  it("sets a free range against as many days before and the same days last year", () => {
    const range = rangePeriod("2026-11-03", "2026-12-20") as Period;
    expect(comparable(range, "2026-11-22")).toMatchObject({
      now: { from: "2026-11-03", to: "2026-11-14" },
      previous: { from: "2026-09-16", to: "2026-09-27" },
      lastYear: { from: "2025-11-03", to: "2025-11-14" },
    });
  });
  it("has no change where there was nothing before", () => {
    expect(changeOf(5, 0)).toBeNull();
    expect(changeOf(110, 100)).toBeCloseTo(0.1);
    expect(changeOf(0, 4)).toBe(-1);
  });
});

describe("what a unit's figure is (T17)", () => {
  it("a number when anything was logged, whatever was declared; nil only when declared; else not known", () => {
    expect(stateOf({ entries: 3, declared: true })).toBe("counted");
    expect(stateOf({ entries: 0, declared: true })).toBe("nil");
    expect(stateOf({ entries: 0, declared: false })).toBe("none");
  });
  it("ranks numbers first, then nil, then those that said nothing", () => {
    const unit = (name: string, state: "counted" | "nil" | "none", all: number) => ({
      name,
      state,
      sessions: { all },
      attendances: all * 10,
    });
    const units = [
      unit("A", "none", 0),
      unit("B", "counted", 2),
      unit("C", "nil", 0),
      unit("Đ", "counted", 9),
    ];
    expect(units.sort(byRank).map(({ name }) => name)).toEqual(["Đ", "B", "C", "A"]);
  });
});
