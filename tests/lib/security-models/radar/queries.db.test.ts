import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { configureRadar } from "@/lib/security-models/radar/commands";
import { listStale } from "@/lib/security-models/radar/queries";
import { suggest } from "@/lib/security-models/radar/rules";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
const asOf = "2026-06-15";
const context = readContext({ asOf }, "leader");
let city: Actor;
let ward: Actor;
let unit: number;
let model: string;

beforeAll(async () => {
  city = await db.actor("city_officer");
  ward = await db.actor("ward_officer", "31510");
  unit = ward.unitId as number;
});
beforeEach(async () => {
  await db.owner.query(
    "DELETE FROM point_rating; DELETE FROM outreach_session; DELETE FROM model_point; DELETE FROM setting WHERE key = 'stale-months'",
  );
  model = await newModel();
});

async function newModel(): Promise<string> {
  const id = randomUUID();
  await db.owner.query(
    "INSERT INTO security_model (id, name, block, fields, core_force) VALUES ($1::uuid, 'Mô hình ' || $1::text, 'residential', '{drugs}', 'ward-police')",
    [id],
  );
  return id;
}

async function point({
  startedOn = "2025-08-01",
  status = "active",
  of = model,
  at = unit,
  site = "Khóm 1",
} = {}) {
  const id = randomUUID();
  await db.owner.query(
    `INSERT INTO model_point (id, model_id, unit_id, site, decision, started_on, status) VALUES ($1, $2, $3, $4, '01', $5, $6::point_status)`,
    [id, of, at, site, startedOn, status],
  );
  return id;
}
const rate = (id: string, day: string) =>
  db.owner.query(
    "INSERT INTO point_rating (point_id, rated_on, unit_id, grade) VALUES ($1, $2, $3, 'effective')",
    [id, day, unit],
  );
const hold = (id: string, day: string, deleted = false) =>
  db.owner.query(
    `INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, attendance, point_ids, created_by_id, deleted_at, deleted_reason)
     VALUES (gen_random_uuid(), $1, $2, 'x', 'meeting', '{drugs}', 20, ARRAY[$3::uuid], $4, CASE WHEN $5 THEN now() END, CASE WHEN $5 THEN 'x' END)`,
    [unit, day, id, city.userId, deleted],
  );
async function readingOf(id: string, of: string, from: string, to: string, value: number | null) {
  const { rows } = await db.owner.query(
    `INSERT INTO indicator (id, model_id, name, unit_label, over_points, over_time, least, most, frequency, scheme)
     VALUES (gen_random_uuid(), $1, gen_random_uuid()::text, 'hộ', 'sum', 'last', 0, 100, 'month', 'calendar') RETURNING id`,
    [of],
  );
  await db.owner.query(
    "INSERT INTO indicator_reading (indicator_id, point_id, period_from, period_to, unit_id, value) VALUES ($1, $2, $3, $4, $5, $6)",
    [rows[0].id, id, from, to, unit, value],
  );
}
async function suspend(id: string, day: string) {
  await db.owner.query("SELECT set_config('app.role', 'system', false), set_config('app.reach', '*', false)");
  await db.owner.query(
    `INSERT INTO point_step (id, point_id, unit_id, kind, to_status, happened_on, decision, reason) VALUES (gen_random_uuid(), $1, $2, 'suspend', 'suspended', $3, '02', 'x')`,
    [id, unit, day],
  );
}
const stale = async (actor: Actor = city, more: object = {}) => listStale(actor, { context, ...more });
const only = async () => (await stale()).rows[0];

describe("the review of points", () => {
  it("leaves out what gave a sign within six months, to the day", async () => {
    const id = await point();
    expect(await only()).toMatchObject({
      id,
      lastOn: "2025-08-01",
      lastSign: "start",
      suggestion: "consolidate",
    });
    await rate(id, "2025-12-15");
    expect(await only()).toMatchObject({ lastOn: "2025-12-15", lastSign: "evaluation" });
    await rate(id, "2025-12-16");
    expect(await only()).toBeUndefined();
  });

  it("knows readings and sessions, and takes no notice of those withdrawn, deleted or to come", async () => {
    const id = await point();
    await hold(id, "2026-06-01", true);
    await hold(id, "2026-06-20");
    await rate(id, "2026-06-16");
    await readingOf(id, model, "2026-05-01", "2026-05-31", null);
    expect(await only()).toMatchObject({ lastSign: "start" });
    await hold(id, "2025-10-01");
    expect(await only()).toMatchObject({ lastOn: "2025-10-01", lastSign: "session" });
    await readingOf(id, model, "2025-11-01", "2025-11-30", 5);
    expect(await only()).toMatchObject({ lastOn: "2025-11-30", lastSign: "reading" });
    await hold(id, "2026-01-10");
    expect(await stale()).toMatchObject({ rows: [], inForce: 1 });
  });

  it("does not ask a point that began lately, waits or has ended", async () => {
    await point({ startedOn: "2026-01-01" });
    await db.owner.query(
      `INSERT INTO model_point (id, model_id, unit_id, site, decision, status) VALUES (gen_random_uuid(), $1, $2, 'x', '01', 'proposed')`,
      [model, unit],
    );
    await db.owner.query(
      `INSERT INTO model_point (id, model_id, unit_id, site, decision, status, started_on, ended_on, end_kind, end_decision)
       VALUES (gen_random_uuid(), $1, $2, 'x', '01', 'ended', '2025-08-01', '2026-06-15', 'removed', '02')`,
      [model, unit],
    );
    expect(await stale()).toMatchObject({ rows: [], inForce: 1 });
  });

  it("suggests to merge into the livelier point of the model in the unit as it is today, never one into the other and back", async () => {
    const former = await db.unit("31510").then(async (current) => {
      const { rows } = await db.owner.query(
        "SELECT predecessor_id AS id FROM unit_succession WHERE successor_id = $1 AND kind <> 'part' ORDER BY 1 LIMIT 1",
        [current],
      );
      return rows[0].id as number;
    });
    const old = await point({ startedOn: "2020-01-01", at: former, site: "Khóm cũ" });
    const livelier = await point({ site: "Khóm mới" });
    const elsewhere = await point({ at: await db.unit("31135") });
    const another = await point({ of: await newModel() });
    const found = await stale();
    const by = Object.fromEntries(found.rows.map((row) => [row.id, row]));
    expect(by[old]).toMatchObject({ suggestion: "merge", into: { id: livelier, site: "Khóm mới" } });
    for (const id of [livelier, elsewhere, another])
      expect(by[id]).toMatchObject({ suggestion: "consolidate", into: null });
    expect(found.counts).toEqual({ consolidate: 3, merge: 1, remove: 0, wait: 0 });
    expect((await stale(city, { suggestion: "merge" })).rows.map(({ id }) => id)).toEqual([old]);
    expect((await stale(city, { model })).rows).toHaveLength(3);
    expect((await stale(ward)).rows.map(({ id }) => id).sort()).toEqual([old, livelier, another].sort());
  });

  it("says the same as the rule, for every state and how long it stands", async () => {
    for (const status of ["piloting", "active", "consolidating", "suspended", "recognized", "replicating"])
      for (const startedOn of ["2025-07-01", "2025-12-15"])
        await point({ status, startedOn, of: await newModel() });
    const late = await point({ startedOn: "2025-07-05", of: await newModel() });
    await suspend(late, "2026-02-01");
    const { rows } = await stale();
    expect(rows).toHaveLength(13);
    for (const row of rows)
      expect(row.suggestion, `${row.status} ${row.since}`).toBe(
        suggest({ ...row, hasSibling: false }, asOf, 6),
      );
    expect(rows.find(({ id }) => id === late)).toMatchObject({ since: "2026-02-01", suggestion: "wait" });
    // As of an earlier day it was not suspended yet.
    const before = await listStale(city, { context: readContext({ asOf: "2026-01-31" }, "leader") });
    expect(before.rows.find(({ id }) => id === late)).toMatchObject({ status: "active" });
  });

  it("goes by the months the city set; nobody else sets them", async () => {
    await point({ startedOn: "2026-01-01" });
    expect((await stale()).rows).toHaveLength(0);
    await configureRadar(city, { months: "5" });
    expect(await stale()).toMatchObject({ months: 5, rows: [{ lastSign: "start" }] });
    expect((await db.audit("security-models.radar.configure"))[0]).toMatchObject({
      before: { months: 6 },
      after: { months: 5 },
    });
    for (const months of ["0", "37", "x", ""])
      await expect(configureRadar(city, { months })).rejects.toMatchObject({ code: "invalid" });
    for (const role of ["leader", "administrator", "ward_officer"] as const) {
      const actor = await db.actor(role, role === "ward_officer" ? "31510" : undefined);
      await expect(configureRadar(actor, { months: 12 })).rejects.toMatchObject({ code: "denied" });
    }
    expect((await stale()).may).toEqual({ configure: true, consolidate: true, decide: true });
    expect((await stale(ward)).may).toEqual({ configure: false, consolidate: true, decide: false });
  });
});
