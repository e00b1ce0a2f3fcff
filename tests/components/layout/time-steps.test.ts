import { describe, expect, it } from "vitest";
import { nearestStep, stepsBetween } from "@/components/layout/time-steps";

describe("the steps of a slider of days", () => {
  it("are the ends of the months between, with the first and the last day", () => {
    expect(stepsBetween("2025-05-15", "2025-08-20")).toEqual([
      "2025-05-15",
      "2025-05-31",
      "2025-06-30",
      "2025-07-31",
      "2025-08-20",
    ]);
    expect(stepsBetween("2025-12-31", "2026-01-31")).toEqual(["2025-12-31", "2026-01-31"]);
    expect(stepsBetween("2026-01-31", "2026-01-31")).toEqual(["2026-01-31"]);
  });
  it("a day lies on the last step before it", () => {
    const steps = stepsBetween("2025-05-15", "2025-08-20");
    expect(nearestStep(steps, "2025-06-30")).toBe(2);
    expect(nearestStep(steps, "2025-07-30")).toBe(2);
    expect(nearestStep(steps, "2020-01-01")).toBe(0);
    expect(nearestStep(steps, "2030-01-01")).toBe(4);
  });
});
