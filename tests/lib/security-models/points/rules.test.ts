import { describe, expect, it } from "vitest";
import { endFault, inForceOn, statusesAfter } from "@/lib/security-models/points/rules";

describe("in force", () => {
  const point = { startedOn: "2025-03-10", endedOn: "2025-11-26" };
  it("from the first day on, and no more on the day of the end", () => {
    expect(
      ["2025-03-09", "2025-03-10", "2025-11-25", "2025-11-26"].map((day) => inForceOn(point, day)),
    ).toEqual([false, true, true, false]);
  });
  it("never while a point waits, always while it has no end", () => {
    expect(inForceOn({ startedOn: null, endedOn: null }, "2025-08-11")).toBe(false);
    expect(inForceOn({ startedOn: "2020-01-01", endedOn: null }, "2199-01-01")).toBe(true);
  });
});

describe("the states of a point", () => {
  it("never turn a point that began into one that waits", () => {
    expect(statusesAfter("proposed")).toContain("active");
    expect(statusesAfter("active")).toEqual(["piloting", "active", "consolidating", "suspended"]);
    expect(statusesAfter("ended")).toEqual([]);
  });
});

describe("ending a point", () => {
  it("wants a point that began, has not ended, and a later day", () => {
    expect(endFault({ startedOn: null, endedOn: null }, "2025-08-11")).toBe("not-begun");
    expect(endFault({ startedOn: "2025-08-11", endedOn: null }, "2025-08-11")).toBe("before-start");
    expect(endFault({ startedOn: "2025-01-01", endedOn: "2025-02-01" }, "2025-08-11")).toBe("already-ended");
    expect(endFault({ startedOn: "2025-08-11", endedOn: null }, "2025-08-12")).toBeUndefined();
  });
});
