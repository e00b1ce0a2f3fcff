import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { linkedSessions, listSessions, newSession, pointsToLink } from "@/lib/outreach-sessions/queries";
import { useDatabase } from "@/tests/database";

/* Sessions held with the points of models: what a point's or a model's page tells is what the list then shows (U8). */
const db = useDatabase();
const context = readContext({ from: "2025-01-01", to: "2025-12-31", boundary: "historical" }, "leader");
const ids = {
  model: randomUUID(),
  merged: randomUUID(),
  own: randomUUID(),
  other: randomUUID(),
  past: randomUUID(),
};
let officer: Actor;
let stranger: Actor;
let city: Actor;

beforeAll(async () => {
  officer = await db.actor("ward_officer", "31150");
  stranger = await db.actor("ward_officer", "31135");
  city = await db.actor("city_officer");
  for (const [id, into] of [
    [ids.model, null],
    [ids.merged, ids.model],
  ])
    await db.owner.query(
      `INSERT INTO security_model (id, name, block, fields, core_force, merged_into_id, merged_on, merge_decision)
       VALUES ($1, $2, 'residential', '{drugs}', 'ward-police', $3, $4, $5)`,
      [id, `Mô hình ${id}`, into, into && "2025-10-01", into && "01"],
    );
  for (const [id, model, unit] of [
    [ids.own, ids.model, officer.unitId],
    [ids.other, ids.model, stranger.unitId],
    [ids.past, ids.merged, officer.unitId],
  ])
    await db.owner.query(
      `INSERT INTO model_point (id, model_id, unit_id, site, decision, started_on) VALUES ($1, $2, $3, $4, '01', '2025-07-15')`,
      [id, model, unit, `Khóm ${id}`],
    );
  const held: [number | null, string, string, number | null, string[]][] = [
    [officer.unitId, "2025-08-01", "meeting", 30, [ids.own]],
    [officer.unitId, "2025-08-02", "meeting", 40, [ids.own, ids.past]],
    [officer.unitId, "2025-08-03", "leaflet", null, [ids.own]],
    [officer.unitId, "2025-08-04", "meeting", 50, []],
    [stranger.unitId, "2025-08-05", "meeting", 60, [ids.other]],
    [officer.unitId, "2026-08-05", "meeting", 70, [ids.own]],
  ];
  for (const [unit, day, channel, attendance, points] of held)
    await db.owner.query(
      `INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, attendance, quantity, point_ids, created_by_id)
       VALUES (gen_random_uuid(), $1, $2, 'x', $3::channel, '{drugs}', $4::int, CASE WHEN $4::int IS NULL THEN 20 END, $5, $6)`,
      [unit, day, channel, attendance, points, officer.userId],
    );
});

const told = async (actor: Actor, of: { point?: string; model?: string }, at = context) => {
  const { rows, totals } = await linkedSessions(actor, { context: at, ...of });
  return { days: rows.map(({ heldOn }) => heldOn), ...totals };
};

describe("sessions linked with a point or a model", () => {
  it("are those of the point in the period, each channel by its own measure", async () => {
    expect(await told(officer, { point: ids.own })).toMatchObject({
      days: ["2025-08-03", "2025-08-02", "2025-08-01"],
      sessions: 2,
      attendances: 70,
    });
  });

  it("are those of every point of the model in reach, once each, with those of models merged into it by the day", async () => {
    expect(await told(city, { model: ids.model })).toMatchObject({ sessions: 3, attendances: 130 });
    expect(await told(officer, { model: ids.model })).toMatchObject({ sessions: 2, attendances: 70 });
    expect(await told(city, { model: ids.merged })).toMatchObject({ sessions: 0, days: [] });
    const before = { ...context, asOf: "2025-09-30" };
    expect(await told(city, { model: ids.merged }, before)).toMatchObject({ sessions: 1, attendances: 40 });
    expect(await told(stranger, { point: ids.own })).toMatchObject({ days: [], sessions: 0 });
  });

  it("open as the list's rows with the same totals, named in its chips", async () => {
    for (const of of [{ point: ids.own }, { model: ids.model }])
      for (const actor of [city, officer]) {
        const { days, ...totals } = await told(actor, of);
        const list = await listSessions(actor, { context, ...of });
        expect(list.totals).toEqual(totals);
        expect(list.rows.slice(0, 5).map(({ heldOn }) => heldOn)).toEqual(days);
      }
    const list = await listSessions(stranger, { context, point: ids.own, model: ids.model });
    expect(list.linked).toEqual({ model: `Mô hình ${ids.model}` });
    expect((await listSessions(officer, { context, point: ids.own })).linked.point).toContain("Khóm");
  });
});

describe("a new session", () => {
  it("that starts from a point offers the city the points of its unit", async () => {
    const offered = async (actor: Actor, point?: string) =>
      (await newSession(actor, { point })).points.map(({ id }) => id).toSorted();
    expect(await offered(city)).toEqual([]);
    expect(await offered(city, ids.own)).toEqual([ids.own, ids.past].toSorted());
    expect((await newSession(city, { point: ids.own })).startUnit).toBe(officer.unitId);
    expect(await offered(stranger, ids.own)).toEqual([ids.other]);
    expect(await offered(city, "x")).toEqual([]);
  });

  it("offers the city the points of the unit it chooses that run on the day, nobody those out of reach", async () => {
    const runs = async (actor: Actor, unit: number | null, day: string) =>
      (await pointsToLink(actor, { unit: String(unit), day })).map(({ id }) => id).toSorted();
    expect(await runs(city, officer.unitId, "2025-08-01")).toEqual([ids.own, ids.past].toSorted());
    expect(await runs(city, officer.unitId, "2025-07-14")).toEqual([]);
    expect(await runs(city, stranger.unitId, "")).toEqual([ids.other]);
    expect(await runs(stranger, officer.unitId, "2025-08-01")).toEqual([]);
    // The page itself, without scripts: opened for a unit, or with that of the last session.
    const page = async (unit?: string) =>
      (await newSession(city, { unit })).points.map(({ id }) => id).toSorted();
    expect(await page(String(officer.unitId))).toEqual([ids.own, ids.past].toSorted());
    expect(await page("x")).toEqual([]);
    const { rows } = await db.owner.query(
      "SELECT id FROM unit WHERE id = ANY (app_line($1)) AND id <> $1 ORDER BY id LIMIT 1",
      [stranger.unitId],
    );
    await db.owner.query(
      `INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, attendance, created_by_id)
       VALUES (gen_random_uuid(), $1, '2025-03-01', 'x', 'meeting', '{drugs}', 5, $2)`,
      [rows[0].id, city.userId],
    );
    expect(await page()).toEqual([ids.other]);
  });
});
