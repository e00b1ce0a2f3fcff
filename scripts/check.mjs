// `npm run check`: format, lint, types, arrows, dead code. `--fix` repairs what can be repaired.
import { requireNode } from "./lib/node-version.mjs";

requireNode();
const { runProgram, stop } = await import("./lib/lifecycle.mjs");
const { installPackages } = await import("./lib/packages.mjs");
const { runChecks } = await import("./lib/checks.mjs");
await runProgram(async () => {
  await installPackages();
  const { failed } = await runChecks({ fix: process.argv.includes("--fix") });
  await stop(failed === 0 ? 0 : 1);
});
