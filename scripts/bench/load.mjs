// Load on one address for a few seconds, by autocannon, with every answer's time kept.
import autocannon from "autocannon";
import { onStop } from "../lib/lifecycle.mjs";
import { processorTime } from "./process-use.mjs";
import { quantile } from "./statistics.mjs";

export const CONNECTIONS = 8;

/**
 * @param {{ url: string, seconds: number, pid?: number, expected?: number, headers?: object, requests?: object[], method?: string }} options
 *   pid: the server's, to learn its processor time for each answer
 * @returns {Promise<{ perSecond: number, p50: number, p95: number, cpu: number, written: number, errors: number, statuses: object }>}
 *   cpu: the server's processor time per answer; written: answers as expected
 */
export async function load({ seconds, pid, expected = 200, ...options }) {
  const times = [];
  const statuses = {};
  const cpu = pid ? processorTime(pid) : Number.NaN;
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
    cpu: pid ? (processorTime(pid) - cpu) / times.length : Number.NaN,
    written: times.length - wrong,
    errors: errors + wrong,
    statuses,
  };
}
