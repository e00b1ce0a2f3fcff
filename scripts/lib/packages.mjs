// Installs the npm packages when node_modules does not match package-lock.json.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { step } from "./console.mjs";
import { errors, tellsDiskFull } from "./errors.mjs";
import { inRoot } from "./paths.mjs";
import { reason, run } from "./run.mjs";

async function packagesIn(file) {
  const text = await readFile(inRoot(file), "utf8").catch(() => "{}");
  return JSON.parse(text).packages ?? {};
}

/** npm writes its own list of what it installed last, as the very last thing it does. */
async function areInstalled() {
  const [wanted, installed] = await Promise.all([packagesIn("package-lock.json"), packagesIn("node_modules/.package-lock.json")]);
  const missing = Object.entries(wanted).some(([path, entry]) => {
    if (path === "" || (entry.optional && !installed[path])) return false;
    return installed[path]?.version !== entry.version || installed[path]?.integrity !== entry.integrity;
  });
  const extra = Object.keys(installed).some((path) => !wanted[path]);
  return !missing && !extra;
}

function npmCommand() {
  const started = process.env.npm_execpath;
  if (started && basename(started) === "npm-cli.js") return [process.execPath, started];
  return ["npm"];
}

/** @returns whether anything had to be installed */
export async function installPackages() {
  if (await areInstalled()) return false;
  await step("Installing the packages (npm ci)", async () => {
    const [file, ...args] = [...npmCommand(), "ci", "--include=dev", "--no-audit", "--no-fund"];
    const { code, lines } = await run(file, args);
    if (code === 0) return;
    if (tellsDiskFull(lines.join("\n"))) throw errors.diskFull(inRoot("node_modules"));
    throw errors.installFailed(reason(lines.filter((line) => !line.includes("complete log of this run"))));
  });
  return true;
}
