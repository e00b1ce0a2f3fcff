// The registry with 20,000 points: their list, the table of movements and the review of quiet points.
import { step } from "../lib/console.mjs";
import { emptyPoints, fillPoints } from "./fill-points.mjs";
import { timesOf } from "./http.mjs";
import { measurePoints } from "./points.mjs";
import { quantile } from "./statistics.mjs";

const POINTS = 20_000;
const TIMES = 40;
const WARM_UP = 5;

/** Raises the version as a write does, so that the next view computes anew. */
const raise = (owner) => () =>
  owner.query("UPDATE data_version SET version = version + 1 WHERE domain = 'security-models'");

const shares = (times) => ({ p50: quantile(times, 0.5), p95: quantile(times, 0.95) });

/** Runs behind the measures of the usual register, and leaves that behind it. */
export async function measureRegistry({ portal, owner, bareFolder, headers, today }) {
  const before = raise(owner);
  const year = Number(today.slice(0, 4)) - 1;
  const measured = async (path, asked) => {
    await timesOf(portal.origin + path, headers, { times: WARM_UP, ...asked });
    return shares(await timesOf(portal.origin + path, headers, { times: TIMES, ...asked }));
  };
  await step(`Filling ${POINTS.toLocaleString("en-US")} points`, () => fillPoints(owner, POINTS));
  const list = await measurePoints({ portal, owner, bareFolder, headers });
  return step("Movements and review of these points", async () => {
    const table = `/security-models/movement?period=${year}&measure=members&group=field`;
    const found = {
      points: POINTS,
      list,
      movement: await measured(table, { before }),
      movementKept: await measured(table, {}),
      rows: await measured(`/security-models/movement/rows?period=${year}&measure=points`, {}),
      radar: await measured("/security-models/radar", {}),
    };
    await emptyPoints(owner);
    return found;
  });
}
