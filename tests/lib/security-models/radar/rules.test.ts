import { describe, expect, it } from "vitest";
import { cutoff, monthsBetween, suggest } from "@/lib/security-models/radar/rules";

const asOf = "2026-11-26";
const long = "2026-05-26";
const lately = "2026-05-27";
const of = (status: Parameters<typeof suggest>[0]["status"], since: string, hasSibling = false) =>
  suggest({ status, since, hasSibling }, asOf, 6);

describe("what the review suggests", () => {
  it.each([
    ["suspended", long, false, "remove"],
    ["suspended", long, true, "remove"],
    ["suspended", lately, true, "merge"],
    ["suspended", lately, false, "wait"],
    ["consolidating", long, true, "merge"],
    ["consolidating", long, false, "remove"],
    ["consolidating", lately, false, "wait"],
    ["piloting", lately, false, "remove"],
    ["piloting", long, true, "merge"],
    ["active", long, true, "merge"],
    ["active", long, false, "consolidate"],
    ["recognized", lately, false, "consolidate"],
    ["replicating", long, false, "consolidate"],
  ] as const)("%s since %s, another point there %s: %s", (status, since, hasSibling, expected) => {
    expect(of(status, since, hasSibling)).toBe(expected);
  });

  it("counts months as an officer does: to the same day, and to a shorter month's last", () => {
    expect(monthsBetween("2026-05-26", asOf)).toBe(6);
    expect(monthsBetween("2026-05-27", asOf)).toBe(5);
    expect(monthsBetween("2025-11-26", asOf)).toBe(12);
    expect(monthsBetween("2026-08-31", "2026-11-30")).toBe(3);
    expect(monthsBetween(asOf, asOf)).toBe(0);
    expect(cutoff("2026-08-31", 6)).toBe("2026-02-28");
  });
});
