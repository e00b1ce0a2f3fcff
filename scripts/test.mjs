// `npm test`: everything. `-- --only=check,unit,database,e2e` runs some stages, `-- tests/lib/awards` some files;
// `--serve` holds the server of the browser tests up, for people who write them.
import { requireNode } from "./lib/node-version.mjs";

requireNode();
const { runProgram, stop } = await import("./lib/lifecycle.mjs");
const { installPackages } = await import("./lib/packages.mjs");

const options = process.argv.slice(2);
const filters = options.filter((option) => !option.startsWith("--"));
const only = options.find((option) => option.startsWith("--only="))?.slice("--only=".length).split(",");

async function serve() {
  const { serveDemo } = await import("./lib/tests.mjs");
  const variables = await serveDemo();
  for (const [name, value] of Object.entries(variables)) console.log(`${name}=${value}`);
  console.log("Stop with Ctrl-C.");
}

async function test() {
  const { runTests } = await import("./lib/tests.mjs");
  const { passed, failed } = await runTests({ only, filters });
  process.once("exit", () => console.log(`${passed} passed, ${failed} failed`));
  await stop(failed === 0 && passed > 0 ? 0 : 1);
}

await runProgram(async () => {
  await installPackages();
  await (options.includes("--serve") ? serve() : test());
});
