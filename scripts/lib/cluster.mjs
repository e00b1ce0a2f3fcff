// The embedded PostgreSQL server of one folder: made, started, kept alive and stopped here.
import { spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { withClient } from "./connect.mjs";
import { say } from "./console.mjs";
import { errors, tellsDiskFull } from "./errors.mjs";
import { onStop } from "./lifecycle.mjs";
import { asUser, findBinaries, serverUser } from "./postgres-binaries.mjs";
import { tryPort } from "./preflight.mjs";
import { commandOf, isAlive, waitForEnd } from "./processes.mjs";
import { run, reason } from "./run.mjs";
import { keptSecret, readSecret, writeSecret } from "./secrets.mjs";

const SUPERUSER = "postgres";
const HOST = "127.0.0.1";
const PASSWORD = "database-password";
const ATTEMPT = "new-database-";
const MAX_LOG_BYTES = 10 * 1024 * 1024;
const RESTART_SECONDS = 30;
/** Values of people's records stay out of the server's log. */
const SETTINGS = {
  listen_addresses: HOST,
  unix_socket_directories: "",
  shared_buffers: "128MB",
  random_page_cost: "1.1",
  jit: "off",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
};
const FAST_BUT_UNSAFE = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

function requireSameMajor(folder, major) {
  const found = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  if (found !== major) throw errors.otherMajor(folder, found, major);
}

/** What a start that was killed half-way left; its initdb may still be writing there for a moment. */
function removeAttempts(dataFolder) {
  for (const name of readdirSync(dataFolder)) {
    if (name.startsWith(ATTEMPT)) rm(join(dataFolder, name), { recursive: true, force: true }).catch(() => {});
  }
}

/** Made in a folder of its own and moved into place when whole, so that kill -9 leaves nothing half made. */
async function createCluster(dataFolder, home, binaries, password) {
  const attempt = mkdtempSync(join(dataFolder, ATTEMPT));
  const fresh = join(attempt, "postgres");
  const passwordFile = join(attempt, "password");
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const user = serverUser(home);
  if (user) for (const path of [attempt, fresh, passwordFile]) chownSync(path, user.uid, user.gid);
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const login = [`--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  const command = asUser(binaries.initdb, [`--pgdata=${fresh}`, ...locale, ...login], user, [binaries.bin, dataFolder]);
  try {
    const { code, lines } = await run(command.file, command.args, { ...command.user, cwd: dataFolder });
    if (code !== 0 && tellsDiskFull(lines.join("\n"))) throw errors.diskFull(dataFolder);
    if (code !== 0) throw errors.initFailed(reason(lines));
    renameSync(fresh, home);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** A server that outlived its starter (kill -9) is stopped; a leftover note about a dead one is removed. */
export async function stopOrphan(folder) {
  const note = join(folder, "postmaster.pid");
  if (!existsSync(note)) return;
  const pid = Number(readFileSync(note, "utf8").split("\n")[0]);
  if (isAlive(pid) && commandOf(pid).includes(folder)) {
    say("Stopping the database that an earlier instance left running");
    process.kill(pid, "SIGINT");
    if (!(await waitForEnd(pid, 30_000))) process.kill(pid, "SIGQUIT");
    await waitForEnd(pid, 10_000);
  }
  rmSync(note, { force: true });
}

/** The same port each time when it is free: names of roles are made from it. */
async function choosePort(dataFolder) {
  const kept = Number(await readSecret(dataFolder, "database-port")) || 0;
  const port = await tryPort(kept, HOST).catch(() => tryPort(0, HOST));
  if (port !== kept) await writeSecret(dataFolder, "database-port", port);
  return port;
}

function openLog(path) {
  if (existsSync(path) && statSync(path).size > MAX_LOG_BYTES) truncateSync(path);
  return openSync(path, "a", 0o600);
}

function failure(logFile, from) {
  const lines = readFileSync(logFile, "utf8").slice(from).split("\n");
  if (tellsDiskFull(lines.join("\n"))) return errors.diskFull(dirname(logFile));
  const fatal = lines.findLast((line) => /FATAL|PANIC/.test(line));
  return errors.postgresFailed(logFile, fatal?.replace(/^.*?(FATAL|PANIC): */, "") ?? reason(lines));
}

async function waitUntilReady(child, url, logFile, logStart) {
  while (child.exitCode === null && child.signalCode === null) {
    try {
      return await withClient(url, (client) => client.query("SELECT 1"));
    } catch (error) {
      if (error.kind === "passwordRefused") throw errors.passwordFileLost(join(dirname(logFile), PASSWORD));
      await sleep(40);
    }
  }
  throw failure(logFile, logStart);
}

/**
 * @param {{ folder: string, safe?: boolean }} options folder: holds postgres/ and its secrets;
 *   safe: false trades durability for speed, for tests
 */
export async function startCluster({ folder, safe = true }) {
  const binaries = findBinaries();
  const home = join(folder, "postgres");
  const logFile = join(folder, "postgres.log");
  if (existsSync(home)) requireSameMajor(home, binaries.major);
  if (existsSync(home) && !(await readSecret(folder, PASSWORD))) throw errors.passwordFileLost(join(folder, PASSWORD));
  const password = await keptSecret(folder, PASSWORD);
  if (existsSync(home)) await stopOrphan(home);
  else await createCluster(folder, home, binaries, password);
  removeAttempts(folder);

  const port = await choosePort(folder);
  const url = (name) => `postgres://${SUPERUSER}:${password}@${HOST}:${port}/${encodeURIComponent(name)}`;
  const settings = { ...SETTINGS, ...(safe ? {} : FAST_BUT_UNSAFE) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const args = ["-D", home, "-p", String(port), ...flags];
  const command = asUser(binaries.postgres, args, serverUser(home), [binaries.bin, home]);
  let child;
  let stopping = false;
  let reportLoss;
  const lost = new Promise((resolve) => {
    reportLoss = resolve;
  });

  async function launch() {
    const log = openLog(logFile);
    const logStart = statSync(logFile).size;
    // Its own session: Ctrl-C must reach the web server first, and us, but not the database.
    child = spawn(command.file, command.args, { ...command.user, cwd: folder, detached: true, stdio: ["ignore", log, log] });
    closeSync(log);
    await waitUntilReady(child, url("postgres"), logFile, logStart);
    child.once("exit", () => {
      if (!stopping) revive().catch(() => reportLoss(errors.databaseStopped(logFile)));
    });
  }

  /** After a crash, the old server's last processes may need a moment to go. */
  async function revive() {
    say("The database stopped unexpectedly; starting it again");
    const deadline = Date.now() + RESTART_SECONDS * 1000;
    while (!stopping) {
      try {
        await launch();
        return say("The database runs again");
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await sleep(500);
      }
    }
  }

  async function stop() {
    stopping = true;
    if (!child?.pid || !isAlive(child.pid)) return;
    child.kill("SIGINT");
    if (!(await waitForEnd(child.pid, 30_000))) child.kill("SIGQUIT");
  }

  onStop(stop);
  await launch();
  return { url, port, lost, stop };
}

/** @returns whether the database had to be made */
export async function ensureDatabase(cluster, name, template = "template1") {
  return withClient(cluster.url("postgres"), async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return false;
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE ${client.escapeIdentifier(template)}`);
    return true;
  });
}
