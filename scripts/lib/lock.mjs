// One instance per folder. The lock names its holder, so one left behind by kill -9 is recognised.
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { errors } from "./errors.mjs";
import { onStop } from "./lifecycle.mjs";
import { isAlive, startOf } from "./processes.mjs";

const SETTLE_MILLISECONDS = 200;

function readLock(path) {
  return readFile(path, "utf8").catch(() => "");
}

/** The process that holds this lock, or undefined when it is gone. */
export async function holderOf(path) {
  const [pid, ...start] = (await readLock(path)).split(" ");
  const alive = Number(pid) > 0 && isAlive(Number(pid)) && startOf(Number(pid)) === start.join(" ");
  return alive ? Number(pid) : undefined;
}

async function createLock(path, content) {
  try {
    await writeFile(path, content, { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Replaces a dead holder's lock. Of several that try at once, the last to write has it. */
async function takeOver(path, content) {
  const mine = `${path}.${process.pid}`;
  await writeFile(mine, content);
  if (await holderOf(path)) return rm(mine);
  await rename(mine, path);
  await sleep(SETTLE_MILLISECONDS);
}

/** Takes the lock, or returns the process that holds it. */
async function tryLock(path) {
  const content = `${process.pid} ${startOf(process.pid)}`;
  if (await createLock(path, content)) return undefined;
  const holder = await holderOf(path);
  if (holder) return holder;
  await takeOver(path, content);
  return (await readLock(path)) === content ? undefined : ((await holderOf(path)) ?? tryLock(path));
}

async function release(path) {
  if ((await holderOf(path)) === process.pid) await rm(path, { force: true });
}

/** Holds an existing folder for this process until it ends. */
export async function lockFolder(folder) {
  const path = join(folder, "lock");
  const holder = await tryLock(path);
  if (holder) throw errors.secondInstance(folder, holder);
  onStop(() => release(path));
}

/** Runs work that only one process may do at a time; others wait for their turn. */
export async function inTurn(path, work) {
  while (await tryLock(path)) await sleep(250);
  const forget = onStop(() => release(path));
  try {
    return await work();
  } finally {
    await release(path);
    forget();
  }
}
