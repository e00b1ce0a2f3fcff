// Brings the database to the state that prisma/migrations describes; asks first, so that a start
// with nothing to do costs one query.
import { readdir } from "node:fs/promises";
import { addressParts, withClient } from "./connect.mjs";
import { step } from "./console.mjs";
import { errors, tellsDiskFull } from "./errors.mjs";
import { inRoot } from "./paths.mjs";
import { prismaCommand } from "./prisma-cli.mjs";
import { reason, run } from "./run.mjs";

const LOCK = "select pg_advisory_lock(hashtext('portal preparation'))";
const PRISMA_LOCK = 72707369;

async function migrationsInCode() {
  const entries = await readdir(inRoot("prisma/migrations"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

async function migrationsInDatabase(client) {
  const { rows: found } = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
  if (!found[0].name) return [];
  const { rows } = await client.query(
    "SELECT migration_name AS name, finished_at IS NOT NULL AS done, logs FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  return rows;
}

async function requireRights(client, url, env) {
  const { name, user } = addressParts(url);
  const { rows } = await client.query(
    `SELECT has_database_privilege(current_database(), 'CREATE') AND has_schema_privilege('public', 'CREATE') AS tables,
            rolsuper OR rolcreaterole OR EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') AND $1::boolean AS roles
       FROM pg_roles WHERE rolname = current_user`,
    [Boolean(env.APP_DATABASE_URL)],
  );
  if (!rows[0].tables) throw errors.noCreateRight(name, user);
  if (!rows[0].roles) throw errors.noRoleRight(user);
}

/**
 * A migration runs as one transaction: one that never finished left nothing, and is simply tried again.
 * Prisma's own lock is taken meanwhile, in case a killed start's migration still runs on the server.
 */
async function forgetUnfinished(client) {
  await client.query(`SELECT pg_advisory_lock(${PRISMA_LOCK})`);
  await client.query(
    "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL",
  );
  await client.query(`SELECT pg_advisory_unlock(${PRISMA_LOCK})`);
}

async function failure(client, lines) {
  const failed = (await migrationsInDatabase(client)).find(({ done }) => !done);
  const output = [...lines, failed?.logs ?? ""].join("\n");
  if (tellsDiskFull(output)) return errors.diskFull("the database");
  const [told] = (failed?.logs ?? "")
    .split("\n")
    .filter((line) => line && line !== "external connector error");
  return errors.migrationFailed(
    failed?.name ?? "unknown",
    told?.replace(/^Error querying the database: /, "") ?? reason(lines),
  );
}

async function deploy(client, url) {
  await step("Migrating the database", async () => {
    const { file, args, env } = prismaCommand(["migrate", "deploy"], { ...process.env, DATABASE_URL: url });
    const { code, lines } = await run(file, args, { env });
    if (code !== 0) throw await failure(client, lines);
  });
}

async function migrateWith(client, url, env) {
  const [wanted, applied] = await Promise.all([migrationsInCode(), migrationsInDatabase(client)]);
  const done = applied.filter((row) => row.done).map(({ name }) => name);
  const unknown = done.find((name) => !wanted.includes(name));
  if (unknown) throw errors.databaseNewer(unknown);
  if (wanted.every((name) => done.includes(name))) return;
  await requireRights(client, url, env);
  if (applied.some((row) => !row.done)) await forgetUnfinished(client);
  await deploy(client, url);
}

/** Prepares a database while no other instance does: migrates, then does the rest of the preparation. */
export async function migrate(url, { env = process.env, afterwards = async () => {} } = {}) {
  return withClient(url, async (client) => {
    await client.query(LOCK);
    await migrateWith(client, url, env);
    return afterwards(client);
  });
}
