import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/core/days";
import { type Period, parsePeriod } from "@/lib/core/periods";
import { bucketLabel, buckets } from "@/lib/statistics/rules";

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
