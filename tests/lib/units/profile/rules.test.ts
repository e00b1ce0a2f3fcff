import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Fact,
  factConflict,
  factFault,
  holdingFacts,
  holdsMarkup,
  ownDay,
  rankedGroups,
  readFigure,
} from "@/lib/units/profile/rules";

const fact = (kind: Fact["kind"], value: number, asOf = "2025-07-01", more: Partial<Fact> = {}): Fact => ({
  id: null,
  kind,
  value,
  qualifier: "exact",
  asOf,
  source: null,
  note: null,
  unitName: null,
  version: 0,
  ...more,
});

describe("a figure as it is typed", () => {
  it("is read one way only", () => {
    expect(["95.516", "95516", "26,79", "26.79", "1.250,5", "1 250", "0"].map(readFigure)).toEqual([
      95_516, 95_516, 26.79, 26.79, 1_250.5, 1_250, 0,
    ]);
    expect(["", "-3", "1e5", "95.51.6", "26,795", "0x10", "NaN", "12 hộ", "1,234.5"].map(readFigure)).toEqual(
      Array(9).fill(undefined),
    );
  });
  it("comes back from how it is written", () => {
    const written = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (hundredths) => {
        // Three digits after a point are thousands; two after a comma are hundredths.
        expect(readFigure(written.format(hundredths / 100))).toBeCloseTo(hundredths / 100, 6);
      }),
    );
  });
  it("is refused where it is absurd", () => {
    expect(factFault("area", 0)).toBe("no-area");
    expect(factFault("area", 1_500)).toBe("too-large:1000");
    expect(factFault("area", 26.79)).toBeUndefined();
    expect(factFault("population", 0)).toBe("too-small:1");
    expect(factFault("population", 95_516.5)).toBe("not-a-number");
    expect(factFault("population", 8_000_000)).toBe("too-large:1000000");
    expect(factFault("guard_teams", 0)).toBeUndefined();
    for (const typed of ["99999999999", "9".repeat(400)])
      expect(factFault("population", readFigure(typed) as number)).toBe("too-large:1000000");
  });
});

describe("figures beside each other", () => {
  it("never let households exceed people, or teams members, whichever comes second", () => {
    expect(factConflict(fact("population", 900), [fact("households", 1_000)])).toBe("below-households:1000");
    expect(factConflict(fact("households", 1_000), [fact("population", 900)])).toBe("above-population:900");
    expect(factConflict(fact("guard_teams", 9), [fact("guard_members", 8)])).toBe("above-members:8");
    expect(factConflict(fact("guard_members", 8), [fact("guard_teams", 9)])).toBe("below-teams:9");
    expect(factConflict(fact("population", 1_000), [fact("households", 1_000)])).toBeUndefined();
    // What the pair says is not the business of a third kind.
    expect(
      factConflict(fact("area", 3), [fact("population", 900), fact("households", 1_000)]),
    ).toBeUndefined();
  });
  it("know that a lower bound contradicts nothing above it (T7)", () => {
    const bound = fact("population", 95_000, "2025-08-11", { qualifier: "at_least" });
    expect(factConflict(fact("households", 96_000), [bound])).toBeUndefined();
    expect(factConflict(bound, [fact("households", 96_000)])).toBeUndefined();
  });
  it("hold by the latest day up to the day shown; later ones are not known yet", () => {
    const facts = [
      fact("population", 3, "2026-01-01"),
      fact("population", 2, "2025-08-11"),
      fact("population", 1),
    ];
    expect(holdingFacts(facts, "2025-07-31").get("population")?.value).toBe(1);
    expect(holdingFacts(facts, "2025-12-31").get("population")?.value).toBe(2);
    expect(holdingFacts(facts, "2026-11-26").get("population")?.value).toBe(3);
    expect(holdingFacts(facts, "2025-06-30").size).toBe(0);
  });
});

it("opens a unit on today, within its own days", () => {
  const now = "2026-11-26";
  expect(ownDay({ validFrom: "2025-07-01", validTo: null }, now)).toBe(now);
  expect(ownDay({ validFrom: null, validTo: "2025-06-30" }, now)).toBe("2025-06-30");
  expect(ownDay({ validFrom: "2025-07-01", validTo: "2027-06-30" }, now)).toBe(now);
  expect(ownDay({ validFrom: "2027-07-01", validTo: null }, now)).toBe("2027-07-01");
});

it("tells markup from words", () => {
  expect(
    [
      "<script>alert(1)</script>",
      "<img src=x onerror=alert(1)>",
      "a &lt; b",
      "javascript:alert(1)",
      "</td>",
    ].map(holdsMarkup),
  ).toEqual(Array(5).fill(true));
  expect(
    ["Công văn 2896/BNV-CQĐP", "dân số < 5.000 người", "A & B", "Báo cáo 12; 13"].map(holdsMarkup),
  ).toEqual(Array(4).fill(false));
});

it("names each ethnic group once, the largest first", () => {
  expect(rankedGroups(["kinh", "hoa", "kinh", undefined])).toEqual(["kinh", "hoa"]);
});
