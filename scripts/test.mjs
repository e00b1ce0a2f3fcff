// `npm test`: everything. `-- --only=check,unit,database,e2e` runs some stages, `-- tests/lib/awards` some files;
// `--serve` holds the server of the browser tests up, for people who write them.
import { requireNode } from "./lib/node-version.mjs";

requireNode();
const { runProgram, stop } = await import("./lib/lifecycle.mjs");
const { installPackages } = await import("./lib/packages.mjs");

const options = process.argv.slice(2);
const filters = options.filter((option) => !option.startsWith("--"));
const only = options
  .find((option) => option.startsWith("--only="))
  ?.slice("--only=".length)
  .split(",");

async function serve() {
  await installPackages();
  const { serveDemo } = await import("./lib/tests.mjs");
  const variables = await serveDemo();
  for (const [name, value] of Object.entries(variables)) console.log(`${name}=${value}`);
  console.log("Stop with Ctrl-C.");
}

async function test() {
  let result = { passed: 0, failed: 1 };
  process.once("exit", () => console.log(`${result.passed} passed, ${result.failed} failed`));
  await installPackages();
  const { runTests } = await import("./lib/tests.mjs");
  result = await runTests({ only, filters });
  await stop(result.failed === 0 && result.passed > 0 ? 0 : 1);
}

await runProgram(options.includes("--serve") ? serve : test);
