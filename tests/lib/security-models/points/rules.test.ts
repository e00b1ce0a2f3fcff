import { describe, expect, it } from "vitest";
import { holdsPhoneNumber } from "@/lib/core/fields";
import { inForceOn, readCoordinates } from "@/lib/security-models/points/rules";

describe("in force", () => {
  const point = { startedOn: "2025-03-10", endedOn: "2025-11-26" };
  it("from the first day on, and no more on the day of the end", () => {
    expect(
      ["2025-03-09", "2025-03-10", "2025-11-25", "2025-11-26"].map((day) => inForceOn(point, day)),
    ).toEqual([false, true, true, false]);
  });
  it("never while a point waits, always while it has no end", () => {
    expect(inForceOn({ startedOn: null, endedOn: null }, "2025-08-11")).toBe(false);
    expect(inForceOn({ startedOn: "2020-01-01", endedOn: null }, "2199-01-01")).toBe(true);
  });
});

describe("coordinates", () => {
  it("are read as maps write them, latitude first, within Vietnam", () => {
    const ninhKieu = { latitude: 10.0345, longitude: 105.7469 };
    for (const text of [
      "10.0345, 105.7469",
      "10.0345 105.7469",
      " 10.0345,105.7469 ",
      "10,0345; 105,7469",
      "10,0345 105,7469",
    ])
      expect(readCoordinates(text), text).toEqual(ninhKieu);
    for (const text of ["105.7469, 10.0345", "48.85, 2.35", "10.0345", "a, b", "10.0345, 105.7469, 3"])
      expect(readCoordinates(text), text).toBeUndefined();
  });
});

describe("a contact", () => {
  it("is a post, never a telephone number", () => {
    expect(["0912 345 678", "Anh Ba 0292.382.1234", "(0292) 3821234"].map(holdsPhoneNumber)).toEqual([
      true,
      true,
      true,
    ]);
    expect(["Trưởng ban điều hành khóm 3", "Tổ trưởng tổ 12, ấp 4"].map(holdsPhoneNumber)).toEqual([
      false,
      false,
    ]);
  });
});
