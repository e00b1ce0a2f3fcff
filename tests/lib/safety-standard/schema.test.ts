import { describe, expect, it } from "vitest";
import { today } from "@/lib/core/days";
import { defaultBoundary } from "@/lib/core/policy";
import { areaName } from "@/lib/safety-standard/messages";
import { readRecordFilter, registeredPath } from "@/lib/safety-standard/records/schema";
import { yearOf } from "@/lib/safety-standard/rules";
import { readOverviewFilter, readSafetyView } from "@/lib/safety-standard/schema";
import { readWhatIf } from "@/lib/safety-standard/simulator/schema";

const now = yearOf(today());

describe("a registration", () => {
  it("leads to its unit's year, told or, when it was sent twice, typed", () => {
    const typed = { ref: "31178@2025-06-30", year: "2025" };
    const there = "/safety-standard/31178@2025-06-30?year=2025&saved=1";
    expect(registeredPath({ id: "x" }, typed)).toBe(there);
    expect(registeredPath({ ref: "31510", year: 2026 }, typed)).toBe(
      "/safety-standard/31510?year=2026&saved=1",
    );
    for (const broken of [{}, { ...typed, ref: "//elsewhere" }, { ...typed, year: "x" }])
      expect(registeredPath({ id: "x" }, broken)).toBe("/safety-standard");
  });
});

describe("an address", () => {
  it("names a year that can have records, or it is this one", () => {
    expect(readSafetyView({ year: "2023" }, "leader").year).toBe(2023);
    for (const year of ["2021", String(now + 1), "2023.5", "x", "", "-2023", "1e4"])
      expect(readSafetyView({ year }, "leader").year, year).toBe(now);
  });

  it("supposes whole numbers up to 999, and nothing by anything else", () => {
    expect(readWhatIf({ addArea: "2", addModels: "1", addSchool: "0" })).toEqual({ area: 2, models: 1 });
    for (const addArea of ["-1", "1.5", "1000", "x", "", "２"])
      expect(readWhatIf({ addArea }), addArea).toEqual({});
  });

  it("narrows the units of a year, and shows all of them by what cannot be read", () => {
    expect(readOverviewFilter({ verdict: "failing", q: "phu loi", page: "2" }, "leader")).toMatchObject({
      verdict: "failing",
      q: "phu loi",
      page: 2,
    });
    expect(readOverviewFilter({ verdict: "'--", page: "x" }, "leader")).toMatchObject({
      verdict: undefined,
      q: undefined,
      page: 1,
    });
  });

  it("leaves out of a list's filter what cannot be read", () => {
    expect(
      readRecordFilter({ kind: "area", standing: "none", page: "3", q: "khóm" }, "ward_officer"),
    ).toMatchObject({
      kind: "area",
      standing: "none",
      page: 3,
      q: "khóm",
    });
    expect(readRecordFilter({ kind: "x", standing: "'--", page: "-1", unit: "1" }, "ward_officer")).toEqual({
      year: now,
      boundary: defaultBoundary.ward_officer,
      unit: undefined,
      kind: undefined,
      standing: undefined,
      q: undefined,
      page: 1,
    });
  });
});

describe("an area's name", () => {
  it("says once what it is", () => {
    expect(areaName("Khóm 3", "quarter", "vi")).toBe("Khóm 3");
    expect(areaName("Phú Hòa", "hamlet", "vi")).toBe("Ấp Phú Hòa");
    expect(areaName("Trường THPT", null, "vi")).toBe("Trường THPT");
  });
});
