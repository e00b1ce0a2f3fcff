import { describe, expect, it } from "vitest";
import { spellings, sumOf } from "@/lib/security-models/rules";

describe("spellings", () => {
  it("keeps the former name as a spelling and never the name twice", () => {
    expect(spellings("Camera an ninh", ["Mắt thần", "Camera an ninh"], "Camera ANTT")).toEqual({
      name: "Camera an ninh",
      aliases: ["Camera ANTT", "Mắt thần"],
    });
    expect(spellings("Camera an ninh", [], "Camera an ninh")).toEqual({
      name: "Camera an ninh",
      aliases: [],
    });
  });
});

describe("a sum over points", () => {
  it("is exact, a lower bound, or unknown; nothing is not unknown (T17)", () => {
    expect(sumOf(12, 3, 0)).toEqual({ value: 12, qualifier: "exact" });
    expect(sumOf(12, 3, 1)).toEqual({ value: 12, qualifier: "at_least" });
    expect(sumOf(0, 3, 3).value).toBeNull();
    expect(sumOf(0, 0, 0)).toEqual({ value: 0, qualifier: "exact" });
  });
});
