import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext, type SearchParams } from "@/lib/core/context";
import { getTotals } from "@/lib/outreach-sessions/totals/queries";
import { listCommunes } from "@/lib/rural-standard/queries";
import type { MapFigure } from "@/lib/statistics/map/catalog";
import { getMap } from "@/lib/statistics/map/queries";
import { getOverview } from "@/lib/statistics/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let leader: Actor;
let ward: Actor;
const units: Record<string, number> = {};

const span: SearchParams = { from: "2025-05-01", to: "2025-10-31" };
const insert = (statement: string, values: unknown[]) => db.owner.query(statement, values);
const session = (unitId: number, day: string, attendance: number, channel = "meeting", qualifier = "exact") =>
  insert(
    `INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, attendance, attendance_qualifier, quantity, created_by_id)
     VALUES ($1, $2, $3, 'x', $4::channel, '{drugs}', $5, $6::qualifier, $7, $8)`,
    [
      randomUUID(),
      unitId,
      day,
      channel,
      channel === "meeting" ? attendance : null,
      qualifier,
      channel === "meeting" ? null : 3,
      leader.userId,
    ],
  );

beforeAll(async () => {
  leader = await db.actor("leader");
  ward = await db.actor("ward_officer", "31510");
  units.phuLoi = await db.unit("31510");
  units.formerWard = (
    await db.owner.query(
      "SELECT predecessor_id FROM unit_succession WHERE successor_id = $1 ORDER BY 1 LIMIT 1",
      [units.phuLoi],
    )
  ).rows[0].predecessor_id;
  units.ninhKieu = await db.unit("31135");
  units.anBinh = await db.unit("31150");
  units.silent = await db.unit("31147");
  units.myKhanh = await db.unit("31312", "2025-06-30");
  await session(units.formerWard as number, "2025-05-10", 30);
  await session(units.phuLoi as number, "2025-07-10", 40, "meeting", "at_least");
  await session(units.phuLoi as number, "2025-08-20", 50);
  await session(units.ninhKieu as number, "2025-09-02", 7);
  // Only a loudspeaker: something logged, no session.
  await session(units.anBinh as number, "2025-09-02", 0, "loudspeaker");
  await insert(
    "INSERT INTO nil_declaration (id, unit_id, period_from, period_to, declared_by_id) VALUES (gen_random_uuid(), $1, '2025-07-01', '2025-10-31', $2)",
    [units.silent, leader.userId],
  );
  const [one, two] = [randomUUID(), randomUUID()];
  for (const id of [one, two])
    await insert(
      "INSERT INTO security_model (id, name, block, fields, core_force) VALUES ($1, $2, 'residential', '{drugs}', 'ward-police')",
      [id, id],
    );
  const points: [string, number | undefined, string, number | null][] = [
    [one, units.phuLoi, "2025-07-15", 4],
    [one, units.formerWard, "2025-02-01", null],
    [one, units.ninhKieu, "2025-08-01", null],
    [two, units.ninhKieu, "2025-12-01", 9],
  ];
  for (const [model, unit, day, members] of points) {
    const id = randomUUID();
    await insert(
      "INSERT INTO model_point (id, model_id, unit_id, site, decision, started_on) VALUES ($1, $2, $3, 'x', '01', $4)",
      [id, model, unit, day],
    );
    if (members !== null)
      await insert(
        "INSERT INTO point_size (point_id, unit_id, effective_on, teams, members) VALUES ($1, $2, $3, 1, $4)",
        [id, unit, day, members],
      );
  }
  for (const unit of [units.phuLoi, units.phuLoi, null])
    await insert(
      `INSERT INTO award (id, form, recipient_kind, recipient_name, unit_id, issuer, decision_number, decision_date, achievement)
       VALUES (gen_random_uuid(), 'merit_certificate', 'collective', gen_random_uuid()::text, $1, 'x', '1', '2025-08-11', 'x')`,
      [unit],
    );
  await insert(
    "INSERT INTO rural_recognition (id, unit_id, level, criteria_set, decision_number, decision_date) VALUES (gen_random_uuid(), $1, 'standard', '2021-2025', 'x', '2023-01-01')",
    [units.myKhanh],
  );
});

const map = (figure: MapFigure, params: SearchParams = {}, actor = leader) =>
  getMap(actor, { figure, context: { ...readContext({ ...span, ...params }, actor.role), unit: undefined } });
const of = async (figure: MapFigure, name: keyof typeof units, params: SearchParams = {}, actor = leader) => {
  const found = await map(figure, params, actor);
  return found.values[found.map.units.findIndex(({ id }) => id === units[name])];
};
const sum = ({ values }: Awaited<ReturnType<typeof map>>) =>
  values.reduce((total, { value }) => total + (value ?? 0), 0);

describe("a figure on the map", () => {
  it("shows today's 103 units by name, each with what it carries on (T3)", async () => {
    const found = await map("sessions");
    expect(found.map.units).toHaveLength(103);
    expect(found.map).toMatchObject({ source: null, unplaced: 0 });
    expect(new Set(found.map.units.map(({ d }) => d)).size).toBe(103);
    expect(await of("sessions", "phuLoi")).toEqual({ state: "counted", value: 3 });
    expect(await of("attendances", "phuLoi")).toEqual({ state: "counted", value: 120, atLeast: true });
  });

  it("tells nil from no data and from what is no session (T17)", async () => {
    expect(await of("sessions", "anBinh")).toEqual({ state: "counted", value: 0 });
    // Declared from the unit's first day on; its predecessors' days before were not.
    for (const boundary of ["current", "historical"])
      expect(await of("sessions", "silent", { from: "2025-07-01", boundary })).toEqual({
        state: "nil",
        value: 0,
      });
    expect(await of("sessions", "silent")).toEqual({ state: "none", value: null });
  });

  it("is the same as on the dashboard, in the totals and in the ladder; units add up to it", async () => {
    for (const boundary of ["current", "historical"]) {
      const context = readContext({ ...span, boundary, asOf: "2025-10-31" }, leader.role);
      const overview = await getOverview(leader, context);
      const totals = await getTotals(leader, context);
      const ladder = await listCommunes(leader, {
        context,
        base: boundary === "current" ? "former" : "current",
      });
      const expected: [MapFigure, number][] = [
        ["sessions", overview.sessions.sessions],
        ["attendances", overview.sessions.attendances],
        ["points", overview.models.points],
        ["teams", overview.models.teams],
        ["members", overview.models.members],
        ["awards", overview.awards.count],
        ["standard", ladder.ladder.standard],
        ["advanced", ladder.ladder.advanced],
      ];
      for (const [figure, value] of expected) {
        const found = await map(figure, { boundary, asOf: "2025-10-31" });
        expect([figure, found.total.value]).toEqual([figure, value]);
        expect([figure, sum(found) + (found.outside ?? 0)]).toEqual([figure, value]);
      }
      expect((await map("models", { boundary, asOf: "2025-10-31" })).total.value).toBe(
        overview.models.active,
      );
      const found = await map("sessions", { boundary, asOf: "2025-10-31" });
      for (const [index, { ref }] of found.map.units.entries()) {
        const unit = totals.units.find((other) => other.ref === ref);
        expect([ref, found.values[index]?.state]).toEqual([ref, unit?.state ?? "none"]);
        if (unit && unit.state !== "none") expect(found.values[index]?.value).toBe(unit.sessions.all);
      }
    }
  });

  it("says what lies in no unit on the map: the city's own awards, and former units' rows at the time", async () => {
    expect(await map("awards")).toMatchObject({ total: { value: 3 }, outside: 1 });
    expect(await map("sessions", { boundary: "historical" })).toMatchObject({
      total: { value: 4 },
      outside: 1,
    });
    expect((await map("models", { asOf: "2025-12-31" })).outside).toBeNull();
  });

  it("counts a model in several units once in the total, and a size that was never given not as 0", async () => {
    const found = await map("models", { asOf: "2025-10-31" });
    expect([found.total.value, sum(found)]).toEqual([1, 2]);
    expect(await of("members", "phuLoi", { asOf: "2025-10-31" })).toEqual({
      state: "counted",
      value: 4,
      atLeast: true,
    });
    expect(await of("members", "ninhKieu", { asOf: "2025-10-31" })).toEqual({ state: "none", value: null });
    expect(await of("points", "ninhKieu", { asOf: "2025-12-01" })).toEqual({ state: "counted", value: 2 });
  });

  it("finds former communes in the unit they lie in, with their base; at the time the communes of the day (T2, T6)", async () => {
    expect(await of("standard", "anBinh", { asOf: "2025-10-31" })).toMatchObject({
      value: 1,
      base: expect.any(Number),
    });
    expect((await of("standard", "ninhKieu"))?.state).toBe("inapplicable");
    const base = async (boundary: string) =>
      (await map("standard", { boundary, asOf: "2025-10-31" })).values.reduce(
        (total, value) => total + (value.base ?? 0),
        0,
      );
    expect([await base("current"), await base("historical")]).toEqual([167, 72]);
  });

  it("takes population and area as they were known on the day, and never makes no data 0", async () => {
    expect(await of("population", "phuLoi")).toEqual({ state: "counted", value: 95_516 });
    expect((await map("population")).values.filter(({ state }) => state === "none")).toHaveLength(2);
    expect((await map("population")).total.atLeast).toBe(true);
    await insert(
      "INSERT INTO unit_fact (id, unit_id, kind, value, as_of, source) VALUES (gen_random_uuid(), $1, 'population', 96000, '2026-01-01', 'x')",
      [units.phuLoi],
    );
    expect((await of("population", "phuLoi", { asOf: "2025-12-31" }))?.value).toBe(95_516);
    await insert("UPDATE data_version SET version = version + 1 WHERE domain = 'units'", []);
    expect((await of("population", "phuLoi", { asOf: "2026-01-01" }))?.value).toBe(96_000);
    expect((await of("sessions-per-10k", "phuLoi", { asOf: "2025-12-31" }))?.value).toBeCloseTo(
      30_000 / 95_516,
    );
    const fact = (value: number, qualifier: string) =>
      insert(
        "INSERT INTO unit_fact (id, unit_id, kind, value, qualifier, as_of, source) VALUES (gen_random_uuid(), $1, 'population', $2, $3::qualifier, '2026-02-01', 'x')",
        [units.phuLoi, value, qualifier],
      );
    // Before anything is known of it there is no number; a lower bound is told as one, beside it the exact figure holds (T7).
    expect((await of("population", "phuLoi", { asOf: "2025-06-30" }))?.state).toBe("none");
    await fact(95_800, "exact");
    await fact(95_000, "at_least");
    await insert("UPDATE data_version SET version = version + 1 WHERE domain = 'units'", []);
    expect(await of("population", "phuLoi", { asOf: "2026-02-01" })).toEqual({
      state: "counted",
      value: 95_800,
    });
    await insert("UPDATE unit_fact SET withdrawn_at = now(), withdrawn_reason = 'x' WHERE value = 95800", []);
    await insert("UPDATE data_version SET version = version + 1 WHERE domain = 'units'", []);
    for (const figure of ["population", "density"] as const) {
      const bound = { state: "counted", atLeast: true };
      expect(await of(figure, "phuLoi", { asOf: "2026-02-01" })).toMatchObject(bound);
      expect((await map(figure, { asOf: "2026-02-01" })).total).toMatchObject(bound);
    }
  });
});

describe("the units that are drawn", () => {
  it("are today's where nobody knows where those of the day lay, and the page can say so", async () => {
    const found = await map("points", { boundary: "historical", asOf: "2025-06-30" });
    expect(found.drawn).toMatchObject({ boundary: "current", asked: false });
    expect(found.map.units).toHaveLength(103);
    expect(await of("points", "phuLoi", { boundary: "historical", asOf: "2025-06-30" })).toEqual({
      state: "counted",
      value: 1,
    });
  });

  it("are those of the day after a change, amid the ones they came from", async () => {
    const made = (
      await insert(
        "INSERT INTO unit (code, name, full_name, type, valid_from) VALUES ('99001', 'Hợp Nhất', 'Phường Hợp Nhất', 'ward', '2026-01-01') RETURNING id",
        [],
      )
    ).rows[0].id;
    await insert("BEGIN", []);
    await insert("UPDATE unit SET valid_to = '2025-12-31' WHERE id = ANY ($1)", [
      [units.ninhKieu, units.silent],
    ]);
    await insert(
      "INSERT INTO unit_succession (predecessor_id, successor_id, effective_on, kind, decision) SELECT id, $2, '2026-01-01', 'whole', 'x' FROM unnest($1::int[]) id",
      [[units.ninhKieu, units.silent], made],
    );
    await insert("UPDATE data_version SET version = version + 1 WHERE domain = 'units'", []);
    await insert("COMMIT", []);
    const now = await map("sessions");
    expect(now.map.units).toHaveLength(102);
    const merged = now.map.units.find(({ id }) => id === made);
    expect(merged?.d).toMatch(/^M/);
    expect(now.values[now.map.units.indexOf(merged as never)]).toEqual({ state: "counted", value: 1 });
    expect(now.total.value).toBe(4);
    const before = await map("sessions", { boundary: "historical", asOf: "2025-12-31" });
    expect(before.map.units).toHaveLength(103);
  });
});

describe("a ward's map (S18)", () => {
  it("has the values of its own units and only shapes of the others", async () => {
    for (const figure of ["sessions", "points", "awards", "population", "standard"] as const) {
      const found = await map(figure, {}, ward);
      const seen = found.map.units.filter((_, index) => found.values[index]?.state !== "hidden");
      expect(seen.map(({ ref }) => ref)).toEqual(["31510"]);
      expect(
        found.values.filter(({ state }) => state === "hidden").every(({ value }) => value === null),
      ).toBe(true);
    }
    expect(await map("sessions", {}, ward)).toMatchObject({ total: { value: 3 }, outside: 0 });
  });
});
