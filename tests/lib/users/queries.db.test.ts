import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { getUser, listUsers, newUser } from "@/lib/users/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let administrator: Actor;
let officer: Actor;

beforeAll(async () => {
  administrator = await db.actor("administrator");
  officer = await db.actor("ward_officer", "31510");
  await db.owner.query("UPDATE app_user SET name = 'Đặng Thị Thùy Dương', title = 'Cán bộ' WHERE id = $1", [
    officer.userId,
  ]);
  await db.owner.query(
    "INSERT INTO app_user (id, username, name, role) SELECT gen_random_uuid(), 'hang.' || lpad(n::text, 3, '0'), 'Lê Hàng ' || n, 'leader' FROM generate_series(1, 120) n",
  );
});

describe("the list of accounts", () => {
  it("finds names without accents, user names and posts", async () => {
    for (const q of ["dang thi thuy", "ĐẶNG", "duong", officer.username, "can bo"]) {
      const { rows, total } = await listUsers(administrator, { q });
      expect(
        rows.map(({ id }) => id),
        q,
      ).toContain(officer.userId);
      expect(total, q).toBe(1);
    }
    expect((await listUsers(administrator, { q: "%' OR 1=1 --" })).total).toBe(0);
  });

  it("is narrowed by role, unit and status", async () => {
    expect((await listUsers(administrator, { role: "leader" })).total).toBe(120);
    expect((await listUsers(administrator, { unit: officer.unitId ?? 0 })).rows.map(({ id }) => id)).toEqual([
      officer.userId,
    ]);
    expect((await listUsers(administrator, { status: "disabled" })).total).toBe(0);
  });

  it("turns its pages without losing or doubling anybody", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { rows, next, total } = await listUsers(administrator, { cursor });
      expect(total).toBe(122);
      seen.push(...rows.map(({ username }) => username));
      cursor = next;
    } while (cursor);
    expect(seen).toHaveLength(122);
    expect(new Set(seen).size).toBe(122);
  });

  it("offers the 103 units in force for a new account", async () => {
    const { units } = await newUser(administrator, {});
    expect(units).toHaveLength(103);
    expect(new Set(units.map(({ area }) => area)).size).toBe(3);
  });
});

describe("one account", () => {
  it("says what may be done with it, and carries no secret", async () => {
    const record = await getUser(administrator, { id: officer.userId });
    expect(record).toMatchObject({
      unitName: "Phường Phú Lợi",
      disabled: false,
      signedInAt: null,
      may: { disable: true, enable: false, resetPassword: true },
    });
    expect((await getUser(administrator, { id: administrator.userId })).may).toMatchObject({
      update: true,
      disable: false,
      resetPassword: false,
      endSessions: false,
    });
    expect(JSON.stringify(record)).not.toMatch(/hash|token|argon/i);
  });

  it("is not found where there is none", async () => {
    await expect(
      getUser(administrator, { id: "00000000-0000-4000-8000-000000000000" }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
