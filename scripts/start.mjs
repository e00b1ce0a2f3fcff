// `npm start`: installs, prepares and serves the portal. `--dev` serves it for development.
import { requireNode } from "./lib/node-version.mjs";

requireNode();
const { runProgram } = await import("./lib/lifecycle.mjs");
const { startPortal } = await import("./lib/portal.mjs");
await runProgram(() => startPortal({ development: process.argv.includes("--dev") }));
