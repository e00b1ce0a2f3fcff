// Builds the command line of the Prisma CLI, with our schema engine where no native one is installed.
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { inRoot } from "./paths.mjs";

const require = createRequire(import.meta.url);

function hasNativeEngine() {
  const cli = createRequire(require.resolve("prisma/package.json"));
  const folder = dirname(cli.resolve("@prisma/engines/package.json"));
  return readdirSync(folder).some((name) => name.startsWith("schema-engine-"));
}

export function prismaCommand(args, env = process.env) {
  const cli = join(dirname(require.resolve("prisma/package.json")), "build/index.js");
  const quiet = { PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };
  const engine = hasNativeEngine()
    ? {}
    : { PRISMA_SCHEMA_ENGINE_BINARY: inRoot("scripts/prisma-engine.mjs") };
  return {
    file: process.execPath,
    args: [cli, ...args, "--config", inRoot(".config/prisma.ts")],
    env: { ...quiet, ...engine, ...env },
  };
}
