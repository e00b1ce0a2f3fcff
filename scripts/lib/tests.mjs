// `npm test`, stage by stage.
import { findBrowser } from "./browser.mjs";
import { buildIfStale, generateIfStale } from "./build.mjs";
import { runChecks } from "./checks.mjs";
import { say } from "./console.mjs";
import { errors } from "./errors.mjs";
import { tryPort } from "./preflight.mjs";
import { readablePassword } from "./secrets.mjs";
import { prepareDemo, prepareTemplate, startTestCluster } from "./test-database.mjs";
import { runPlaywright, runVitest } from "./test-runners.mjs";
import { startServer } from "./web-server.mjs";

/** One server for all stages, started when the first of them needs it. */
let cluster;
function testCluster() {
  cluster ??= startTestCluster();
  return cluster;
}

/** The production build on demo data, on a free port. */
export async function serveDemo() {
  const password = readablePassword();
  const database = await prepareDemo(await testCluster(), password);
  await buildIfStale();
  const port = await tryPort(0);
  const secret = readablePassword() + readablePassword();
  await startServer({ appUrl: database.appUrl, authSecret: secret, port, data: "demo", env: process.env });
  return { PORTAL_URL: `http://localhost:${port}`, DEMO_PASSWORD: password, TEST_DATABASE_URL: database.url };
}

const stages = {
  check: () => runChecks(),
  unit: (filters) => runVitest("pure", {}, filters),
  database: async (filters) => runVitest("database", await prepareTemplate(await testCluster()), filters),
  e2e: async (filters) => {
    const browser = await findBrowser();
    return runPlaywright({ ...(await serveDemo()), TEST_BROWSER: JSON.stringify(browser) }, filters);
  },
};

/** Whether a stage may hold the files that a filter names. */
function suits(name, filter) {
  if (name === "check") return false;
  const isBrowsers = filter.startsWith("tests/e2e");
  const isOthers = /^tests\/(lib|architecture)/.test(filter);
  return name === "e2e" ? !isOthers : !isBrowsers;
}

/** A stage that breaks, or that was to run everything and ran nothing, counts as one failure. */
async function runStage(name, filters) {
  say(`── ${name} ──`);
  try {
    const result = await stages[name](filters);
    const ranNothing = filters.length === 0 && result.passed + result.failed === 0;
    if (ranNothing) console.error(`The stage "${name}" ran no test`);
    return ranNothing ? { passed: 0, failed: 1 } : result;
  } catch (error) {
    console.error(`The stage "${name}" broke: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

/** @param {{ only?: string[], filters: string[] }} options stages by name, and parts of the names of files */
export async function runTests({ only = Object.keys(stages), filters }) {
  const unknown = only.filter((name) => !Object.hasOwn(stages, name));
  if (unknown.length) throw errors.unknownCommand(unknown[0], Object.keys(stages));
  await generateIfStale();
  const chosen = filters.length ? only.filter((name) => filters.some((filter) => suits(name, filter))) : only;
  const results = [];
  for (const name of chosen) results.push({ name, ...(await runStage(name, filters)) });
  for (const { name, passed, failed } of results) say(`${name}: ${passed} passed, ${failed} failed`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return { passed: sum("passed"), failed: sum("failed") };
}
