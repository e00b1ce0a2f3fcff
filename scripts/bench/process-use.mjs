// What another process has used of the machine.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const TICK_MILLISECONDS = 10;

/** What a process holds in memory now, in bytes. */
export function residentBytes(pid) {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).trim()) * 1024;
}

/** Processor time of all its threads so far, in milliseconds; NaN where the system does not tell. */
export function processorTime(pid) {
  if (process.platform !== "linux") return Number.NaN;
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const [user, system] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13);
  return (Number(user) + Number(system)) * TICK_MILLISECONDS;
}
