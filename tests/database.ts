import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import type { Actor } from "@/lib/core/access";
import type { Role } from "@/lib/core/policy";

/**
 * A database of this file's own on the real Postgres that `npm test` runs: a copy of the template with
 * reference units and code lists and no users. Its `owner` sees everything; the code under test signs in as
 * the application's role, under row-level security.
 */
export function useDatabase() {
  const admin = process.env.TEST_DATABASE_ADMIN_URL;
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  let owner: pg.Client | undefined;

  beforeAll(async () => {
    if (!admin) throw new Error("TEST_DATABASE_ADMIN_URL is not set: run the tests with npm test");
    await onServer(admin, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE portal_template`));
    const app = new URL(process.env.TEST_DATABASE_APP_URL ?? "");
    app.pathname = `/${name}`;
    process.env.APP_DATABASE_URL = app.href;
    process.env.AUTH_SECRET ??= "0".repeat(64);
    const own = new URL(admin);
    own.pathname = `/${name}`;
    owner = new pg.Client({ connectionString: own.href });
    await owner.connect();
  });

  afterAll(async () => {
    await (await import("@/lib/core/db")).disconnect();
    await (await import("@/lib/core/limits")).closeLimiters();
    await owner?.end();
    await onServer(admin ?? "", (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  });

  return {
    get owner(): pg.Client {
      if (!owner) throw new Error("the database is ready in tests and hooks only");
      return owner;
    },

    /** Somebody with a role, of a unit in force today by its code. */
    async actor(role: Role, unitCode?: string): Promise<Actor> {
      const id = randomUUID();
      const username = `${role.replace("_", ".")}.${id.slice(0, 8)}`;
      const { rows } = await this.owner.query(
        `WITH u AS (SELECT id, full_name, code FROM unit WHERE code = $4 AND valid_to IS NULL),
              made AS (INSERT INTO app_user (id, username, name, role, unit_id) SELECT $1, $2, $2, $3::role, (SELECT id FROM u))
         SELECT id, full_name, code, app_line(id) AS line FROM u`,
        [id, username, role, unitCode ?? null],
      );
      const unit = rows[0];
      return {
        userId: id,
        sessionId: randomUUID(),
        username,
        name: username,
        title: "",
        role,
        unitId: unit?.id ?? null,
        unitName: unit?.full_name ?? null,
        unitCode: unit?.code ?? null,
        line: unit?.line ?? [],
        mustChangePassword: false,
        address: "127.0.0.1",
      };
    },

    /** The id of a unit by code: the one in force today, or on a day. */
    async unit(code: string, day?: string): Promise<number> {
      const { rows } = await this.owner.query(
        `SELECT id FROM unit WHERE code = $1 AND (valid_from IS NULL OR valid_from <= coalesce($2::date, current_date))
            AND (valid_to IS NULL OR valid_to >= coalesce($2::date, current_date))`,
        [code, day ?? null],
      );
      return rows[0].id;
    },

    /** Audit rows of an action, newest first. */
    async audit(
      action: string,
    ): Promise<
      { outcome: string; subject_id: string | null; user_name: string; before: unknown; after: unknown }[]
    > {
      return (
        await this.owner.query("SELECT * FROM audit_event WHERE action = $1 ORDER BY id DESC", [action])
      ).rows;
    },
  };
}

async function onServer(url: string, run: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}
