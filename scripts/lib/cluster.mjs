// The embedded PostgreSQL server of one folder: started, kept alive and stopped here.
import { spawn } from "node:child_process";
import { closeSync, existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  createCluster,
  openLog,
  removeAttempts,
  requireSameMajor,
  SUPERUSER,
  startFailure,
  stopOrphan,
} from "./cluster-files.mjs";
import { withClient } from "./connect.mjs";
import { say } from "./console.mjs";
import { errors } from "./errors.mjs";
import { onStop } from "./lifecycle.mjs";
import { asUser, findBinaries, serverUser } from "./postgres-binaries.mjs";
import { tryPort } from "./preflight.mjs";
import { isAlive, waitForEnd } from "./processes.mjs";
import { keptSecret, readSecret, writeSecret } from "./secrets.mjs";

const HOST = "127.0.0.1";
const PASSWORD = "database-password";
const PORT = "database-port";
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

/** The same port each time when it is free: names of roles are made from it. */
async function choosePort(dataFolder) {
  const kept = Number(await readSecret(dataFolder, PORT)) || 0;
  const port = await tryPort(kept, HOST).catch(() => tryPort(0, HOST));
  if (port !== kept) await writeSecret(dataFolder, PORT, port);
  return port;
}

/** The files in order and the password known, whatever an earlier start left. */
async function prepareFiles(folder, home, binaries) {
  const exists = existsSync(home);
  if (exists) requireSameMajor(home, binaries.major);
  if (exists && !(await readSecret(folder, PASSWORD))) throw errors.passwordFileLost(join(folder, PASSWORD));
  const password = await keptSecret(folder, PASSWORD);
  if (exists) await stopOrphan(home);
  else await createCluster(folder, home, binaries, password);
  removeAttempts(folder);
  return password;
}

function serverCommand(binaries, home, port, safe) {
  const settings = { ...SETTINGS, ...(safe ? {} : FAST_BUT_UNSAFE) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const args = ["-D", home, "-p", String(port), ...flags];
  return asUser(binaries.postgres, args, serverUser(home), [binaries.bin, home]);
}

async function waitUntilReady(child, url, folder, logStart) {
  while (child.exitCode === null && child.signalCode === null) {
    try {
      return await withClient(url, (client) => client.query("SELECT 1"));
    } catch (error) {
      if (error.kind === "passwordRefused") throw errors.passwordFileLost(join(folder, PASSWORD));
      await sleep(40);
    }
  }
  throw startFailure(join(folder, "postgres.log"), logStart);
}

/** Runs the server's process: starts it, starts it again when it crashes, stops it. */
function superviseServer(command, folder, url) {
  const logFile = join(folder, "postgres.log");
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
    const options = { ...command.user, cwd: folder, detached: true, stdio: ["ignore", log, log] };
    child = spawn(command.file, command.args, options);
    closeSync(log);
    await waitUntilReady(child, url, folder, logStart);
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

  return { launch, stop, lost };
}

/**
 * Starts the server of a folder, which holds its files in postgres/ and its secrets.
 * @param {{ folder: string, safe?: boolean }} options safe: false trades durability for speed, for tests
 * @returns url(database) for its superuser; lost, which resolves to an error when it stays down; stop()
 */
export async function startCluster({ folder, safe = true }) {
  const binaries = findBinaries();
  const home = join(folder, "postgres");
  const password = await prepareFiles(folder, home, binaries);
  const port = await choosePort(folder);
  const url = (name) => `postgres://${SUPERUSER}:${password}@${HOST}:${port}/${encodeURIComponent(name)}`;
  const server = superviseServer(serverCommand(binaries, home, port, safe), folder, url("postgres"));
  onStop(server.stop);
  await server.launch();
  return { url, port, lost: server.lost, stop: server.stop };
}

/** @returns whether the database had to be made */
export async function ensureDatabase(cluster, name, template = "template1") {
  return withClient(cluster.url("postgres"), async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return false;
    const names = [name, template].map((part) => client.escapeIdentifier(part));
    await client.query(`CREATE DATABASE ${names[0]} TEMPLATE ${names[1]}`);
    return true;
  });
}
