import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { createModel } from "@/lib/security-models/commands";
import { mergeModel } from "@/lib/security-models/mergers/commands";
import { createPoint } from "@/lib/security-models/points/commands";
import { getProfile } from "@/lib/security-models/profile/queries";
import { getModel } from "@/lib/security-models/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let city: Actor;
let phuLoi: Actor;
const [camera, eyes] = [randomUUID(), randomUUID()];

/** Camera: an old ward of Phú Lợi since 2023, Ninh Kiều since 2025, both still running. Eyes: Phú Lợi since 08/2025. */
beforeAll(async () => {
  city = await db.actor("city_officer");
  phuLoi = await db.actor("ward_officer", "31510");
  const ninhKieu = await db.actor("ward_officer", "31135");
  for (const [id, name] of [
    [camera, "Camera an ninh"],
    [eyes, "Mắt thần khu phố"],
  ])
    await createModel(city, {
      id,
      name,
      block: "residential",
      fields: ["crime-prevention"],
      coreForce: "commune-police",
      acceptSimilar: "on",
    });
  const point = async (modelId: string, unitId: number | null, startedOn: string) => {
    const id = randomUUID();
    await createPoint(city, { id, modelId, unitId, startedOn, site: "x", status: "active", decision: "1" });
    return id;
  };
  const old = await point(camera, await db.unit("31510", "2025-06-30"), "2023-03-01");
  const other = await point(camera, ninhKieu.unitId, "2025-07-15");
  await point(eyes, phuLoi.unitId, "2025-08-01");
  await db.owner.query(
    `INSERT INTO point_rating (point_id, rated_on, unit_id, grade) SELECT p.id, d.day::date, p.unit_id, d.grade
       FROM model_point p JOIN (VALUES ($1::uuid, '2025-06-30', 'poor'), ($1::uuid, '2025-12-10', 'effective'), ($2::uuid, '2025-12-10', 'average')) d (id, day, grade) ON d.id = p.id`,
    [old, other],
  );
});

const profile = (actor: Actor, view: Record<string, string>) =>
  getProfile(actor, { id: camera, context: readContext({ asOf: "2026-01-10", ...view }, "leader") });

describe("a model's profile", () => {
  it("shows every unit of today, points of dissolved ones under who carries them on (T3)", async () => {
    const { spread } = await profile(city, {});
    expect(spread).toHaveLength(103);
    expect(spread.filter(({ points }) => points > 0).map(({ ref, points }) => [ref, points])).toEqual([
      ["31135", 1],
      ["31510", 1],
    ]);
    const then = await profile(city, { boundary: "historical" });
    expect(then.spread.map(({ ref, points }) => [ref, points])).toEqual([
      ["31510@2025-06-30", 1],
      ["31135", 1],
    ]);
  });

  it("counts points at each year's end and those that began in it", async () => {
    const { growth, firstOn } = await profile(city, {});
    expect(firstOn).toBe("2023-03-01");
    expect(growth.map(({ to, started, ended, points }) => [to, started, ended, points])).toEqual([
      ["2023-12-31", 1, 0, 1],
      ["2024-12-31", 0, 0, 1],
      ["2025-12-31", 1, 0, 2],
      ["2026-01-10", 0, 0, 2],
    ]);
  });

  it("tells the rounds of ratings, the latest first, up to the day", async () => {
    const { rounds } = await profile(city, {});
    expect(
      rounds.map(({ ratedOn, grades }) => [ratedOn, grades.map(({ code, points }) => `${code} ${points}`)]),
    ).toEqual([
      ["2025-12-10", ["effective 1", "average 1"]],
      ["2025-06-30", ["poor 1"]],
    ]);
    expect((await profile(city, { asOf: "2025-07-01" })).rounds).toHaveLength(1);
  });

  it("keeps a ward to its own units", async () => {
    const { spread, rounds } = await profile(phuLoi, {});
    expect(spread.map(({ points }) => points)).toEqual([1]);
    expect(rounds[0]?.grades).toMatchObject([{ code: "effective", points: 1 }]);
  });

  it("takes in what another model brought, from that day on (T15)", async () => {
    await mergeModel(city, {
      id: eyes,
      version: 1,
      intoId: camera,
      mergedOn: "2026-01-05",
      mergeDecision: "QĐ 5",
    });
    const points = async (asOf: string) =>
      (await getModel(city, { id: camera, context: readContext({ asOf }, "leader") })).counts.points;
    expect([await points("2026-01-04"), await points("2026-01-05")]).toEqual([2, 3]);
    const own = await getModel(city, { id: eyes, context: readContext({ asOf: "2026-01-04" }, "leader") });
    expect(own.counts.points).toBe(1);
    expect(
      (await getModel(city, { id: eyes, context: readContext({ asOf: "2026-01-05" }, "leader") })).counts
        .points,
    ).toBe(0);
  });
});
