import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { as } from "./as";
import { count, refusals } from "./facts";
import { portal, Visitor } from "./wire";

/*
 * A file of boundaries over HTTP (S17, S23, S24, S31): who may send one, from where, how large, and what comes of one
 * that was made to harm.
 */
const json = { accept: "application/json", origin: portal.origin };

async function upload(
  visitor: Visitor,
  content: Buffer | string,
  { headers = json as Record<string, string | undefined>, source = `thử ${randomUUID()}` } = {},
) {
  const id = randomUUID();
  const fields = new FormData();
  fields.set("id", id);
  fields.set("source", source);
  fields.append("file", new Blob([content as BlobPart]), "<script>.geojson");
  const sent = new Response(fields);
  const answer = await visitor.send("/api/map/boundaries", {
    method: "POST",
    headers: { ...headers, "content-type": sent.headers.get("content-type") ?? "" },
    body: Buffer.from(await sent.arrayBuffer()),
  });
  return { ...answer, id, source };
}
const told = (answer: { body: string }) => JSON.parse(answer.body) as { id?: string; code?: string };
const stored = (id: string) => count("SELECT FROM boundary_set WHERE id = $1", [id]);

const ring = [
  [105.97, 9.6],
  [105.99, 9.6],
  [105.99, 9.62],
  [105.97, 9.6],
];
const feature = {
  type: "Feature",
  properties: { ma: "31510" },
  geometry: { type: "Polygon", coordinates: [ring] },
};
const good = JSON.stringify({ type: "FeatureCollection", features: [feature] });

test("boundaries come from administrators only; the map waits until they are put on it", async () => {
  for (const [who, status, code] of [
    ["anonymous", 401, "signed-out"],
    ["ward_officer", 403, "denied"],
    ["ward_chief", 403, "denied"],
    ["city_officer", 403, "denied"],
    ["leader", 403, "denied"],
  ] as const) {
    const answer = await upload(who === "anonymous" ? new Visitor() : await as(who), good);
    expect([answer.status, told(answer).code], who).toEqual([status, code]);
    expect(await stored(answer.id), who).toBe(0);
  }
  const answer = await upload(await as("administrator"), good);
  expect([answer.status, told(answer).id]).toEqual([200, answer.id]);
  expect(answer.headers["cache-control"]).toContain("no-store");
  expect(await count("SELECT FROM boundary_set WHERE id = $1 AND NOT active", [answer.id])).toBe(1);
});

test("nothing is taken from another site (S24)", async () => {
  const administrator = await as("administrator");
  const before = await refusals("map.boundaries.upload");
  for (const headers of [
    { origin: "https://evil.example", accept: "application/json" },
    { origin: undefined, accept: "application/json" },
    { origin: "null", accept: "application/json", "sec-fetch-site": "cross-site" },
    { origin: "https://evil.example" },
  ]) {
    const answer = await upload(administrator, good, { headers });
    expect(answer.status).toBe(403);
    expect(await stored(answer.id)).toBe(0);
  }
  expect(await refusals("map.boundaries.upload")).toBeGreaterThanOrEqual(before + 4);
});

test("what is too large is refused before it is read; a form without scripts is sent back with what was typed", async () => {
  const administrator = await as("administrator");
  const huge = Buffer.alloc(16_500_000, 0x20);
  const large = await upload(administrator, huge);
  expect([large.status, told(large).code]).toEqual([413, "too-large"]);
  const form = await upload(administrator, huge, { headers: { origin: portal.origin } });
  expect([form.status, form.location]).toEqual([303, "/map/boundaries?refused=too-large"]);
  expect((await administrator.send(form.location)).body).toContain("Tệp vượt quá 16 MB");
  const broken = await upload(administrator, "{", {
    headers: { origin: portal.origin },
    source: 'Sở "A" <b>',
  });
  expect(broken.location).toContain("refused=not-json&field=file&source=S");
  const page = (await administrator.send(broken.location)).body;
  expect(page).toContain("không đọc được như GeoJSON");
  expect(page).toContain("Sở &quot;A&quot; &lt;b&gt;");
});

test("a hostile file is refused in words, soon, and stores nothing", async () => {
  const administrator = await as("administrator");
  const points = `[${"[105.9,9.6],".repeat(1_000_000)}[105.9,9.6]]`;
  const cases: [string, Buffer | string][] = [
    ["too-deep", "[".repeat(15_000_000)],
    [
      "too-many-points",
      `{"type":"FeatureCollection","features":[{"geometry":{"type":"Polygon","coordinates":[${points}]}}]}`,
    ],
    ["too-many-points", `[${"{},".repeat(5_000_000)}{}]`],
    ["not-json", "NaN"],
    ["not-json", `${good}${good}`],
    ["not-utf8", Buffer.from([0x7b, 0xd0, 0xfe, 0x7d])],
    ["not-geojson", '{"type":"FeatureCollection","features":[null]}'],
    ["not-geojson", '{"__proto__":{"type":"FeatureCollection","features":[{}]}}'],
    ["metres", good.replaceAll("105.9", "585000.9")],
  ];
  for (const [code, content] of cases) {
    const answer = await upload(administrator, content);
    expect([answer.status, told(answer).code?.split(":")[0]], code).toEqual([422, code]);
    expect(await stored(answer.id), code).toBe(0);
  }
});

test("a script in the words around the shapes goes nowhere, wherever they are shown", async () => {
  const administrator = await as("administrator");
  const script = "<script>alert(1)</script>";
  const properties = { ma: "31510", ten: script, [script]: script };
  const content = JSON.stringify({
    type: "FeatureCollection",
    name: script,
    features: [{ ...feature, properties }],
  });
  const answer = await upload(administrator, content, { source: `Nguồn ${script}` });
  expect(answer.status).toBe(200);
  const page = (await administrator.send(`/map/boundaries/${answer.id}`)).body;
  expect(page).not.toContain(script);
  expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
});
