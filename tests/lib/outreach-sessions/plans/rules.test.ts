import { describe, expect, it } from "vitest";
import {
  isMonth,
  isOpen,
  monthAt,
  monthGrid,
  monthSpan,
  planState,
  readMonth,
  sessionOfPlan,
  weekday,
} from "@/lib/outreach-sessions/plans/rules";

const plan = { plannedOn: "2026-11-20", sessionId: null, cancelled: false };

describe("where a plan stands", () => {
  it("is overdue from the day after it, not on it", () => {
    expect(planState(plan, "2026-11-19")).toBe("planned");
    expect(planState(plan, "2026-11-20")).toBe("planned");
    expect(planState(plan, "2026-11-21")).toBe("overdue");
  });

  it("is held or cancelled for good, however late it is", () => {
    expect(planState({ ...plan, sessionId: "x" }, "2027-01-01")).toBe("held");
    expect(planState({ ...plan, cancelled: true }, "2027-01-01")).toBe("cancelled");
    expect((["planned", "overdue", "held", "cancelled"] as const).filter(isOpen)).toEqual([
      "planned",
      "overdue",
    ]);
  });
});

describe("a month of the calendar", () => {
  it("begins its weeks on Monday", () => {
    expect(weekday("2026-11-23")).toBe(0);
    expect(weekday("2026-11-22")).toBe(6);
  });

  it.each([
    ["2026-11", 6, 30, 6],
    ["2026-02", 6, 28, 1],
    ["2027-02", 0, 28, 0],
    ["2028-02", 1, 29, 5],
    ["2026-12", 1, 31, 3],
  ])("lays %s out with %i blanks before, %i days and %i after: whole weeks", (month, before, days, after) => {
    const grid = monthGrid(month);
    expect([grid.before, grid.days.length, grid.after]).toEqual([before, days, after]);
    expect((before + days + after) % 7).toBe(0);
    expect(grid.days[0]).toBe(`${month}-01`);
    expect(monthSpan(month)).toEqual({ from: grid.days[0], to: grid.days.at(-1) });
  });

  it("goes over the ends of years, and stops where the calendar ends", () => {
    expect(monthAt("2026-12", 1)).toBe("2027-01");
    expect(monthAt("2026-01", -1)).toBe("2025-12");
    expect(monthAt("1976-01", -1)).toBeUndefined();
    expect(monthAt("2200-12", 1)).toBeUndefined();
  });

  it("takes what cannot be read as the current month", () => {
    for (const value of [undefined, "", "2026-13", "2026-00", "2026", "r2026-01", "0001-01", "2026-1"])
      expect(readMonth(value, "2026-11-22")).toBe("2026-11");
    expect(readMonth("2025-08", "2026-11-22")).toBe("2025-08");
    expect(isMonth("2026-q1")).toBe(false);
  });
});

describe("the session that comes of a plan", () => {
  const stored = {
    unitId: 7,
    plannedOn: "2026-11-20",
    place: "Chợ phường",
    title: "Tuyên truyền lưu động",
    channel: "meeting" as const,
    topics: ["drugs"],
    note: "Mang loa",
    expected: 60,
  };

  it("is of the planned day when that is past, else of today", () => {
    expect(sessionOfPlan(stored, "2026-11-22").heldOn).toBe("2026-11-20");
    expect(sessionOfPlan(stored, "2026-11-20").heldOn).toBe("2026-11-20");
    expect(sessionOfPlan(stored, "2026-11-18").heldOn).toBe("2026-11-18");
  });

  it("carries what was planned and no count: an expectation is not an attendance", () => {
    const { heldOn: _, ...carried } = sessionOfPlan(stored, "2026-11-22");
    const { plannedOn: __, expected: ___, ...told } = stored;
    expect(carried).toEqual(told);
  });
});
