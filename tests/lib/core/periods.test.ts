import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/core/days";
import {
  offeredPeriods,
  parsePeriod,
  periodLabel,
  previousPeriod,
  rangePeriod,
  samePeriodLastYear,
  yearOf,
} from "@/lib/core/periods";

const span = (key: string) => {
  const period = parsePeriod(key);
  return period && `${period.from}..${period.to}`;
};

describe("periods (T12)", () => {
  it("reads calendar years, months, quarters, halves and first months", () => {
    expect(span("2025")).toBe("2025-01-01..2025-12-31");
    expect(span("2025-08")).toBe("2025-08-01..2025-08-31");
    expect(span("2025-q3")).toBe("2025-07-01..2025-09-30");
    expect(span("2025-h1")).toBe("2025-01-01..2025-06-30");
    expect(span("2025-m8")).toBe("2025-01-01..2025-08-31");
  });

  it("says '8 tháng 2025' by reporting months is 15/12/2024 to 14/8/2025", () => {
    expect(span("r2025-m8")).toBe("2024-12-15..2025-08-14");
    expect(span("r2025")).toBe("2024-12-15..2025-12-14");
    expect(span("r2025-08")).toBe("2025-07-15..2025-08-14");
    expect(span("f2025")).toBe("2024-11-15..2025-11-14");
  });

  it("reads nothing else", () => {
    for (const key of [
      "",
      "25",
      "2025-13",
      "2025-00",
      "2025-q5",
      "r2025-m0",
      "r2025-m13",
      "x2025",
      "2025-08-01",
      "1900",
      "'; --",
    ])
      expect(parsePeriod(key)).toBeUndefined();
    expect(rangePeriod("2025-08-11", "2025-01-01")).toBeUndefined();
    expect(rangePeriod("2025-02-30", "2025-03-01")).toBeUndefined();
  });

  it("goes back a period and a year", () => {
    expect(previousPeriod(parsePeriod("r2025-01") as never)).toMatchObject({
      from: "2024-11-15",
      to: "2024-12-14",
    });
    expect(previousPeriod(parsePeriod("2025-q1") as never)).toMatchObject({
      from: "2024-10-01",
      to: "2024-12-31",
    });
    expect(previousPeriod(parsePeriod("2025-m8") as never)).toMatchObject({
      from: "2024-01-01",
      to: "2024-08-31",
    });
    expect(samePeriodLastYear(parsePeriod("r2025-m8") as never)).toMatchObject({
      from: "2023-12-15",
      to: "2024-08-14",
    });
    expect(samePeriodLastYear({ key: "", from: "2025-01-01", to: "2025-08-11" })).toMatchObject({
      from: "2024-01-01",
      to: "2024-08-11",
    });
    expect(previousPeriod({ key: "", from: "2025-01-11", to: "2025-01-20" })).toMatchObject({
      from: "2025-01-01",
      to: "2025-01-10",
    });
  });

  it("names them for a reader, with the kind of year", () => {
    expect(periodLabel(parsePeriod("r2025-m8") as never, "vi")).toBe("8 tháng năm 2025 (kỳ báo cáo)");
    expect(periodLabel(parsePeriod("2025-08") as never, "vi")).toBe("Tháng 8/2025");
    expect(periodLabel({ key: "", from: "2025-01-01", to: "2025-08-11" }, "vi")).toBe(
      "01/01/2025 – 11/08/2025",
    );
  });

  it("knows whose year a day lies in", () => {
    expect(yearOf("reporting", "2025-12-14")).toBe(2025);
    expect(yearOf("reporting", "2025-12-15")).toBe(2026);
    expect(yearOf("force", "2025-11-15")).toBe(2026);
    expect(yearOf("calendar", "2025-12-31")).toBe(2025);
  });

  it("offers the reporting month that a day lies in, on every day of a year", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), (offset) => {
        const day = addDays("2024-01-01", offset);
        const month = parsePeriod(offeredPeriods(day, "vi")[1]?.value ?? "");
        return month !== undefined && month.from <= day && day <= month.to;
      }),
    );
  });

  it("cuts a year into twelve months that meet and never overlap, in each scheme", () => {
    for (const prefix of ["", "r", "f"])
      for (let month = 2; month <= 12; month++) {
        const before = parsePeriod(`${prefix}2024-${String(month - 1).padStart(2, "0")}`);
        const after = parsePeriod(`${prefix}2024-${String(month).padStart(2, "0")}`);
        expect(after?.from).toBe(addDays(before?.to ?? "", 1));
      }
  });
});
