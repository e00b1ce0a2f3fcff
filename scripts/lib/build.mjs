// Generated code and the production build, each made again only when its sources changed.
import { existsSync, readdirSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { appEnvironment } from "./app-environment.mjs";
import { step } from "./console.mjs";
import { errors, tellsDiskFull } from "./errors.mjs";
import { fingerprint, readStamp, writeStamp } from "./fingerprint.mjs";
import { inTurn } from "./lock.mjs";
import { inRoot, nextProgram, root } from "./paths.mjs";
import { prismaCommand } from "./prisma-cli.mjs";
import { reason, run } from "./run.mjs";

const STAMPS = "node_modules/.cache/portal";
const BUILD_STAMP = ".next/portal-sources";
/** What pages are made of: these folders, and the settings beside them. */
const SOURCES = ["app", "components", "lib", "public", "prisma/data", "prisma/schema"];
const SETTINGS = /^(\.env.*|.*\.(ts|mjs|cjs|js|json))$/;

function sourceFingerprint() {
  const folders = SOURCES.filter((folder) => existsSync(inRoot(folder)));
  const settings = readdirSync(root).filter((name) => SETTINGS.test(name) && name !== "next-env.d.ts");
  return fingerprint([...folders, ...settings], process.version);
}

async function oneAtATime(work) {
  await mkdir(inRoot(STAMPS), { recursive: true });
  return inTurn(inRoot(`${STAMPS}/lock`), work);
}

/** Makes the database client from prisma/schema. */
export async function generateIfStale() {
  const stamp = inRoot(`${STAMPS}/prisma-client`);
  const sources = fingerprint(["prisma/schema"]);
  const isFresh = async () => existsSync(inRoot("prisma/client")) && (await readStamp(stamp)) === sources;
  if (await isFresh()) return;
  await oneAtATime(async () => {
    if (await isFresh()) return;
    await step("Generating the database client", async () => {
      const { file, args, env } = prismaCommand(["generate"]);
      const { code, lines } = await run(file, args, { env });
      if (code !== 0) throw errors.generateFailed(reason(lines));
    });
    await writeStamp(stamp, sources);
  });
}

function isBuilt() {
  return existsSync(inRoot(".next/BUILD_ID"));
}

async function build() {
  const env = appEnvironment(process.env, { NODE_ENV: "production" });
  const { code, lines } = await run(process.execPath, [nextProgram(), "build"], { env });
  if (code === 0 && isBuilt()) return;
  if (tellsDiskFull(lines.join("\n"))) throw errors.diskFull(inRoot(".next"));
  console.error(lines.join("\n"));
  throw errors.buildFailed(reason(lines));
}

/** Makes the production build. */
export async function buildIfStale() {
  const sources = sourceFingerprint();
  const isFresh = async () => isBuilt() && (await readStamp(inRoot(BUILD_STAMP))) === sources;
  if (await isFresh()) return;
  await oneAtATime(async () => {
    if (await isFresh()) return;
    await rm(inRoot(BUILD_STAMP), { force: true });
    await step("Building the pages", build);
    await writeStamp(inRoot(BUILD_STAMP), sources);
  });
}
