// A short hash of files' names and contents, to see whether anything changed.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { inRoot } from "./paths.mjs";

function filesOf(path) {
  if (statSync(inRoot(path)).isFile()) return [path];
  return readdirSync(inRoot(path)).flatMap((name) => filesOf(join(path, name)));
}

/** @param {string[]} paths files and folders, from the root of the repository */
export function fingerprint(paths, salt = "") {
  const hash = createHash("sha256").update(salt);
  for (const name of paths.flatMap(filesOf).sort())
    hash.update(`\0${name}\0`).update(readFileSync(inRoot(name)));
  return hash.digest("hex");
}

export function readStamp(path) {
  return readFile(path, "utf8").catch(() => "");
}

export async function writeStamp(path, value) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, value);
}
