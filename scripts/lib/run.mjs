// Runs one command to its end. Its output is kept for messages, and shown line by line if asked.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { onStop } from "./lifecycle.mjs";
import { root } from "./paths.mjs";

const KEPT_LINES = 400;
const END_WITH_US = ["--import", new URL("./end-with-starter.mjs", import.meta.url).href];

/** The line that says best why a command failed. */
export function reason(lines) {
  const told = lines.map((line) => line.trim()).filter(Boolean);
  return told.findLast((line) => /error|ENOSPC|no space left/i.test(line)) ?? told.at(-1) ?? "it gave no reason";
}

/**
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, uid?: number, gid?: number, onLine?: (line: string) => void }} options
 * @returns {Promise<{ code: number, lines: string[] }>}
 */
export function run(file, args, { onLine = () => {}, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const ours = file === process.execPath;
    const stdio = ["ignore", "pipe", "pipe", ...(ours ? ["ipc"] : [])];
    const child = spawn(file, ours ? [...END_WITH_US, ...args] : args, { cwd: root, ...options, stdio });
    const forget = onStop(() => child.kill("SIGTERM"));
    const lines = [];
    const keep = (line) => {
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
      onLine(line);
    };
    createInterface({ input: child.stdout }).on("line", keep);
    createInterface({ input: child.stderr }).on("line", keep);
    child.on("error", reject);
    child.on("close", (code) => {
      forget();
      resolve({ code: code ?? 1, lines });
    });
  });
}
