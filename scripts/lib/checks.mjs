// Format, lint, types, arrows between modules, dead code: each tool is one check.
import { existsSync, readdirSync } from "node:fs";
import { generateIfStale } from "./build.mjs";
import { say, step } from "./console.mjs";
import { fingerprint, readStamp, writeStamp } from "./fingerprint.mjs";
import { inRoot, nextProgram, root } from "./paths.mjs";
import { run } from "./run.mjs";

const ROUTES_STAMP = ".next/portal-routes";
const FORMATTED = ["app", "components", "lib", "prisma", "public", "scripts", "tests"];
const CRUISED = ["app", "components", "lib", "proxy.ts"];

const existing = (paths) => paths.filter((path) => existsSync(inRoot(path)));
const program = (path) => inRoot(`node_modules/${path}`);

/** The settings folder is left out: Biome takes its own file there for that of a second project. */
function formattedPaths() {
  return [
    ...existing(FORMATTED),
    ...readdirSync(root).filter((name) => /\.(ts|mjs)$/.test(name) && name !== "next-env.d.ts"),
  ];
}

function tools(fix) {
  const write = fix ? ["--write"] : [];
  return {
    "format and lint": [
      program("@biomejs/biome/bin/biome"),
      "check",
      "--config-path=.config/biome.json",
      "--max-diagnostics=50",
      ...write,
      ...formattedPaths(),
    ],
    types: [program("typescript/bin/tsc"), "--noEmit"],
    arrows: [
      program("dependency-cruiser/bin/dependency-cruise.mjs"),
      "--config",
      ".config/dependency-cruiser.cjs",
      ...existing(CRUISED),
    ],
    "dead code": [program("knip/bin/knip.js"), "--config", ".config/knip.json"],
  };
}

/** The types of the routes' parameters, which Next writes from the names of the folders. */
async function generateRouteTypes() {
  const sources = fingerprint(existing(["app", "next.config.ts"]));
  if ((await readStamp(inRoot(ROUTES_STAMP))) === sources) return;
  await step("Generating the types of the routes", () => run(process.execPath, [nextProgram(), "typegen"]));
  await writeStamp(inRoot(ROUTES_STAMP), sources);
}

async function runTool([name, args]) {
  const { code, lines } = await run(process.execPath, args);
  if (code === 0) say(`✓ ${name}`);
  else console.log(`${lines.join("\n")}\n✗ ${name}`);
  return code === 0;
}

/** @returns {Promise<{ passed: number, failed: number }>} */
export async function runChecks({ fix = false } = {}) {
  await generateIfStale();
  await generateRouteTypes();
  const results = await Promise.all(Object.entries(tools(fix)).map(runTool));
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}
