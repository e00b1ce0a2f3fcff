import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { createSession } from "@/lib/outreach-sessions/commands";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let officer: Actor;
let beside: number;

beforeAll(async () => {
  officer = await db.actor("ward_officer", "31510");
  beside = await db.unit("31135");
});

const point = randomUUID();
const repeated = {
  topics: ["drugs", "legal-policy", "drugs"],
  audiences: ["workers", "women", "workers"],
  languages: ["khmer", "kinh", "khmer"],
  co_agencies: ["youth-union", "youth-union"],
  point_ids: [point, point],
  directives: ["d1", "d1"],
};
const lists = () => ({ ...repeated, co_unit_ids: [beside, beside] });
const insert = (values: Record<string, unknown>) => {
  const row: Record<string, unknown> = {
    unit_id: officer.unitId,
    held_on: "2025-09-02",
    place: "x",
    channel: "meeting",
    attendance: 20,
    created_by_id: officer.userId,
    topics: ["drugs"],
    ...values,
  };
  const names = Object.keys(row);
  return db.owner.query(
    `INSERT INTO outreach_session (id, ${names.join(", ")}) VALUES (gen_random_uuid(), ${names.map((_, at) => `$${at + 1}`).join(", ")})`,
    Object.values(row),
  );
};
const drift = `
  SELECT * FROM (SELECT atom, unit_id, tag, code, sessions, attendances FROM session_rollup_tag WHERE sessions <> 0) kept
  FULL JOIN (SELECT app_atom(held_on) AS atom, t.of_unit AS unit_id, t.tag, t.code, count(*) AS sessions, sum(attendance) AS attendances
      FROM outreach_session s CROSS JOIN LATERAL (SELECT DISTINCT * FROM app_session_tags(s.unit_id, s.topics, s.audiences, s.languages, s.co_unit_ids)) t
     WHERE deleted_at IS NULL AND app_is_gathering(channel) GROUP BY 1, 2, 3, 4) counted USING (atom, unit_id, tag, code)
  WHERE (kept.sessions, kept.attendances) IS DISTINCT FROM (counted.sessions, counted.attendances)`;

describe("a session names each topic, audience and partner once", () => {
  it("whoever sends it", async () => {
    const id = randomUUID();
    await createSession(officer, {
      id,
      unitId: officer.unitId,
      heldOn: "2025-08-11",
      place: "Chợ phường",
      channel: "meeting",
      attendance: "35",
      topics: ["drugs", "drugs"],
      audiences: ["workers", "women", "workers"],
      languages: ["khmer", "khmer"],
      coUnitIds: [String(beside), beside],
      coAgencies: ["youth-union", "youth-union"],
    });
    const { rows } = await db.owner.query("SELECT * FROM outreach_session WHERE id = $1", [id]);
    expect(rows[0]).toMatchObject({
      topics: ["drugs"],
      audiences: ["workers", "women"],
      languages: ["khmer"],
      co_unit_ids: [beside],
      co_agencies: ["youth-union"],
    });
  });

  it.each(Object.entries(repeated))("the database takes no repeat among %s", async (field, list) => {
    await expect(insert({ [field]: list })).rejects.toThrow("session_each_once");
    await insert({ [field]: [...new Set(list)] });
  });

  it("nor among the units that took part", async () => {
    await expect(insert({ co_unit_ids: [beside, beside] })).rejects.toThrow("session_each_once");
  });

  it("sessions stored with repeats are mended in their order, and every rollup with them", async () => {
    const migration = readFileSync("prisma/migrations/20261127000000_each_once/migration.sql", "utf8");
    const mend = migration.slice(migration.indexOf("DO $$"));
    await db.owner.query("ALTER TABLE outreach_session DROP CONSTRAINT session_each_once");
    await insert(lists());
    await insert({ ...lists(), co_unit_ids: [beside] });
    expect((await db.owner.query(drift)).rows.length).toBeGreaterThan(0);
    await db.owner.query(mend);
    expect((await db.owner.query(drift)).rows).toEqual([]);
    const { rows } = await db.owner.query(
      "SELECT topics, audiences, languages, co_unit_ids, co_agencies, point_ids, directives FROM outreach_session WHERE directives = '{d1}' AND co_agencies <> '{}'",
    );
    const once = {
      topics: ["drugs", "legal-policy"],
      audiences: ["workers", "women"],
      languages: ["khmer", "kinh"],
      co_unit_ids: [beside],
      co_agencies: ["youth-union"],
      point_ids: [point],
      directives: ["d1"],
    };
    expect(rows).toEqual([once, once]);
  });
});
