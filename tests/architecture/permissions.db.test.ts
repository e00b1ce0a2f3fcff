import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { grantOf, type Permission, policy, type Role, roles } from "@/lib/core/policy";
import { useDatabase } from "@/tests/database";
import { entrances } from "./entrances";

const db = useDatabase();
const actors = new Map<Role, Actor>();

beforeAll(async () => {
  for (const role of roles)
    actors.set(role, await db.actor(role, role.startsWith("ward") ? "31510" : undefined));
});

const codeOf = (run: Promise<unknown>) =>
  run.then(
    () => "ok",
    (error) => String(error.code ?? error),
  );

describe("the policy table (S17)", () => {
  it("has an entrance for every permission, and a permission for every entrance", () => {
    expect(entrances.length).toBeGreaterThan(40);
    const used = new Set(entrances.map(({ permission }) => permission));
    expect(Object.keys(policy).filter((permission) => !used.has(permission as Permission))).toEqual([]);
  });

  // Authorization comes before anything the input says: an empty input tells the two refusals apart.
  for (const role of roles)
    it(`opens to ${role} exactly what the table grants`, async () => {
      const actor = actors.get(role) as Actor;
      const wrong: string[] = [];
      for (const { name, permission, call } of entrances) {
        const code = await codeOf(call(actor, {}));
        if ((code === "denied") === (grantOf(role, permission) !== undefined))
          wrong.push(`${name} (${permission}): ${code}`);
      }
      expect(wrong).toEqual([]);
    });

  it("records every refusal", async () => {
    await codeOf(
      entrances
        .find(({ permission }) => permission === "users.list")
        ?.call(actors.get("leader") as Actor, {}) ?? Promise.resolve(),
    );
    expect((await db.audit("users.list"))[0]).toMatchObject({ outcome: "refused" });
  });

  it("opens nothing but the account to somebody with a one-time password", async () => {
    const held = { ...(actors.get("administrator") as Actor), mustChangePassword: true };
    for (const { permission, call } of entrances.filter(
      ({ permission }) => !permission.startsWith("account."),
    ))
      expect(await codeOf(call(held, {})), permission).toBe("denied");
  });
});
