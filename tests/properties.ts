import * as fc from "fast-check";

/**
 * What properties are tried on is the same in every run, so that a failure is always somebody's change. Other
 * histories are tried with another number: `PROPERTY_SEED=7 npx vitest run --config .config/vitest.config.ts`.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 2025) });
