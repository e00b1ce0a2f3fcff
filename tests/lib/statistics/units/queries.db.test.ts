import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { listAwards } from "@/lib/awards/queries";
import type { Actor } from "@/lib/core/access";
import { readContext, type SearchParams } from "@/lib/core/context";
import { listSessions } from "@/lib/outreach-sessions/queries";
import { listCommunes } from "@/lib/rural-standard/queries";
import { listModels } from "@/lib/security-models/queries";
import { getUnitThings } from "@/lib/statistics/units/queries";
import { getUnitProfile } from "@/lib/units/profile/queries";
import { listAreas } from "@/lib/units/residential-areas/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let leader: Actor;

const view = (unit: string, params: SearchParams = {}) => ({
  ...readContext({ from: "2025-01-01", to: "2025-12-31", asOf: "2025-11-26", ...params }, "leader"),
  unit,
});
const things = (unit: string, params: SearchParams = {}) =>
  getUnitThings(leader, { context: view(unit, params) });

beforeAll(async () => {
  leader = await db.actor("leader");
  const [anBinh, myKhanh, phuLoi, ward1] = [
    await db.unit("31150"),
    await db.unit("31312", "2025-06-30"),
    await db.unit("31510"),
    await db.unit("31510", "2025-06-30"),
  ];
  const { userId } = await db.actor("city_officer");
  for (const [level, on] of [
    ["standard", "2015-12-01"],
    ["advanced", "2019-12-01"],
    ["exemplary", "2022-12-01"],
  ])
    await db.owner.query(
      "INSERT INTO rural_recognition (id, unit_id, level, criteria_set, decision_number, decision_date) VALUES ($1, $2, $3, '2021-2025', '01', $4)",
      [randomUUID(), myKhanh, level, on],
    );
  const model = randomUUID();
  await db.owner.query(
    `INSERT INTO security_model (id, name, block, fields, core_force) VALUES ($1, 'Camera an ninh thử', 'residential', '{drugs}', 'ward-police')`,
    [model],
  );
  for (const [unit, on] of [
    [ward1, "2025-02-01"],
    [phuLoi, "2025-08-01"],
    [anBinh, "2025-09-01"],
  ]) {
    await db.owner.query(
      `INSERT INTO model_point (id, model_id, unit_id, site, decision, started_on, teams, members) VALUES ($1, $2, $3, 'Khóm 1', '01', $4, 2, 9)`,
      [randomUUID(), model, unit, on],
    );
    await db.owner.query(
      `INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, attendance, created_by_id) VALUES ($1, $2, $3, 'Nhà văn hóa', 'meeting', '{drugs}', 40, $4)`,
      [randomUUID(), unit, on, userId],
    );
    await db.owner.query(
      `INSERT INTO award (id, form, recipient_kind, recipient_name, unit_id, issuer, decision_number, decision_date, achievement)
       VALUES ($1, 'diploma', 'collective', 'Tập thể', $2, 'x', 'y', $3, 'x')`,
      [randomUUID(), unit, on],
    );
    await db.owner.query(
      "INSERT INTO residential_area (id, unit_id, kind, name) VALUES ($1, $2, 'quarter', 'Khóm 1')",
      [randomUUID(), unit],
    );
  }
});

describe("what a unit has on a day", () => {
  it("finds Mỹ Khánh under phường An Bình today, under huyện Phong Điền at the time (T6)", async () => {
    const current = await things("31150");
    expect(current.communes).toEqual([
      { ref: "31312@2025-06-30", fullName: "Xã Mỹ Khánh", standing: "exemplary" },
    ]);
    expect(current.rural).toEqual({ base: 1, standard: 1, advanced: 1, exemplary: 1 });
    const historical = await things("31150", { boundary: "historical" });
    expect(historical.communes).toEqual([]);
    expect(historical.rural.base).toBe(0);
    const own = await things("31312@2025-06-30", { boundary: "historical", asOf: "2025-06-30" });
    expect(own.rural).toEqual({ base: 1, standard: 1, advanced: 1, exemplary: 1 });
    const { unit, carrier } = await getUnitProfile(leader, { ref: "31312@2025-06-30" });
    expect([unit.district, carrier?.fullName]).toEqual(["Huyện Phong Điền", "Phường An Bình"]);
  });

  it("rolls the four wards up to Phú Lợi today, and leaves each its own at the time (T3)", async () => {
    const of = async (unit: string, params?: SearchParams) => {
      const { models, sessions, awards, areas } = await things(unit, params);
      return [models.points, sessions.sessions, sessions.attendances, awards, areas];
    };
    expect(await of("31510")).toEqual([2, 2, 80, 2, 2]);
    // Areas lie in a place: those recorded under the ward before are those of the ward of the day.
    expect(await of("31510", { boundary: "historical" })).toEqual([1, 1, 40, 1, 2]);
    const then = { boundary: "historical", asOf: "2025-06-30" };
    expect(await of("31510@2025-06-30", then)).toEqual([1, 1, 40, 1, 1]);
    expect((await things("31510")).models).toMatchObject({ models: 1, points: 2, teams: 4, members: 18 });
    // Before the second point began there was one.
    expect((await things("31510", { asOf: "2025-07-15" })).models.points).toBe(1);
  });

  it("shows what its links open", async () => {
    for (const boundary of ["current", "historical"]) {
      const context = view("31510", { boundary });
      const found = await getUnitThings(leader, { context });
      expect(found.sessions.sessions).toBe(
        (await listSessions(leader, { context, kind: "gathering" })).totals.sessions,
      );
      expect(found.awards).toBe((await listAwards(leader, { context })).totals.inForce);
      const { totals } = await listModels(leader, { context, page: 1 });
      expect([found.models.models, found.models.points]).toEqual([totals.models, totals.points]);
    }
    const context = view("31150");
    expect((await getUnitThings(leader, { context })).rural.base).toBe(
      (await listCommunes(leader, { context })).ladder.base,
    );
  });

  it("shows the areas its link opens: carried on, moved along with a part, ended or not", async () => {
    // Bùi Hữu Nghĩa was divided; one of its areas went to Cái Khế, another stayed with the remainder.
    const [divided, receiver] = [await db.unit("31178", "2025-06-30"), await db.unit("31120")];
    const area = (name: string, until: string | null = null) => {
      const id = randomUUID();
      return db.owner
        .query(
          "INSERT INTO residential_area (id, unit_id, kind, name, valid_to) VALUES ($1, $2, 'zone', $3, $4)",
          [id, divided, name, until],
        )
        .then(() => id);
    };
    const moved = await area("Khu vực 1");
    await area("Khu vực 2");
    await area("Khu vực 3", "2025-09-30");
    await db.owner.query(
      "INSERT INTO residential_area_move (area_id, unit_id, moved_on, decision) VALUES ($1, $2, '2025-07-01', '1668')",
      [moved, receiver],
    );
    const told: Record<string, number> = {};
    for (const unit of ["31510", "31168", "31120", "31178@2025-06-30", "31510@2025-06-30"])
      for (const boundary of ["current", "historical"])
        for (const asOf of ["2025-06-30", "2025-08-15", "2025-11-26"]) {
          const context = view(unit, { boundary, asOf });
          const { areas } = await getUnitThings(leader, { context });
          expect([unit, boundary, asOf, areas]).toEqual([
            unit,
            boundary,
            asOf,
            (await listAreas(leader, { ref: unit, context })).sums.areas,
          ]);
          told[`${unit} ${boundary} ${asOf}`] = areas;
        }
    expect(told).toMatchObject({
      "31120 current 2025-06-30": 1,
      "31120 historical 2025-06-30": 0,
      "31168 current 2025-06-30": 2,
      "31168 historical 2025-08-15": 2,
      "31168 historical 2025-11-26": 1,
      "31178@2025-06-30 historical 2025-06-30": 3,
      "31178@2025-06-30 current 2025-06-30": 0,
    });
  });

  it("tells a nought that was said from figures nobody gave (T17)", async () => {
    const quiet = await db.unit("31135");
    const declare = (from: string, to: string) =>
      db.owner.query(
        "INSERT INTO nil_declaration (id, unit_id, period_from, period_to, declared_by_id) VALUES (gen_random_uuid(), $1, $2, $3, $4)",
        [quiet, from, to, leader.userId],
      );
    const said = async (params: SearchParams) => (await things("31135", params)).sessions;
    const months = { from: "2025-08-01", to: "2025-09-30" };
    expect(await said(months)).toMatchObject({ sessions: 0, entries: 0, nil: false });
    await declare("2025-08-01", "2025-08-31");
    // One month of two: of the other nobody said anything.
    expect(await said(months)).toMatchObject({ nil: false });
    expect(await said({ from: "2025-08-01", to: "2025-08-31" })).toMatchObject({ nil: true });
    await declare("2025-09-01", "2025-09-30");
    expect(await said(months)).toMatchObject({ sessions: 0, entries: 0, nil: true });
    // The wards it carries on said nothing of the months before it began.
    const before = { from: "2025-06-01", to: "2025-09-30" };
    expect(await said(before)).toMatchObject({ nil: false });
    expect(await said({ ...before, boundary: "historical" })).toMatchObject({ nil: false });
    await declare("2025-07-01", "2025-07-31");
    expect(await said(before)).toMatchObject({ nil: false });
    expect(await said({ ...before, boundary: "historical" })).toMatchObject({ nil: true });
  });

  it("knows a unit with broadcasts alone to have had no gathering (T17)", async () => {
    await db.owner.query(
      `INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, quantity, created_by_id)
       VALUES (gen_random_uuid(), $1, '2025-09-02', 'Trạm truyền thanh', 'loudspeaker', '{drugs}', 3, $2)`,
      [await db.unit("31147"), leader.userId],
    );
    expect((await things("31147")).sessions).toMatchObject({ sessions: 0, entries: 1, nil: false });
  });

  it("says nothing of another unit (S18)", async () => {
    const stranger = await db.actor("ward_officer", "31135");
    await expect(getUnitThings(stranger, { context: view("31510") })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
