import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { listAudit } from "@/lib/audit/queries";
import { readAuditFilter } from "@/lib/audit/schema";
import type { Actor } from "@/lib/core/access";
import { signIn } from "@/lib/core/sign-in";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let administrator: Actor;
let unit: number;
const subject = randomUUID();

beforeAll(async () => {
  administrator = await db.actor("administrator");
  unit = await db.unit("31510");
  await db.owner.query(
    `INSERT INTO audit_event (at, user_id, user_name, role, action, outcome, unit_id, subject_id, before, after)
     SELECT '2026-03-01T16:59:59.999Z'::timestamptz + n * interval '1 minute', $1, $2, 'administrator', 'users.update', 'done', $3, $4,
            jsonb_build_object('unitId', $3::int), jsonb_build_object('unitId', $3::int, 'n', n)
       FROM generate_series(0, 119) n`,
    [administrator.userId, administrator.username, unit, subject],
  );
  await signIn("ke.la", "không phải mật khẩu", { address: "203.0.113.7", agent: "" }).catch(() => undefined);
});

describe("the audit log", () => {
  it("turns its pages, newest first, without losing or doubling a row", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { rows, next } = await listAudit(administrator, { subject, cursor });
      seen.push(...rows.map(({ id }) => id));
      cursor = next;
      if (next) expect(readAuditFilter({ cursor: next })).toEqual({ cursor: next });
    } while (cursor);
    expect(seen).toHaveLength(120);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => Number(b) - Number(a)));
  });

  it("begins a day at midnight in Việt Nam", async () => {
    const count = async (filter: object) => {
      const { rows } = await listAudit(administrator, { subject, ...filter });
      return rows.map(({ at }) => at);
    };
    expect(await count({ to: "2026-03-01" })).toEqual(["2026-03-01T16:59:59.999Z"]);
    expect((await count({ from: "2026-03-02" })).at(-1)).not.toBe("2026-03-01T16:59:59.999Z");
    expect(await count({ from: "2026-03-03" })).toEqual([]);
  });

  it("finds who tried at the door by the name that was typed, with the address", async () => {
    const { rows } = await listAudit(administrator, { user: "KE.LA" });
    expect(rows).toMatchObject([
      { action: "sign-in", outcome: "refused", subjectId: "ke.la", address: "203.0.113.7", userName: "" },
    ]);
    expect((await listAudit(administrator, { action: "sign-in", outcome: "done" })).rows).toEqual([]);
  });

  it("names the units its records speak of", async () => {
    const { rows, unitNames } = await listAudit(administrator, { subject });
    expect(unitNames).toEqual({ [unit]: "Phường Phú Lợi" });
    expect(rows[0]).toMatchObject({ unitName: "Phường Phú Lợi", name: administrator.name });
  });

  it("cannot be changed or deleted by the application", async () => {
    const { rows } = await db.owner.query(
      "SELECT privilege_type FROM information_schema.role_table_grants WHERE grantee = 'portal_app' AND table_name = 'audit_event'",
    );
    expect(rows.map(({ privilege_type }) => privilege_type).sort()).toEqual(["INSERT", "SELECT"]);
  });

  it("is for administrators, and asking for it is recorded", async () => {
    const leader = await db.actor("leader");
    await expect(listAudit(leader, {})).rejects.toMatchObject({ code: "denied" });
    expect((await db.audit("audit.list"))[0]).toMatchObject({
      outcome: "refused",
      user_name: leader.username,
    });
  });
});

describe("the log's address", () => {
  it("leaves out what it cannot read", () => {
    expect(
      readAuditFilter({
        from: "2026-02-30",
        to: "x",
        action: "users.fly",
        outcome: "maybe",
        user: "\0",
        cursor: "2026-13-45T00:00:00.000Z_5",
        subject: "",
      }),
    ).toEqual({});
    expect(readAuditFilter({ from: "2026-02-28", outcome: "refused", action: "sign-in" })).toEqual({
      from: "2026-02-28",
      outcome: "refused",
      action: "sign-in",
    });
  });
});
