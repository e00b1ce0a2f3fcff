import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addDays, today } from "@/lib/core/days";
import { fromFormData } from "@/lib/core/form-data";
import { changeMake, readChangesChoice, readKind } from "@/lib/units/changes/schema";

const typed = {
  id: randomUUID(),
  kind: "create",
  name1: "Sông Hậu",
  type1: "ward",
  code1: "39001",
  effectiveOn: "2026-01-01",
  decisionNumber: "01/NQ",
  decisionDate: "2025-12-01",
};
const codes = (more: object) => {
  const parsed = changeMake.safeParse({ ...typed, ...more });
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
};

describe("what is typed of a change", () => {
  it("is read from a form: empty boxes are absent, lists are lists, one main", () => {
    const data = new FormData();
    for (const [name, value] of Object.entries({ ...typed, area1: "", main: "2", unitIds: "7" }))
      data.append(name, value);
    data.append("unitIds", "5");
    const input = changeMake.parse(fromFormData(data, changeMake));
    expect(input).toMatchObject({ main: ["2"], unitIds: [5, 7], partUnitIds: [], acceptSimilar: false });
    expect(input.area1).toBeUndefined();
  });

  it("takes numbers as they are written here, and guesses none", () => {
    const input = changeMake.parse({ ...typed, area1: "12,5", population1: "12.770", share1: "0,25" });
    expect(input).toMatchObject({ area1: 12.5, population1: 12_770, share1: 0.25 });
    expect(changeMake.parse({ ...typed, point1: "10,0333; 105,7774" }).point1).toEqual({
      lat: 10.0333,
      lon: 105.7774,
    });
    expect(changeMake.parse({ ...typed, point1: "10.0333, 105.7774" }).point1?.lon).toBe(105.7774);
    expect(codes({ area1: "12,555" })).toEqual(["area1: not-a-decimal"]);
    expect(codes({ area1: "0" })).toEqual(["area1: too-small:0.01"]);
    expect(codes({ share1: "100" })).toEqual(["share1: too-large:99.99"]);
    expect(codes({ population1: "nhiều" })).toEqual(["population1: not-a-number"]);
    for (const population1 of ["5000001", "99999999999", "9".repeat(400)])
      expect(codes({ population1 })).toEqual(["population1: too-large:5000000"]);
    for (const area1 of ["10000,01", "9".repeat(400)])
      expect(codes({ area1 })).toEqual(["area1: too-large:10000"]);
    expect(codes({ code1: "00000" })).toEqual(["code1: code-of-none"]);
    for (const point1 of ["10", "105,7; 10,1", "10;105;1", "x; y"])
      expect(codes({ point1 }), point1).toEqual(["point1: not-a-point"]);
    for (const code1 of ["3900", "390011", "39o01"]) expect(codes({ code1 })).toEqual(["code1: not-a-code"]);
  });

  it("takes effect no earlier than its decision and no later than five years from now", () => {
    expect(codes({ effectiveOn: "2025-11-30" })).toEqual(["effectiveOn: before-decision"]);
    expect(codes({ effectiveOn: "2025-12-01" })).toEqual([]);
    expect(codes({ effectiveOn: addDays(today(), 365 * 6) })).toEqual(["effectiveOn: too-far-ahead"]);
    expect(codes({ decisionDate: addDays(today(), 1), effectiveOn: addDays(today(), 2) })).toEqual([
      "decisionDate: in-the-future",
    ]);
  });

  it("asks of each kind what it cannot do without", () => {
    const none = { name1: undefined, type1: undefined, code1: undefined };
    expect(codes({ ...none, kind: "transfer" })).toEqual([
      "unitId: required-choice",
      "toUnitId: required-choice",
    ]);
    expect(codes({ ...none, kind: "retype", unitId: "3" })).toEqual(["type1: required-choice"]);
    expect(codes({ ...none, kind: "nothing" })).toContain("kind: unknown-choice");
  });
});

it("an address names a kind and a state, or falls back", () => {
  expect(readKind({ kind: "split" })).toBe("split");
  expect(readKind({ kind: "__proto__" })).toBeUndefined();
  expect(readChangesChoice({ state: "undone", page: "2" })).toEqual({ state: "undone", page: 2 });
  expect(readChangesChoice({ state: "x", page: "-1" })).toEqual({ state: undefined, page: 1 });
});
