// Load on one address for a few seconds, by autocannon, with every answer's time kept.
import autocannon from "autocannon";
import { onStop } from "../lib/lifecycle.mjs";
import { quantile } from "./statistics.mjs";

export const CONNECTIONS = 8;

/**
 * @param {{ url: string, seconds: number, expected?: number, headers?: object, requests?: object[], method?: string }} options
 * @returns {Promise<{ perSecond: number, p50: number, p95: number, answers: number, errors: number, statuses: object }>}
 */
export async function load({ seconds, expected = 200, ...options }) {
  const times = [];
  const statuses = {};
  const run = autocannon({ connections: CONNECTIONS, duration: seconds, timeout: 30, ...options });
  const forget = onStop(() => run.stop());
  run.on("response", (_client, status, _bytes, ms) => {
    times.push(ms);
    statuses[status] = (statuses[status] ?? 0) + 1;
  });
  const { duration, errors } = await run;
  forget();
  const wrong = times.length - (statuses[expected] ?? 0);
  return {
    perSecond: times.length / duration,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    answers: times.length,
    errors: errors + wrong,
    statuses,
  };
}
