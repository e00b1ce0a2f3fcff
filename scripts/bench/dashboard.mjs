// P2: the dashboard's server time, cold and warm, its statements and their plans; the map's beside it.
import { step } from "../lib/console.mjs";
import { get, timesOf } from "./http.mjs";
import { load } from "./load.mjs";
import { inspect } from "./statements.mjs";
import { quantile } from "./statistics.mjs";

const TIMES = 60;
const WARM_UP = 10;

/** Raises the version as a write does, so that the next view computes anew. */
const raise = (owner) => () =>
  owner.query("UPDATE data_version SET version = version + 1 WHERE domain = 'outreach-sessions'");

const shares = (times) => ({ p50: quantile(times, 0.5), p95: quantile(times, 0.95) });

/** Ends that cut half-months in two, so that days are counted from the rows. */
function raggedRange(today) {
  const year = Number(today.slice(0, 4));
  return `/?from=${year - 1}-01-09&to=${year}-01-08`;
}

export async function measureDashboard({ portal, database, authSecret, headers, today }) {
  const url = `${portal.origin}/`;
  const ragged = raggedRange(today);
  const before = raise(database.owner);
  return step("Dashboard, cold and warm", async () => {
    await timesOf(url, headers.leader, { times: WARM_UP, before });
    const cold = shares(await timesOf(url, headers.leader, { times: TIMES, before }));
    const warm = shares(await timesOf(url, headers.leader, { times: TIMES }));
    const free = shares(await timesOf(portal.origin + ragged, headers.leader, { times: TIMES / 2, before }));
    const ward = shares(await timesOf(url, headers.ward, { times: TIMES / 2, before }));
    const busy = await load({ url, headers: headers.leader, seconds: 5 });
    const [city, cityWarm, cityFree, ofWard] = await inspect({ ...database, authSecret }, [
      { path: "/", headers: headers.leader, before },
      { path: "/", headers: headers.leader },
      { path: ragged, headers: headers.leader, before },
      { path: "/", headers: headers.ward, before },
    ]);
    return { cold, warm, free, ward, busy, inspected: { city, cityWarm, cityFree, ofWard } };
  });
}

export async function measureMap({ portal, database, headers }) {
  const url = `${portal.origin}/map`;
  const before = raise(database.owner);
  return step("Map, cold and warm", async () => {
    await timesOf(url, headers.leader, { times: WARM_UP, before });
    return {
      cold: shares(await timesOf(url, headers.leader, { times: TIMES, before })),
      warm: shares(await timesOf(url, headers.leader, { times: TIMES })),
      bytes: (await get(url, headers.leader)).body.length,
    };
  });
}
