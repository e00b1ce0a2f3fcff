import { describe, expect, it } from "vitest";
import { compareFields, subjectHref, unitIdsIn } from "@/lib/audit/rules";

const fields = (...row: Parameters<typeof compareFields>) =>
  compareFields(...row).map(({ field, before, after, changed }) => [field, before, after, changed]);

describe("two editions of a record", () => {
  it("are told field by field, what changed first", () => {
    expect(
      fields("awards.update", { name: "A", title: "x", unitId: 1 }, { name: "A", title: "y", unitId: 1 }),
    ).toEqual([
      ["title", "x", "y", true],
      ["name", "A", "A", false],
      ["unitId", 1, 1, false],
    ]);
  });

  it("of an update show an emptied field, of another act only what it set", () => {
    expect(fields("awards.update", { name: "A", note: "x" }, { name: "A" })).toEqual([
      ["note", "x", null, true],
      ["name", "A", "A", false],
    ]);
    expect(fields("awards.revoke", { name: "A" }, { revokedOn: "2026-01-01" })).toEqual([
      ["revokedOn", null, "2026-01-01", true],
      ["name", "A", "A", false],
    ]);
  });

  it("may be one: what was made, what was deleted, or nothing to tell", () => {
    expect(fields("awards.create", null, { id: "1", version: 1, name: "A" })).toEqual([
      ["name", null, "A", true],
    ]);
    expect(fields("awards.delete", { name: "A" }, null)).toEqual([["name", "A", null, true]]);
    expect(fields("sign-in", null, null)).toEqual([]);
    expect(fields("x", "text", ["list"])).toEqual([["value", "text", ["list"], true]]);
  });
});

describe("the record of an event", () => {
  const id = "9cf0f683-0eef-4891-a065-9570d1c85507";

  it("opens where it has a page", () => {
    expect(subjectHref("users.update", id)).toBe(`/users/${id}`);
    expect(subjectHref("security-models.create", id)).toBe(`/security-models/${id}`);
    expect(subjectHref("security-models.steps.decide", id)).toBe(`/security-models/points/${id}`);
    expect(subjectHref("security-models.points.files.add", id)).toBeUndefined();
    expect(subjectHref("outreach-sessions.files.remove", id)).toBeUndefined();
    expect(subjectHref("sign-in", "phuloi")).toBeUndefined();
    expect(subjectHref("users.read", "../policy")).toBeUndefined();
    expect(subjectHref("users.create", null)).toBeUndefined();
  });

  it("names the units in it", () => {
    expect(unitIdsIn({ unitId: 3, name: "x" }, { unitId: 4 }, null, "text", { unitId: "5" })).toEqual([3, 4]);
  });
});
