// Where the repository and the data folder lie.
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export function inRoot(path) {
  return join(root, path);
}

export function dataFolder(env = process.env) {
  return resolve(root, env.DATA_DIR || ".data");
}

/** Next's command line, started by Node itself: the launchers in node_modules/.bin differ by system. */
export function nextProgram() {
  return inRoot("node_modules/next/dist/bin/next");
}
