import { describe, expect, it } from "vitest";
import { newFindingsPath } from "@/lib/rural-standard/findings/schema";

const sent = (typed: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(typed)) data.set(name, value);
  return data;
};

describe("where a form of findings stands", () => {
  it("is what it says itself, with the id it is kept under", () => {
    const form = sent({ ref: "31312@2025-06-30", set: "2021-2025", level: "standard" });
    const path = "/rural-standard/31312@2025-06-30/findings/new?set=2021-2025&level=standard";
    expect(newFindingsPath(form)).toBe(path);
    expect(newFindingsPath(form, "k")).toBe(`${path}&kept=k`);
    expect(newFindingsPath(sent({ ref: "31510" }), "k")).toBe("/rural-standard/31510/findings/new?kept=k");
  });

  it("is never another site nor another page, whatever it says", () => {
    for (const ref of ["", "//evil.example", "../../users", "31510/../../x", "31510?next=x"])
      expect(newFindingsPath(sent({ ref }), "k")).toBe("/rural-standard");
    expect(newFindingsPath(sent({ ref: "31510", set: "a&b=c", level: "x" }))).toBe(
      "/rural-standard/31510/findings/new",
    );
  });
});
