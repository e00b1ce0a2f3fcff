import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { makeChange, undoChange } from "@/lib/units/changes/commands";
import { checkChange, getChange } from "@/lib/units/changes/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let administrator: Actor;
const decision = { decisionNumber: "12/NQ-HĐND", decisionDate: "2025-08-01" };

beforeAll(async () => {
  administrator = await db.actor("administrator");
});

type Row = Record<string, unknown>;
const rows = async (statement: string, values: unknown[] = []): Promise<Row[]> =>
  (await db.owner.query(statement, values)).rows;
const make = async (change: Record<string, unknown>) =>
  (await makeChange(administrator, { id: randomUUID(), ...decision, ...change })).id;
const undo = (id: string) => undoChange(administrator, { id, version: 1, reason: "Nhập nhầm" });
const hanging = async (id: string) => (await getChange(administrator, { id })).hanging;
const begunBy = async (change: string): Promise<number[]> =>
  (await rows("SELECT id FROM unit WHERE begun_by_id = $1 ORDER BY code", [change])).map(({ id }) =>
    Number(id),
  );

const session = async (unit: number, partners: number[] = []) => {
  const id = randomUUID();
  await rows(
    `INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, attendance, co_unit_ids, created_by_id)
     VALUES ($1, $2, '2026-02-01', 'x', 'meeting', '{drugs}', 5, $3, $4)`,
    [id, unit, partners, administrator.userId],
  );
  return id;
};
const dropped = (id: string) =>
  rows("UPDATE outreach_session SET deleted_at = now(), deleted_reason = 'nhầm' WHERE id = $1", [id]);
const area = async (unit: number, name: string) => {
  const id = randomUUID();
  await rows("INSERT INTO residential_area (id, unit_id, kind, name) VALUES ($1, $2, 'hamlet', $3)", [
    id,
    unit,
    name,
  ]);
  return id;
};

// Each test has a unit of its own: one that failed half way is not in the next one's way.
const wards = ["31150", "31153", "31168", "31174"];
const next = () => db.unit(wards.shift() ?? "");
describe("undoing takes along what counts nowhere", () => {
  it("all that was deleted, withdrawn, cancelled, taken off or has ended goes back to the unit before", async () => {
    const unit = await next();
    const id = await make({ kind: "rename", effectiveOn: "2026-01-01", unitId: unit, name1: "Thử Lại" });
    const [begun = 0] = await begunBy(id);
    const set = randomUUID();
    const record = randomUUID();
    const held = await session(begun);
    await rows(
      "INSERT INTO session_plan (id, unit_id, planned_on, place, channel, topics, created_by_id) VALUES (gen_random_uuid(), $1, '2026-03-01', 'x', 'meeting', '{drugs}', $2)",
      [begun, administrator.userId],
    );
    await rows(
      "INSERT INTO session_template (id, unit_id, name, channel, topics) VALUES (gen_random_uuid(), $1, 'x', 'meeting', '{drugs}')",
      [begun],
    );
    await rows(
      "INSERT INTO nil_declaration (id, unit_id, period_from, period_to, declared_by_id) VALUES (gen_random_uuid(), $1, '2026-01-01', '2026-01-31', $2)",
      [begun, administrator.userId],
    );
    await rows(
      "INSERT INTO attached_file (id, session_id, unit_id, kind, name, media_type, bytes, sha256, scan, created_by_id) VALUES (gen_random_uuid(), $1, $2, 'photo', 'x', 'image/jpeg', 5, 'x', 'clean', $3)",
      [held, begun, administrator.userId],
    );
    await rows(
      "INSERT INTO unit_fact (id, unit_id, kind, value, as_of, source) VALUES (gen_random_uuid(), $1, 'area', 5, '2026-02-01', 'x')",
      [begun],
    );
    await rows(
      "INSERT INTO unit_post (id, unit_id, title, since) VALUES (gen_random_uuid(), $1, 'x', '2026-02-01')",
      [begun],
    );
    await rows("INSERT INTO unit_profile (unit_id, introduction) VALUES ($1, 'x')", [begun]);
    await rows(
      "INSERT INTO criterion_finding (entry_id, unit_id, criterion_id, result, judged_on) SELECT gen_random_uuid(), $1, c.id, 'met', '2026-02-01' FROM criterion c JOIN criteria_set s ON s.key = c.set_key WHERE s.programme = 'urban' AND '2026-02-01' BETWEEN s.valid_from AND coalesce(s.valid_to, 'infinity') AND NOT EXISTS (SELECT FROM criterion p WHERE p.set_key = c.set_key AND p.parent = c.code) LIMIT 1",
      [begun],
    );
    await rows(
      "INSERT INTO attached_file (id, finding_entry_id, unit_id, kind, name, media_type, bytes, sha256, scan, created_by_id) SELECT gen_random_uuid(), entry_id, unit_id, 'document', 'x', 'application/pdf', 5, 'x', 'clean', $2 FROM criterion_finding WHERE unit_id = $1",
      [begun, administrator.userId],
    );
    await rows(
      "INSERT INTO safety_record (id, year, kind, unit_id, registered_on) VALUES ($1, 2026, 'commune', $2, '2026-02-01')",
      [record, begun],
    );
    await rows(
      "INSERT INTO boundary_set (id, source, sha256, bytes, report, active, activated_at) VALUES ($1, 'x', 'x', 5, '{}', true, now())",
      [set],
    );
    await rows("INSERT INTO unit_boundary (set_id, unit_id, shape) VALUES ($1, $2, '[]')", [set, begun]);
    const found = await hanging(id);
    const sources = found.map((one) => (one.what === "records" ? one.source : one.what));
    const all = [
      "attached_file",
      "criterion_finding",
      "nil_declaration",
      "outreach_session",
      "safety_record",
      "safety_step",
      "session_plan",
      "session_template",
      "unit_boundary",
      "unit_fact",
      "unit_post",
      "unit_profile",
    ];
    expect(sources).toEqual(all);
    expect(found[0]).toMatchObject({ ref: "31150@2026-01-01" });
    await expect(undo(id)).rejects.toMatchObject({ code: "in-use" });

    await dropped(held);
    await rows("UPDATE session_plan SET cancelled_at = now(), cancelled_reason = 'x' WHERE unit_id = $1", [
      begun,
    ]);
    await rows("UPDATE session_template SET removed_at = now() WHERE unit_id = $1", [begun]);
    for (const table of ["nil_declaration", "unit_fact", "criterion_finding"])
      await rows(`UPDATE ${table} SET withdrawn_at = now(), withdrawn_reason = 'x' WHERE unit_id = $1`, [
        begun,
      ]);
    await rows("UPDATE unit_post SET until = '2026-03-01' WHERE unit_id = $1", [begun]);
    await rows("UPDATE unit_profile SET introduction = NULL WHERE unit_id = $1", [begun]);
    await rows("UPDATE safety_record SET state = 'withdrawn', reason = 'x' WHERE id = $1", [record]);
    await rows(
      "UPDATE boundary_set SET active = false, retired_at = now(), retired_reason = 'x' WHERE id = $1",
      [set],
    );
    const steps = await rows("SELECT state, detail FROM safety_step WHERE record_id = $1 ORDER BY id", [
      record,
    ]);
    expect(await hanging(id)).toEqual([]);
    await undo(id);
    for (const table of all.filter((name) => !["unit_boundary", "unit_profile"].includes(name)))
      expect(await rows(`SELECT count(*)::int AS n FROM ${table} WHERE unit_id = $1`, [unit]), table).toEqual(
        [{ n: { safety_step: steps.length, attached_file: 2 }[table] ?? 1 }],
      );
    expect(
      await rows("SELECT state, detail FROM safety_step WHERE record_id = $1 ORDER BY id", [record]),
    ).toEqual(steps);
    expect(await rows("SELECT unit_id FROM unit_boundary WHERE set_id = $1", [set])).toEqual([]);
    expect(await rows("SELECT code, valid_to FROM unit WHERE id = $1", [unit])).toEqual([
      { code: "31150", valid_to: null },
    ]);
    // The record is one of the unit again, and goes its way from there.
    await rows("UPDATE safety_record SET state = 'registered' WHERE id = $1", [record]);
    await expect(
      rows("UPDATE safety_record SET unit_id = $2 WHERE id = $1", [record, await db.unit("31249")]),
    ).rejects.toThrow("stays what it is");
  });

  it("two halves that held a session together come back as one", async () => {
    const unit = await next();
    const other = await db.unit("31249");
    const id = await make({
      kind: "split",
      effectiveOn: "2026-01-01",
      unitId: unit,
      main: ["1"],
      name1: "Thử Bắc",
      type1: "ward",
      name2: "Thử Nam",
      type2: "ward",
      code2: "39101",
    });
    const [main = 0, part = 0] = await begunBy(id);
    const [joint, guest] = [await session(part, [main, other]), await session(other, [part, main])];
    expect(await hanging(id)).toHaveLength(2);
    await dropped(joint);
    await dropped(guest);
    await undo(id);
    const told = (one: string) =>
      rows("SELECT unit_id AS host, co_unit_ids AS partners FROM outreach_session WHERE id = $1", [one]);
    expect(await told(joint)).toEqual([{ host: unit, partners: [other] }]);
    expect(await told(guest)).toEqual([{ host: other, partners: [unit] }]);
  });

  it("an area that came with the part goes back with it; one that merged there since does not let it", async () => {
    const unit = await next();
    const to = await db.unit("31249");
    const [moved, kept] = [await area(unit, "Khu thử một"), await area(to, "Khu thử hai")];
    const id = await make({ kind: "transfer", effectiveOn: "2026-01-01", unitId: unit, toUnitId: to });
    const [grown] = await rows("SELECT successor_id AS id FROM unit_succession WHERE predecessor_id = $1", [
      to,
    ]);
    await rows(
      "INSERT INTO residential_area_move (area_id, unit_id, moved_on, decision) VALUES ($1, $2, '2026-01-01', 'x')",
      [moved, grown?.id],
    );
    expect(await hanging(id)).toEqual([]);
    await rows("UPDATE residential_area SET valid_to = '2026-05-31', merged_into_id = $2 WHERE id = $1", [
      moved,
      kept,
    ]);
    expect(await hanging(id)).toMatchObject([{ source: "residential_area_move", count: 1 }]);
    await expect(undo(id)).rejects.toMatchObject({ code: "in-use" });
    await rows("UPDATE residential_area SET valid_to = NULL, merged_into_id = NULL WHERE id = $1", [moved]);
    await undo(id);
    expect(await rows("SELECT unit_id FROM app_areas_on('2026-06-01') WHERE area_id = $1", [moved])).toEqual([
      { unit_id: unit },
    ]);
  });

  it("is the administrators', whatever reaches the database", async () => {
    const { withActor } = await import("@/lib/core/db");
    const { sql } = await import("@/lib/core/sql");
    const id = await make({
      kind: "create",
      effectiveOn: "2026-01-01",
      name1: "Thử Lẻ",
      type1: "ward",
      code1: "39102",
    });
    for (const role of ["city_officer", "leader"] as const)
      await expect(
        withActor({ ...(await db.actor(role)), reach: "all" }, (tx) =>
          tx.$queryRaw(sql`SELECT app_take_back(${id}::uuid)::text`),
        ),
      ).rejects.toThrow();
    // A unit made of nothing has none before it: what was deleted of it has nowhere to go and is told.
    const [lone = 0] = await begunBy(id);
    const held = await session(lone);
    await dropped(held);
    expect(await hanging(id)).toMatchObject([{ source: "outreach_session", count: 1 }]);
    await rows("DELETE FROM outreach_session WHERE id = $1", [held]);
    await undo(id);
  });
});

it("a change of a day that has passed tells all that stands under the unit on later days", async () => {
  const unit = await next();
  const asked = { kind: "rename" as const, effectiveOn: "2026-02-01", unitId: unit, name1: "Thử Sau" };
  const late = async () =>
    (await checkChange(administrator, { id: randomUUID(), ...decision, ...asked })).touched.late;
  const before = await late();
  for (const day of ["2026-01-31", "2026-02-01"]) {
    await rows(
      "INSERT INTO unit_fact (id, unit_id, kind, value, as_of, source) VALUES (gen_random_uuid(), $1, 'area', 5, $2, 'x')",
      [unit, day],
    );
    await rows("INSERT INTO unit_post (id, unit_id, title, since) VALUES (gen_random_uuid(), $1, 'x', $2)", [
      unit,
      day,
    ]);
    await rows(
      "INSERT INTO residential_area (id, unit_id, kind, name, valid_from) VALUES (gen_random_uuid(), $1, 'hamlet', $2::text, $2::date)",
      [unit, day],
    );
    await rows(
      "INSERT INTO safety_subject (id, unit_id, kind, name, valid_from) VALUES (gen_random_uuid(), $1, 'school', $2::text, $2::date)",
      [unit, day],
    );
    await rows(
      "INSERT INTO urban_recognition (id, unit_id, criteria_set, decision_number, decision_date, valid_from) VALUES (gen_random_uuid(), $1, 'x', 'x', $2::date - 10, $2::date)",
      [unit, day],
    );
    await rows(
      "INSERT INTO criterion_finding (entry_id, unit_id, criterion_id, result, judged_on) SELECT gen_random_uuid(), $1, c.id, 'met', $2 FROM criterion c JOIN criteria_set s ON s.key = c.set_key WHERE s.programme = 'urban' AND $2::date BETWEEN s.valid_from AND coalesce(s.valid_to, 'infinity') AND NOT EXISTS (SELECT FROM criterion p WHERE p.set_key = c.set_key AND p.parent = c.code) LIMIT 1",
      [unit, day],
    );
  }
  await rows(
    "INSERT INTO safety_record (id, year, kind, unit_id, registered_on) VALUES (gen_random_uuid(), 2026, 'commune', $1, '2026-02-10')",
    [unit],
  );
  const after = await late();
  const more = Object.fromEntries(
    Object.keys(after).map((what) => [what, (after[what] ?? 0) - (before[what] ?? 0)]),
  );
  expect(more).toMatchObject({
    facts: 1,
    posts: 1,
    areas: 1,
    subjects: 1,
    urban: 1,
    findings: 1,
    safety: 1,
    sessions: 0,
    rural: 0,
  });
  // A step whose first day comes later than its decision stands under the commune of that day.
  const commune = await db.unit("31315");
  await rows("DELETE FROM rural_recognition WHERE unit_id = $1", [commune]);
  await rows(
    "INSERT INTO rural_recognition (id, unit_id, level, criteria_set, decision_number, decision_date, valid_from) VALUES (gen_random_uuid(), $1, 'standard', 'x', 'x', '2026-01-10', '2026-02-01')",
    [commune],
  );
  const steps = await checkChange(administrator, {
    id: randomUUID(),
    ...decision,
    ...asked,
    unitId: commune,
  });
  expect(steps.touched.late).toMatchObject({ rural: 1 });
});
