import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { today } from "@/lib/core/days";
import { withActor } from "@/lib/core/db";
import { sql } from "@/lib/core/sql";
import { createModel } from "@/lib/security-models/commands";
import { createPoint } from "@/lib/security-models/points/commands";
import { getModel, listModels, pointsInForce } from "@/lib/security-models/queries";
import { decideStep } from "@/lib/security-models/steps/commands";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let city: Actor;
let phuLoi: Actor;
let ninhKieu: Actor;
const ids = { faith: randomUUID(), camera: randomUUID(), gone: randomUUID(), bare: randomUUID() };
const points: string[] = [];

/** Faith: a point of an old ward since 2024 and one of Phú Lợi since 08/2025. Camera: one in Ninh Kiều. Gone: ended on 01/11/2025. Bare: none. */
beforeAll(async () => {
  [city, phuLoi, ninhKieu] = [
    await db.actor("city_officer"),
    await db.actor("ward_officer", "31510"),
    await db.actor("ward_officer", "31135"),
  ];
  const model = (id: string, name: string, more: object = {}) =>
    createModel(city, {
      id,
      name,
      block: "residential",
      fields: ["crime-prevention"],
      principles: ["self_prevention"],
      coreForce: "commune-police",
      ...more,
    });
  await model(ids.faith, "Sư sãi và phật tử tham gia phòng chống tội phạm", {
    fields: ["religion"],
    coreForce: "religious-dignitaries",
    aliases: "Chùa bình yên",
  });
  await db.owner.query(
    `INSERT INTO recognition (id, model_id, level, decided_on, nationwide) VALUES (gen_random_uuid(), $1, 'ministry', '2025-09-01', true)`,
    [ids.faith],
  );
  await model(ids.camera, "Camera an ninh", { block: "enterprise", principles: ["self_protection"] });
  await model(ids.gone, "Trống canh xóm nhỏ");
  await model(ids.bare, "Đờn ca tài tử");
  const point = async (
    actor: Actor,
    modelId: string,
    unitId: number | null,
    startedOn: string,
    more: object = {},
  ) => {
    const id = randomUUID();
    points.push(id);
    await createPoint(actor, {
      id,
      modelId,
      unitId,
      startedOn,
      site: "Khóm 1",
      status: "active",
      decision: "QĐ 1",
      ...more,
    });
    return id;
  };
  const old = await point(phuLoi, ids.faith, await db.unit("31510", "2025-06-30"), "2024-03-01", {
    teams: "2",
    members: "20",
  });
  const later = await point(phuLoi, ids.faith, phuLoi.unitId, "2025-08-01", { origin: "replicated" });
  await point(ninhKieu, ids.camera, ninhKieu.unitId, "2025-07-15", { teams: "1", members: "4" });
  const gone = await point(ninhKieu, ids.gone, ninhKieu.unitId, "2025-07-02", { teams: "1", members: "3" });
  await decideStep(city, {
    id: randomUUID(),
    pointId: gone,
    version: 1,
    kind: "remove",
    happenedOn: "2025-11-01",
    decision: "QĐ 2",
    reason: "Không còn người tham gia",
  });
  await point(ninhKieu, ids.camera, ninhKieu.unitId, "", { status: "proposed", startedOn: undefined });
  await db.owner.query(
    `INSERT INTO point_rating (point_id, rated_on, unit_id, grade) SELECT p.id, d.day::date, p.unit_id, d.grade
       FROM model_point p JOIN (VALUES ($1::uuid, '2025-06-30', 'poor'), ($1::uuid, '2025-10-30', 'effective'), ($2::uuid, '2025-10-30', 'average')) d (id, day, grade) ON d.id = p.id`,
    [old, later],
  );
});

const context = (asOf: string, more: Record<string, string> = {}) => readContext({ asOf, ...more }, "leader");
const names = async (actor: Actor, asOf: string, more: object = {}, view: Record<string, string> = {}) =>
  (await listModels(actor, { context: context(asOf, view), ...more })).rows.map(
    ({ name }) => name.split(" ")[0],
  );

describe("models in force (T14)", () => {
  it("are those with a point that runs on the day; the first day counts, the day of the end does not", async () => {
    expect(await names(city, "2024-02-29")).toEqual([]);
    expect(await names(city, "2024-03-01")).toEqual(["Sư"]);
    expect((await names(city, "2025-10-31")).sort()).toEqual(["Camera", "Sư", "Trống"]);
    expect((await names(city, "2025-11-01")).sort()).toEqual(["Camera", "Sư"]);
  });

  it("keep models, points, teams and members apart, and say what is not known", async () => {
    const { totals, rows } = await listModels(city, { context: context("2025-11-26") });
    expect(totals).toEqual({
      found: 2,
      models: 2,
      points: 3,
      teams: 3,
      members: 24,
      teamsUnknown: 1,
      membersUnknown: 1,
      rated: 2,
      effective: 1,
    });
    expect(rows[0]).toMatchObject({
      name: "Sư sãi và phật tử tham gia phòng chống tội phạm",
      points: 2,
      teams: 2,
      teamsUnknown: 1,
      rated: 2,
      effective: 1,
    });
  });

  it("take each point's latest rating up to the day", async () => {
    const on = async (asOf: string) =>
      (await listModels(city, { context: context(asOf), q: "su sai" })).rows[0];
    expect(await on("2025-07-31")).toMatchObject({ rated: 1, effective: 0, level: null, nationwide: false });
    expect(await on("2025-10-30")).toMatchObject({
      rated: 2,
      effective: 1,
      level: "ministry",
      nationwide: true,
    });
  });

  it("agree with the rows that statistics count", async () => {
    const rows = (actor: Actor, ids: number[] | null) =>
      withActor({ ...actor, reach: actor.unitId === null ? "all" : actor.line }, (tx) =>
        tx.$queryRaw<{ model_id: string }[]>(sql`${pointsInForce("2025-11-26", ids)}`),
      );
    expect(await rows(city, null)).toHaveLength(3);
    expect(new Set((await rows(phuLoi, null)).map((row) => row.model_id))).toEqual(new Set([ids.faith]));
    expect(await rows(city, [ninhKieu.unitId as number])).toHaveLength(1);
  });
});

describe("the list of models", () => {
  it("shows what has ended, and everything, when asked", async () => {
    expect(await names(city, "2025-11-26", { state: "ended" })).toEqual(["Trống"]);
    expect((await names(city, "2025-11-26", { state: "all" })).sort()).toEqual([
      "Camera",
      "Sư",
      "Trống",
      "Đờn",
    ]);
    expect(await names(city, "2025-11-26", { state: "all" }, { unit: "31135" })).toHaveLength(2);
  });

  it("finds a name by any spelling, without accents, with or without its “và”", async () => {
    for (const q of [
      "su sai va phat tu",
      "Sư sãi, phật tử",
      "SƯ SÃI VÀ PHẬT TỬ",
      "chua binh",
      "phong, chong toi",
      // Words in any order, with others between them; all of them within one spelling.
      "phat tu su sai",
      "su tu pham",
    ])
      expect(await names(city, "2025-11-26", { q })).toEqual(["Sư"]);
    expect(await names(city, "2025-11-26", { q: "100% _ '; DROP" })).toEqual([]);
    expect(await names(city, "2025-11-26", { q: "su sai camera" })).toEqual([]);
  });

  it("narrows by block, field, principle, force and recognition", async () => {
    for (const filter of [
      { field: "religion" },
      { force: "religious-dignitaries" },
      { level: "ministry" } as const,
      { principle: "self_prevention" } as const,
      { block: "residential" } as const,
    ])
      expect(await names(city, "2025-11-26", filter)).toEqual(["Sư"]);
    expect(await names(city, "2025-08-31", { level: "ministry" })).toEqual([]);
  });

  it("counts a former ward for today's unit, or for itself (T3)", async () => {
    const points = async (boundary: string, unit = "31510") =>
      (await listModels(city, { context: context("2025-11-26", { boundary, unit }) })).totals.points;
    expect(await points("current")).toBe(2);
    expect(await points("historical")).toBe(1);
    expect(await points("historical", "31510@2025-06-30")).toBe(1);
  });

  it("goes on past the first page and tells the total there too", async () => {
    const { rows, totals } = await listModels(city, { context: context("2025-11-26"), page: 9 });
    expect([rows, totals.found]).toEqual([[], 2]);
  });
});

describe("another ward", () => {
  it("sees only models with a point in its area, and only its points", async () => {
    expect(await names(ninhKieu, "2025-11-26", { state: "all" })).not.toContain("Sư");
    expect((await listModels(phuLoi, { context: context("2025-11-26") })).totals).toMatchObject({
      models: 1,
      points: 2,
    });
    await expect(getModel(ninhKieu, { id: ids.faith, context: context("2025-11-26") })).rejects.toMatchObject(
      { code: "not-found" },
    );
    await expect(
      listModels(ninhKieu, { context: context("2025-11-26", { unit: "31510" }) }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a model's page", () => {
  it("shows its counts and points by state, each with the unit of its time and today's", async () => {
    const found = await getModel(city, { id: ids.faith, context: context("2025-11-26") });
    expect(found.model).toMatchObject({ aliases: ["Chùa bình yên"], nationwide: true });
    expect(found.pointCounts).toEqual({ "in-force": 2, ended: 0, waiting: 0 });
    expect(
      found.points.map(({ unitName, currentName, grade }) => ({ unitName, currentName, grade: grade?.code })),
    ).toEqual([
      { unitName: "Phường Phú Lợi", currentName: null, grade: "average" },
      { unitName: "Phường 2", currentName: "Phường Phú Lợi", grade: "effective" },
    ]);
    const camera = await getModel(city, { id: ids.camera, context: context(today()), state: "waiting" });
    expect(camera.points).toMatchObject([{ status: "proposed", startedOn: null, grade: null }]);
    const gone = await getModel(city, { id: ids.gone, context: context("2025-11-26"), state: "ended" });
    expect([gone.counts.points, gone.points[0]?.endKind]).toEqual([0, "removed"]);
  });

  it("says what it was recognised as on the day", async () => {
    const on = async (asOf: string) => {
      const { level, nationwide } = (await getModel(city, { id: ids.faith, context: context(asOf) })).model;
      return [level, nationwide];
    };
    expect(await on("2025-08-31")).toEqual([null, false]);
    expect(await on("2025-09-01")).toEqual(["ministry", true]);
  });

  it("is not found where there is none", async () => {
    await expect(getModel(city, { id: randomUUID(), context: context("2025-11-26") })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
