// The portal's database, ready for use: opened or connected, migrated, its app login made, its data loaded.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { ensureAppRole } from "./app-role.mjs";
import { ensureDatabase, startCluster } from "./cluster.mjs";
import { addressParts } from "./connect.mjs";
import { say, step } from "./console.mjs";
import { readStamp, writeStamp } from "./fingerprint.mjs";
import { migrate } from "./migrations.mjs";
import { readablePassword, readSecret, writeSecret } from "./secrets.mjs";
import { countUsers, seed, seedFingerprint } from "./seed.mjs";

const NAME = "portal";
const DEMO_PASSWORD = "demo-password";

/** Starts the embedded server, unless the environment names another one. */
export async function openDatabase({ databaseUrl, folder }) {
  if (databaseUrl) return { url: databaseUrl, lost: new Promise(() => {}) };
  return step("Starting the database", async () => {
    const cluster = await startCluster({ folder });
    await ensureDatabase(cluster, NAME);
    return { url: cluster.url(NAME), lost: cluster.lost };
  });
}

/** The accounts keep the password they were made with, whatever the environment says later. */
async function demoPassword({ folder, env }, users) {
  const kept = await readSecret(folder, DEMO_PASSWORD);
  if (users === 0) return writeSecret(folder, DEMO_PASSWORD, env.DEMO_PASSWORD || kept || readablePassword());
  if (env.DEMO_PASSWORD && env.DEMO_PASSWORD !== kept)
    say("DEMO_PASSWORD is not used: the demo accounts already exist");
  return kept;
}

function seedStamp(url) {
  const { server, name } = addressParts(url);
  return createHash("sha256").update(`${server}/${name} ${seedFingerprint()}`).digest("hex");
}

/** Loads data when nobody can sign in yet, or when the files it comes from changed. */
async function loadData(settings, url, client) {
  const { data, origin, folder } = settings;
  const users = await countUsers(client);
  const password = data === "demo" ? await demoPassword(settings, users) : undefined;
  const stampFile = join(folder, "seed-stamp");
  const stamp = seedStamp(url);
  if (users > 0 && (await readStamp(stampFile)) === stamp) return { password };
  const link = await seed({ url, data, demoPassword: password, origin });
  await writeStamp(stampFile, stamp);
  return { password, link };
}

/** @returns {Promise<{ appUrl: string, password?: string, link?: string }>} */
export async function prepareDatabase(settings, url) {
  return migrate(url, {
    env: settings.env,
    afterwards: async (client) => {
      const appUrl = await ensureAppRole(url, client, settings.env);
      return { appUrl, ...(await loadData(settings, url, client)) };
    },
  });
}
