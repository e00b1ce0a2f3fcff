import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { addDays, type Day, today } from "@/lib/core/days";
import { exportedPoints, exportPoints } from "@/lib/security-models/points/list/export/queries";
import { sheetColumns } from "@/lib/security-models/points/list/export/sheet";
import { listPoints } from "@/lib/security-models/points/list/queries";
import type { PointChoice } from "@/lib/security-models/points/list/schema";
import { getModel, listModels } from "@/lib/security-models/queries";
import { getReplication } from "@/lib/security-models/replication/queries";
import { decideStep, takeStep } from "@/lib/security-models/steps/commands";
import { getOverview } from "@/lib/statistics/queries";
import { makeChange } from "@/lib/units/changes/commands";
import { useDatabase } from "@/tests/database";
import { drawPoints, replay, type Story } from "./history";

const db = useDatabase();
const modelId = randomUUID();
let city: Actor;
let ward: Actor;
let stories: Story[];
const days: Day[] = [...Array.from({ length: 9 }, (_, nth) => addDays("2025-08-10", nth * 51)), today()];

beforeAll(async () => {
  [city, ward] = [await db.actor("city_officer"), await db.actor("ward_officer", "31135")];
  await db.owner.query(
    `INSERT INTO security_model (id, name, block, fields, core_force) VALUES ($1, 'Camera an ninh', 'residential', '{drugs}', 'commune-police')`,
    [modelId],
  );
  stories = await drawPoints(db.owner, { modelId, unitId: ward.unitId as number, count: 90 });
}, 60_000);

const look = (asOf: Day, more: Record<string, string> = {}) => readContext({ asOf, ...more }, "leader");
async function all(asOf: Day, choice: PointChoice = {}, actor = city) {
  const context = look(asOf);
  const { ids, totals } = await exportPoints(actor, { context, ...choice });
  const rows = await exportedPoints(actor, { asOf, ids, sessions: true });
  expect(totals.points).toBe(rows.length);
  return { rows, totals };
}
const running = ["piloting", "active", "consolidating", "suspended", "recognized", "replicating"];

describe("what points were on a past day", () => {
  it.each(days)(
    "is their steps up to %s, of every point in every state, and nothing of later",
    async (day) => {
      const { rows } = await all(day, { status: "all" });
      const told = new Map(
        rows.map(({ id, status, startedOn, endedOn, endKind, teams, members }) => [
          id,
          { status, startedOn, endedOn, endKind, teams, members },
        ]),
      );
      const expected = stories.flatMap((story) => {
        const point = replay(story, day);
        return point ? [[story.id, point] as const] : [];
      });
      expect(told).toEqual(new Map(expected));
    },
  );

  it.each(days)("is found by its state of %s, single or in a group", async (day) => {
    const stood = stories.map((story) => ({ id: story.id, ...replay(story, day) }));
    const groups = { "in-force": running, waiting: ["proposed", "approved"], ended: ["ended"] };
    const states = Object.fromEntries(["proposed", "approved", "declined", ...running].map((s) => [s, [s]]));
    for (const [status, of] of Object.entries({ ...groups, ...states })) {
      const { rows } = await all(day, { status: status as PointChoice["status"] });
      const expected = stood.filter((point) => point.status !== undefined && of.includes(point.status));
      expect(rows.map(({ id }) => id).sort(), status).toEqual(expected.map(({ id }) => id).sort());
    }
  });

  it.each(days)("sums up to the figures of %s, and is taken out as it is shown", async (day) => {
    const { rows, totals } = await all(day);
    const sum = (of: "teams" | "members") => rows.reduce((total, row) => total + (row[of] ?? 0), 0);
    const context = look(day);
    const figures = { points: rows.length, teams: sum("teams"), members: sum("members") };
    expect(totals).toMatchObject(figures);
    expect((await listModels(city, { context })).totals).toMatchObject(figures);
    expect((await getOverview(city, context)).models).toMatchObject(figures);
    expect((await getModel(city, { id: modelId, context })).pointCounts["in-force"]).toBe(rows.length);
    const page = await listPoints(city, { context, columns: ["lastSession"] });
    expect(page.rows).toEqual(rows.slice(0, page.rows.length));
  });

  it("orders and bounds by beginnings that had happened", async () => {
    const day = days[4] as Day;
    const { rows } = await all(day, { status: "all", sort: "startedOn" });
    const begun = rows.flatMap(({ startedOn }) => startedOn ?? []);
    expect(begun).toEqual([...begun].sort());
    expect(rows.slice(0, begun.length).every(({ startedOn }) => startedOn !== null)).toBe(true);
    const later = await all(day, { status: "all", startedFrom: addDays(day, 1) });
    expect(later.rows).toEqual([]);
    expect((await all(today(), { status: "all", startedFrom: addDays(day, 1) })).rows).not.toEqual([]);
  });

  it("is shown alike on the model's page and in its tree of copies", async () => {
    const day = days[5] as Day;
    const { rows } = await all(day, { status: "all" });
    const states = new Map(rows.map(({ id, status }) => [id, status]));
    for (const state of ["in-force", "waiting", "ended"] as const) {
      const { points } = await getModel(city, { id: modelId, context: look(day), state });
      expect(points.length).toBeGreaterThan(0);
      for (const { id, status } of points) expect(status).toBe(states.get(id));
    }
    const tree = await getReplication(city, { id: modelId, context: look(day) });
    expect(tree.points.length).toBeGreaterThan(10);
    for (const { id, status } of tree.points) expect(status).toBe(states.get(id));
  });

  it("is a ward's own only", async () => {
    const other = await db.actor("ward_officer", "31510");
    expect((await all(days[4] as Day, { status: "all" }, other)).rows).toEqual([]);
    expect((await all(days[4] as Day, { status: "all" }, ward)).rows).toEqual(
      (await all(days[4] as Day, { status: "all" })).rows,
    );
  });
});

describe("units, decisions and sessions of a past day", () => {
  const own = randomUUID();
  const [old, waited, lane] = [randomUUID(), randomUUID(), randomUUID()];
  const row = async (id: string, asOf: Day) =>
    (await all(asOf, { status: "all", model: own })).rows.find((found) => found.id === id);

  /** Ward 2 went into Phú Lợi on 01/07/2025, which took another name on 01/08/2026. */
  beforeAll(async () => {
    const officer = await db.actor("ward_officer", "31510");
    await db.owner.query(
      `INSERT INTO security_model (id, name, block, fields, core_force) VALUES ($1, 'Tổ liên gia', 'residential', '{drugs}', 'commune-police')`,
      [own],
    );
    const insert = `INSERT INTO model_point (id, model_id, unit_id, site, status, decision, started_on, created_at) VALUES ($1, $2, $3, 'Khóm 1', $4::point_status, $5, $6, $7)`;
    await db.owner.query(insert, [
      ...[old, own, await db.unit("31510", "2025-06-30")],
      ...["active", "QĐ 1", "2024-03-01", "2024-03-01"],
    ]);
    await db.owner.query(insert, [
      ...[waited, own, officer.unitId],
      ...["proposed", "Tờ trình 1", null, "2026-03-01"],
    ]);
    const step = (kind: string, happenedOn: Day, version: number, actor: Actor, decision: string) =>
      (kind === "approve" ? decideStep : takeStep)(actor, {
        ...{ id: randomUUID(), pointId: waited, version, kind, happenedOn, decision },
      });
    await step("approve", "2026-04-01", 1, city, "QĐ phê duyệt");
    await makeChange(await db.actor("administrator"), {
      ...{ id: randomUUID(), decisionNumber: "12/NQ-HĐND", decisionDate: "2026-07-01" },
      ...{ kind: "rename", effectiveOn: "2026-08-01", unitId: officer.unitId, name1: "Tên Sau" },
    });
    const successor = await db.actor("ward_officer", "31510");
    await step("launch", "2026-09-01", 2, successor, "QĐ ra mắt");
    await db.owner.query(insert, [lane, own, ward.unitId, "active", "QĐ 1", "2025-09-01", "2025-09-01"]);
    for (const heldOn of ["2026-05-10", "2026-10-10"])
      await db.owner.query(
        `INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, attendance, point_ids, created_by_id)
         VALUES (gen_random_uuid(), $1, $2, 'Nhà văn hóa', 'meeting', '{drugs}', 10, ARRAY[$3::uuid], $4)`,
        [ward.unitId, heldOn, lane, city.userId],
      );
  });

  it("name the unit of the point, that of the day and that of today", async () => {
    const names = async (asOf: Day) => {
      const { unitName, thenName, currentName } = (await row(old, asOf)) ?? {};
      return [unitName, thenName, currentName];
    };
    expect(await names("2025-06-30")).toEqual(["Phường 2", null, "Phường Tên Sau"]);
    expect(await names("2026-06-30")).toEqual(["Phường 2", "Phường Phú Lợi", "Phường Tên Sau"]);
    expect(await names("2026-08-01")).toEqual(["Phường 2", null, "Phường Tên Sau"]);
    expect(await names(today())).toEqual(["Phường 2", null, "Phường Tên Sau"]);
    const columns = sheetColumns(["unit"], { lists: { force: [], site: [] }, locale: "vi" });
    const then = await row(old, "2026-06-30");
    expect(then && columns[1]?.value(then)).toBe(
      "Phường 2 (khi đó thuộc Phường Phú Lợi, nay thuộc Phường Tên Sau)",
    );
  });

  it("tell a point that waited by the decision and the unit it had, not those it began with", async () => {
    expect(await row(waited, "2026-02-28")).toBeUndefined();
    expect(await row(waited, "2026-03-31")).toMatchObject({ status: "proposed", decision: "Tờ trình 1" });
    expect(await row(waited, "2026-06-30")).toMatchObject({
      ...{ status: "approved", decision: "QĐ phê duyệt", startedOn: null },
      ...{ unitName: "Phường Tên Sau", thenName: "Phường Phú Lợi", currentName: null },
    });
    expect(await row(waited, "2026-09-01")).toMatchObject({
      ...{ status: "active", decision: "QĐ ra mắt", startedOn: "2026-09-01" },
      ...{ unitName: "Phường Tên Sau", thenName: null },
    });
  });

  it("know no session that was held later", async () => {
    expect((await row(lane, "2026-05-09"))?.lastSession).toBeNull();
    expect((await row(lane, "2026-06-30"))?.lastSession).toBe("2026-05-10");
    expect((await row(lane, today()))?.lastSession).toBe("2026-10-10");
  });

  it("are named alike on the model's page", async () => {
    const { points } = await getModel(city, { id: own, context: look("2026-06-30") });
    expect(points.find(({ id }) => id === old)).toMatchObject({
      thenName: "Phường Phú Lợi",
      currentName: "Phường Tên Sau",
    });
  });
});
