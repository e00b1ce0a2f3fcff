// Questions about running processes, without any package.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const onLinux = process.platform === "linux";

function readProc(path) {
  try {
    return readFileSync(`/proc/${path}`, "utf8");
  } catch {
    return "";
  }
}

function ps(pid, column) {
  try {
    return execFileSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

/** The fields of /proc/PID/stat behind the name in brackets: first the state, the 20th is the start time. */
function statFields(pid) {
  const stat = readProc(`${pid}/stat`);
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

export function isAlive(pid) {
  if (onLinux) return !["", "Z", "X"].includes(statFields(pid)[0]);
  return ps(pid, "pid") !== "";
}

/** When a process began, so that a number used again for another process is not mistaken for it. */
export function startOf(pid) {
  if (!onLinux) return ps(pid, "lstart");
  return `${readProc("sys/kernel/random/boot_id").trim()} ${statFields(pid)[19]}`;
}

export function commandOf(pid) {
  return onLinux ? readProc(`${pid}/cmdline`).replaceAll("\0", " ") : ps(pid, "command");
}

export async function waitForEnd(pid, milliseconds) {
  const deadline = Date.now() + milliseconds;
  while (isAlive(pid) && Date.now() < deadline) await sleep(25);
  return !isAlive(pid);
}
