import { randomUUID } from "node:crypto";
import { test } from "@playwright/test";
import { expect } from "../as";
import { accounts, as } from "./as";
import { one, otherCode, records, refusals, rows } from "./facts";
import { portal, send, type Visitor } from "./wire";

/*
 * The route a grid of readings is saved through: what it takes, from whom, and that nothing else gets in.
 */
const path = "/api/readings/v1";
const period = "2025-q1"; // locked in the demonstration: nothing stored here moves a figure another test looks at

const idOf = async (username: string) =>
  (await one<{ id: string }>("SELECT id FROM app_user WHERE username = $1", [username])).id;
const post = (visitor: Visitor, body: unknown, headers: Record<string, string | undefined> = {}) =>
  visitor.send(path, {
    method: "POST",
    body: typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body),
    headers: { origin: portal.origin, "content-type": "application/json", ...headers },
  });

/** One cell of Phú Lợi's, as its ward's grid would send it. */
async function request(owner: string, more: object = {}, cell: object = {}) {
  const { id, modelId, pointId } = (await records()).indicator;
  return {
    owner,
    modelId,
    period,
    cells: [{ pointId, indicatorId: id, text: "77", version: 0, ...cell }],
    ...more,
  };
}
const stands = async () => {
  const { pointId } = (await records()).indicator;
  return rows("SELECT to_jsonb(r) AS row FROM indicator_reading r WHERE point_id = $1 ORDER BY 1", [pointId]);
};

test("answers cell by cell, and keeps a locked period as it is", async () => {
  const before = await stands();
  const owner = await idOf(accounts.ward_officer);
  const answer = await post(await as("ward_officer"), await request(owner));
  expect(answer.status).toBe(200);
  expect(answer.headers["cache-control"]).toContain("no-store");
  expect(JSON.parse(answer.body).cells).toMatchObject([
    { stored: false, message: "Kỳ này đã khóa, không sửa được" },
  ]);
  expect(await stands()).toEqual(before);
});

test("another ward's point is not found, in the same words as one that does not exist (S18)", async () => {
  const { id, modelId } = (await records()).indicator;
  const [foreign] = await rows<{ id: string }>(
    "SELECT p.id FROM model_point p JOIN unit u ON u.id = p.unit_id WHERE p.model_id = $1 AND u.code <> ALL ($2) AND u.id <> ALL (SELECT unnest(app_line(o.id)) FROM unit o WHERE o.code = '31510' AND o.valid_to IS NULL) LIMIT 1",
    [modelId, [otherCode]],
  );
  const owner = await idOf(accounts.ward_officer);
  const told = async (pointId: string) =>
    JSON.parse((await post(await as("ward_officer"), await request(owner, {}, { pointId }))).body).cells[0]
      .message;
  expect(id).toBeTruthy();
  expect(await told(foreign?.id ?? "")).toBe("Không tìm thấy điểm này trong phạm vi của đơn vị");
  expect(await told(randomUUID())).toBe(await told(foreign?.id ?? ""));
});

test("refuses bodies that are none or too much", async () => {
  const officer = await as("ward_officer");
  const owner = await idOf(accounts.ward_officer);
  const good = await request(owner);
  for (const body of [
    "",
    "{",
    "null",
    "[]",
    Buffer.from([0xff, 0xfe]),
    { ...good, owner: 1 },
    { ...good, cells: "x" },
  ])
    expect((await post(officer, body)).status, String(body).slice(0, 40)).toBe(400);
  for (const more of [{ modelId: "x" }, { period: "2026-m8" }, { cells: [] }, { cells: [{}] }])
    expect((await post(officer, { ...good, ...more })).status, JSON.stringify(more)).toBe(422);
  expect((await post(officer, { ...good, modelId: randomUUID() })).status).toBe(404);
  expect((await post(officer, Buffer.alloc(10_000_000, "x"))).status).toBe(413);
});

test("is closed to strangers, readers, other people's pages and other sites", async () => {
  const before = await stands();
  const owner = await idOf(accounts.ward_officer);
  const body = await request(owner, { period: "2026-q1" });
  const stranger = await send(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { origin: portal.origin },
  });
  expect(stranger.status).toBe(401);
  expect((await post(await as("ward_chief"), body)).status).toBe(409);
  const refused = await refusals("security-models.readings.record", accounts.leader);
  expect((await post(await as("leader"), { ...body, owner: await idOf(accounts.leader) })).status).toBe(403);
  expect(await refusals("security-models.readings.record", accounts.leader)).toBe(refused + 1);
  for (const origin of [undefined, "https://evil.example", "null"])
    expect((await post(await as("ward_officer"), body, { origin })).status, String(origin)).toBe(403);
  expect(await stands()).toEqual(before);
});
