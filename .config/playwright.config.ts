import { defineConfig } from "@playwright/test";

/** Found by scripts/lib/browser.mjs, so that the tests need no download. */
const browser = JSON.parse(process.env.TEST_BROWSER ?? "{}");

export default defineConfig({
  testDir: "../tests/e2e",
  outputDir: "../.test/results",
  workers: 2,
  retries: 0,
  timeout: 60_000,
  use: {
    baseURL: process.env.PORTAL_URL,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    screenshot: "only-on-failure",
    launchOptions: { ...browser, env: { ...process.env, ...browser.env } },
  },
});
