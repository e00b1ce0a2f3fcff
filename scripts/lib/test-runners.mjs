// Runs Vitest and Playwright, and counts what passed by their own reports.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inRoot } from "./paths.mjs";
import { run } from "./run.mjs";

/** Runs a test program that writes a JSON report, and shows its lines as they come. */
async function withReport(program, args, env, count) {
  const folder = await mkdtemp(join(tmpdir(), "portal-report-"));
  const file = join(folder, "report.json");
  try {
    const command = [inRoot(program), ...args(file)];
    const settings = {
      NODE_ENV: "test",
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }),
    };
    const options = { env: { ...process.env, ...settings, ...env }, onLine: (line) => console.log(line) };
    const { code } = await run(process.execPath, command, options);
    const report = await readFile(file, "utf8").then(JSON.parse, () => undefined);
    const { passed, failed } = report ? count(report) : { passed: 0, failed: 0 };
    // A runner that stops with an error but names no failed test has failed itself.
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A file that cannot even be loaded holds no test, but has failed. */
function countVitest({ numPassedTests, numFailedTests, testResults }) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}

function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

export function runVitest(project, env, filters) {
  const report = (file) => ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const args = (file) => [
    "run",
    "--config",
    ".config/vitest.config.ts",
    "--project",
    project,
    "--passWithNoTests",
    ...report(file),
    ...filters,
  ];
  return withReport("node_modules/vitest/vitest.mjs", args, env, countVitest);
}

export function runPlaywright(env, filters) {
  const args = () => [
    "test",
    "--config",
    ".config/playwright.config.ts",
    "--reporter=list,json",
    "--pass-with-no-tests",
    ...filters,
  ];
  return withReport("node_modules/@playwright/test/cli.js", args, env, countPlaywright);
}
