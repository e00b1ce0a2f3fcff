import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import type { Scope } from "@/lib/core/access";
import { withActor } from "@/lib/core/db";
import { sql } from "@/lib/core/sql";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
const units: { id: number; code: string }[] = [];

beforeAll(async () => {
  units.push(
    ...(await db.owner.query("SELECT id, code FROM unit WHERE valid_to IS NULL ORDER BY code LIMIT 40")).rows,
  );
  for (const { id } of units)
    await db.owner.query(
      `INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, attendance, created_by_id)
       SELECT gen_random_uuid(), $1, '2025-08-01', 'x', 'meeting', '{drugs}', 10, gen_random_uuid() FROM generate_series(1, 3)`,
      [id],
    );
});

const scope = (reach: Scope["reach"], role: Scope["role"] = "ward_officer"): Scope => ({
  userId: randomUUID(),
  sessionId: randomUUID(),
  username: "x",
  name: "x",
  title: "",
  role,
  unitId: null,
  unitName: null,
  unitCode: null,
  line: [],
  mustChangePassword: false,
  address: "",
  reach,
});

/** A connection as the application's role, outside the spine. */
async function asApp<T>(run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env.APP_DATABASE_URL });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

const guarded = [
  "outreach_session",
  "session_rollup_channel",
  "session_rollup_tag",
  "attached_file",
  "model_point",
  "point_rating",
  "award",
  "rural_recognition",
  "urban_recognition",
  "criterion_finding",
  "kept_form",
  "app_user",
  "user_session",
  "audit_event",
];

describe("row-level security (S20)", () => {
  it("is on and forced for every table that carries a unit or a user", async () => {
    const { rows } = await db.owner.query(
      `SELECT relname, relrowsecurity AND relforcerowsecurity AS forced FROM pg_class c
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
          AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('unit_id', 'user_id') AND NOT a.attisdropped)
          AND relname NOT IN ('user_password', 'command_receipt')`,
    );
    expect(rows.filter(({ forced }) => !forced).map(({ relname }) => relname)).toEqual([]);
    expect(rows.map(({ relname }) => relname).sort()).toEqual(
      expect.arrayContaining(guarded.filter((name) => name !== "app_user").sort()),
    );
  });

  it("holds for a role that owns nothing and bypasses nothing", async () => {
    await asApp(async (client) => {
      const { rows } = await client.query(
        "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user",
      );
      expect(rows[0]).toEqual({
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
      });
      const owned = await client.query(
        "SELECT count(*)::int AS n FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)",
      );
      expect(owned.rows[0].n).toBe(0);
    });
  });

  it("shows nothing without settings, and with empty ones", async () => {
    await asApp(async (client) => {
      for (const table of guarded)
        expect((await client.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n, table).toBe(0);
      await client.query(
        "SELECT set_config('app.reach', '', false), set_config('app.role', 'ward_officer', false)",
      );
      expect((await client.query("SELECT count(*)::int AS n FROM outreach_session")).rows[0].n).toBe(0);
    });
  });

  it("keeps password hashes, one-time links and rollups out of the application's hands", async () => {
    await asApp(async (client) => {
      for (const statement of [
        "SELECT hash FROM user_password",
        "SELECT * FROM setup_link",
        "UPDATE session_rollup_channel SET sessions = 0",
        "DELETE FROM outreach_session",
        "DELETE FROM audit_event",
        "UPDATE audit_event SET action = 'x'",
        "ALTER TABLE award DISABLE ROW LEVEL SECURITY",
      ])
        await expect(client.query(statement), statement).rejects.toThrow(/permission denied|must be owner/);
    });
  });

  it("lets a writer touch its own units only, and a reader none", async () => {
    const [own, other] = [units[0] as { id: number }, units[1] as { id: number }];
    const insert = (unit: number) => sql`
      INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, attendance, created_by_id)
      VALUES (gen_random_uuid(), ${unit}, '2025-08-02', 'x', 'meeting', '{drugs}', 1, gen_random_uuid())`;
    await withActor(scope([own.id]), (tx) => tx.$executeRaw(insert(own.id)));
    await expect(withActor(scope([own.id]), (tx) => tx.$executeRaw(insert(other.id)))).rejects.toThrow(
      /row-level security/,
    );
    await expect(withActor(scope("all", "leader"), (tx) => tx.$executeRaw(insert(own.id)))).rejects.toThrow(
      /row-level security/,
    );
    expect(
      await withActor(scope([own.id]), (tx) =>
        tx.$executeRaw(sql`UPDATE outreach_session SET note = 'x' WHERE unit_id = ${other.id}`),
      ),
    ).toBe(0);
  });

  it("leaks nothing between 400 parallel readers over a pool of ten", async () => {
    const seen = await Promise.all(
      Array.from({ length: 400 }, async (_, at) => {
        const unit = units[at % units.length] as { id: number };
        const rows = await withActor(scope([unit.id]), (tx) =>
          tx.$queryRaw<{ unit_id: number }[]>(sql`SELECT DISTINCT unit_id FROM outreach_session`),
        );
        return rows.length === 1 && rows[0]?.unit_id === unit.id;
      }),
    );
    expect(seen.filter((alone) => !alone)).toHaveLength(0);
  });

  it("forgets the reach when the transaction ends, also when it fails", async () => {
    await withActor(scope("all"), async () => undefined);
    await withActor(scope("all"), async () => {
      throw new Error("stop");
    }).catch(() => undefined);
    const rows = await withActor(scope([]), (tx) =>
      tx.$queryRaw<unknown[]>(sql`SELECT FROM outreach_session`),
    );
    expect(rows).toHaveLength(0);
  });
});
