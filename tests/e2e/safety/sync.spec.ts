import { randomUUID } from "node:crypto";
import { test } from "@playwright/test";
import { expect } from "../as";
import { accounts, as, makeAccount, makePerson, signedIn } from "./as";
import { count, one, otherCode, ownCode, refusals } from "./facts";
import { portal, send, type Visitor } from "./wire";

/*
 * The route an outbox is emptied through: what it takes, from whom, and that nothing else gets in.
 */
const path = "/api/sync/v1";
const unitOf = async (code: string) =>
  (await one<{ id: number }>("SELECT id FROM unit WHERE code = $1 AND valid_to IS NULL", [code])).id;
const idOf = async (username: string) =>
  (await one<{ id: string }>("SELECT id FROM app_user WHERE username = $1", [username])).id;

async function parcel(place: string, code = ownCode, more: Record<string, string[]> = {}) {
  return {
    item: randomUUID(),
    command: "outreach-sessions.create",
    values: {
      id: [randomUUID()],
      unitId: [String(await unitOf(code))],
      heldOn: ["2026-03-20"],
      place: [place],
      channel: ["meeting"],
      topics: ["drugs"],
      attendance: ["30"],
      ...more,
    },
  };
}

const request = async (parcels: unknown[], owner: string, more: object = {}) =>
  JSON.stringify({ version: 1, owner, parcels, ...more });

const post = (visitor: Visitor, body: string | Buffer, headers: Record<string, string | undefined> = {}) =>
  visitor.send(path, {
    method: "POST",
    body,
    headers: { origin: portal.origin, "content-type": "application/json", ...headers },
  });

const own = () => `Nơi thử ${randomUUID()}`;
const storedTimes = (place: string) => count("SELECT FROM outreach_session WHERE place = $1", [place]);

test("takes what an older client sends, and says the server's day", async () => {
  const [officer, place] = [await as("ward_officer"), own()];
  const answer = await post(officer, await request([await parcel(place)], await idOf(accounts.ward_officer)));
  expect(answer.status).toBe(200);
  const said = JSON.parse(answer.body);
  expect(said.answers).toMatchObject([
    { stored: true, href: expect.stringMatching(/^\/outreach-sessions\//) },
  ]);
  expect(said.today).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(Math.abs(said.now - Date.now())).toBeLessThan(60_000);
  expect(answer.headers["cache-control"]).toContain("no-store");
  expect(await storedTimes(place)).toBe(1);
});

test("refuses bodies that are none, with nothing stored", async () => {
  const officer = await as("ward_officer");
  const owner = await idOf(accounts.ward_officer);
  const place = own();
  const good = await parcel(place);
  for (const body of [
    "",
    "{",
    "null",
    "[]",
    '"text"',
    Buffer.from([0xff, 0xfe, 0x00]),
    JSON.stringify({ owner, parcels: [good] }),
    await request([], owner),
    await request(
      Array.from({ length: 21 }, () => good),
      owner,
    ),
    await request([{ ...good, command: "users.create" }], owner),
    await request([{ ...good, command: "__proto__" }], owner),
    await request([{ ...good, values: { place: place } }], owner),
    await request([{ ...good, item: "1" }], owner),
    `{"version":1,"owner":"${owner}","parcels":${"[".repeat(5_000)}`,
  ]) {
    const answer = await post(officer, body);
    expect([answer.status, JSON.parse(answer.body)], String(body).slice(0, 60)).toEqual([
      400,
      { code: "malformed" },
    ]);
  }
  for (const version of [0, 2, "1", null]) {
    const answer = await post(officer, await request([good], owner, { version }));
    expect([answer.status, JSON.parse(answer.body)], String(version)).toEqual([
      426,
      { code: "other-version" },
    ]);
  }
  expect(await storedTimes(place)).toBe(0);
});

test("gives up a body beyond its measure, declared or not", async () => {
  const officer = await as("ward_officer");
  const huge = Buffer.alloc(1_500_000, "x");
  expect((await post(officer, huge)).status).toBe(413);
  const whole = await request([await parcel("x".repeat(19_000))], await idOf(accounts.ward_officer));
  expect((await post(officer, whole)).status).toBe(200); // read, and refused by its field
});

test("is closed to strangers, ended sessions, disabled people and one-time passwords", async () => {
  const place = own();
  const body = await request([await parcel(place)], randomUUID());
  const stranger = await send(path, { method: "POST", body, headers: { origin: portal.origin } });
  expect([stranger.status, JSON.parse(stranger.body)]).toEqual([401, { code: "signed-out" }]);

  const person = await makePerson("ward_officer", ownCode);
  const visitor = await signedIn(person);
  const theirs = await request([await parcel(place)], person.id);
  await one("UPDATE app_user SET disabled_at = now() WHERE id = $1 RETURNING id", [person.id]);
  expect((await post(visitor, theirs)).status).toBe(401);

  const fresh = await makeAccount("ward_officer", ownCode);
  const held = await signedIn(fresh);
  expect((await post(held, await request([await parcel(place)], fresh.id))).status).toBe(403);
  expect(await storedTimes(place)).toBe(0);
});

test("sends nothing as somebody else: the owner is asked for, the cookie decides (R8)", async () => {
  const place = own();
  const body = await request([await parcel(place)], await idOf(accounts.ward_officer));
  const answer = await post(await as("ward_chief"), body);
  expect([answer.status, JSON.parse(answer.body)]).toEqual([409, { code: "other-user" }]);
  expect(await storedTimes(place)).toBe(0);
});

test("another unit's parcels do not exist, a leader's are denied, both on record (S17, S18)", async () => {
  const place = own();
  const before = await refusals("outreach-sessions.create", accounts.ward_officer);
  const foreign = await post(
    await as("ward_officer"),
    await request([await parcel(place, otherCode)], await idOf(accounts.ward_officer)),
  );
  expect(JSON.parse(foreign.body).answers).toMatchObject([{ stored: false, code: "not-found" }]);
  expect(await refusals("outreach-sessions.create", accounts.ward_officer)).toBe(before + 1);
  const leader = await post(
    await as("leader"),
    await request([await parcel(place)], await idOf(accounts.leader)),
  );
  expect(JSON.parse(leader.body).answers).toMatchObject([{ stored: false, code: "denied" }]);
  expect(await storedTimes(place)).toBe(0);
});

test("comes from the portal's own pages only (S24)", async () => {
  const officer = await as("ward_officer");
  const place = own();
  const body = await request([await parcel(place)], await idOf(accounts.ward_officer));
  for (const origin of [undefined, "https://evil.example", "null"])
    expect((await post(officer, body, { origin })).status, String(origin)).toBe(403);
  expect(await storedTimes(place)).toBe(0);
});

test("tells what the field page needs to its owner only", async () => {
  const officer = await as("ward_officer");
  const answer = await officer.send("/api/field/v1");
  const { owner, book } = JSON.parse(answer.body);
  expect(owner.userId).toBe(await idOf(accounts.ward_officer));
  expect(book.units.length).toBeGreaterThan(0);
  expect(answer.headers["cache-control"]).toContain("no-store");
  expect((await send("/api/field/v1")).status).toBe(401);
  expect((await (await as("leader")).send("/api/field/v1")).status).toBe(403);
});
