// A database of the bench's own: a durable cluster in a folder apart, migrated, filled and analysed.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { ensureAppRole } from "../lib/app-role.mjs";
import { ensureDatabase, startCluster } from "../lib/cluster.mjs";
import { withClient } from "../lib/connect.mjs";
import { say, step } from "../lib/console.mjs";
import { fingerprint, readStamp, writeStamp } from "../lib/fingerprint.mjs";
import { onStop } from "../lib/lifecycle.mjs";
import { migrate } from "../lib/migrations.mjs";
import { seed } from "../lib/seed.mjs";
import { fillSessions } from "./fill-sessions.mjs";
import { fillStandings } from "./fill-standings.mjs";
import { connectOwner } from "./owner.mjs";
import { createUsers, readUsers } from "./users.mjs";

const NAME = "bench";
const SOURCES = [
  "prisma/data",
  "prisma/migrations",
  "prisma/seed",
  "scripts/bench/fill-sessions.mjs",
  "scripts/bench/fill-standings.mjs",
];
const stampOf = (rows, today) => fingerprint(SOURCES, `${rows} ${today}`);

async function fill(client, rows, today) {
  const users = await createUsers(client);
  await step("Filling models, points, awards and rural recognitions", () => fillStandings(client, today));
  const seconds = await step(`Filling ${rows.toLocaleString("en-US")} outreach sessions`, () =>
    fillSessions(client, { rows, today, users }),
  );
  say(
    `Filled in ${Math.round(seconds)} s, ${Math.round(rows / seconds).toLocaleString("en-US")} rows/s with triggers and rollups`,
  );
  // What autovacuum would have done by the next morning; the load of the fill must not fall into the measurements.
  await step("VACUUM, ANALYZE, CHECKPOINT", async () => {
    await client.query("VACUUM (ANALYZE)");
    await client.query("CHECKPOINT");
  });
  return { seconds };
}

async function prepare(cluster) {
  const url = cluster.url(NAME);
  await migrate(url);
  const appUrl = await withClient(url, (client) => ensureAppRole(url, client, {}));
  await seed({ url, data: "empty", origin: "http://localhost" });
  return { url, appUrl };
}

async function dropDatabase(cluster) {
  await withClient(cluster.url("postgres"), (client) =>
    client.query(`DROP DATABASE IF EXISTS "${NAME}" WITH (FORCE)`),
  );
}

/**
 * @param {{ folder: string, rows: number, keep: boolean, today: string }} options
 * @returns {Promise<{ owner: import("pg").Client, appUrl: string, logFile: string, users: object, fillSeconds?: number }>}
 */
export async function openBenchDatabase({ folder, rows, keep, today }) {
  const stampFile = join(folder, "filled");
  const wanted = stampOf(rows, today);
  const kept = (await readStamp(stampFile)) === wanted;
  if (!keep)
    onStop(() =>
      Promise.all(
        [stampFile, join(folder, "postgres")].map((path) => rm(path, { recursive: true, force: true })),
      ),
    );
  const cluster = await step("Starting the bench's database (fsync on)", () => startCluster({ folder }));
  if (!kept) await dropDatabase(cluster);
  await rm(stampFile, { force: true });
  await ensureDatabase(cluster, NAME);
  const { url, appUrl } = await prepare(cluster);
  const owner = await connectOwner(url);
  const filled = kept ? undefined : await fill(owner, rows, today);
  if (keep) await writeStamp(stampFile, wanted);
  return {
    owner,
    appUrl,
    lost: cluster.lost,
    logFile: join(folder, "postgres.log"),
    users: await readUsers(owner),
    fillSeconds: filled?.seconds,
  };
}
