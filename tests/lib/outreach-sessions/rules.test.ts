import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/core/days";
import { type Period, parsePeriod } from "@/lib/core/periods";
import { atomOf, cutSpan, qualifierOfSum } from "@/lib/outreach-sessions/rules";

const days = (from: string, to: string) => {
  const list = [];
  for (let day = from; day <= to; day = addDays(day, 1)) list.push(day);
  return list;
};

describe("cutting a span into atoms", () => {
  it("leaves nothing ragged in any calendar or 15→14 period (T12)", () => {
    for (const key of [
      "2025",
      "2025-02",
      "2024-02",
      "2025-q1",
      "2025-h2",
      "2025-m8",
      "r2025",
      "r2025-08",
      "r2025-q4",
      "f2025",
      "f2025-01",
    ]) {
      const { from, to } = parsePeriod(key) as Period;
      expect(cutSpan(from, to)).toEqual({ atoms: { from, until: addDays(to, 1) }, ragged: [] });
    }
  });

  it("covers every day of a free range exactly once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 200 }), (start, length) => {
        const from = addDays("2024-01-01", start);
        const to = addDays(from, length);
        const { atoms, ragged } = cutSpan(from, to);
        const covered = [
          ...ragged.flatMap((part) => days(part.from, part.to)),
          ...(atoms.from < atoms.until ? days(atoms.from, addDays(atoms.until, -1)) : []),
        ].sort();
        expect(covered).toEqual(days(from, to));
        if (atoms.from < atoms.until) {
          expect(atomOf(atoms.from)).toBe(atoms.from);
          expect(atomOf(atoms.until)).toBe(atoms.until);
        }
      }),
    );
  });
});

describe("qualifier of a sum (T7)", () => {
  it("is as sure as its least sure part", () => {
    expect(qualifierOfSum({ atLeast: 0, about: 0 })).toBe("exact");
    expect(qualifierOfSum({ atLeast: 1, about: 0 })).toBe("at_least");
    expect(qualifierOfSum({ atLeast: 4, about: 1 })).toBe("about");
  });
});
