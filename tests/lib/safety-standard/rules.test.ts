import { describe, expect, it } from "vitest";
import { narrowLines } from "@/lib/safety-standard/rules";

const lines = [
  { ref: "31510", fullName: "Phường Phú Lợi", verdict: "failing" },
  { ref: "31135", fullName: "Phường Ninh Kiều", verdict: "met" },
  { ref: "31231", fullName: "Xã Thạnh An", verdict: "unknown" },
  { ref: "31178@2025-06-30", fullName: "Phường Bùi Hữu Nghĩa", verdict: null },
];
const refs = (asked: { q?: string; verdict?: string }) => narrowLines(lines, asked).map(({ ref }) => ref);

describe("the units of a year", () => {
  it("are found by name without accents and by code", () => {
    expect(refs({ q: "phu loi" })).toEqual(["31510"]);
    expect(refs({ q: "PHÚ  LỢI".normalize("NFD") })).toEqual(["31510"]);
    expect(refs({ q: "31135" })).toEqual(["31135"]);
    expect(refs({ q: "o mon" })).toEqual([]);
  });

  it("are narrowed by verdict; who was no unit that year has none", () => {
    expect(refs({ verdict: "met" })).toEqual(["31135"]);
    expect(refs({ verdict: "unknown" })).toEqual(["31231"]);
    expect(refs({ verdict: "met", q: "phu loi" })).toEqual([]);
    expect(refs({})).toHaveLength(4);
  });
});
