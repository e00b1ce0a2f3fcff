import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const fromRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const databaseTests = "tests/**/*.db.test.ts";

export default defineConfig({
  root: fromRoot(""),
  resolve: {
    alias: {
      "@": fromRoot("."),
      // Next's guard against server code in the browser has no meaning here.
      "server-only": fromRoot("node_modules/next/dist/compiled/server-only/empty.js"),
    },
  },
  test: {
    pool: "forks",
    setupFiles: [fromRoot("tests/properties.ts")],
    maxWorkers: 2,
    // Only what hangs runs out of time: a busy machine is no fault.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: ["tests/{lib,components,architecture}/**/*.test.ts"],
          exclude: [databaseTests],
        },
      },
      {
        extends: true,
        test: { name: "database", include: [databaseTests] },
      },
    ],
  },
});
