import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levels } from "@/lib/rural-standard/catalog";
import { targetFault, type YearTargets } from "@/lib/rural-standard/progress/rules";

describe("a target", () => {
  it("is no more than there are communes, nor than the step below, nor less than the step above", () => {
    expect(targetFault({}, "standard", 168, 167)).toEqual({ field: "target", code: "above-base:167" });
    expect(targetFault({ standard: 110 }, "advanced", 111, 167)).toEqual({
      field: "target",
      code: "above-step-below:110",
    });
    expect(targetFault({ exemplary: 20 }, "standard", 19, 167)).toEqual({
      field: "target",
      code: "below-step-above:20",
    });
    expect(targetFault({ standard: 110, advanced: 75 }, "standard", 112, 167)).toBeUndefined();
  });
  it("whatever is let through in whatever order stays nested (T1)", () => {
    const entry = fc.record({ level: fc.constantFrom(...levels), target: fc.nat(200) });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
        const set: YearTargets = {};
        for (const { level, target } of entries)
          if (!targetFault(set, level, target, 167)) set[level] = target;
        const numbers = levels.flatMap((level) => set[level] ?? []);
        expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
      }),
    );
  });
});
