import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "@/lib/core/days";
import { fold } from "@/lib/core/format";
import { dayFault, readUnit, resolveUnit, unitName } from "@/lib/units/resolve/rules";
import type { NamedUnit, Passage, UnitBook } from "@/lib/units/resolve/schema";
import { existedOn } from "@/lib/units/rules";
import { unitIdsOfFiles } from "@/prisma/seed/demo/units";
import { referenceLineage } from "@/prisma/seed/reference/lineage";
import { lastFormerDay, mergerDay, referenceUnits } from "@/prisma/seed/reference/units";

const ids = unitIdsOfFiles();
const units: NamedUnit[] = referenceUnits().map((unit, index) => ({
  id: index + 1,
  code: unit.code,
  fullName: unit.fullName,
  type: unit.type,
  validFrom: unit.validFrom,
  validTo: unit.validTo,
  district: unit.districtName,
  province: unit.provinceName,
}));
const passages: Passage[] = referenceLineage().map(({ formerCode, currentCode, kind }) => ({
  from: ids.former.get(formerCode) ?? 0,
  to: ids.current.get(currentCode) ?? 0,
  on: mergerDay,
  kind,
}));
const book: UnitBook = { units, passages };
const march = "2025-03-15";
const august = "2025-08-11";

/** Code and last day of what a name means, or why it means nothing. */
function on(day: Day | undefined, text: string, hints = {}) {
  const found = resolveUnit({ text, day, ...hints }, book);
  const tell = ({ code, validTo }: NamedUnit) => (validTo ? `${code}@${validTo}` : code);
  if (found.kind === "unit") return tell(found.unit);
  if (found.kind === "ambiguous") return ["ambiguous", ...found.candidates.map(tell).sort()];
  if (found.kind === "not-then") return ["not then", ...found.offered.map(tell)];
  return ["unknown", ...found.near.map(tell)];
}
const former = (...codes: string[]) => codes.map((code) => `${code}@${lastFormerDay}`);

describe("a name on a day (T5)", () => {
  it.each([
    // Old Tân An was a ward of Ninh Kiều with the code 31135; today's is another place with the code 31147.
    [march, "Tân An", "31135@2025-06-30"],
    [march, "phuong tan an", "31135@2025-06-30"],
    [august, "Tân An", "31147"],
    [march, "31135", "31135@2025-06-30"],
    [august, "31135", "31135"],
    [march, "Phường 1, TP Sóc Trăng", "31522@2025-06-30"],
    [march, "P.1 TP. Sóc Trăng", "31522@2025-06-30"],
    [march, "P1, thị xã Ngã Năm, tỉnh Sóc Trăng", "31732@2025-06-30"],
    [march, "P. 2 (TX Vĩnh Châu)", "31801@2025-06-30"],
    [march, "Phường 4", "31516@2025-06-30"],
    [march, "Phường 2 (31510)", "31510@2025-06-30"],
    [march, "TT. Châu Thành", "31569@2025-06-30"],
    [march, "Châu Thành", "31569@2025-06-30"],
    [august, "Châu Thành", "31366"],
    [august, "xã Châu Thành, TP Cần Thơ", "31366"],
    [march, "Thị trấn Long Phú", "31639@2025-06-30"],
    [march, "xã Long Phú, huyện Long Phú", "31669@2025-06-30"],
    [august, "long phu", "31639"],
    [march, "Xã Phú Hữu, H. Long Phú", "31657@2025-06-30"],
    [august, "Xã Phú Hữu", "31378"],
    [march, "Xã Phú Tân, huyện Châu Thành, tỉnh Hậu Giang", "31379@2025-06-30"],
    [march, "Xã Phú Tân, tỉnh Sóc Trăng", "31582@2025-06-30"],
    // One letter's accent apart from two others of the name Tân Thạnh.
    [march, "Xã Tân Thành", "31414@2025-06-30"],
    [march, "Bình Thủy", "31168@2025-06-30"],
    [august, "Công an phường Phú Lợi", "31510"],
    [august, "UBND xã Long Phú", "31639"],
  ])("%s %s is %s", (day, text, meant) => {
    expect(on(day, text)).toEqual(meant);
  });

  it.each([
    ["Phường 1", former("31522", "31732", "31783")],
    ["Phường 2", former("31510", "31735", "31801")],
    ["Phường 3", former("31519", "31747")],
    ["Long Phú", former("31480", "31639", "31669")],
    ["Phú Hữu", former("31378", "31657")],
    ["xa tan thanh", former("31268", "31414", "31666")],
    ["Xã Phú Tân, huyện Châu Thành", former("31379", "31582")],
  ])("in March %s stops and asks", (text, candidates) => {
    expect(on(march, text)).toEqual(["ambiguous", ...candidates]);
  });

  it("of every ambiguous former full name stops and asks, and each candidate's own name settles it", () => {
    const of = (name: string) =>
      units.filter(({ validFrom, fullName }) => validFrom === null && fullName === name);
    const ambiguous = [...new Set(units.map(({ fullName }) => fullName))]
      .map((name) => [name, of(name)] as const)
      .filter(([, same]) => same.length > 1);
    expect(ambiguous).toHaveLength(14);
    for (const [name, same] of ambiguous) {
      const read = readUnit(name, book, march);
      expect(read).toMatchObject({ fault: { code: "unit-ambiguous" } });
      const choices = "fault" in read ? (read.fault.choices ?? []) : [];
      expect([name, choices.length, choices]).toEqual([name, same.length, choices]);
      expect(choices.map((choice) => on(march, choice)).sort()).toEqual(
        same.map(({ code }) => `${code}@${lastFormerDay}`).sort(),
      );
    }
  });

  it("without a day asks wherever the name or code was used twice", () => {
    expect(on(undefined, "Tân An")).toEqual(["ambiguous", "31135@2025-06-30", "31147"]);
    expect(on(undefined, "31510")).toEqual(["ambiguous", "31510", "31510@2025-06-30"]);
    expect(on(undefined, "Phú Lợi")).toBe("31510");
  });

  it("takes what else is known: the kind and the district", () => {
    expect(on(march, "Long Phú", { type: "township" })).toBe("31639@2025-06-30");
    expect(on(march, "Phường 1", { district: "TX Vĩnh Châu" })).toBe("31783@2025-06-30");
    // No xã, but a phường of that name: offered, never taken.
    expect(on(march, "Xã Tân An")).toEqual(["unknown", ...former("31135")]);
  });
});

describe("a name of another day", () => {
  it("after its end offers what it became, the unit that carries it on first", () => {
    expect(on(august, "Phường 1, TP Sóc Trăng")).toEqual(["not then", "31510"]);
    // Bùi Hữu Nghĩa was divided: the remainder before the part.
    expect(on(august, "Bùi Hữu Nghĩa")).toEqual(["not then", "31168", "31120"]);
    // Three wards had the name: everything any of them became.
    expect(on(august, "Phường 1")).toEqual(["not then", "31510", "31732", "31783"]);
  });

  it("before its start offers what was there", () => {
    expect(on(march, "Phú Lợi")).toEqual(["not then", ...former("31510", "31516", "31519", "31522")]);
  });

  it("is told of a unit that was chosen as well", () => {
    const phuLoi = units.find(({ code, validFrom }) => code === "31510" && validFrom) as NamedUnit;
    expect(dayFault(phuLoi, august, book)).toBeUndefined();
    expect(dayFault(phuLoi, march, book)?.choices).toHaveLength(4);
    expect(dayFault(phuLoi, march, { units })).toEqual({ code: "unit-not-then", detail: undefined });
  });

  it("goes on over several changes, and never in a circle", () => {
    const line: NamedUnit[] = [
      {
        ...(units[0] as NamedUnit),
        id: 1,
        fullName: "Xã A",
        code: "1",
        validFrom: null,
        validTo: "2020-12-31",
      },
      {
        ...(units[0] as NamedUnit),
        id: 2,
        fullName: "Xã B",
        code: "2",
        validFrom: "2021-01-01",
        validTo: "2022-12-31",
      },
      {
        ...(units[0] as NamedUnit),
        id: 3,
        fullName: "Xã C",
        code: "3",
        validFrom: "2023-01-01",
        validTo: null,
      },
    ];
    const steps: Passage[] = [
      { from: 1, to: 2, on: "2021-01-01", kind: "unchanged" },
      { from: 2, to: 3, on: "2023-01-01", kind: "whole" },
      { from: 3, to: 1, on: "2023-01-01", kind: "whole" },
    ];
    const told = resolveUnit({ text: "Xã A", day: "2024-05-05" }, { units: line, passages: steps });
    expect(told).toMatchObject({ kind: "not-then", offered: [{ id: 3 }] });
  });
});

describe("a name nobody has", () => {
  it("is unknown, with names close to it", () => {
    expect(on(august, "Phú Lơị")).toBe("31510");
    expect(on(august, "Phú Lọu").slice(0, 2)).toEqual(["unknown", "31510"]);
    expect(on(august, "Bình Thuỉy")).toEqual(["unknown", "31168"]);
    expect(on(august, "Hà Nội")).toEqual(["unknown"]);
    expect(on(august, "")).toEqual(["unknown"]);
    expect(on(august, "Phường 99")).toEqual(["unknown"]);
  });
});

describe("for every unit and any day of its validity", () => {
  const anyUnitAndDay = fc
    .constantFrom(...units)
    .chain((unit) =>
      fc
        .integer({ min: 0, max: 3_000 })
        .map((days): [NamedUnit, Day] => [
          unit,
          unit.validTo ? addDays(unit.validTo, -days) : addDays(unit.validFrom ?? mergerDay, days),
        ]),
    );
  const meant = (text: string, day: Day) => {
    const found = resolveUnit({ text, day }, book);
    return found.kind === "unit" ? found.unit.id : found.kind;
  };

  it("its code means it", () => {
    fc.assert(
      fc.property(anyUnitAndDay, ([unit, day]) => {
        expect(existedOn(unit, day)).toBe(true);
        expect(meant(unit.code, day)).toBe(unit.id);
      }),
      { numRuns: 500 },
    );
  });

  it("its name with district and province means it, however they are written", () => {
    const written = fc.constantFrom(
      (text: string) => text,
      (text: string) => fold(text),
      (text: string) => text.toUpperCase(),
      (text: string) => text.normalize("NFD"),
      (text: string) => text.replace("Thành phố", "TP.").replace("Thị xã", "TX").replace("Huyện", "H."),
      (text: string) =>
        text
          .replace(/^Phường /, "P. ")
          .replace(/^Xã /, "X. ")
          .replace(/^Thị trấn /, "TT "),
    );
    fc.assert(
      fc.property(anyUnitAndDay, written, ([unit, day], write) => {
        const name = [unit.fullName, unit.district, unit.province].filter(Boolean).join(", ");
        expect(meant(write(name), day)).toBe(unit.id);
        expect(meant(write(unitName(unit, units)), day)).toBe(unit.id);
      }),
      { numRuns: 1_000 },
    );
  });

  it("its name alone means it or asks, and never means another", () => {
    fc.assert(
      fc.property(anyUnitAndDay, ([unit, day]) => {
        const found = resolveUnit({ text: unit.fullName, day }, book);
        if (found.kind === "ambiguous") expect(found.candidates.map(({ id }) => id)).toContain(unit.id);
        else expect(found).toMatchObject({ kind: "unit", unit: { id: unit.id } });
      }),
      { numRuns: 500 },
    );
  });
});
