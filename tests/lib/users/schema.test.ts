import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parse } from "@/lib/core/command";
import type { AppError } from "@/lib/core/errors";
import { readUserFilter, userCreate } from "@/lib/users/schema";

const typed = (more: object = {}) => ({
  id: randomUUID(),
  username: "phuloi.an",
  name: "Trần An",
  role: "city_officer",
  ...more,
});
const faults = (raw: unknown) => {
  try {
    parse(userCreate, raw);
  } catch (error) {
    return Object.fromEntries(
      (error as AppError).details.issues?.map(({ field, code }) => [field, code]) ?? [],
    );
  }
};

describe("the form of an account", () => {
  it("reads a user name in small letters and a name as NFC", () => {
    expect(parse(userCreate, typed({ username: " PhuLoi.An ", name: " Tr\u00e2\u0300n An " }))).toMatchObject(
      { username: "phuloi.an", name: "Trần An" },
    );
  });

  it("takes no other user name than the database does", () => {
    for (const username of [
      "an",
      ".an.an",
      "trần.an",
      "an an",
      "a".repeat(41),
      "an@congan",
      "-an-an",
      "an\u0000an",
    ])
      expect(faults(typed({ username })), username).toHaveProperty("username");
    for (const username of ["an1", "0an", "chihuy.phu-loi_2", "a".repeat(40)])
      expect(faults(typed({ username })), username).toBeUndefined();
  });

  it("wants a unit for ward roles and none for the others, told with every other fault", () => {
    expect(faults({ role: "ward_chief" })).toMatchObject({
      username: "required",
      name: "required",
      unitId: "unit-needed",
    });
    expect(faults(typed({ role: "ward_officer" }))).toEqual({ unitId: "unit-needed" });
    expect(faults(typed({ role: "ward_officer", unitId: "3" }))).toBeUndefined();
    expect(faults(typed({ role: "leader", unitId: "3" }))).toEqual({ unitId: "unit-not-for-role" });
    expect(faults(typed({ role: "king" }))).toEqual({ role: "unknown-choice" });
    expect(faults(null)).toBeDefined();
  });

  it("keeps nothing that was not asked (S19)", () => {
    expect(
      Object.keys(
        parse(userCreate, typed({ version: 9, disabledAt: null, createdAt: "1999-01-01", password: "x" })),
      ),
    ).toEqual(["id", "username", "name", "role"]);
  });
});

describe("the address of the list", () => {
  it("leaves out what it cannot read", () => {
    expect(
      readUserFilter({ q: "su sai", role: "leader", unit: "12", status: "disabled", cursor: "an" }),
    ).toEqual({ q: "su sai", role: "leader", unit: 12, status: "disabled", cursor: "an" });
    expect(
      readUserFilter({ q: "\0", role: "king", unit: "1e9", status: "", cursor: "x".repeat(99), other: "1" }),
    ).toEqual({});
    expect(readUserFilter({ q: ["một", "hai"], role: [] })).toEqual({ q: "một" });
  });
});
