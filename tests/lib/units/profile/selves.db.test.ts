import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { getMap } from "@/lib/statistics/map/queries";
import { makeChange } from "@/lib/units/changes/commands";
import { activateBoundaries, uploadBoundaries } from "@/lib/units/map/boundaries/commands";
import { getBoundarySet } from "@/lib/units/map/boundaries/queries";
import { beginPost, endPost, recordFact, updateProfile } from "@/lib/units/profile/commands";
import { editUnitProfile, getUnitProfile } from "@/lib/units/profile/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let administrator: Actor;
let city: Actor;
let set: string;
/** Each with a post, a text, a number of households and a shape from before. */
const codes = { renamed: "31315", giver: "31249", receiver: "31150" };
const posts: Record<string, string> = {};

const change = (more: Record<string, unknown>) =>
  makeChange(administrator, {
    id: randomUUID(),
    decisionNumber: "12/NQ-HĐND",
    decisionDate: "2025-08-01",
    effectiveOn: "2026-01-01",
    ...more,
  });
const page = (ref: string) => getUnitProfile(city, { ref });
const issue = (field: string, code: unknown) => ({ code: "invalid", details: { issues: [{ field, code }] } });

beforeAll(async () => {
  administrator = await db.actor("administrator");
  city = await db.actor("city_officer");
  const features = [];
  for (const code of Object.values(codes)) {
    const unitId = await db.unit(code);
    const [id, facts] = [randomUUID(), { kind: "households", asOf: "2025-09-01", source: "Báo cáo" }];
    posts[code] = id;
    await beginPost(city, { id, unitId, title: "Trưởng Công an", holder: code, since: "2025-07-01" });
    await updateProfile(city, { unitId, version: 0, first: "kinh", introduction: `Về ${code}` });
    await recordFact(city, { id: randomUUID(), unitId, value: "1.200", ...facts });
    const { lon, lat } = (
      await db.owner.query("SELECT label_lon AS lon, label_lat AS lat FROM unit WHERE id = $1", [unitId])
    ).rows[0];
    const ring = [
      [0, 0],
      [0.01, 0],
      [0.01, 0.01],
      [0, 0.01],
      [0, 0],
    ];
    features.push({
      type: "Feature",
      properties: { ma: code },
      geometry: { type: "Polygon", coordinates: [ring.map(([x = 0, y = 0]) => [lon + x, lat + y])] },
    });
  }
  set = randomUUID();
  const file = new TextEncoder().encode(JSON.stringify({ type: "FeatureCollection", features }));
  await uploadBoundaries(administrator, { id: set, source: "Sở", file });
  await activateBoundaries(administrator, { id: set, version: 1 });
  await change({ kind: "rename", unitId: String(await db.unit(codes.renamed)), name1: "Tên Mới" });
  await change({
    kind: "transfer",
    unitId: String(await db.unit(codes.giver)),
    toUnitId: String(await db.unit(codes.receiver)),
  });
});

describe("a unit that goes on under a decision", () => {
  it("keeps its posts and its text: renamed, having given a part, having got one", async () => {
    for (const ref of Object.values(codes)) {
      const { unit, posts, text } = await page(ref);
      expect(unit.validFrom, ref).toBe("2026-01-01");
      expect(posts.map(({ holder }) => holder)).toEqual([ref]);
      expect(text).toEqual({ ethnicGroups: ["kinh"], introduction: `Về ${ref}`, version: 0 });
      // The form opens with what the page shows.
      const form = await editUnitProfile(city, { ref });
      expect([form.text, form.posts.map(({ holder }) => holder)]).toEqual([text, [ref]]);
    }
  });

  it("keeps its figures and its shape while it has the same extent, and no longer", async () => {
    const kept = async (ref: string) =>
      (await page(ref)).facts.filter(({ kind }) => kind === "households").map(({ value }) => value);
    expect([await kept(codes.renamed), await kept(codes.giver), await kept(codes.receiver)]).toEqual([
      [1_200],
      [],
      [],
    ]);
    const { map } = await getMap(city, {
      figure: "area",
      context: { ...readContext({}, city.role), unit: undefined },
    });
    expect(map.units.filter(({ official }) => official).map(({ ref }) => ref)).toEqual([codes.renamed]);
    const missing = (await getBoundarySet(administrator, { id: set })).missing.map(({ code }) => code);
    expect(missing).not.toContain(codes.renamed);
    expect(missing).toEqual(expect.arrayContaining([codes.giver, codes.receiver]));
  });

  it("ends a post that began under its old name, and offers the unit of a day before it began", async () => {
    const unitId = await db.unit(codes.renamed);
    const old = await page(`${codes.renamed}@2025-12-31`);
    const offered = issue("since", expect.stringContaining(`unit-not-then:${old.unit.fullName}`));
    const post = { id: randomUUID(), unitId, title: "Phó", since: "2025-12-01" };
    await expect(beginPost(city, post)).rejects.toMatchObject(offered);
    await expect(
      recordFact(city, {
        id: randomUUID(),
        unitId,
        kind: "households",
        value: "9",
        asOf: "2025-12-01",
        source: "x",
      }),
    ).rejects.toMatchObject(issue("asOf", expect.stringContaining(old.unit.fullName)));
    const through = { ...post, unitId: old.unit.id, holder: "qua", until: "2026-02-01" };
    await beginPost(city, through);
    const ended = await endPost(city, { id: posts[codes.renamed], version: 1, until: "2026-05-01" });
    expect(ended.ref).toBe(codes.renamed);
    const held = async (asOf: string) =>
      (await getUnitProfile(city, { ref: codes.renamed, asOf })).posts.map(({ holder }) => holder).sort();
    expect(await held("2026-01-15")).toEqual([codes.renamed, "qua"]);
    expect(await held("2026-05-02")).toEqual([]);
  });

  it("writes a text of its own beside the one of before", async () => {
    const unitId = await db.unit(codes.renamed);
    await updateProfile(city, { unitId, version: 0, first: "kinh", introduction: "Viết lại" });
    expect((await page(codes.renamed)).text).toMatchObject({ introduction: "Viết lại", version: 1 });
    expect((await page(`${codes.renamed}@2025-12-31`)).text?.introduction).toBe(`Về ${codes.renamed}`);
    await expect(updateProfile(city, { unitId, version: 0 })).rejects.toMatchObject({ code: "conflict" });
  });
});
