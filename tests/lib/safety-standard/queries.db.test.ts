import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { getSafetyOverview } from "@/lib/safety-standard/queries";
import { getRecord, listRecords } from "@/lib/safety-standard/records/queries";
import { recordDiscipline } from "@/lib/safety-standard/simulator/commands";
import { getUnitYear } from "@/lib/safety-standard/simulator/queries";
import { conditionsOf, verdictOf } from "@/lib/safety-standard/simulator/rules";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let city: Actor;
let phuLoi: number;
let former: number;

async function area(unitId: number, from: string | null, to: string | null = null): Promise<string> {
  const id = randomUUID();
  await db.owner.query(
    "INSERT INTO residential_area (id, unit_id, kind, name, valid_from, valid_to) VALUES ($1, $2, 'quarter', $3, $4, $5)",
    [id, unitId, `Khóm ${id.slice(0, 6)}`, from, to],
  );
  return id;
}
async function recorded(
  areaId: string,
  unitId: number,
  year: number,
  day: string,
  recognized = false,
): Promise<string> {
  const { rows } = await db.owner.query(
    `INSERT INTO safety_record (id, year, kind, unit_id, area_id, registered_on, state, scored_on, score, self_met, proposed_on, decision_number, decided_on, decided_by)
     VALUES (gen_random_uuid(), $1, 'area', $2, $3, $4::date, $5, $6::date, $7, $8, $6::date, $9, $6::date, $9) RETURNING id`,
    [
      year,
      unitId,
      areaId,
      day,
      recognized ? "recognized" : "registered",
      recognized ? day : null,
      recognized ? 90 : null,
      recognized ? true : null,
      recognized ? "x" : null,
    ],
  );
  return rows[0].id;
}

beforeAll(async () => {
  city = await db.actor("city_officer");
  phuLoi = await db.unit("31510");
  // Phường 1 of Sóc Trăng, one of the four that became Phú Lợi.
  const { rows } = await db.owner.query(
    "SELECT predecessor_id AS id FROM unit_succession WHERE successor_id = $1 AND kind <> 'part' ORDER BY 1 LIMIT 1",
    [phuLoi],
  );
  former = rows[0].id;
  const [kept, gone, fresh] = [
    await area(former, null),
    await area(former, null, "2025-06-30"),
    await area(phuLoi, "2025-07-01"),
  ];
  for (const year of [2024, 2025])
    for (const own of [kept, gone])
      await recorded(own, former, year, `${year}-02-12`, own === kept && year === 2024);
  await recorded(fresh, phuLoi, 2025, "2025-07-21", true);
});

const lineOf = async (year: number, boundary: "current" | "historical", ref: RegExp) =>
  (await getSafetyOverview(city, { year, boundary })).lines.find((line) => ref.test(line.ref));

describe("a year that the merger of 01/07/2025 cut", () => {
  it("counts by the boundaries of its end: what was registered under a former ward counts for today's, once", async () => {
    const line = await lineOf(2025, "historical", /^31510$/);
    // The area that goes on and the new one; the one that ended with its ward is no longer considered.
    expect(line?.tallies.area).toEqual({ base: 2, registered: 2, recognized: 1 });
    expect(await lineOf(2025, "current", /^31510$/)).toMatchObject({ tallies: { area: { base: 2 } } });
    expect((await getSafetyOverview(city, { year: 2025 })).totals.area.base).toBe(2);
  });

  it("leaves earlier years with the units of their time, and shows them under today's on wish (T3)", async () => {
    const { rows } = await db.owner.query("SELECT code || '@2025-06-30' AS ref FROM unit WHERE id = $1", [
      former,
    ]);
    const own = await lineOf(2024, "historical", new RegExp(rows[0].ref));
    expect(own).toMatchObject({ stood: true, tallies: { area: { base: 2, registered: 2, recognized: 1 } } });
    expect(await lineOf(2024, "historical", /^31510$/)).toBeUndefined();
    expect(await lineOf(2024, "current", /^31510$/)).toMatchObject({
      stood: false,
      verdict: null,
      tallies: { area: { base: 2, registered: 2, recognized: 1 } },
    });
    const unit = await getUnitYear(city, { ref: "31510", year: 2024 });
    expect(unit.stood).toBe(false);
    expect(unit.former.map(({ ref }) => ref)).toContain(rows[0].ref);
    expect(await getUnitYear(city, { ref: rows[0].ref, year: 2025 })).toMatchObject({
      stood: false,
      carrier: { ref: "31510" },
    });
  });

  it("a moved area brings its years to the unit it came to, by today's boundaries", async () => {
    // Bùi Hữu Nghĩa was divided: a part went to Cái Khế.
    const { rows: divided } = await db.owner.query(
      "SELECT id FROM unit WHERE code = '31178' AND valid_to = '2025-06-30'",
    );
    const moved = await area(divided[0].id, null);
    await recorded(moved, divided[0].id, 2024, "2024-02-12", true);
    await db.owner.query(
      "INSERT INTO residential_area_move (area_id, unit_id, moved_on, decision) VALUES ($1, $2, '2025-07-01', 'NQ 1668')",
      [moved, await db.unit("31120")],
    );
    await db.owner.query("UPDATE data_version SET version = version + 1");
    expect((await lineOf(2024, "current", /^31120$/))?.tallies.area).toEqual({
      base: 1,
      registered: 1,
      recognized: 1,
    });
    expect((await lineOf(2024, "current", /^31510$/))?.tallies.area.base).toBe(2);
    const officer = await db.actor("ward_officer", "31120");
    const { rows } = await listRecords(officer, { year: 2024, kind: "area" });
    expect(rows).toHaveLength(1);
    // It is recognised, and an officer takes no recognition back.
    const record = await getRecord(officer, { id: rows[0]?.recordId ?? "" });
    expect(Object.values(record.may).some(Boolean)).toBe(false);
  });
});

describe("points that a former ward recorded", () => {
  it("count for the ward of today in every view of it, by today's boundaries and at the time", async () => {
    const [model, point] = [randomUUID(), randomUUID()];
    await db.owner.query(
      "INSERT INTO security_model (id, name, block, fields, core_force) VALUES ($1, 'Mô hình thử', 'residential', '{drugs}', 'ward-police')",
      [model],
    );
    await db.owner.query(
      "INSERT INTO model_point (id, model_id, unit_id, site, decision, started_on) VALUES ($1, $2, $3, 'Khóm 1', '01', '2024-03-01')",
      [point, model, former],
    );
    await db.owner.query(
      "INSERT INTO point_rating (point_id, rated_on, unit_id, grade) VALUES ($1, '2025-10-30', $2, 'effective')",
      [point, former],
    );
    await db.owner.query("UPDATE data_version SET version = version + 1");
    const { known, tallies, thresholds } = await getUnitYear(city, { ref: "31510", year: 2025 });
    expect(known.effective).toBe(1);
    const told = verdictOf(conditionsOf({ ...known, tallies }, thresholds));
    for (const boundary of ["current", "historical"] as const)
      for (const unit of [undefined, "31510"]) {
        const { lines } = await getSafetyOverview(city, { year: 2025, boundary, unit });
        const line = lines.find(({ ref }) => ref === "31510");
        expect(
          line?.lacking.map(({ key }) => key),
          `${boundary} ${unit}`,
        ).not.toContain("models");
        expect(line?.verdict).toBe(told);
      }
  });
});

describe("the rows behind a figure", () => {
  it("are as many as the figure says", async () => {
    for (const boundary of ["current", "historical"] as const) {
      const { totals } = await getSafetyOverview(city, { year: 2025, boundary });
      const of = async (standing: "registered" | "recognized" | "none") =>
        (await listRecords(city, { year: 2025, boundary, kind: "area", standing })).total;
      expect(await of("registered")).toBe(totals.area.registered);
      expect(await of("recognized")).toBe(totals.area.recognized);
      expect(await of("none")).toBe(totals.area.base - totals.area.registered);
    }
  });
});

describe("what is not known", () => {
  it("is neither met nor failing: no rated points, no word on discipline (T17)", async () => {
    const { known, tallies, thresholds } = await getUnitYear(city, { ref: "31150", year: 2026 });
    expect(known).toEqual({ effective: 0, disciplined: null });
    expect(tallies.area.base).toBe(0);
    const conditions = conditionsOf({ ...known, tallies }, thresholds);
    expect(conditions.find(({ key }) => key === "discipline")?.state).toBe("unknown");
    expect(verdictOf(conditions.filter(({ key }) => key !== "models"))).toBe("unknown");
  });

  it("becomes known when the city says so, for a year the unit existed in", async () => {
    const unitId = await db.unit("31150");
    const typed = { unitId, year: 2025, disciplined: "yes", source: "Kết luận cuối năm" };
    await recordDiscipline(city, typed);
    await recordDiscipline(city, { ...typed, disciplined: "no" });
    expect((await getUnitYear(city, { ref: "31150", year: 2025 })).known.disciplined).toBe(false);
    const refused = async (year: number) =>
      recordDiscipline(city, { ...typed, year }).then(
        () => undefined,
        (error) => error.details.issues[0].code,
      );
    expect(await refused(2024)).toBe("unit-not-that-year");
    expect(await refused(2027)).toBe("in-the-future");
    expect(await refused(2021)).toBe("year-too-early:2022");
  });
});
