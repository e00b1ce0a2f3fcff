import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { today } from "@/lib/core/days";
import { createModel } from "@/lib/security-models/commands";
import { createPoint } from "@/lib/security-models/points/commands";
import { listPoints } from "@/lib/security-models/points/list/queries";
import { type PointChoice, readPointFilter } from "@/lib/security-models/points/list/schema";
import { listModels } from "@/lib/security-models/queries";
import { decideStep, takeStep } from "@/lib/security-models/steps/commands";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
const asOf = "2026-06-30";
const context = readContext({ asOf, boundary: "current" }, "leader");
let city: Actor;
let phuLoi: Actor;
let ninhKieu: Actor;
const points = {} as Record<"temple" | "hamlet" | "riders" | "lane" | "dock" | "plan" | "gone", string>;
const indicator = randomUUID();
let riders: string;

const model = async (name: string, more: object = {}) => {
  const id = randomUUID();
  await createModel(city, {
    id,
    name,
    acceptSimilar: true,
    block: "residential",
    fields: ["crime-prevention"],
    principles: ["self_prevention"],
    coreForce: "commune-police",
    ...more,
  });
  return id;
};

const point = async (actor: Actor, modelId: string, site: string, more: object) => {
  const id = randomUUID();
  const unitId = actor.unitId;
  await createPoint(actor, { id, modelId, unitId, site, decision: "QĐ 01", status: "active", ...more });
  return id;
};

const step = async (actor: Actor, pointId: string, kind: string, happenedOn: string, more: object = {}) => {
  const { rows } = await db.owner.query("SELECT version FROM model_point WHERE id = $1", [pointId]);
  const take = actor === city ? decideStep : takeStep;
  await take(actor, { id: randomUUID(), pointId, version: rows[0].version, kind, happenedOn, ...more });
};

/** Phú Lợi: a temple of the faith model, a hamlet of another, riders; Ninh Kiều: a lane with cameras, a dock; one proposed, one removed. */
beforeAll(async () => {
  [city, phuLoi, ninhKieu] = [
    await db.actor("city_officer"),
    await db.actor("ward_officer", "31510"),
    await db.actor("ward_officer", "31135"),
  ];
  const faith = await model("Sư sãi và phật tử tham gia phòng chống tội phạm", {
    fields: ["religion"],
    principles: ["self_mediation"],
    coreForce: "religious-dignitaries",
  });
  riders = await model("Nghiệp đoàn xe ôm tham gia phòng, chống tội phạm", {
    aliases: "Nghiệp đoàn xe honda tham gia phòng, chống tội phạm",
  });
  const camera = await model("Camera an ninh", { block: "enterprise", principles: ["self_protection"] });
  await db.owner.query(
    `INSERT INTO recognition (id, model_id, level, decided_on, nationwide) VALUES (gen_random_uuid(), $1, 'ministry', '2025-09-01', true)`,
    [faith],
  );
  points.temple = await point(phuLoi, faith, "Chùa Bình Yên", {
    startedOn: "2025-08-01",
    siteKind: "worship",
    teams: 3,
    members: 40,
  });
  points.hamlet = await point(phuLoi, riders, "Khóm 4", { startedOn: "2025-09-01", teams: 1, members: 9 });
  points.riders = await point(phuLoi, riders, "Bến xe", {
    startedOn: "2026-01-10",
    address: "12 Đường Nắng Mới",
    coreForce: "womens-union",
  });
  points.lane = await point(ninhKieu, camera, "Hẻm 5", { startedOn: "2025-10-01", teams: 2, members: 20 });
  points.dock = await point(ninhKieu, camera, "Bến Ninh Kiều", {
    startedOn: "2026-02-01",
    origin: "replicated",
    teams: 5,
    members: 60,
  });
  points.plan = await point(ninhKieu, camera, "Chợ nổi", { status: "proposed" });
  points.gone = await point(ninhKieu, faith, "Điểm cũ", { startedOn: "2025-08-05" });
  await step(city, points.gone, "remove", "2026-03-01", { decision: "QĐ 9", reason: "Không còn chạy" });
  await step(phuLoi, points.hamlet, "suspend", "2026-04-01", { decision: "QĐ 3", reason: "Sửa nhà" });
  await db.owner.query(
    `INSERT INTO point_rating (point_id, unit_id, rated_on, grade)
     SELECT id, unit_id, r.rated_on::date, r.grade FROM model_point p
       JOIN (VALUES ($1::uuid, '2025-12-01', 'poor'), ($1, '2026-05-01', 'effective'), ($2, '2026-05-01', 'poor'), ($2, '2026-08-01', 'effective'))
         AS r (point_id, rated_on, grade) ON r.point_id = p.id`,
    [points.temple, points.lane],
  );
  await db.owner.query(
    `INSERT INTO indicator (id, model_id, name, unit_label, over_points, over_time, least, most, frequency, scheme)
     VALUES ($1, $2, 'Số mắt camera', 'mắt', 'sum', 'last', 0, 1000, 'quarter', 'calendar')`,
    [indicator, camera],
  );
  await db.owner.query(
    `INSERT INTO indicator_reading (indicator_id, point_id, unit_id, period_from, period_to, value)
     SELECT $1, p.id, p.unit_id, r.period_from::date, r.period_to::date, r.value FROM model_point p
       JOIN (VALUES ($2::uuid, '2026-01-01', '2026-03-31', 8), ($2, '2026-04-01', '2026-06-30', 24), ($3, '2026-01-01', '2026-03-31', 12),
                    ($3, '2026-04-01', '2026-06-30', NULL), ($3, '2026-07-01', '2026-09-30', 90)) AS r (point_id, period_from, period_to, value)
         ON r.point_id = p.id`,
    [indicator, points.lane, points.dock],
  );
});

const list = (choice: PointChoice & { page?: number } = {}, actor = city, look: object = {}) =>
  listPoints(actor, { context: { ...context, ...look }, ...choice });
const names = Object.entries.bind(undefined, points) as () => [keyof typeof points, string][];
const found = async (choice: PointChoice = {}, actor?: Actor, look?: object) => {
  const { rows, totals } = await list(choice, actor, look);
  expect(totals.points).toBe(rows.length);
  return rows.map(({ id }) => names().find(([, known]) => known === id)?.[0]).sort();
};

describe("the filters of the list of points", () => {
  it("shows what runs on the day unless another state is asked for", async () => {
    expect(await found()).toEqual(["dock", "hamlet", "lane", "riders", "temple"]);
    expect(await found({ status: "waiting" }, city, { asOf: today() })).toEqual(["plan"]);
    expect(await found({ status: "ended" })).toEqual(["gone"]);
    expect(await found({ status: "all" }, city, { asOf: today() })).toHaveLength(7);
    expect(await found({ status: "suspended" })).toEqual(["hamlet"]);
    expect(await found({ status: "proposed" }, city, { asOf: today() })).toEqual(["plan"]);
  });

  it("knows nothing of what was entered after the day, and goes by the state of the day", async () => {
    for (const status of ["waiting", "proposed"] as const) expect(await found({ status })).toEqual([]);
    expect(await found({ status: "all" })).toEqual(["dock", "gone", "hamlet", "lane", "riders", "temple"]);
    const march = { asOf: "2026-03-31" };
    expect(await found({ status: "suspended" }, city, march)).toEqual([]);
    expect(await found({ status: "active" }, city, march)).toContain("hamlet");
    expect(await found({ status: "active" }, city, { asOf: "2026-02-28" })).toContain("gone");
    expect(await found({}, city, { asOf: "2025-08-31" })).toEqual(["gone", "temple"]);
  });

  it("finds a model by every spelling, accents typed or not, and a place by site and address (T11)", async () => {
    for (const q of ["Sư sãi và phật tử", "Sư sãi, phật tử tham gia", "su sai phat tu", "SU SAI VA PHAT TU"])
      expect(await found({ q }), q).toEqual(["temple"]);
    for (const q of ["Nghiệp đoàn xe ôm", "nghiep doan xe honda", "Nghiệp đoàn xe honda tham gia phòng"])
      expect(await found({ q }), q).toEqual(["hamlet", "riders"]);
    expect(await found({ q: "binh yen" })).toEqual(["temple"]);
    expect(await found({ q: "duong nang moi" })).toEqual(["riders"]);
    expect(await found({ q: "không có ở đâu" })).toEqual([]);
  });

  it("narrows by what the model is", async () => {
    expect(await found({ model: riders })).toEqual(["hamlet", "riders"]);
    expect(await found({ field: "religion" })).toEqual(["temple"]);
    expect(await found({ block: "enterprise" })).toEqual(["dock", "lane"]);
    expect(await found({ principle: "self_mediation" })).toEqual(["temple"]);
    expect(await found({ level: "ministry" })).toEqual(["temple"]);
    expect(await found({ level: "ministry" }, city, { asOf: "2025-08-31" })).toEqual([]);
  });

  it("takes the force of the point where it names one, else its model's", async () => {
    expect(await found({ force: "womens-union" })).toEqual(["riders"]);
    expect(await found({ force: "commune-police" })).toEqual(["dock", "hamlet", "lane"]);
  });

  it("narrows by what the point is", async () => {
    expect(await found({ site: "worship" })).toEqual(["temple"]);
    expect(await found({ origin: "replicated" })).toEqual(["dock"]);
    expect(await found({ startedFrom: "2025-10-01", startedTo: "2026-01-31" })).toEqual(["lane", "riders"]);
  });

  it("goes by the latest rating of the day, and tells those without one", async () => {
    expect(await found({ grade: "effective" })).toEqual(["temple"]);
    expect(await found({ grade: "poor" })).toEqual(["lane"]);
    expect(await found({ grade: "none" })).toEqual(["dock", "hamlet", "riders"]);
    expect(await found({ grade: "effective" }, city, { asOf: "2026-08-02" })).toEqual(["lane", "temple"]);
  });

  it("goes by the last reading of the day; what was taken back is none", async () => {
    expect(await found({ indicator })).toEqual(["dock", "lane"]);
    expect(await found({ indicator, least: 20 })).toEqual(["lane"]);
    expect(await found({ indicator, most: 12 })).toEqual(["dock"]);
    expect(await found({ indicator, least: 20 }, city, { asOf: "2026-03-31" })).toEqual([]);
    expect((await list({ indicator, least: 20 })).rows[0]?.reading).toBe(24);
  });

  it("looks at one unit with those it carries on", async () => {
    expect(await found({}, city, { unit: "31135" })).toEqual(["dock", "lane"]);
    expect(await found({}, phuLoi)).toEqual(["hamlet", "riders", "temple"]);
  });

  it("opens no other ward's points, by unit, id or words (S18)", async () => {
    await expect(list({}, phuLoi, { unit: "31135" })).rejects.toMatchObject({ code: "not-found" });
    expect(await found({ q: "Camera an ninh", status: "all" }, phuLoi)).toEqual([]);
    expect(await found({ indicator }, phuLoi)).toEqual([]);
  });
});

describe("the totals of what is found", () => {
  it("keeps points, models, teams and members apart, with how many gave none (T14, T17)", async () => {
    expect((await list()).totals).toEqual({
      points: 5,
      models: 3,
      teams: 11,
      members: 129,
      teamsUnknown: 1,
      membersUnknown: 1,
    });
  });

  it("is new after a write", async () => {
    const waiting = async () => (await list({ status: "waiting" }, city, { asOf: today() })).totals.points;
    const before = await waiting();
    const id = await point(ninhKieu, riders, "Bến đò", { status: "proposed" });
    expect(await waiting()).toBe(before + 1);
    await db.owner.query("DELETE FROM model_point WHERE id = $1", [id]);
  });
});

describe("the order of the list", () => {
  const ordered = async (sort: PointChoice["sort"]) =>
    (await list({ sort })).rows.map(({ id }) => names().find(([, known]) => known === id)?.[0]);

  it("follows the key asked for, both ways, what is unknown last", async () => {
    expect(await ordered(undefined)).toEqual(["dock", "riders", "lane", "hamlet", "temple"]);
    expect(await ordered("startedOn")).toEqual(["temple", "hamlet", "lane", "riders", "dock"]);
    expect(await ordered("teams")).toEqual(["hamlet", "lane", "temple", "dock", "riders"]);
    expect(await ordered("-members")).toEqual(["dock", "temple", "lane", "hamlet", "riders"]);
    expect((await ordered("site"))[0]).toBe("dock");
    expect((await ordered("-model"))[0]).toBe("temple");
    expect((await ordered("grade"))[0]).toBe("temple");
    expect((await ordered("unit"))[0]).toMatch(/dock|lane/);
  });

  it("knows no key but its own (S29)", () => {
    for (const sort of ["id", "p.id", "teams; DROP TABLE unit", "-", "--teams", "constructor"])
      expect(readPointFilter({ sort })).toEqual({});
    expect(readPointFilter({ sort: "-teams", least: "1,5", most: "x", page: "2" })).toEqual({
      sort: "-teams",
      least: 1.5,
    });
  });
});

describe("an address that asks for what there is not", () => {
  it("shows the list without it and says which, instead of an empty one", async () => {
    const all = await listPoints(city, { context });
    for (const name of ["field", "force", "site", "grade"] as const) {
      const found = await listPoints(city, { context, [name]: "zzz" });
      expect(found.ignored).toEqual([name]);
      expect(found.totals).toEqual(all.totals);
    }
    expect((await listPoints(city, { context, grade: "none", field: "religion" })).ignored).toEqual([]);
    const models = await listModels(city, { context, field: "zzz", force: "zzz" });
    expect(models.ignored).toEqual(["field", "force"]);
    expect(models.totals).toEqual((await listModels(city, { context })).totals);
  });
});

describe("words", () => {
  const sites = async (q: string) => (await listPoints(city, { context, q })).rows.map(({ id }) => id).sort();
  it("are found in any order, with others between them, all of them, at the beginning of one", async () => {
    const [whole, mixed] = [await sites("su sai va phat tu"), await sites("phat tu su sai")];
    expect(whole).toEqual([points.temple]);
    expect(mixed).toEqual(whole);
    expect(await sites("su pham toi")).toEqual(whole);
    expect(await sites("moi nang")).toEqual([points.riders]);
    expect(await sites("su sai xe")).toEqual([]);
    // "ua" stands within "chua" and begins no word.
    expect(await sites("yen ua")).toEqual([]);
    expect(await sites("chua yen")).toEqual([points.temple]);
  });
});
