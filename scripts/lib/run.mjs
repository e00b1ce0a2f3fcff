// Runs one command to its end. Its output is kept for messages, and shown line by line if asked.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { onStop } from "./lifecycle.mjs";
import { root } from "./paths.mjs";

const KEPT_LINES = 400;
const END_WITH_US = ["--import", new URL("./end-with-starter.mjs", import.meta.url).href];

/** A Node program ends with us, over a channel that closes when we are gone. */
function command(file, args, env) {
  if (file !== process.execPath) return { args, env, channel: [] };
  return { args: [...END_WITH_US, ...args], env: { ...env, END_WITH_STARTER: "1" }, channel: ["ipc"] };
}

/** The line that says best why a command failed. */
export function reason(lines) {
  const told = lines.map((line) => line.trim()).filter(Boolean);
  return (
    told.findLast((line) => /error|ENOSPC|no space left/i.test(line)) ?? told.at(-1) ?? "it gave no reason"
  );
}

/**
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, uid?: number, gid?: number, onLine?: (line: string) => void }} options
 * @returns {Promise<{ code: number, lines: string[] }>}
 */
export function run(file, args, { onLine = () => {}, env = process.env, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const { channel, ...what } = command(file, args, env);
    const stdio = ["ignore", "pipe", "pipe", ...channel];
    const child = spawn(file, what.args, { cwd: root, ...options, env: what.env, stdio });
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
