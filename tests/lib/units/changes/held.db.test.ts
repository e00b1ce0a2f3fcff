import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { createSession } from "@/lib/outreach-sessions/commands";
import { makeChange, undoChange } from "@/lib/units/changes/commands";
import { getChange } from "@/lib/units/changes/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let administrator: Actor;
let officer: Actor;
let ward: number;
let open: pg.Client | undefined;

beforeAll(async () => {
  administrator = await db.actor("administrator");
  officer = await db.actor("ward_officer", "31150");
  ward = await db.unit("31150");
});
afterEach(async () => {
  await open?.end();
  open = undefined;
});

/** A second connection in a transaction of its own. */
async function beside(): Promise<pg.Client> {
  const database = (await db.owner.query("SELECT current_database() AS name")).rows[0].name;
  const url = new URL(process.env.TEST_DATABASE_ADMIN_URL ?? "");
  url.pathname = `/${database}`;
  open = new pg.Client({ connectionString: url.href });
  await open.connect();
  await open.query("BEGIN");
  return open;
}

/** Comes back once somebody in this database waits for a lock. */
const someoneWaits = () =>
  expect
    .poll(
      async () =>
        (
          await db.owner.query(
            "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
          )
        ).rows[0].n,
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);

const rename = (id: string) =>
  makeChange(administrator, {
    id,
    kind: "rename",
    effectiveOn: "2026-02-01",
    unitId: ward,
    name1: "Thử Giữ",
    decisionNumber: "12/NQ-HĐND",
    decisionDate: "2025-08-01",
  });
const write = (client: pg.Client, unit: number, partners: number[] = []) =>
  client.query(
    `INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, attendance, co_unit_ids, created_by_id)
     VALUES (gen_random_uuid(), $1, '2026-02-01', 'x', 'meeting', '{drugs}', 5, $2, $3)`,
    [unit, partners, officer.userId],
  );

describe("a unit is held while something is written about it", () => {
  it.each([
    ["a session of the day of effect", (client: pg.Client) => write(client, ward), { sessions: 1 }],
    [
      "a fact",
      (client: pg.Client) =>
        client.query(
          "INSERT INTO unit_fact (id, unit_id, kind, value, as_of, source) VALUES (gen_random_uuid(), $1, 'area', 5, '2026-02-01', 'x')",
          [ward],
        ),
      { facts: 1 },
    ],
  ])("a change waits for %s that is being written, and tells of it", async (_, writes, late) => {
    const client = await beside();
    await writes(client);
    const id = randomUUID();
    const change = rename(id);
    await someoneWaits();
    await client.query("COMMIT");
    await change;
    expect((await getChange(administrator, { id })).change.made.touched.late).toMatchObject(late);
    await undoChange(administrator, { id, version: 1, reason: "x" });
    await db.owner.query("DELETE FROM outreach_session WHERE unit_id = $1", [ward]);
    await db.owner.query("DELETE FROM unit_fact WHERE unit_id = $1 AND source = 'x'", [ward]);
  });

  it("a ward's session waits for a change that is under way, and is refused by the unit's new days", async () => {
    const client = await beside();
    await client.query("UPDATE unit SET valid_to = '2026-01-31' WHERE id = $1", [ward]);
    const id = randomUUID();
    const writing = createSession(officer, {
      id,
      unitId: ward,
      heldOn: "2026-02-01",
      place: "Nhà văn hóa",
      channel: "meeting",
      topics: ["drugs"],
      attendance: "35",
    }).then(
      () => "written",
      (error) => error.details?.issues ?? String(error),
    );
    await someoneWaits();
    await client.query("COMMIT");
    expect(await writing).toEqual([{ field: "unitId", code: "unit-not-then" }]);
    await db.owner.query("UPDATE unit SET valid_to = NULL WHERE id = $1", [ward]);
  });

  it("an undoing waits for whoever names the new unit, as host or as partner, and is refused then", async () => {
    const other = await db.unit("31249");
    const id = randomUUID();
    await rename(id);
    const begun = (await db.owner.query("SELECT id FROM unit WHERE begun_by_id = $1", [id])).rows[0].id;
    const client = await beside();
    await write(client, other, [begun]);
    const undoing = undoChange(administrator, { id, version: 1, reason: "x" }).then(
      () => "undone",
      (error) => error.code,
    );
    await someoneWaits();
    await client.query("COMMIT");
    expect(await undoing).toBe("in-use");
  });

  it("a change and a parcel of two units' sessions, each waiting for the other, both end: the change is tried again", async () => {
    const [first = 0, second = 0] = [await db.unit("31249"), await db.unit("31315")].sort((a, b) => a - b);
    const client = await beside();
    await write(client, second);
    const id = randomUUID();
    const change = makeChange(administrator, {
      id,
      kind: "transfer",
      effectiveOn: "2026-03-01",
      unitId: first,
      toUnitId: second,
      decisionNumber: "12/NQ-HĐND",
      decisionDate: "2025-08-01",
    });
    await someoneWaits();
    // Whichever of the two the database ends.
    const written = await write(client, first).then(
      () => true,
      (error) => error.code === "40P01" && "ended",
    );
    expect(written).toBeTruthy();
    await client.query("COMMIT");
    expect(await change).toEqual({ id });
    await undoChange(administrator, { id, version: 1, reason: "x" });
  });
});
