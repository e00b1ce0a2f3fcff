// Every page a person opens first: its server time one request after another, and its first load (P5).
import { step } from "../lib/console.mjs";
import { firstLoad } from "./first-load.mjs";
import { get, timesOf } from "./http.mjs";
import { quantile } from "./statistics.mjs";

const TIMES = 15;
const WARM_UP = 3;
const LIMITS = { dashboard: 200_000, list: 190_000, form: 175_000 };
const PAGES = [
  ["/", "dashboard"],
  ["/outreach-sessions", "list"],
  ["/outreach-sessions/new", "form"],
  ["/security-models", "list"],
  ["/security-models/points", "list"],
  ["/security-models/new", "form"],
  ["/awards", "list"],
  ["/rural-standard", "list"],
  ["/units", "list"],
  ["/map", "list"],
  ["/sign-in", "form"],
];

export async function measurePages({ portal, headers }) {
  const loads = firstLoad(portal.origin);
  return step("Server time and first load of every page", async () => {
    const found = [];
    for (const [path, kind] of PAGES) {
      const sent = path === "/sign-in" ? {} : headers;
      const { status, body } = await get(portal.origin + path, sent);
      if (status !== 200) {
        found.push({ path, status });
        continue;
      }
      await timesOf(portal.origin + path, sent, { times: WARM_UP });
      const times = await timesOf(portal.origin + path, sent, { times: TIMES });
      const sizes = await loads(body.toString());
      found.push({
        path,
        kind,
        status,
        ...sizes,
        limit: LIMITS[kind],
        p50: quantile(times, 0.5),
        p95: quantile(times, 0.95),
        bytes: body.length,
      });
    }
    return found;
  });
}
