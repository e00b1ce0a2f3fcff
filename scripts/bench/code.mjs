// Loads the portal's TypeScript into this process.
import { inRoot } from "../lib/paths.mjs";

let loaded;

async function load() {
  process.env.TSX_TSCONFIG_PATH = inRoot("tsconfig.json");
  const { register } = await import("tsx/esm/api");
  register();
  return import("./portal-code.mjs");
}

/** @returns {Promise<typeof import("./portal-code.mjs")>} */
export function portalCode() {
  loaded ??= load();
  return loaded;
}
