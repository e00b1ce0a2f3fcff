import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRectangular, readDelimited } from "@/lib/core/delimited";

describe("a pasted table", () => {
  it.each([
    ["one cell, commas and all", "Ma túy, tín dụng đen", [["Ma túy, tín dụng đen"]]],
    [
      "Excel's rows, with the line break at the end",
      "a\tb\r\nc\td\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["empty cells and rows at the end", "a\t\tb\n\t\t\n\n", [["a", "", "b"]]],
    ["quoted cells with line breaks, tabs and quotes", 'a\t"x\ny\t""z"""\tb', [["a", 'x\ny\t"z"', "b"]]],
    ["a quote that is none", '"tín dụng đen" và ma túy\tb', [['"tín dụng đen" và ma túy', "b"]]],
    [
      "a quote that never closes",
      '"abc\tb\nc\td',
      [
        ['"abc', "b"],
        ["c", "d"],
      ],
    ],
    [
      "a file by commas",
      'a,"b, c",d\n1,2,3',
      [
        ["a", "b, c", "d"],
        ["1", "2", "3"],
      ],
    ],
    [
      "a file by semicolons",
      "a;b,x;c\n1;2;3",
      [
        ["a", "b,x", "c"],
        ["1", "2", "3"],
      ],
    ],
    ["lines of one cell", "Khóm 1\nKhóm 2, chợ", [["Khóm 1"], ["Khóm 2, chợ"]]],
    ["nothing", "", []],
  ])("%s", (_, text, rows) => {
    expect(readDelimited(text)).toEqual(rows);
  });

  it("reads back every table Excel would copy", () => {
    const cell = fc
      .string({ unit: fc.constantFrom("a", "đ", '"', "\t", "\n", ",", ";", "1") })
      .map((text) => text.trim());
    const excel = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      )
      .map((rows) => [...rows, rows[0]?.map(() => "x") ?? []]);
    fc.assert(
      fc.property(table, (rows) => {
        expect(readDelimited(rows.map((row) => row.map(excel).join("\t")).join("\r\n"))).toEqual(rows);
      }),
    );
  });

  it("knows a torn one", () => {
    expect(isRectangular(readDelimited("a\tb\nc\td"))).toBe(true);
    expect(isRectangular(readDelimited("a\tb\nc"))).toBe(false);
  });
});
