import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { addDays, type Day, today } from "@/lib/core/days";
import { getTotals } from "@/lib/outreach-sessions/totals/queries";
import { makeChange, undoChange } from "@/lib/units/changes/commands";
import { checkChange, getChange, listChanges } from "@/lib/units/changes/queries";
import { planChange, type UnitState } from "@/lib/units/changes/rules";
import { carriers, existedOn } from "@/lib/units/rules";
import { useDatabase } from "@/tests/database";
import { carryOut, type Edge, inputOf, steps, type World } from "./history";

const db = useDatabase();
let administrator: Actor;
let city: Actor;
const now = today();
const decision = { decisionNumber: "12/NQ-HĐND", decisionDate: "2025-08-01" };

beforeAll(async () => {
  administrator = await db.actor("administrator");
  city = await db.actor("city_officer");
});

const world = async (): Promise<World> => ({
  units: (
    await db.owner.query<UnitState>(
      `SELECT id, code, name, full_name AS "fullName", type::text, valid_from::text AS "validFrom", valid_to::text AS "validTo",
              area_km2::float8 AS "areaKm2", population, label_lat AS "labelLat", label_lon AS "labelLon" FROM unit ORDER BY id`,
    )
  ).rows,
  edges: (
    await db.owner.query<Edge>(
      `SELECT predecessor_id AS "predecessorId", successor_id AS "successorId", kind, effective_on::text AS "effectiveOn" FROM unit_succession ORDER BY 4, 1, 2`,
    )
  ).rows,
});
const whole = async () => JSON.stringify(await world());

const session = (unitId: number, day: Day, attendance = 10) =>
  db.owner.query(
    `INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, attendance, created_by_id) VALUES (gen_random_uuid(), $1, $2, 'Nhà văn hóa', 'meeting', '{drugs}', $3, $4)`,
    [unitId, day, attendance, administrator.userId],
  );

const make = async (change: Record<string, unknown>, actor = administrator): Promise<string> =>
  (await makeChange(actor, { id: randomUUID(), ...decision, ...change })).id;
const undo = (id: string, actor = administrator) =>
  undoChange(actor, { id, version: 1, reason: "Nhập nhầm" });
const issues = (run: Promise<unknown>) =>
  run.then(
    () => "nothing",
    (error) => error.details?.issues ?? error.code ?? String(error),
  );
const owner = (statement: string, values: unknown[] = []) =>
  db.owner.query(statement, values).then(
    () => "nothing",
    (error) => error.constraint ?? error.message,
  );

/** Two communes and a ward of today that no other test touches. */
const ids = async () => ({
  a: await db.unit("31315"),
  b: await db.unit("31249"),
  ward: await db.unit("31150"),
});

afterEach(async () => {
  // A test that failed half way leaves nothing behind that the next one would trip over.
  const { rows } = await db.owner.query(
    "SELECT id FROM unit_change WHERE undone_at IS NULL ORDER BY created_at DESC",
  );
  await db.owner.query("DELETE FROM outreach_session WHERE place = 'Nhà văn hóa'");
  await db.owner.query("DELETE FROM award WHERE decision_number = 'thử'");
  for (const { id } of rows) await undo(id);
});

describe("a change of units", () => {
  it("ends, begins and passes on; no row is rewritten; undone, all stands as before", async () => {
    const { a, b } = await ids();
    const before = await whole();
    await session(a, "2025-08-20");
    const id = await make({
      kind: "merge",
      effectiveOn: "2026-01-01",
      unitIds: [String(a), String(b)],
      name1: "Thử Nhập",
      type1: "commune",
      code1: "31315",
      clause: "3",
    });
    const { rows } = await db.owner.query(
      `SELECT id, code, full_name, area_km2::float8 AS area, population, label_lat IS NOT NULL AS labelled, former_area IS NOT NULL AS placed, clause, valid_from::text FROM unit WHERE begun_by_id = $1`,
      [id],
    );
    const sizes = (
      await db.owner.query(
        "SELECT sum(area_km2)::float8 AS area, sum(population)::int AS population FROM unit WHERE id IN ($1, $2)",
        [a, b],
      )
    ).rows[0];
    expect(rows).toEqual([
      {
        id: rows[0].id,
        code: "31315",
        full_name: "Xã Thử Nhập",
        ...sizes,
        labelled: true,
        placed: true,
        clause: "3",
        valid_from: "2026-01-01",
      },
    ]);
    expect(
      (await db.owner.query("SELECT DISTINCT unit_id FROM outreach_session WHERE place = 'Nhà văn hóa'"))
        .rows,
    ).toEqual([{ unit_id: a }]);
    const { change, state, hanging } = await getChange(administrator, { id });
    expect(state).toBe("in-effect");
    const at = change.made.ended.findIndex(({ code }) => code === "31315");
    expect(change.made.touched.before[at]).toMatchObject({ sessions: 1, attendances: 10 });
    expect(change.made.touched.after).toEqual([expect.objectContaining({ sessions: 1, attendances: 10 })]);
    expect(change.made.touched.city.after).toEqual(change.made.touched.city.before);
    expect(hanging).toEqual([]);
    await undo(id);
    expect(await whole()).toBe(before);
    const told = (await getChange(administrator, { id })).change;
    expect(told).toMatchObject({ undone: true, undoneReason: "Nhập nhầm", undoneBy: administrator.name });
    expect(told.made.begun[0]?.fullName).toBe("Xã Thử Nhập");
    expect(await issues(undo(id))).toEqual([{ field: "reason", code: "already-undone" }]);
    expect((await db.audit("units.changes.make"))[0]).toMatchObject({
      outcome: "done",
      subject_id: id,
      after: { begun: ["Xã Thử Nhập (31315)"] },
    });
    expect((await db.audit("units.changes.undo"))[0]).toMatchObject({ outcome: "done", subject_id: id });
  });

  it("entered for a future day takes nothing away before it, and moves reach and totals on it", async () => {
    const { ward } = await ids();
    const officer = await db.actor("ward_officer", "31150");
    const ahead = addDays(now, 60);
    const id = await make({
      kind: "split",
      effectiveOn: ahead,
      unitId: ward,
      name1: "Thử Một",
      type1: "ward",
      name2: "Thử Hai",
      type2: "ward",
      code2: "39001",
      share2: "12,5",
      main: ["1"],
    });
    const { rows } = await db.owner.query(
      `SELECT app_carrier($1, $2::date - 1) AS eve, app_carrier($1, $2) AS day, app_carrier($1, app_today()) AS now,
              (SELECT id FROM unit WHERE begun_by_id = $3 AND code = '31150') AS main, ARRAY(SELECT id FROM unit WHERE begun_by_id = $3) && app_line($1) AS seen`,
      [officer.unitId, ahead, id],
    );
    expect(rows[0]).toEqual({ eve: ward, now: ward, day: rows[0].main, main: rows[0].main, seen: false });
    expect((await listChanges(city, { state: "waiting" })).changes.map((change) => change.id)).toEqual([id]);
    // Its days are told by the table of sessions, too: today is still the ward's, the day itself is not.
    await session(ward, now);
    expect(
      await owner(
        "INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, created_by_id) VALUES (gen_random_uuid(), $1, $2, 'Nhà văn hóa', 'meeting', '{drugs}', $3)",
        [ward, ahead, administrator.userId],
      ),
    ).toBe("unit_day");
  });

  it("of a day that has passed carries an officer's reach and rows of later days to the new unit", async () => {
    const { ward } = await ids();
    const officer = await db.actor("ward_officer", "31150");
    await session(ward, "2026-03-01");
    const asked = { kind: "rename" as const, effectiveOn: "2026-02-01", unitId: ward, name1: "Thử Đổi Tên" };
    const found = await checkChange(administrator, { id: randomUUID(), ...decision, ...asked });
    expect(found.touched.late).toMatchObject({ sessions: 1, awards: 0 });
    expect(found.touched.officers).toEqual([
      expect.objectContaining({ from: "Phường An Bình", to: "Phường Thử Đổi Tên" }),
    ]);
    const id = await make(asked);
    const { rows } = await db.owner.query(
      "SELECT (SELECT id FROM unit WHERE begun_by_id = $1) AS begun, app_carrier($2, app_today()) AS carrier",
      [id, officer.unitId],
    );
    expect(rows[0].carrier).toBe(rows[0].begun);
    const line = (await db.owner.query("SELECT app_line($1) AS line", [rows[0].begun])).rows[0].line;
    expect(line).toContain(ward);
    const moved: Actor = { ...officer, unitId: rows[0].begun, line };
    const totals = await getTotals(moved, readContext({ from: "2026-01-01", to: "2026-12-31" }, moved.role));
    expect(totals.gatherings.sessions.all).toBe(1);
    expect(totals.units.map(({ name, sessions }) => [name, sessions.all])).toContainEqual([
      "Phường Thử Đổi Tên",
      1,
    ]);
  });

  it("refuses with a field what the rules refuse, asks about a name in force, and is carried out once", async () => {
    const { a, b } = await ids();
    const merge = {
      kind: "merge",
      effectiveOn: "2026-01-01",
      unitIds: [a, b],
      name1: "An Bình",
      type1: "ward",
      code1: "31150",
    };
    expect(await issues(make(merge))).toEqual([{ field: "code1", code: "code-taken:Phường An Bình" }]);
    expect(await issues(make({ ...merge, code1: "31315" }))).toBe("similar");
    expect(await issues(make({ ...merge, code1: "31315", effectiveOn: "2025-07-01" }))).toEqual([
      { field: "effectiveOn", code: "before-decision" },
    ]);
    expect(
      await issues(make({ ...merge, code1: "31315", decisionDate: "2025-06-01", effectiveOn: "2025-07-01" })),
    ).toEqual([{ field: "unitIds", code: expect.stringMatching(/^begins-that-day:2025-07-01/) }]);
    expect(await issues(make({ kind: "split", effectiveOn: "2026-01-01", unitId: a }))).toEqual(
      ["name1", "type1", "name2", "type2"].map((field) => ({
        field,
        code: field.startsWith("type") ? "required-choice" : "required",
      })),
    );
    const id = randomUUID();
    const twice = { id, ...decision, ...merge, code1: "31315", acceptSimilar: "on" };
    await Promise.all([makeChange(administrator, twice), makeChange(administrator, twice)]);
    expect((await db.owner.query("SELECT FROM unit WHERE begun_by_id = $1", [id])).rowCount).toBe(1);
    // The other of two that were made side by side meets what the first one left.
    expect(
      await issues(make({ kind: "rename", effectiveOn: "2026-01-01", unitId: a, name1: "Khác" })),
    ).toEqual([{ field: "unitId", code: expect.stringMatching(/^changes-that-day:2026-01-01/) }]);
  });

  it("is the administrators': a city officer reads it, a ward not even that", async () => {
    const { a } = await ids();
    const asked = { kind: "rename", effectiveOn: "2026-01-01", unitId: a, name1: "Thử" };
    expect(await issues(make(asked, city))).toBe("denied");
    const id = await make(asked);
    expect(await issues(undo(id, city))).toBe("denied");
    expect((await getChange(city, { id })).may.undo).toBe(false);
    const ward = await db.actor("ward_officer", "31150");
    expect(await issues(getChange(ward, { id }))).toBe("denied");
    expect(await issues(listChanges(ward, {}))).toBe("denied");
  });
});

describe("undoing", () => {
  it("waits for whatever hangs on the new units, and says what that is", async () => {
    const { a, b } = await ids();
    const first = await make({ kind: "rename", effectiveOn: "2026-01-01", unitId: a, name1: "Thử" });
    const begun = (await db.owner.query("SELECT id FROM unit WHERE begun_by_id = $1", [first])).rows[0].id;
    await session(begun, "2026-01-05");
    await db.owner.query(
      "INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, attendance, co_unit_ids, created_by_id) VALUES (gen_random_uuid(), $1, '2026-01-06', 'Nhà văn hóa', 'meeting', '{drugs}', 5, ARRAY[$2::int], $3)",
      [b, begun, administrator.userId],
    );
    await db.owner.query(
      "INSERT INTO award (id, form, recipient_kind, recipient_name, unit_id, issuer, decision_number, decision_date, achievement) VALUES (gen_random_uuid(), 'diploma', 'collective', 'x', $1, 'x', 'thử', '2026-02-01', 'x')",
      [begun],
    );
    const second = await make({ kind: "transfer", effectiveOn: "2026-06-01", unitId: begun, toUnitId: b });
    const { hanging } = await getChange(administrator, { id: first });
    expect(hanging).toEqual([
      { what: "later", changeId: second, unit: "Xã Thử" },
      { what: "records", source: "award", count: 1, unit: "Xã Thử", ref: "31315@2026-01-01" },
      { what: "records", source: "outreach_session", count: 2, unit: "Xã Thử", ref: "31315@2026-01-01" },
    ]);
    expect(await issues(undo(first))).toBe("in-use");
    await undo(second);
    await db.owner.query("DELETE FROM outreach_session WHERE place = 'Nhà văn hóa'");
    expect(await issues(undo(first))).toBe("in-use");
    expect(await owner("DELETE FROM unit WHERE id = $1", [begun])).toMatch(/succession|award_unit_id_fkey/);
    await db.owner.query("DELETE FROM award WHERE decision_number = 'thử'");
    await undo(first);
  });

  it("does not take back a code that another unit has by then", async () => {
    const { a, b } = await ids();
    const first = await make({
      kind: "rename",
      effectiveOn: "2026-01-01",
      unitId: a,
      name1: "Thử",
      code1: "39011",
    });
    const second = await make({
      kind: "rename",
      effectiveOn: "2026-02-01",
      unitId: b,
      name1: "Thử B",
      code1: "31315",
    });
    expect((await getChange(administrator, { id: first })).hanging).toEqual([
      { what: "code", code: "31315", unit: "Xã Thử B", ref: "31315@2026-02-01" },
    ]);
    expect(await issues(undo(first))).toBe("in-use");
    await undo(second);
    await undo(first);
  });

  it("finds every table that names a unit, and none lets go of it unseen", async () => {
    const { rows } = await db.owner.query(
      "SELECT conrelid::regclass::text AS name FROM pg_constraint WHERE contype = 'f' AND confrelid = 'unit'::regclass AND confdeltype NOT IN ('a', 'r')",
    );
    expect(rows).toEqual([]);
    const lists = await db.owner.query(
      "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name LIKE '%unit_ids'",
    );
    expect(lists.rows).toEqual([{ table_name: "outreach_session", column_name: "co_unit_ids" }]);
  });
});

describe("the database itself", () => {
  const edge = (from: number, to: number, on: Day, kind: string) =>
    owner(
      `INSERT INTO unit_succession (predecessor_id, successor_id, effective_on, kind, decision) VALUES ($1, $2, $3, $4, 'x')`,
      [from, to, on, kind],
    );

  it("refuses a circle, an overlap, a second carrier and a division without a remainder", async () => {
    const { a, b } = await ids();
    const former = await db.unit("31178", "2025-06-30");
    const carrier = await db.unit("31168");
    expect(await edge(carrier, former, "2025-07-01", "whole")).toBe("succession_days");
    expect(await edge(a, b, "2025-07-01", "whole")).toBe("succession_days");
    expect(await edge(former, a, "2025-08-01", "part")).toBe("succession_days");
    expect(await edge(former, a, "2025-07-01", "whole")).toBe("succession_one_carrier");
    expect(
      await owner("DELETE FROM unit_succession WHERE predecessor_id = $1 AND kind = 'remainder'", [former]),
    ).toBe("nothing");
    await db.owner.query(
      "INSERT INTO unit_succession (predecessor_id, successor_id, effective_on, kind, decision) VALUES ($1, $2, '2025-07-01', 'remainder', 'Nghị quyết 1668/NQ-UBTVQH15')",
      [former, carrier],
    );
    const lone = await make({
      kind: "create",
      effectiveOn: "2026-01-01",
      name1: "Lẻ",
      type1: "ward",
      code1: "39021",
    });
    await db.owner.query("UPDATE unit SET valid_to = '2026-01-31' WHERE code = '39021'");
    const id = (await db.owner.query("SELECT id FROM unit WHERE code = '39021'")).rows[0].id;
    const next = await make({
      kind: "create",
      effectiveOn: "2026-02-01",
      name1: "Lẻ hai",
      type1: "ward",
      code1: "39022",
    });
    const to = (await db.owner.query("SELECT id FROM unit WHERE code = '39022'")).rows[0].id;
    expect(await edge(id, to, "2026-02-01", "part")).toBe("succession_main");
    expect(await owner("UPDATE unit SET valid_to = '2025-07-10' WHERE id = $1", [former])).toBe(
      "succession_days",
    );
    await db.owner.query("UPDATE unit SET valid_to = NULL WHERE id = $1", [id]);
    await undo(next);
    await undo(lone);
  });

  it("says of what another change came before which field is at fault", async () => {
    const { fromDatabase } = await import("@/lib/core/errors");
    const { a, b } = await ids();
    const former = await db.unit("31178", "2025-06-30");
    const told = (statement: string, values: unknown[]) =>
      db.owner.query(statement, values).then(
        () => "nothing",
        (error) => fromDatabase(error)?.details.issues?.[0] ?? String(error),
      );
    const edge =
      "INSERT INTO unit_succession (predecessor_id, successor_id, effective_on, kind, decision) VALUES ($1, $2, '2025-07-01', 'whole', 'x')";
    expect(await told(edge, [a, b])).toEqual({ field: "effectiveOn", code: "lineage-overlaps" });
    expect(await told(edge, [former, a])).toEqual({ field: "unitId", code: "carried-on" });
    expect(
      await told("INSERT INTO unit (code, name, full_name, type) VALUES ($1, 'x', 'Xã x', 'commune')", [
        "31315",
      ]),
    ).toEqual({ field: "code1", code: "code-taken" });
  });

  it("refuses changes by anybody but an administrator, and a change of what was undone", async () => {
    const { withActor } = await import("@/lib/core/db");
    const { sql } = await import("@/lib/core/sql");
    const { a } = await ids();
    const as = (actor: Actor, statement: ReturnType<typeof sql>) =>
      withActor({ ...actor, reach: "all" }, (tx) => tx.$executeRaw(statement)).then(String, () => "refused");
    const insert = sql`INSERT INTO unit (code, name, full_name, type) VALUES ('39031', 'x', 'Xã x', 'commune')`;
    for (const actor of [city, await db.actor("leader"), await db.actor("ward_officer", "31150")]) {
      expect(await as(actor, insert)).toBe("refused");
      expect(await as(actor, sql`UPDATE unit SET valid_to = '2026-01-01' WHERE id = ${a}`)).toBe("refused");
      expect(await as(actor, sql`DELETE FROM unit_succession`)).toBe("0");
      expect(
        await as(
          actor,
          sql`INSERT INTO unit_change (id, kind, effective_on, decision_number, decision_date, made) VALUES (gen_random_uuid(), 'create', '2026-01-01', 'x', '2026-01-01', '{}')`,
        ),
      ).toBe("refused");
      const seen = await withActor({ ...actor, reach: "all" }, (tx) =>
        tx.$queryRaw<unknown[]>(sql`SELECT * FROM app_unit_dependents(ARRAY[${a}]::int[])`),
      );
      expect(seen).toEqual([]);
    }
    const id = await make({ kind: "rename", effectiveOn: "2026-01-01", unitId: a, name1: "Thử" });
    await undo(id);
    expect(await owner("UPDATE unit_change SET undone_reason = 'khác' WHERE id = $1", [id])).toBe(
      "change_kept",
    );
  });
});

describe("random histories, in the database as in the rules", () => {
  it("carries, counts and takes back alike", async () => {
    const start = await whole();
    const pool = (await world()).units
      .filter(({ validTo, type }) => validTo === null && type === "commune")
      .slice(0, 6)
      .map(({ id }) => id);
    let number = 60_000;
    await fc.assert(
      fc.asyncProperty(steps(5), async (list) => {
        let model = await world();
        const made: { id: string; before: string }[] = [];
        const known = new Set(pool);
        let day = "2025-08-01";
        for (const step of list) {
          day = addDays(day, step.days);
          const open = model.units.filter(({ id, validTo }) => validTo === null && known.has(id));
          const change = inputOf(step, open, day, () => String(++number));
          if (!change) continue;
          // A row of its time: written on the eve, for the unit there was.
          const eve = addDays(day, -1);
          for (const { id } of open.filter((unit) => existedOn(unit, eve))) await session(id, eve, 1);
          const before = await whole();
          const planned = planChange(model.units, change);
          if ("faults" in planned) throw new Error(JSON.stringify(planned.faults));
          const id = await make({ ...change, decisionDate: "2025-07-15" });
          made.push({ id, before });
          model = carryOut(model, planned.plan, day);
          const real = await world();
          // Ids are the database's own: what is compared is which unit, by code and first day.
          const nameOf = (w: World) => new Map(w.units.map((u) => [u.id, `${u.code}@${u.validFrom}`]));
          const told = (w: World) => ({
            units: w.units
              .map((u) => `${u.code} ${u.fullName} ${u.validFrom} ${u.validTo} ${u.areaKm2} ${u.population}`)
              .sort(),
            edges: w.edges
              .map(
                (e) =>
                  `${nameOf(w).get(e.predecessorId)} ${nameOf(w).get(e.successorId)} ${e.kind} ${e.effectiveOn}`,
              )
              .sort(),
          });
          expect(told(real)).toEqual(told(model));
          model = real;
          for (const { id: unitId } of real.units.slice(-8)) known.add(unitId);
        }
        const all = model.units.map(({ id }) => id);
        for (const on of [addDays(day, -1), day, addDays(day, 400)]) {
          const rules = carriers(all, model.edges, on);
          const { rows } = await db.owner.query(
            "SELECT o.unit_id, o.current_id, app_carrier(o.unit_id, $1) AS carrier FROM app_units_on($1) o",
            [on],
          );
          expect(new Map(rows.map((row) => [row.unit_id, row.current_id]))).toEqual(rules);
          expect(rows.every((row) => row.current_id === row.carrier)).toBe(true);
        }
        // By today's boundaries every row counts once; a unit's line is what today's carriers say.
        const rules = carriers(all, model.edges, now);
        const context = readContext({ from: "2025-01-01", to: "2030-12-31" }, city.role);
        const [current, historical] = [
          await getTotals(city, context),
          await getTotals(city, { ...context, boundary: "historical" }),
        ];
        const rows = Number(
          (await db.owner.query("SELECT count(*) FROM outreach_session WHERE place = 'Nhà văn hóa'")).rows[0]
            .count,
        );
        for (const totals of [current, historical]) {
          expect(totals.gatherings.sessions.all).toBe(rows);
          expect(totals.units.reduce((sum, unit) => sum + unit.sessions.all, 0)).toBe(rows);
        }
        for (const id of new Set(rules.values())) {
          const { line } = (await db.owner.query("SELECT app_line($1) AS line", [id])).rows[0];
          if (known.has(id))
            expect(line).toEqual(all.filter((unit) => rules.get(unit) === id).sort((x, y) => x - y));
        }
        await db.owner.query("DELETE FROM outreach_session WHERE place = 'Nhà văn hóa'");
        for (const { id, before } of made.reverse()) {
          await undo(id);
          expect(await whole()).toBe(before);
        }
        expect(await whole()).toBe(start);
      }),
      { numRuns: 6 },
    );
  }, 120_000);
});
