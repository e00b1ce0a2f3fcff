import { describe, expect, it } from "vitest";
import * as z from "zod";
import { addDays, today } from "@/lib/core/days";
import { choice, codes, day, text, tick, whole, year } from "@/lib/core/fields";
import { fromFormData, typedValues } from "@/lib/core/form-data";
import { fieldSentence } from "@/lib/core/messages";

const fault = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message;

describe("text", () => {
  it("normalises to NFC and trims", () => {
    expect(text(20).parse("  Phú Lợi ".normalize("NFD"))).toBe("Phú Lợi");
  });
  it("refuses what cannot be stored or read", () => {
    expect(fault(text(20), "a\u0000b")).toBe("bad-characters");
    expect(fault(text(20), "a\ud800b")).toBe("bad-characters");
    expect(fault(text(20), "x".repeat(10_000_000))).toBe("too-long:20");
    expect(fault(text(20), "   ")).toBe("required");
    expect(fault(text(20), undefined)).toBe("required");
  });
});

describe("whole", () => {
  it("reads a count as it is written here", () => {
    expect(whole(0, 1e6).parse("12.770")).toBe(12_770);
    expect(whole(0, 1e6).parse("12 770")).toBe(12_770);
    expect(whole(0, 1e6).parse("35")).toBe(35);
  });
  it("guesses nothing", () => {
    for (const typed of ["12,5", "1.5", "12.77", "abc", "1e3", "", "٣", "0x10"])
      expect(fault(whole(0, 1e6), typed)).toBe("not-a-number");
    expect(fault(whole(0, 100), "-1")).toBe("too-small:0");
    expect(fault(whole(0, 100), "101")).toBe("too-large:100");
  });
  it("says of a number beyond all measure that it is too large, not that it is none", () => {
    for (const typed of ["99999999999", "9".repeat(16), "1".repeat(400), "999.999.999.999.999.999"])
      expect(fault(whole(0, 1e6), typed), typed).toBe("too-large:1000000");
    expect(fault(whole(0, 1e6), `-${"9".repeat(400)}`)).toBe("too-small:0");
  });
});

describe("year", () => {
  it("is four digits, and told as they are written", () => {
    expect(year(2010, 2100).parse("2026")).toBe(2026);
    expect(year(2010, 2100).parse(2026)).toBe(2026);
    for (const typed of ["2.026", "20266", "", "nay"])
      expect(fault(year(2010, 2100), typed)).toBe("not-a-year");
    const told = (typed: string) => fieldSentence("vi", "year", fault(year(2010, 2100), typed) ?? "", "Năm");
    expect(told("2009")).toBe("Năm phải từ 2010 trở đi");
    expect(told("2101")).toBe("Năm không quá 2100");
  });
});

describe("day", () => {
  it("takes real days from 30/04/1975 to today", () => {
    expect(day().parse("2025-08-11")).toBe("2025-08-11");
    expect(day().parse(today())).toBe(today());
    expect(fault(day(), "2025-02-30")).toBe("not-a-date");
    expect(fault(day(), "11/08/2025")).toBe("not-a-date");
    expect(fault(day(), "1974-12-31")).toBe("too-early:1975-04-30");
    expect(fault(day(), addDays(today(), 1))).toBe("in-the-future");
    expect(day({ future: true }).parse(addDays(today(), 1))).toBeTruthy();
    expect(day({ future: true }).parse("2100-12-31")).toBe("2100-12-31");
    for (const typed of ["2101-01-01", "9999-12-31"])
      expect(fault(day({ future: true }), typed)).toBe("after-last:2100-12-31");
  });
});

describe("choices", () => {
  it("stay within their lists", () => {
    expect(fault(choice(["a", "b"]), "c")).toBe("unknown-choice");
    expect(fault(choice(["a", "b"]), undefined)).toBe("required");
    expect(codes().parse(["x", "x", "y"])).toEqual(["x", "y"]);
    expect(fault(codes(), [])).toBe("required");
    expect(fault(codes(), ["'; drop table"])).toBe("unknown-choice");
    expect(tick().parse(undefined)).toBe(false);
    expect(tick().parse("on")).toBe(true);
  });
});

describe("form data", () => {
  const schema = z.object({ place: text(20), attendance: whole(0, 10).optional(), topics: codes() });
  it("leaves an empty box out, gathers lists, and drops keys the schema does not name (S19)", () => {
    const data = new FormData();
    for (const [name, value] of [
      ["place", "Chợ"],
      ["attendance", " "],
      ["topics", "a"],
      ["topics", "b"],
      ["status", "approved"],
      ["$ACTION_ID", "x"],
    ])
      data.append(name as string, value as string);
    expect(fromFormData(data, schema)).toEqual({ place: "Chợ", topics: ["a", "b"] });
    expect(typedValues(data)).toEqual({
      place: ["Chợ"],
      attendance: [" "],
      topics: ["a", "b"],
      status: ["approved"],
    });
  });
  it("knows a list behind a pipe or a default", () => {
    const data = new FormData();
    expect(fromFormData(data, z.object({ list: codes({ required: false }) }))).toEqual({ list: [] });
  });
});
