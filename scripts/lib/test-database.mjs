// The databases of one test run, on a server of its own in a folder of its own.
import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { ensureAppRole } from "./app-role.mjs";
import { ensureDatabase, startCluster } from "./cluster.mjs";
import { stopOrphan } from "./cluster-files.mjs";
import { step } from "./console.mjs";
import { onStop } from "./lifecycle.mjs";
import { holderOf, lockFolder } from "./lock.mjs";
import { migrate } from "./migrations.mjs";
import { inRoot } from "./paths.mjs";
import { makeFolder } from "./preflight.mjs";
import { seed } from "./seed.mjs";

const RUNS = ".test";
/** Copied for each database test: tables and reference data, nobody in it. */
const TEMPLATE = "portal_template";
const E2E = "portal_e2e";
/** The demo's history ends on the same day in every run. */
const SEED_DAY = "2026-06-30";

/** Removes what runs left behind that were killed. */
async function sweep() {
  if (!existsSync(inRoot(RUNS))) return;
  for (const name of (await readdir(inRoot(RUNS))).filter((entry) => entry.startsWith("run-"))) {
    const folder = inRoot(`${RUNS}/${name}`);
    if (await holderOf(join(folder, "lock"))) continue;
    await stopOrphan(join(folder, "postgres"));
    await rm(folder, { recursive: true, force: true });
  }
}

/** Starts the server of this run; it is gone, with its folder, when the run ends. */
export async function startTestCluster() {
  await sweep();
  const folder = inRoot(`${RUNS}/run-${process.pid}`);
  await makeFolder(folder);
  onStop(() => rm(folder, { recursive: true, force: true }));
  await lockFolder(folder);
  return step("Starting the database for the tests", () => startCluster({ folder, safe: false }));
}

async function prepare(cluster, name, seeding) {
  await ensureDatabase(cluster, name);
  const url = cluster.url(name);
  const appUrl = await migrate(url, { env: {}, afterwards: (client) => ensureAppRole(url, client, {}) });
  await seed({ url, origin: "http://localhost", ...seeding });
  return { url, appUrl };
}

/** @returns what database tests need to know, as environment variables */
export async function prepareTemplate(cluster) {
  const { appUrl } = await prepare(cluster, TEMPLATE, { data: "empty" });
  return { TEST_DATABASE_ADMIN_URL: cluster.url("postgres"), TEST_DATABASE_APP_URL: appUrl };
}

/** @returns {Promise<{ url: string, appUrl: string }>} the owner's and the web server's address */
export function prepareDemo(cluster, demoPassword) {
  return prepare(cluster, E2E, { data: "demo", demoPassword, today: process.env.PORTAL_TODAY || SEED_DAY });
}
