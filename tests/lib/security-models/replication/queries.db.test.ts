import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { today } from "@/lib/core/days";
import { listGaps } from "@/lib/security-models/replication/gaps/queries";
import { getReplication } from "@/lib/security-models/replication/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
const ids = { temple: randomUUID(), union: randomUUID(), lamp: randomUUID() };
const at: Record<string, string> = {};
let city: Actor;
let ward: Actor;
let stranger: Actor;

type Point = { model: string; unit: number; on: string | null; from?: string; ended?: string };

async function point(name: string, { model, unit, on, from, ended }: Point) {
  const id = randomUUID();
  at[name] = id;
  await db.owner.query(
    `INSERT INTO model_point (id, model_id, unit_id, site, status, origin, decision, started_on, ended_on, end_kind, end_decision, copied_from_id)
     VALUES ($1, $2, $3, $4, $5::point_status, $6::point_origin, 'QĐ', $7, $8, $9::point_end, $10, $11)`,
    [
      id,
      model,
      unit,
      name,
      ended ? "ended" : on ? "active" : "proposed",
      from ? "replicated" : "new",
      on,
      ended ?? null,
      ended ? "removed" : null,
      ended ? "QĐ" : null,
      from ?? null,
    ],
  );
}

beforeAll(async () => {
  city = await db.actor("city_officer");
  ward = await db.actor("ward_officer", "31510");
  stranger = await db.actor("ward_officer", "31135");
  const [old, own, other] = [
    await db.unit("31510", "2025-06-30"),
    ward.unitId as number,
    stranger.unitId as number,
  ];
  const { rows } = await db.owner.query(
    "SELECT id FROM unit WHERE id = ANY ($1::int[]) AND valid_to = '2025-06-30' ORDER BY id LIMIT 1",
    [stranger.line],
  );
  const otherOld = rows[0].id;
  for (const [id, name, field] of [
    [ids.temple, "Sư sãi", "religion"],
    [ids.union, "Nghiệp đoàn", "crime-prevention"],
    [ids.lamp, "Đèn ngõ", "crime-prevention"],
  ] as const)
    await db.owner.query(
      "INSERT INTO security_model (id, name, block, fields, core_force) VALUES ($1, $2, 'residential', ARRAY[$3], 'commune-police')",
      [id, name, field],
    );
  await point("gốc", { model: ids.temple, unit: otherOld, on: "2020-03-01" });
  await point("con", { model: ids.temple, unit: old, on: "2021-03-01", from: at.gốc });
  await point("cháu", { model: ids.temple, unit: other, on: "2025-08-01", from: at.con });
  await point("em", { model: ids.temple, unit: own, on: "2025-08-02", from: at.gốc, ended: "2025-11-01" });
  await point("riêng", { model: ids.temple, unit: otherOld, on: "2022-01-01" });
  await point("phố", { model: ids.union, unit: other, on: "2025-07-05" });
  await point("ngõ", { model: ids.lamp, unit: old, on: "2024-07-05" });
  await db.owner.query(
    `INSERT INTO recognition (id, model_id, level, decided_on, nationwide) VALUES
       (gen_random_uuid(), $1, 'ministry', NULL, true), (gen_random_uuid(), $2, 'city', '2025-09-01', false)`,
    [ids.temple, ids.union],
  );
  await db.owner.query(
    "INSERT INTO point_rating (point_id, rated_on, unit_id, grade) VALUES ($1, '2025-10-30', $2, 'poor'), ($3, '2025-10-30', $4, 'effective')",
    [at.gốc, otherOld, at.con, old],
  );
});

const tree = async (actor: Actor, asOf = today()) => {
  const found = await getReplication(actor, { id: ids.temple, context: readContext({ asOf }, "leader") });
  const name = (id: string | null) => Object.keys(at).find((key) => at[key] === id) ?? null;
  return {
    ...found,
    links: found.points.map(({ id, parentId }) => `${name(id)}<${name(parentId)}`),
  };
};

describe("the tree of a model", () => {
  it("tells who was copied from whom, originals first, with the rating of the day", async () => {
    const { links, points, summary } = await tree(city);
    expect(links).toEqual(["gốc<null", "con<gốc", "cháu<con", "em<gốc", "riêng<null"]);
    expect(points[1]).toMatchObject({ startedOn: "2021-03-01", grade: { code: "effective" }, isOwn: true });
    expect(points[3]).toMatchObject({ endedOn: "2025-11-01", endKind: "removed" });
    expect(summary).toEqual({
      points: 5,
      originals: 2,
      copies: 3,
      generations: 2,
      years: [
        { year: 2020, fresh: 1, replicated: 0 },
        { year: 2021, fresh: 0, replicated: 1 },
        { year: 2022, fresh: 1, replicated: 0 },
        { year: 2025, fresh: 0, replicated: 2 },
      ],
    });
  });

  it("is what had begun by the day", async () => {
    const { links, summary, points } = await tree(city, "2021-12-31");
    expect(links).toEqual(["gốc<null", "con<gốc"]);
    expect(points.map(({ grade }) => grade)).toEqual([null, null]);
    expect(summary).toMatchObject({ points: 2, originals: 1, copies: 1, generations: 1 });
    expect((await tree(city, "2025-10-31")).points[3]).toMatchObject({ endedOn: null });
  });

  it("shows a ward its own points, and of their originals elsewhere the place only (S18)", async () => {
    const { links, points } = await tree(ward);
    expect(links).toEqual(["gốc<null", "con<gốc", "em<gốc"]);
    expect(points[0]).toMatchObject({ isOwn: false, status: null, grade: null, site: "gốc" });
    expect(JSON.stringify(points)).not.toContain("cháu");
    expect((await tree(stranger)).links).toEqual(["gốc<null", "con<null", "cháu<con", "riêng<null"]);
  });
});

const gaps = (actor: Actor, more: object = {}, asOf = today(), unit?: string) =>
  listGaps(actor, { context: { ...readContext({ asOf }, "leader"), unit }, ...more }) as Promise<
    // biome-ignore lint/suspicious/noExplicitAny: either of the two views
    any
  >;
const codes = (rows: { code: string }[]) => rows.map(({ code }) => code);

describe("units without a model in a field", () => {
  it("are today's units, a former unit's points counting for the one that carries it on", async () => {
    const { lacking, units, gaps: fields } = await gaps(city, { field: "crime-prevention" });
    expect(lacking).toHaveLength(units.length - 2);
    expect(codes(lacking)).not.toContain("31510");
    expect(codes(lacking)).not.toContain("31135");
    expect(fields.find(({ code }: { code: string }) => code === "religion").lacking).toBe(units.length - 2);
    expect(codes((await gaps(city, { field: "crime-prevention" }, "2025-01-01")).lacking)).toContain("31135");
    // Of Phú Lợi's two temples one ended; the other still counts.
    expect(codes((await gaps(city, { field: "religion" })).lacking)).not.toContain("31510");
  });

  it("are offered the recognised models of the field, and the best rated point to follow", async () => {
    const religion = await gaps(city, { field: "religion" });
    expect(religion.candidates).toMatchObject([{ id: ids.temple, fromId: at.con, level: "ministry" }]);
    const crime = await gaps(city, { field: "crime-prevention" });
    expect(crime.candidate).toMatchObject({ id: ids.union, fromId: at.phố });
    expect((await gaps(city, { field: "crime-prevention" }, "2025-08-31")).candidate).toBeUndefined();
  });

  it("tell what waits there already", async () => {
    await point("chờ", { model: ids.lamp, unit: await db.unit("31150"), on: null });
    const { lacking } = await gaps(city, { field: "crime-prevention" });
    expect(lacking.find(({ code }: { code: string }) => code === "31150")).toMatchObject({
      waiting: { id: at.chờ, modelName: "Đèn ngõ" },
    });
  });

  it("are for a ward its own only", async () => {
    const fire = await gaps(ward, { field: "fire-prevention" });
    expect(codes(fire.lacking)).toEqual(["31510"]);
    expect((await gaps(ward, { field: "religion" })).lacking).toEqual([]);
    await expect(gaps(ward, {}, today(), "31135")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("recognised models a unit has not", () => {
  const models = (found: { models: { id: string }[] }) => found.models.map(({ id }) => id);

  it("are those of city and Ministry that run elsewhere", async () => {
    expect(models(await gaps(city, { view: "models" }, today(), "31150"))).toEqual([ids.temple, ids.union]);
    expect(models(await gaps(city, { view: "models" }, today(), "31510"))).toEqual([ids.union]);
    expect(models(await gaps(city, { view: "models" }, today(), "31135"))).toEqual([]);
    expect(models(await gaps(city, { view: "models", level: "ministry" }, today(), "31150"))).toEqual([
      ids.temple,
    ]);
  });

  it("are counted for every unit when none is asked for", async () => {
    const { perUnit, units } = await gaps(city, { view: "models" });
    expect(perUnit).toHaveLength(units.length);
    const lacking = Object.fromEntries(
      perUnit.map(({ code, lacking }: { code: string; lacking: number }) => [code, lacking]),
    );
    expect(lacking).toMatchObject({ "31150": 2, "31510": 1, "31135": 0 });
  });

  it("are for a ward its own unit's", async () => {
    const found = await gaps(ward, { view: "models" });
    expect(found.unit.code).toBe("31510");
    expect(models(found)).toEqual([ids.union]);
    expect(found.models[0].site).toBe("phố");
    expect(found.may.propose).toBe(true);
    expect((await gaps(await db.actor("leader"), { view: "models" })).may.propose).toBe(false);
  });
});
