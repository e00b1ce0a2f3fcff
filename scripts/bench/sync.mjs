// P3: outboxes emptied by eight officers at once, in batches of twenty, over HTTP.
import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { step } from "../lib/console.mjs";
import { CONNECTIONS } from "./load.mjs";
import { quantile } from "./statistics.mjs";
import { typed } from "./writes.mjs";

const SECONDS = 10;
const WARM_UP = 2;
const BATCH = 20;

function post(origin, headers, body) {
  return new Promise((resolve, reject) => {
    const asked = request(
      `${origin}/api/sync/v1`,
      {
        method: "POST",
        headers: {
          ...headers,
          origin,
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
        },
      },
      (response) => {
        const parts = [];
        response.on("data", (part) => parts.push(part));
        response.on("end", () =>
          resolve({ status: response.statusCode, body: Buffer.concat(parts).toString() }),
        );
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

const valuesOf = (fields) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()]));

function batch(user, today, nth) {
  const parcels = Array.from({ length: BATCH }, (_, at) => ({
    item: randomUUID(),
    command: "outreach-sessions.create",
    values: valuesOf(typed(user.unitId, today, nth * BATCH + at)),
  }));
  return JSON.stringify({ version: 1, owner: user.userId, parcels });
}

async function officer({ portal, user, headers, today, until, told }) {
  for (let nth = 0; performance.now() < until; nth += 1) {
    const begin = performance.now();
    const { status, body } = await post(portal.origin, headers, batch(user, today, nth));
    const answers = status === 200 ? JSON.parse(body).answers : [];
    const stored = answers.filter((answer) => answer.stored).length;
    told.records += stored;
    told.errors += BATCH - stored;
    told.reason ??= stored < BATCH ? `${status} ${body.slice(0, 200)}` : undefined;
    told.times.push(performance.now() - begin);
  }
}

/** Records a second that are stored; one that was acknowledged and is not there counts as an error. */
export async function measureSync({ portal, owner, users, today, signIn }) {
  const wards = users.wards.slice(0, CONNECTIONS);
  const headers = await Promise.all(wards.map(signIn));
  const run = async (seconds) => {
    const told = { records: 0, errors: 0, times: [], reason: undefined };
    const begin = performance.now();
    const until = begin + seconds * 1000;
    await Promise.all(
      wards.map((user, at) => officer({ portal, user, headers: headers[at], today, until, told })),
    );
    return { ...told, perSecond: told.records / ((performance.now() - begin) / 1000) };
  };
  return step(`Outboxes of ${CONNECTIONS} officers emptied, ${BATCH} at a time`, async () => {
    await run(WARM_UP);
    const stored = async () =>
      (await owner.query("SELECT count(*)::int AS n FROM command_receipt")).rows[0].n;
    const before = await stored();
    const { times, ...measured } = await run(SECONDS);
    const lost = Math.max(0, measured.records - ((await stored()) - before));
    return {
      ...measured,
      errors: measured.errors + lost,
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
    };
  });
}
