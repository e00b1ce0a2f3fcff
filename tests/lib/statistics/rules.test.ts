import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/core/days";
import { type Period, parsePeriod } from "@/lib/core/periods";
import { bucketLabel, buckets, changeOf, comparable } from "@/lib/statistics/rules";

const year = parsePeriod("r2026") as Period;

describe("bars of a time series", () => {
  it("follow the period's own months", () => {
    expect(buckets(parsePeriod("2025") as Period)).toHaveLength(12);
    const bars = buckets(year);
    expect(bars).toHaveLength(12);
    expect(bars[0]).toEqual({ from: "2025-12-15", to: "2026-01-14" });
    expect(bars.map((bar) => bucketLabel(bar, year.key, "vi"))[0]).toBe("T1/26");
    expect(buckets(parsePeriod("2025-08") as Period)).toEqual([
      { from: "2025-08-01", to: "2025-08-14" },
      { from: "2025-08-15", to: "2025-08-31" },
    ]);
  });
  it("meet without gap or overlap and end with the period", () => {
    fc.assert(
      fc.property(
        fc.nat(800),
        fc.integer({ min: 1, max: 3000 }),
        fc.constantFrom("", "r2025"),
        (start, length, key) => {
          const from = addDays("2018-01-01", start);
          const period = { key, from, to: addDays(from, length) };
          const bars = buckets(period);
          expect(bars[0]?.from).toBe(from);
          expect(bars.at(-1)?.to).toBe(period.to);
          for (const [at, bar] of bars.slice(1).entries())
            expect(bar.from).toBe(addDays(bars[at]?.to ?? "", 1));
          expect(bars.length).toBeLessThan(50);
        },
      ),
    );
  });
});

describe("comparing with last year", () => {
  it("sets a finished period against the whole same period", () => {
    expect(comparable(parsePeriod("r2025") as Period, "2026-11-22")).toMatchObject({
      now: { to: "2025-12-14" },
      before: { from: "2023-12-15", to: "2024-12-14" },
    });
  });
  it("never sets ten months against twelve: of a running period only what is over counts", () => {
    expect(comparable(year, "2026-11-22")).toMatchObject({
      now: { from: "2025-12-15", to: "2026-11-14" },
      before: { from: "2024-12-15", to: "2025-11-14" },
    });
    expect(comparable(parsePeriod("2024-02") as Period, "2024-02-20")).toMatchObject({
      now: { to: "2024-02-14" },
      before: { from: "2023-02-01", to: "2023-02-14" },
    });
    expect(comparable(year, "2025-12-20")).toBeUndefined();
  });
  it("has no change where there was nothing before", () => {
    expect(changeOf(5, 0)).toBeNull();
    expect(changeOf(110, 100)).toBeCloseTo(0.1);
  });
});
