// Installs the npm packages when node_modules does not match package-lock.json.
import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { step } from "./console.mjs";
import { errors, tellsDiskFull } from "./errors.mjs";
import { inRoot } from "./paths.mjs";
import { run } from "./run.mjs";

const LOCK = "package-lock.json";
/** How npm ci names a package of another system that the lock was written without. */
const LEFT_OUT = /^npm error Missing: \S+@ from lock file$/;

async function packagesIn(file) {
  const text = await readFile(inRoot(file), "utf8").catch(() => "{}");
  return JSON.parse(text).packages ?? {};
}

/** npm writes its own list of what it installed last, as the very last thing it does. */
async function areInstalled() {
  const [wanted, installed] = await Promise.all([packagesIn(LOCK), packagesIn(`node_modules/.${LOCK}`)]);
  const missing = Object.entries(wanted).some(([path, entry]) => {
    if (path === "" || (entry.optional && !installed[path])) return false;
    return installed[path]?.version !== entry.version || installed[path]?.integrity !== entry.integrity;
  });
  const extra = Object.keys(installed).some((path) => !wanted[path]);
  return !missing && !extra;
}

function npm(command) {
  const started = process.env.npm_execpath;
  const isNpm = started && basename(started) === "npm-cli.js";
  const [file, ...args] = isNpm ? [process.execPath, started] : ["npm"];
  return run(file, [...args, command, "--include=dev", "--no-audit", "--no-fund"]);
}

/** `npm install` follows the lock as well, but would write what it sees on this system into it. */
async function installBesideLock() {
  const lock = await readFile(inRoot(LOCK));
  try {
    return await npm("install");
  } finally {
    await writeFile(inRoot(LOCK), lock);
  }
}

function onlyLeftOut(lines) {
  const faults = lines.filter((line) => /^npm error (Missing|Invalid):/.test(line));
  return faults.length > 0 && faults.every((line) => LEFT_OUT.test(line));
}

function npmReason(lines) {
  const told = lines.filter((line) => /^npm error (?!code |errno |syscall |path )\S/.test(line));
  return (told[0] ?? lines.at(-1) ?? "it gave no reason").replace("npm error ", "");
}

/** @returns whether anything had to be installed */
export async function installPackages() {
  if (await areInstalled()) return false;
  await step("Installing the packages (npm ci)", async () => {
    let { code, lines } = await npm("ci");
    if (code !== 0 && onlyLeftOut(lines)) ({ code, lines } = await installBesideLock());
    if (code === 0) return;
    if (tellsDiskFull(lines.join("\n"))) throw errors.diskFull(inRoot("node_modules"));
    throw errors.installFailed(npmReason(lines));
  });
  return true;
}
