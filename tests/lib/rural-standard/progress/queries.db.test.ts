import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext, type SearchParams } from "@/lib/core/context";
import { today } from "@/lib/core/days";
import { setTarget } from "@/lib/rural-standard/progress/commands";
import { getProgress } from "@/lib/rural-standard/progress/queries";
import { listCommunes } from "@/lib/rural-standard/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let leader: Actor;
let officer: Actor;

// 110 / 75 / 19 of the 167, Mỹ Khánh at the top, as of 26/11/2025; one commune of today on its first step.
beforeAll(async () => {
  leader = await db.actor("leader");
  officer = await db.actor("city_officer");
  const { rows } = await db.owner.query(
    "SELECT id FROM unit WHERE type = 'commune' AND valid_to = '2025-06-30' ORDER BY code <> '31312', code",
  );
  for (const [level, count, day] of [
    ["standard", 110, "2018-01-01"],
    ["advanced", 75, "2021-01-01"],
    ["exemplary", 19, "2023-01-01"],
  ] as const)
    for (const { id } of rows.slice(0, count)) await grant(id, level, day);
  await grant(await db.unit("31273"), "standard", "2026-03-01");
});

const grant = (unitId: number, level: string, day: string) =>
  db.owner.query(
    "INSERT INTO rural_recognition (id, unit_id, level, criteria_set, decision_number, decision_date) VALUES ($1, $2, $3::rural_level, '2021-2025', 'x', $4)",
    [randomUUID(), unitId, level, day],
  );
const progress = (params: SearchParams = {}, more: object = {}, actor = leader) =>
  getProgress(actor, { context: readContext({ asOf: "2025-11-26", ...params }, "leader"), ...more });
const sum = (rows: readonly { base: number; standard: number; advanced: number; exemplary: number }[]) => ({
  base: rows.reduce((all, { base }) => all + base, 0),
  standard: rows.reduce((all, { standard }) => all + standard, 0),
  advanced: rows.reduce((all, { advanced }) => all + advanced, 0),
  exemplary: rows.reduce((all, { exemplary }) => all + exemplary, 0),
});
const stated = { base: 167, standard: 110, advanced: 75, exemplary: 19 };

describe("the ladder as of 26/11/2025 (T1, T2)", () => {
  it("is 110 / 75 / 19 and 57 / 35 / 56 / 19 of 167 by former province, district and unit of today", async () => {
    for (const group of ["province", "district", "unit"]) {
      const { groups } = await progress({}, { group });
      expect(sum(groups), group).toEqual(stated);
      for (const { base, only } of groups)
        expect(only.none + only.standard + only.advanced + only.exemplary).toBe(base);
      const only = (step: "none" | "standard" | "advanced" | "exemplary") =>
        groups.reduce((all, row) => all + row.only[step], 0);
      expect([only("none"), only("standard"), only("advanced"), only("exemplary")]).toEqual([57, 35, 56, 19]);
    }
  });
  it("counts 36, 51 and 80 communes in the former provinces, whatever the boundary view", async () => {
    for (const boundary of ["current", "historical"])
      expect((await progress({ boundary })).groups.map(({ base }) => base)).toEqual([36, 51, 80]);
  });
  it("has as many communes in the list behind each district and unit as the row says", async () => {
    const context = readContext({ asOf: "2025-11-26" }, "leader");
    const districts = (await progress({}, { group: "district" })).groups;
    expect(districts.length).toBeGreaterThan(20);
    for (const { key, base, standard } of districts) {
      expect((await listCommunes(leader, { context, district: key })).total).toBe(base);
      expect((await listCommunes(leader, { context, district: key, level: "standard" })).total).toBe(
        standard,
      );
    }
    const units = (await progress({}, { group: "unit" })).groups;
    for (const { key, base } of units.slice(0, 10))
      expect((await listCommunes(leader, { context: { ...context, unit: key } })).total).toBe(base);
  });
  it("finds Mỹ Khánh under phường An Bình of today (T6)", async () => {
    const { groups } = await progress({}, { group: "unit" });
    expect(groups.find(({ name }) => name === "Phường An Bình")).toMatchObject({
      key: "31150",
      base: 1,
      exemplary: 1,
    });
  });
  it("of today's communes is another one, never added to the first (T2)", async () => {
    const { groups, years } = await progress({ asOf: "2026-06-30" }, { base: "current" });
    expect(sum(groups)).toEqual({ base: 72, standard: 1, advanced: 0, exemplary: 0 });
    expect(years.map(({ year, base, standard }) => [year, base, standard])).toEqual([
      [2025, 72, 0],
      [2026, 72, 1],
    ]);
  });
});

describe("the ladder over the years", () => {
  it("stands at the end of each year, and on the day asked about in the last, never summed (T1)", async () => {
    const { years } = await progress();
    expect(years.map(({ year }) => year)).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]);
    expect(years.map(({ base }) => new Set([base]).has(167))).not.toContain(false);
    expect(years.find(({ year }) => year === 2022)).toMatchObject({
      day: "2022-12-31",
      standard: 110,
      advanced: 75,
      exemplary: 0,
    });
    expect(years.at(-1)).toMatchObject({ day: "2025-11-26", ...stated });
    for (const { base, standard, advanced, exemplary } of years)
      expect(base >= standard && standard >= advanced && advanced >= exemplary).toBe(true);
  });
});

describe("the years to come", () => {
  it("are left out, whatever day is asked about", async () => {
    for (const base of ["former", "current"]) {
      const { years } = await progress({ asOf: "2099-12-31" }, { base });
      expect(years.at(-1)?.year).toBe(Number(today().slice(0, 4)));
    }
  });
});

describe("targets", () => {
  const target = (more: object = {}) => ({
    ...{ id: randomUUID(), year: 2025, level: "standard", base: "former", target: 116 },
    ...{ documentNumber: "12/KH-UBND", documentDate: "2025-02-01" },
    ...more,
  });
  const refusal = async (promise: Promise<unknown>) =>
    promise.then(
      () => undefined,
      (error) => ({ code: error.code, ...error.details }),
    );

  it("stand beside what was reached; a later figure takes the place of an earlier one", async () => {
    await setTarget(officer, target());
    await setTarget(officer, target({ target: 118 }));
    await setTarget(officer, target({ level: "advanced", target: 80 }));
    const { targets } = await progress();
    expect(targets?.map(({ year, level, target }) => [year, level, target])).toEqual([
      [2025, "standard", 118],
      [2025, "advanced", 80],
    ]);
    expect((await progress({}, { base: "current" })).targets).toEqual([]);
    expect((await db.audit("rural-standard.targets.set"))[1]).toMatchObject({
      before: { target: 116 },
      after: { target: 118 },
    });
  });
  it("are refused above the communes there are, and above the step below", async () => {
    expect(await refusal(setTarget(officer, target({ target: 168 })))).toMatchObject({
      issues: [{ field: "target", code: "above-base:167" }],
    });
    expect(await refusal(setTarget(officer, target({ base: "current", target: 73 })))).toMatchObject({
      issues: [{ field: "target", code: "above-base:72" }],
    });
    expect(await refusal(setTarget(officer, target({ level: "exemplary", target: 81 })))).toMatchObject({
      issues: [{ field: "target", code: "above-step-below:80" }],
    });
    expect(await refusal(setTarget(leader, target()))).toMatchObject({ code: "denied" });
  });
  it("are the whole city's: one unit has none beside it", async () => {
    expect((await progress({ unit: "31150" })).targets).toBeNull();
    const own = await progress({}, {}, await db.actor("ward_officer", "31150"));
    expect([own.targets, own.groups.map(({ base }) => base)]).toEqual([null, [1]]);
  });
});
