// `npm run bench [-- --rows N]`: measures the portal on a database of its own and prints tables for the README.
import { requireNode } from "./lib/node-version.mjs";

requireNode();
const { runProgram, stop } = await import("./lib/lifecycle.mjs");
const { readOptions } = await import("./bench/options.mjs");
const { runBench } = await import("./bench/run.mjs");
await runProgram(async () => {
  await runBench(readOptions(process.argv.slice(2)));
  await stop(0);
});
