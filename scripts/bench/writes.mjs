// P3: sessions logged by eight officers at once, by the command itself and by the form over HTTP.
import { randomUUID } from "node:crypto";
import { step } from "../lib/console.mjs";
import { portalCode } from "./code.mjs";
import { getPage } from "./http.mjs";
import { CONNECTIONS, load } from "./load.mjs";
import { quantile } from "./statistics.mjs";

const SECONDS = 10;
const WARM_UP = 2;
const TOPICS = ["crime-prevention", "online-fraud", "vneid-services", "traffic-law"];

const DAYS = 300;
const back = (day, days) => new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

/** What an officer types, another body each time: another place, on one of the last three hundred days. */
export function typed(unitId, today, nth) {
  return {
    id: randomUUID(),
    unitId: String(unitId),
    heldOn: back(today, (nth * 7) % DAYS),
    place: `Nhà văn hóa khu vực ${(nth % 12) + 1} ${randomUUID().slice(0, 13)}`,
    channel: nth % 3 ? "meeting" : "door_to_door",
    topics: [TOPICS[nth % 4], TOPICS[(nth + 1) % 4]],
    attendance: String(10 + (nth % 60)),
    attendanceQualifier: "exact",
    vneidGuided: String(nth % 10),
  };
}

async function officer(create, actor, today, until, told) {
  for (let nth = 0; performance.now() < until; nth += 1) {
    const begin = performance.now();
    try {
      await create(actor, typed(actor.unitId, today, nth));
      told.times.push(performance.now() - begin);
    } catch (error) {
      told.errors += 1;
      told.reason ??= error.message;
    }
  }
}

async function atOnce(create, actors, today, seconds) {
  const told = { times: [], errors: 0, reason: undefined };
  const begin = performance.now();
  const before = process.cpuUsage();
  await Promise.all(actors.map((actor) => officer(create, actor, today, begin + seconds * 1000, told)));
  const { times, errors, reason } = told;
  const { user, system } = process.cpuUsage(before);
  const perSecond = times.length / ((performance.now() - begin) / 1000);
  return {
    written: times.length,
    perSecond,
    cpu: (user + system) / 1000 / times.length,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    errors,
    reason,
  };
}

/** Runs a load of writes; an acknowledged write that the database does not hold counts as an error. */
async function checked(owner, write) {
  const stored = async () =>
    (await owner.query("SELECT count(*)::int AS stored FROM command_receipt")).rows[0].stored;
  const before = await stored();
  const measured = await write();
  const lost = Math.max(0, measured.written - ((await stored()) - before));
  return { ...measured, errors: measured.errors + lost };
}

/** The command, audit row, rollups and data version included, in this process. */
export async function measureCommands({ owner, appUrl, users, authSecret, today }) {
  Object.assign(process.env, { APP_DATABASE_URL: appUrl, AUTH_SECRET: authSecret });
  const { createSession, disconnect } = await portalCode();
  const actors = users.wards.slice(0, CONNECTIONS);
  return step(`Writes by the command, ${CONNECTIONS} officers at once`, async () => {
    await atOnce(createSession, actors, today, WARM_UP);
    const measured = await checked(owner, () => atOnce(createSession, actors, today, SECONDS));
    await disconnect();
    return measured;
  });
}

const HIDDEN = /<input\b[^>]*type="hidden"[^>]*>/g;
const attribute = (tag, name) =>
  tag
    .match(new RegExp(`\\b${name}="([^"]*)"`))?.[1]
    ?.replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** The hidden fields by which Next knows the action when a browser sends the form without scripts. */
async function actionFields(url, headers) {
  const html = (await getPage(url, headers)).body.toString();
  const form = html.match(/<form\b(?:(?!<\/form>)[\s\S])*name="heldOn"[\s\S]*?<\/form>/)?.[0] ?? "";
  const fields = (form.match(HIDDEN) ?? []).map((tag) => [
    attribute(tag, "name"),
    attribute(tag, "value") ?? "",
  ]);
  const own = fields.filter(([name]) => name?.startsWith("$ACTION"));
  if (own.length === 0) throw new Error("The form of a new session holds no $ACTION fields");
  return own;
}

function multipart(fields) {
  const boundary = `bench${randomUUID().replaceAll("-", "")}`;
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { body: `${parts.join("")}--${boundary}--\r\n`, type: `multipart/form-data; boundary=${boundary}` };
}

/** The form as a browser without scripts sends it, answered by a redirect to the list. */
export async function measureForms({ portal, owner, users, today, signIn }) {
  const url = `${portal.origin}/outreach-sessions/new`;
  const officers = await Promise.all(
    users.wards
      .slice(0, CONNECTIONS)
      .map(async (user) => ({ unitId: user.unitId, headers: await signIn(user) })),
  );
  const action = await actionFields(url, officers[0].headers);
  let nth = 0;
  const setupRequest = (request) => {
    const { unitId, headers } = officers[nth % officers.length];
    nth += 1;
    const fields = Object.entries(typed(unitId, today, nth)).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, one]),
    );
    const { body, type } = multipart([...action, ...fields]);
    return { ...request, body, headers: { ...headers, origin: portal.origin, "content-type": type } };
  };
  const options = {
    url,
    pid: portal.pid,
    method: "POST",
    requests: [{ method: "POST", path: "/outreach-sessions/new", setupRequest }],
    expected: 303,
  };
  return step(`Writes by the form over HTTP, ${CONNECTIONS} connections`, async () => {
    await load({ ...options, seconds: WARM_UP });
    return checked(owner, () => load({ ...options, seconds: SECONDS }));
  });
}
