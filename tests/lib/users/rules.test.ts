import { describe, expect, it } from "vitest";
import { type Permission, policy, roles } from "@/lib/core/policy";
import { permissionWords } from "@/lib/users/messages";
import { type Change, changeFault, endsSessions, policyByDomain, shortAgent } from "@/lib/users/rules";

const change = (more: Partial<Change>): Change => ({
  actorId: "a",
  userId: "b",
  before: { role: "administrator", disabled: false },
  after: { role: "administrator", disabled: false },
  otherAdministrators: 1,
  ...more,
});

describe("who may be changed", () => {
  it("keeps administrators from locking themselves out", () => {
    const self = { userId: "a", otherAdministrators: 5 };
    expect(changeFault(change({ ...self, after: { role: "leader", disabled: false } }))).toBe("own-account");
    expect(changeFault(change({ ...self, after: { role: "administrator", disabled: true } }))).toBe(
      "own-account",
    );
    expect(changeFault(change(self))).toBeUndefined();
  });

  it("keeps the last administrator in service", () => {
    expect(changeFault(change({ after: { role: "leader", disabled: false }, otherAdministrators: 0 }))).toBe(
      "last-administrator",
    );
    expect(
      changeFault(change({ after: { role: "administrator", disabled: true }, otherAdministrators: 0 })),
    ).toBe("last-administrator");
    expect(changeFault(change({ after: { role: "administrator", disabled: true } }))).toBeUndefined();
    const gone = { role: "administrator", disabled: true } as const;
    expect(
      changeFault(
        change({ before: gone, after: { role: "leader", disabled: true }, otherAdministrators: 0 }),
      ),
    ).toBeUndefined();
  });

  it("ends sessions where role or unit moved, not where a name was corrected (S13)", () => {
    const now = { role: "ward_officer", unitId: 1 } as const;
    expect(endsSessions(now, { ...now })).toBe(false);
    expect(endsSessions(now, { ...now, unitId: 2 })).toBe(true);
    expect(endsSessions(now, { role: "ward_chief", unitId: 1 })).toBe(true);
  });
});

describe("the printed policy", () => {
  it("shows every permission once, with what every role may", () => {
    const rows = policyByDomain().flatMap((group) => group.rows);
    expect(rows.map((row) => row.permission).sort()).toEqual(Object.keys(policy).sort());
    for (const { permission, grants } of rows)
      for (const role of roles)
        expect(grants[role]).toBe((policy[permission] as Record<string, string>)[role]);
  });

  it("names every permission in words of its own, in both languages", () => {
    for (const words of [permissionWords.vi, permissionWords.en]) {
      expect(new Set(Object.values(words)).size).toBe(Object.keys(policy).length);
      for (const permission of Object.keys(policy) as Permission[])
        expect(words[permission]).not.toMatch(/[._]/);
    }
  });
});

describe("a browser's name", () => {
  it("is the one people know", () => {
    const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
    expect(shortAgent(`${windows} Chrome/140.0.0.0 Safari/537.36`)).toBe("Chrome · Windows");
    expect(shortAgent(`${windows} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`)).toBe("Edge · Windows");
    expect(shortAgent(`${windows} coc_coc_browser/130 Chrome/124.0.0.0 Safari/537.36`)).toBe(
      "Cốc Cốc · Windows",
    );
    expect(
      shortAgent("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"),
    ).toBe("Chrome · Android");
    expect(
      shortAgent(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1",
      ),
    ).toBe("Safari · iOS");
    expect(shortAgent("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")).toBe(
      "Firefox · Linux",
    );
    expect(shortAgent(`curl/8.5.0 ${"x".repeat(100)}`)).toHaveLength(40);
  });
});
