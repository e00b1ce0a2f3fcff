import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readContext } from "@/lib/core/context";
import { listSessions } from "@/lib/outreach-sessions/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let units: number[];

beforeAll(async () => {
  units = [await db.unit("31510"), await db.unit("31135"), await db.unit("31150")];
});

const channels = ["meeting", "door_to_door", "loudspeaker", "leaflet"];
const topics = ["crime-prevention", "drugs", "fire-prevention"];
const day = fc
  .integer({ min: 0, max: 200 })
  .map((offset) => new Date(Date.UTC(2025, 6, 1 + offset)).toISOString().slice(0, 10));
const row = fc.record({
  unit: fc.nat(2),
  day,
  channel: fc.constantFrom(...channels),
  topics: fc.uniqueArray(fc.constantFrom(...topics), { minLength: 1 }),
  count: fc.integer({ min: 1, max: 500 }),
  qualifier: fc.constantFrom("exact", "at_least", "about"),
  audiences: fc.uniqueArray(fc.constantFrom("residents", "women")),
  languages: fc.uniqueArray(fc.constantFrom("kinh", "khmer")),
  partners: fc.uniqueArray(fc.nat(2)),
});
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("insert" as const),
      rows: fc.array(row, { minLength: 1, maxLength: 6 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("update" as const), at: fc.nat(40), to: row }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("soft-delete" as const), at: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("restore" as const), at: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("delete" as const), at: fc.nat(40) }) },
);

type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;
const isGathering = (channel: string) => channel === "meeting" || channel === "door_to_door";
const columns = (r: Row) => [
  units[r.unit],
  r.day,
  r.channel,
  r.topics,
  isGathering(r.channel) ? r.count : null,
  isGathering(r.channel) ? r.qualifier : "exact",
  isGathering(r.channel) ? null : r.count,
  r.count % 7,
  r.audiences,
  r.languages,
  r.partners.filter((partner) => partner !== r.unit).map((partner) => units[partner]),
];

async function apply(steps: fc.RandomType | unknown[]) {
  for (const change of steps as { kind: string; rows?: Row[]; at?: number; to?: Row }[]) {
    const one = "(SELECT id FROM outreach_session ORDER BY id OFFSET $1 LIMIT 1)";
    if (change.kind === "insert" && change.rows)
      for (const r of change.rows)
        await db.owner.query(
          `INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, attendance, attendance_qualifier, quantity, pledges, audiences, languages, co_unit_ids, created_by_id)
           VALUES (gen_random_uuid(), $1, $2, 'x', $3::channel, $4, $5, $6::qualifier, $7, $8, $9, $10, $11, gen_random_uuid())`,
          columns(r),
        );
    if (change.kind === "update" && change.to)
      await db.owner.query(
        `UPDATE outreach_session SET unit_id = $2, held_on = $3, channel = $4::channel, topics = $5, attendance = $6, attendance_qualifier = $7::qualifier, quantity = $8, pledges = $9, audiences = $10, languages = $11, co_unit_ids = $12 WHERE id = ${one}`,
        [change.at, ...columns(change.to)],
      );
    if (change.kind === "soft-delete")
      await db.owner.query(
        `UPDATE outreach_session SET deleted_at = now(), deleted_reason = 'x' WHERE id = ${one}`,
        [change.at],
      );
    if (change.kind === "restore")
      await db.owner.query(
        `UPDATE outreach_session SET deleted_at = NULL, deleted_reason = NULL WHERE id = ${one}`,
        [change.at],
      );
    if (change.kind === "delete")
      await db.owner.query(`DELETE FROM outreach_session WHERE id = ${one}`, [change.at]);
  }
}

const rollup = `SELECT atom::text, unit_id, channel, sessions, attendances::int, quantity::int, at_least, about, pledges::int FROM session_rollup_channel WHERE sessions <> 0 ORDER BY 1, 2, 3`;
const recomputed = `SELECT app_atom(held_on)::text AS atom, unit_id, channel, count(*)::int AS sessions, coalesce(sum(attendance), 0)::int AS attendances, coalesce(sum(quantity), 0)::int AS quantity,
  (count(*) FILTER (WHERE attendance_qualifier = 'at_least'))::int AS at_least, (count(*) FILTER (WHERE attendance_qualifier = 'about'))::int AS about, coalesce(sum(pledges), 0)::int AS pledges
  FROM outreach_session WHERE deleted_at IS NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
const tagRollup =
  "SELECT atom::text, unit_id, tag, code, sessions, attendances::int, at_least, about FROM session_rollup_tag WHERE sessions <> 0 ORDER BY 1, 2, 3, 4";
const tagRecomputed = `SELECT app_atom(held_on)::text AS atom, of_unit AS unit_id, tag::session_tag AS tag, code, count(*)::int AS sessions, sum(attendance)::int AS attendances,
  (count(*) FILTER (WHERE attendance_qualifier = 'at_least'))::int AS at_least, (count(*) FILTER (WHERE attendance_qualifier = 'about'))::int AS about
  FROM (SELECT s.*, unit_id AS of_unit, 'topic' AS tag, code FROM outreach_session s, unnest(topics) code
        UNION ALL SELECT s.*, unit_id, 'audience', code FROM outreach_session s, unnest(audiences) code
        UNION ALL SELECT s.*, unit_id, 'language', code FROM outreach_session s, unnest(languages) code
        UNION ALL SELECT s.*, partner, 'joint', unit_id || ':' || array_to_string(ARRAY(SELECT x FROM unnest(co_unit_ids) x ORDER BY x), ',') FROM outreach_session s, unnest(co_unit_ids) partner) tagged
 WHERE deleted_at IS NULL AND attendance IS NOT NULL GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;

const sure: Row = {
  unit: 0,
  day: "2025-09-02",
  channel: "meeting",
  topics: ["drugs"],
  count: 20,
  qualifier: "exact",
  audiences: ["women"],
  languages: ["khmer"],
  partners: [1],
};

describe("rollups (P11)", () => {
  it("equal a recomputation after any inserts, edits, moves of unit, day and channel, deletions and restorations", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 15 }), async (steps) => {
        await apply(steps);
        expect((await db.owner.query(rollup)).rows).toEqual((await db.owner.query(recomputed)).rows);
        expect((await db.owner.query(tagRollup)).rows).toEqual((await db.owner.query(tagRecomputed)).rows);
      }),
      { numRuns: 25 },
    );
  });

  it("of sessions from before the rollup by tag knew how sure they are are set right by its migration", async () => {
    const migration = readFileSync("prisma/migrations/20261126210000_tag_qualifiers/migration.sql", "utf8");
    const backfill = migration.slice(migration.lastIndexOf("DO $$"));
    await apply([
      {
        kind: "insert",
        rows: [
          { ...sure, qualifier: "at_least" },
          { ...sure, qualifier: "about" },
        ],
      },
    ]);
    await db.owner.query("UPDATE session_rollup_tag SET at_least = 0, about = 0");
    const wanted = (await db.owner.query(tagRecomputed)).rows;
    expect(wanted.some(({ at_least, about }) => at_least + about > 0)).toBe(true);
    await db.owner.query(backfill);
    expect((await db.owner.query(tagRollup)).rows).toEqual(wanted);
  });

  it("give a free range the sum of its rows, ragged ends included", async () => {
    const leader = await db.actor("leader");
    for (const [from, to] of [
      ["2025-07-09", "2025-07-12"],
      ["2025-07-03", "2025-11-20"],
      ["2025-08-01", "2025-08-31"],
    ] as const) {
      const { totals } = await listSessions(leader, { context: readContext({ from, to }, "leader") });
      const { rows } = await db.owner.query(
        "SELECT count(*)::int AS sessions, coalesce(sum(attendance), 0)::int AS attendances FROM outreach_session WHERE deleted_at IS NULL AND attendance IS NOT NULL AND held_on BETWEEN $1 AND $2",
        [from, to],
      );
      expect(totals).toMatchObject(rows[0]);
    }
  });
});
