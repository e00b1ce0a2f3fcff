import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carriers, existedOn, turningDays, unitRef } from "@/lib/units/rules";

describe("lineage (T3, T4)", () => {
  const merged = "2025-07-01";
  const edge = (
    predecessorId: number,
    successorId: number,
    kind: "whole" | "unchanged" | "part" | "remainder",
  ) => ({ predecessorId, successorId, kind, effectiveOn: merged });

  it("rolls merged wards up from the day of the merger, not before", () => {
    const edges = [1, 2, 3, 4].map((ward) => edge(ward, 10, "whole"));
    expect([...carriers([1, 2, 3, 4, 10], edges, merged).values()]).toEqual([10, 10, 10, 10, 10]);
    expect([...carriers([1, 2, 10], edges, "2025-06-30").values()]).toEqual([1, 2, 10]);
  });

  it("sends a split unit's rows to the remainder, whichever edge comes first", () => {
    expect(carriers([1], [edge(1, 20, "part"), edge(1, 30, "remainder")], merged).get(1)).toBe(30);
    expect(carriers([1], [edge(1, 30, "remainder"), edge(1, 20, "part")], merged).get(1)).toBe(30);
  });

  it("stops at a circle instead of running for ever", () => {
    expect(() => carriers([1], [edge(1, 2, "whole"), edge(2, 1, "whole")], merged)).toThrow(/circle/);
  });

  it("gives every unit exactly one carrier that carries itself, in any history of mergers", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 30 }), (pairs) => {
        // Each unit passes into a later one at most once, as law has it.
        const edges = [
          ...new Map(
            pairs.filter(([from, to]) => from < to).map(([from, to]) => [from, edge(from, to, "whole")]),
          ).values(),
        ];
        const units = Array.from({ length: 31 }, (_, id) => id);
        const to = carriers(units, edges, merged);
        return units.every((id) => to.has(id) && to.get(to.get(id) as number) === to.get(id));
      }),
    );
  });
});

describe("a unit in time (T5)", () => {
  it("exists from its first day to its last", () => {
    const former = { validFrom: null, validTo: "2025-06-30" };
    expect(existedOn(former, "1990-01-01")).toBe(true);
    expect(existedOn(former, "2025-06-30")).toBe(true);
    expect(existedOn(former, "2025-07-01")).toBe(false);
    expect(existedOn({ validFrom: "2025-07-01", validTo: null }, "2025-06-30")).toBe(false);
  });
  it("is named by code and time, since codes are used again", () => {
    expect(unitRef({ code: "31147", validTo: null })).toBe("31147");
    expect(unitRef({ code: "31147", validTo: "2025-06-30" })).toBe("31147@2025-06-30");
  });
});

describe("the turning days of a list", () => {
  it("are those on which its units began and gave way, each once", () => {
    expect(
      turningDays([
        { validFrom: null, validTo: "2025-06-30" },
        { validFrom: "2025-07-01", validTo: null },
        { validFrom: "2025-07-01", validTo: "2026-12-31" },
      ]),
    ).toEqual(["2025-07-01", "2027-01-01"]);
    expect(turningDays([{ validFrom: null, validTo: null }])).toEqual([]);
  });
});
