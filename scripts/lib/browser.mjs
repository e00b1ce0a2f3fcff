// The browser for tests: an installed Chromium, else Playwright's own, else the one inside an npm package.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { step } from "./console.mjs";
import { errors } from "./errors.mjs";
import { inRoot } from "./paths.mjs";

const require = createRequire(import.meta.url);
const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const CACHE = "node_modules/.cache/portal";
/** It only ever opens our own pages, often as root or in a container, where its sandbox cannot work. */
const ARGS = ["--no-sandbox"];

function installed(env) {
  const folders = (env.PATH ?? "").split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return env.CHROMIUM_PATH || candidates.find((path) => existsSync(path));
}

async function playwrights() {
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

function fontConfiguration(home) {
  const folders = [join(home, "fonts"), "/usr/share/fonts"].map((folder) => `<dir>${folder}</dir>`).join("");
  return `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${join(home, "font-cache")}</cachedir></fontconfig>`;
}

/** The package unpacks itself into the system's folder for temporary files, so that is pointed elsewhere. */
async function unpack(home) {
  await mkdir(inRoot(CACHE), { recursive: true });
  const attempt = await mkdtemp(inRoot(`${CACHE}/browser-`));
  const usual = process.env.TMPDIR;
  process.env.TMPDIR = attempt;
  try {
    const { default: chromium, inflate } = await import("@sparticuz/chromium");
    await chromium.executablePath();
    await inflate(join(dirname(dirname(require.resolve("@sparticuz/chromium"))), "bin/al2023.tar.br"));
  } finally {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
  }
  await writeFile(join(attempt, "fonts.conf"), fontConfiguration(home));
  await rename(attempt, home).catch(() => rm(attempt, { recursive: true, force: true }));
}

async function packaged() {
  const { version } = require(join(dirname(dirname(require.resolve("@sparticuz/chromium"))), "package.json"));
  const home = inRoot(`${CACHE}/browser-${version}`);
  if (!existsSync(home)) await step("Unpacking the browser for the tests", () => unpack(home));
  const libraries = [join(home, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  const env = { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(home, "fonts.conf") };
  return { executablePath: join(home, "chromium"), args: ARGS, env };
}

/** Playwright's launch options, but for the environment, which holds only what must be added. */
export async function findBrowser(env = process.env) {
  const executablePath = installed(env) ?? (await playwrights());
  if (executablePath) return { executablePath, args: ARGS, env: {} };
  try {
    return await packaged();
  } catch (error) {
    throw errors.noBrowser(error.message);
  }
}
