import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countedKinds } from "@/lib/safety-standard/catalog";
import { missingLine } from "@/lib/safety-standard/simulator/messages";
import {
  conditionsOf,
  leastOf,
  missingOf,
  supposing,
  type Tallies,
  type Tally,
  type Thresholds,
  type UnitYear,
  verdictOf,
} from "@/lib/safety-standard/simulator/rules";

const threshold = (value: number) => ({
  value,
  citation: "Thông tư 124/2021/TT-BCA, Điều 5",
  validFrom: "2022-02-10",
});
const law: Thresholds = {
  effective_models: threshold(1),
  registered_percent: threshold(100),
  recognized_percent: threshold(70),
  disciplined_most: threshold(0),
};
const none: Tally = { base: 0, registered: 0, recognized: 0 };
const talliesWith = (more: Partial<Tallies>): Tallies => ({
  area: none,
  agency: none,
  enterprise: none,
  school: none,
  ...more,
});
const year = (more: Partial<Tallies>, known: Partial<UnitYear> = {}): UnitYear => ({
  tallies: talliesWith(more),
  effective: 1,
  disciplined: false,
  ...known,
});
const of = (unit: UnitYear, key: string, kind?: string) =>
  conditionsOf(unit, law).find((condition) => condition.key === key && condition.kind === kind);

describe("what is missing", () => {
  it("is 2 of 25 where 16 are recognised: 64 % is not 70 %, 18 of 25 is 72 %", () => {
    const unit = year({ area: { base: 25, registered: 25, recognized: 16 } });
    expect(of(unit, "recognized", "area")).toMatchObject({
      required: 18,
      now: 16,
      missing: 2,
      state: "failing",
    });
    expect(missingLine(conditionsOf(unit, law), "vi")).toBe("Còn thiếu 2 khu dân cư");
    const unregistered = year({ area: { base: 10, registered: 7, recognized: 7 } });
    expect(missingLine(conditionsOf(unregistered, law), "vi")).toBe("Còn 3 khu dân cư chưa đăng ký");
  });

  it("is computed in whole numbers", () => {
    expect([leastOf(25, 70), leastOf(10, 70), leastOf(20, 70), leastOf(1, 70), leastOf(0, 70)]).toEqual([
      18, 7, 14, 1, 0,
    ]);
    expect(leastOf(100, 29)).toBe(29); // 100 × 0.29 is 28.999… in floating point
  });

  it("is the least number that reaches the threshold: with it the share does, with one less it does not", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 0, max: 100 }),
        fc.nat(),
        (base, percent, some) => {
          const now = some % (base + 1);
          const missing = missingOf(base, percent, now);
          expect(missing).toBeGreaterThanOrEqual(0);
          expect((now + missing) * 100).toBeGreaterThanOrEqual(base * percent);
          if (missing > 0) expect((now + missing - 1) * 100).toBeLessThan(base * percent);
          expect(now + missing).toBeLessThanOrEqual(Math.max(base, now));
        },
      ),
    );
  });

  it("is nothing once so many more are supposed, and something with one less", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.nat(),
        fc.integer({ min: 1, max: 100 }),
        (base, some, percent) => {
          const recognized = some % (base + 1);
          const unit = year({ area: { base, registered: base, recognized } });
          const thresholds = { ...law, recognized_percent: threshold(percent) };
          const missing = missingOf(base, percent, recognized);
          const stateWith = (added: number) =>
            conditionsOf(supposing(unit, { area: added }), thresholds).find(({ key }) => key === "recognized")
              ?.state;
          expect(stateWith(missing)).toBe("met");
          if (missing > 0) expect(stateWith(missing - 1)).toBe("failing");
        },
      ),
    );
  });
});

describe("supposing", () => {
  it("never exceeds what there is, and who is recognised has registered", () => {
    const unit = supposing(year({ area: { base: 5, registered: 3, recognized: 3 } }), { area: 9 });
    expect(unit.tallies.area).toEqual({ base: 5, registered: 5, recognized: 5 });
  });
});

describe("the verdict", () => {
  const full = { base: 10, registered: 10, recognized: 7 };

  it("is met when every condition is", () => {
    expect(verdictOf(conditionsOf(year({ area: full, school: full }), law))).toBe("met");
  });

  it("fails by any one of them", () => {
    const failing = [
      year({ area: { ...full, registered: 9 } }),
      year({ area: { ...full, recognized: 6 } }),
      year({ area: full, enterprise: { ...full, recognized: 6 } }),
      year({ area: full }, { effective: 0 }),
      year({ area: full }, { disciplined: true }),
    ];
    expect(failing.map((unit) => verdictOf(conditionsOf(unit, law)))).toEqual(failing.map(() => "failing"));
  });

  it("is open while something is not known, which is not the same as failing (T17)", () => {
    const open = [
      year({ area: full }, { disciplined: null }),
      year({ area: full }, { effective: null }),
      year({}),
    ];
    expect(open.map((unit) => verdictOf(conditionsOf(unit, law)))).toEqual(["unknown", "unknown", "unknown"]);
    expect(verdictOf(conditionsOf(year({ area: full }), {}))).toBe("unknown");
  });

  it("asks for no kind that a commune has none of, but always for residential areas", () => {
    expect(conditionsOf(year({ school: full }), law).map(({ key, kind }) => [key, kind])).toEqual([
      ["models", undefined],
      ["registered", "area"],
      ["registered", "school"],
      ["recognized", "area"],
      ["recognized", "school"],
      ["discipline", undefined],
    ]);
    expect(countedKinds).toContain("area");
  });
});
