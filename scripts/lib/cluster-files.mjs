// The files of an embedded PostgreSQL server: made whole or not at all, and freed of what a crash left.
import {
  chownSync,
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
import { say } from "./console.mjs";
import { errors, tellsDiskFull } from "./errors.mjs";
import { asUser, serverUser } from "./postgres-binaries.mjs";
import { commandOf, isAlive, waitForEnd } from "./processes.mjs";
import { reason, run } from "./run.mjs";

export const SUPERUSER = "postgres";
const ATTEMPT = "new-database-";
const MAX_LOG_BYTES = 10 * 1024 * 1024;

export function requireSameMajor(home, major) {
  const found = readFileSync(join(home, "PG_VERSION"), "utf8").trim();
  if (found !== major) throw errors.otherMajor(home, found, major);
}

/** What a start that was killed half-way left; its initdb may still be writing there for a moment. */
export function removeAttempts(dataFolder) {
  for (const name of readdirSync(dataFolder)) {
    if (name.startsWith(ATTEMPT))
      rm(join(dataFolder, name), { recursive: true, force: true }).catch(() => {});
  }
}

/** Made in a folder of its own and moved into place when whole, so that kill -9 leaves nothing half made. */
export async function createCluster(dataFolder, home, binaries, password) {
  const attempt = mkdtempSync(join(dataFolder, ATTEMPT));
  const fresh = join(attempt, "postgres");
  const passwordFile = join(attempt, "password");
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const user = serverUser(home);
  if (user) for (const path of [attempt, fresh, passwordFile]) chownSync(path, user.uid, user.gid);
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const login = [`--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  const command = asUser(binaries.initdb, [`--pgdata=${fresh}`, ...locale, ...login], user, [
    binaries.bin,
    dataFolder,
  ]);
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
export async function stopOrphan(home) {
  const note = join(home, "postmaster.pid");
  if (!existsSync(note)) return;
  const pid = Number(readFileSync(note, "utf8").split("\n")[0]);
  if (isAlive(pid) && commandOf(pid).includes(home)) {
    say("Stopping the database that an earlier instance left running");
    process.kill(pid, "SIGINT");
    if (!(await waitForEnd(pid, 30_000))) process.kill(pid, "SIGQUIT");
    await waitForEnd(pid, 10_000);
  }
  rmSync(note, { force: true });
}

export function openLog(path) {
  if (existsSync(path) && statSync(path).size > MAX_LOG_BYTES) truncateSync(path);
  return openSync(path, "a", 0o600);
}

/** Why the server stopped, by what it wrote to its log since a position. */
export function startFailure(logFile, from) {
  const lines = readFileSync(logFile, "utf8").slice(from).split("\n");
  if (tellsDiskFull(lines.join("\n"))) return errors.diskFull(dirname(logFile));
  const fatal = lines.findLast((line) => /FATAL|PANIC/.test(line));
  return errors.postgresFailed(logFile, fatal?.replace(/^.*?(FATAL|PANIC): */, "") ?? reason(lines));
}
