import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  areaName,
  chosenUnits,
  isReady,
  kindOf,
  leftOver,
  readAreas,
} from "@/lib/units/residential-areas/rules";
import { areaKinds } from "@/lib/units/residential-areas/schema";
import type { NamedUnit } from "@/lib/units/resolve/schema";

const unit = (
  id: number,
  fullName: string,
  [validFrom, validTo]: [string | null, string | null],
  district: string | null = null,
): NamedUnit => ({ id, code: String(31000 + id), fullName, type: "ward", validFrom, validTo, district });
const now: [string, null] = ["2025-07-01", null];
const then: [null, string] = [null, "2025-06-30"];
const book = {
  units: [
    unit(1, "Phường Phú Lợi", now),
    unit(2, "Phường 1", then, "Thành phố Sóc Trăng"),
    unit(3, "Phường 1", then, "Thị xã Ngã Năm"),
    unit(4, "Phường Ngã Năm", now),
  ],
  passages: [
    { from: 2, to: 1, on: "2025-07-01", kind: "whole" as const },
    { from: 3, to: 4, on: "2025-07-01", kind: "whole" as const },
  ],
};
const read = (text: string, more: Partial<Parameters<typeof readAreas>[0]> = {}) =>
  readAreas({ text, day: "2026-11-26", today: "2026-11-26", book, ...more });
const told = (text: string, more = {}) =>
  read(text, more).lines.map(({ line, values, unit, faults, same }) => ({
    line,
    name: values?.name,
    unit: unit?.id,
    ...(Object.keys(faults).length > 0 && {
      faults: Object.fromEntries(Object.entries(faults).map(([key, { code }]) => [key, code])),
    }),
    ...(same && { same }),
  }));

describe("a kind in a name", () => {
  it.each([
    ["Khu vực 5", "zone", "Khu vực 5"],
    ["KV.5", "zone", "Khu vực 5"],
    ["kv5", "zone", "Khu vực 5"],
    ["KHÓM 2", "quarter", "Khóm 2"],
    ["khom 2", "quarter", "Khóm 2"],
    ["Ấp  Mỹ Phước", "hamlet", "Ấp Mỹ Phước"],
    ["Ấp Mỹ Phước".normalize("NFD"), "hamlet", "Ấp Mỹ Phước"],
    ["Tổ dân phố 3", "other", "Tổ dân phố 3"],
  ])("%s is %s, kept as %s", (typed, kind, name) => {
    expect(kindOf(typed)).toBe(kind);
    expect(areaName(kind as never, typed)).toBe(name);
  });

  it("is not read into other words, and a name is kept once", () => {
    expect(kindOf("Khómbông")).toBeUndefined();
    expect(kindOf("Mỹ Phước")).toBeUndefined();
    expect(areaName("hamlet", "Mỹ Phước")).toBe("Ấp Mỹ Phước");
    expect(areaName("quarter", "Khóm")).toBe("Khóm");
    fc.assert(
      fc.property(fc.constantFrom(...areaKinds), fc.string(), (kind, typed) => {
        const once = areaName(kind, typed);
        expect(areaName(kind, once)).toBe(once);
      }),
    );
  });
});

describe("a list", () => {
  it("with headings in any order, other columns left out and named", () => {
    const text =
      "STT\tTên khóm, ấp\tTổ trưởng\tPhường, xã\tSố nhân khẩu\tSố hộ\n1\tKhóm 1\tA\tPhú Lợi\t1.250\t310\n2\tkhom 2\t\tphu loi\t\t";
    const sheet = read(text);
    expect(sheet.unknown).toEqual(["Tổ trưởng"]);
    expect(sheet.lines.map(({ unit, values }) => [unit?.id, values])).toEqual([
      [1, { kind: "quarter", name: "Khóm 1", households: 310, population: 1_250 }],
      [1, { kind: "quarter", name: "Khóm 2" }],
    ]);
    expect(sheet.lines.every(isReady)).toBe(true);
  });

  it("that names former units on every line folds each unit's name once, and offers what they became", () => {
    let reads = 0;
    const counted = (made: NamedUnit): NamedUnit =>
      Object.defineProperty({ ...made }, "district", {
        get: () => {
          reads += 1;
          return made.district;
        },
        enumerable: true,
      });
    const former = Array.from({ length: 60 }, (_, at) =>
      counted(unit(100 + at, `Phường cũ ${at % 30}`, then, `Quận ${at}`)),
    );
    const heir = unit(99, "Phường mới", now);
    const many = {
      units: [heir, ...former],
      passages: former.map(({ id }) => ({ from: id, to: 99, on: "2025-07-01", kind: "whole" as const })),
    };
    const text = former.map((_, at) => `Phường cũ ${at % 30}\tKhóm ${at}`).join("\n");
    const { lines } = read(text, { book: many });
    expect(lines.map(({ candidates }) => candidates?.map(({ id }) => id))).toEqual(former.map(() => [99]));
    // A few looks at each of 60 units, not one for each pair of them on each of 60 lines.
    expect(reads).toBeLessThan(60 * 20);
  });

  it("without headings, of a unit that was chosen", () => {
    expect(told("Khóm 1\t310\t1250\nKhóm 2", { unitId: 1 })).toEqual([
      { line: 1, name: "Khóm 1", unit: 1 },
      { line: 2, name: "Khóm 2", unit: 1 },
    ]);
  });

  it("asks where a unit is ambiguous, offers where it is of another day, and hears only answers it asked for", () => {
    const text =
      "Đơn vị\tTên\tTừ ngày\nPhường 1\tKhóm 1\t1/3/2025\nPhường 1, TP Sóc Trăng\tKhóm 2\t\nPhú Lợi\tKhóm 3\t";
    const sheet = read(text);
    expect(told(text)).toEqual([
      { line: 2, name: "Khóm 1", unit: undefined, faults: { unit: "unit-ambiguous" } },
      { line: 3, name: "Khóm 2", unit: undefined, faults: { unit: "unit-not-then" } },
      { line: 4, name: "Khóm 3", unit: 1 },
    ]);
    expect(sheet.lines.map(({ candidates }) => candidates?.map(({ id }) => id))).toEqual([
      [2, 3],
      [1],
      undefined,
    ]);
    expect(told(text, { chosen: chosenUnits(["2:3", "3:1", "4:2"]) })).toEqual([
      { line: 2, name: "Khóm 1", unit: 3 },
      { line: 3, name: "Khóm 2", unit: 1 },
      { line: 4, name: "Khóm 3", unit: 1 },
    ]);
    // A unit nobody offered for that line is not taken.
    expect(told(text, { chosen: chosenUnits(["2:4", "3:2"]) })[0]).toMatchObject({
      faults: { unit: "unit-ambiguous" },
    });
  });

  it("tells every fault of a line by its column, and the lines that say the same twice", () => {
    const text =
      "Đơn vị\tTên\tSố hộ\tSố dân\tTừ ngày\nPhú Lợi\tMỹ Phước\tnhiều\t-3\t30/2/2026\n\tKhóm 1\nHà Nội\tKhóm 2\nPhú Lợi\tKhóm 4\nPhú Lợi\tKHOM 4\n\n";
    expect(told(text)).toEqual([
      {
        line: 2,
        name: undefined,
        unit: 1,
        faults: {
          validFrom: "not-a-date",
          kind: "kind-missing",
          households: "not-a-number",
          population: "too-small:0",
        },
      },
      { line: 3, name: "Khóm 1", unit: undefined, faults: { unit: "required" } },
      { line: 4, name: "Khóm 2", unit: undefined, faults: { unit: "unit-unknown" } },
      { line: 5, name: "Khóm 4", unit: 1 },
      { line: 6, name: "Khóm 4", unit: 1, same: { line: 5 } },
    ]);
  });

  it("loses nothing: what is left reads back to the same lines", () => {
    const cell = fc.constantFrom("Phú Lợi", "Phường 1", "", "Khóm 1", "Ấp A\nB", 'a "b"', "12", "x\ty");
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 }), (rows) => {
        const quoted = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
        const text = [["Đơn vị", "Tên", "Số hộ"], ...rows]
          .map((cells) => cells.map(quoted).join("\t"))
          .join("\n");
        const sheet = read(text);
        const left = sheet.lines.filter((line) => !isReady(line));
        const again = read(leftOver(sheet, isReady));
        expect(again.lines.map(({ cells }) => cells)).toEqual(left.map(({ cells }) => cells));
        // Only of lines that said the same as a stored one is there nothing more to say.
        if (left.length === 0) expect(leftOver(sheet, isReady)).toBe("");
      }),
    );
  });
});
