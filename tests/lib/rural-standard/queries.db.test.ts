import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext, type SearchParams } from "@/lib/core/context";
import { levels } from "@/lib/rural-standard/catalog";
import { getCommune, listCommunes, newRecognition } from "@/lib/rural-standard/queries";
import { ladderOf, type Step, standingOn } from "@/lib/rural-standard/rules";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let leader: Actor;

// 110 / 75 / 19 of the 167, one inside the other, Mỹ Khánh at the top; one commune of today on its first step.
beforeAll(async () => {
  leader = await db.actor("leader");
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
const list = (actor: Actor, params: SearchParams = {}, more: object = {}) =>
  listCommunes(actor, { context: readContext({ asOf: "2026-06-30", ...params }, "leader"), ...more });
const names = async (actor: Actor, params: SearchParams = {}, more: object = {}) =>
  (await list(actor, params, more)).rows.map(({ fullName }) => fullName);

const stated = {
  base: 167,
  standard: 110,
  advanced: 75,
  exemplary: 19,
  only: { none: 57, standard: 35, advanced: 56, exemplary: 19 },
};

describe("the ladder", () => {
  it("is 110 / 75 / 19 of 167 in both boundary views, and as it was on any day (T1, T2)", async () => {
    for (const boundary of ["current", "historical"])
      expect((await list(leader, { boundary, asOf: "2025-11-26" })).ladder).toEqual(stated);
    expect((await list(leader, { asOf: "2022-12-31" })).ladder).toMatchObject({
      base: 167,
      standard: 110,
      advanced: 75,
      exemplary: 0,
    });
    expect((await list(leader, { asOf: "2017-12-31" })).ladder).toMatchObject({
      base: 167,
      standard: 0,
      only: { none: 167 },
    });
  });

  it("of today's 72 communes is another one, never added to the first (T2)", async () => {
    expect((await list(leader, {}, { base: "current" })).ladder).toMatchObject({
      base: 72,
      standard: 1,
      advanced: 0,
    });
    expect((await list(leader, { asOf: "2026-02-28" }, { base: "current" })).ladder).toMatchObject({
      base: 72,
      standard: 0,
    });
    expect((await list(leader)).ladder).toEqual(stated);
  });

  it("shows Mỹ Khánh under phường An Bình today and by its own name at the time (T6)", async () => {
    const now = await list(leader, { unit: "31150" });
    expect(now.ladder).toMatchObject({ base: 1, exemplary: 1 });
    expect(now.rows).toMatchObject([
      {
        fullName: "Xã Mỹ Khánh",
        standing: "exemplary",
        currentName: "Phường An Bình",
        ref: "31312@2025-06-30",
      },
    ]);
    expect((await list(leader, { unit: "31150", boundary: "historical" })).ladder.base).toBe(0);
    expect(await names(leader, { unit: "31312@2025-06-30", boundary: "historical" })).toEqual([
      "Xã Mỹ Khánh",
    ]);
    expect(await names(leader, { boundary: "historical" }, { q: "MY KHANH" })).toEqual(["Xã Mỹ Khánh"]);
    const { parts } = await getCommune(leader, { ref: "31150" });
    expect(parts).toMatchObject([{ fullName: "Xã Mỹ Khánh", standing: "exemplary" }]);
  });

  it("forgets a step from the day it was taken back", async () => {
    const { rows } = await db.owner.query(
      "SELECT r.id FROM rural_recognition r JOIN unit u ON u.id = r.unit_id WHERE u.code <> '31312' AND level = 'exemplary' LIMIT 1",
    );
    await db.owner.query(
      "UPDATE rural_recognition SET revoked_on = '2025-03-01', revoked_reason = 'x' WHERE id = $1",
      [rows[0].id],
    );
    expect((await list(leader, { asOf: "2025-02-28" })).ladder.exemplary).toBe(19);
    expect((await list(leader, { asOf: "2025-03-01" })).ladder).toMatchObject({
      exemplary: 18,
      advanced: 75,
      only: { advanced: 57 },
    });
    await db.owner.query(
      "UPDATE rural_recognition SET revoked_on = NULL, revoked_reason = NULL WHERE id = $1",
      [rows[0].id],
    );
  });
});

describe("SQL and rules", () => {
  it("tell the same of any history on any day, also of one that no rule would let through", async () => {
    const days = ["2012-01-01", "2015-06-30", "2019-02-28", "2022-10-15", "2024-12-31"];
    const { rows: communes } = await db.owner.query(
      "SELECT id FROM unit WHERE type = 'commune' AND valid_to = '2025-06-30'",
    );
    const drawn = fc.sample(
      fc.array(
        fc.record({ level: fc.constantFrom(...levels), from: fc.nat(4), length: fc.option(fc.nat(3)) }),
        { maxLength: 5 },
      ),
      { numRuns: communes.length, seed: 167 },
    );
    const histories = drawn.map((steps) =>
      steps.map(
        ({ level, from, length }, nth): Step => ({
          level,
          criteriaSet: String(nth),
          decisionDate: days[from] as string,
          // Some count from a later day than their decision's.
          validFrom: (days[from + (nth % 2)] ?? days[from]) as string,
          revokedOn: length === null ? null : (days[from + length] ?? "2026-01-01"),
        }),
      ),
    );
    await db.owner.query(
      "BEGIN; SET LOCAL session_replication_role = replica; CREATE TABLE kept AS TABLE rural_recognition; DELETE FROM rural_recognition",
    );
    for (const [at, steps] of histories.entries())
      for (const { level, criteriaSet, decisionDate, validFrom, revokedOn } of steps)
        await db.owner.query(
          `INSERT INTO rural_recognition (id, unit_id, level, criteria_set, decision_number, decision_date, valid_from, revoked_on, revoked_reason)
           VALUES ($1, $2, $3::rural_level, $4, 'x', $5, $6, $7, $8)`,
          [
            ...[randomUUID(), communes[at].id, level, criteriaSet, decisionDate, validFrom],
            ...[revokedOn, revokedOn && "x"],
          ],
        );
    await db.owner.query("COMMIT");
    for (const asOf of days)
      expect((await list(leader, { asOf })).ladder).toEqual(
        ladderOf(histories.map((steps) => standingOn(steps, asOf))),
      );
    await db.owner.query(
      "BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM rural_recognition; INSERT INTO rural_recognition SELECT * FROM kept; DROP TABLE kept; COMMIT",
    );
  });
});

describe("the list behind a figure", () => {
  it("has as many communes as the figure says", async () => {
    const totals: Record<string, number> = {};
    for (const level of ["none", "only-standard", "only-advanced", "exemplary", "standard", "advanced"])
      totals[level] = (await list(leader, {}, { level })).total;
    expect(totals).toEqual({
      none: 57,
      "only-standard": 35,
      "only-advanced": 56,
      exemplary: 19,
      standard: 110,
      advanced: 75,
    });
  });

  it("shows every commune once over its pages, in either order", async () => {
    for (const boundary of ["current", "historical"]) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await list(leader, { boundary }, { after });
        seen.push(...page.rows.map(({ ref }) => ref));
        after = page.next;
      } while (after);
      expect(seen).toHaveLength(167);
      expect(new Set(seen).size).toBe(167);
    }
  });

  it("is narrowed by former province, 36 + 51 + 80 = 167", async () => {
    const counts = await Promise.all(
      ["92", "93", "94"].map(async (province) => (await list(leader, {}, { province })).total),
    );
    expect(counts).toEqual([36, 51, 80]);
    const today = await Promise.all(
      ["92", "93", "94"].map(
        async (province) => (await list(leader, {}, { province, base: "current" })).total,
      ),
    );
    expect(today).toEqual([16, 21, 35]);
  });
});

describe("another unit's communes (S18)", () => {
  it("are neither counted, listed, found nor opened", async () => {
    const officer = await db.actor("ward_officer", "31150");
    const own = await list(officer);
    expect(own.ladder).toMatchObject({ base: 1, exemplary: 1 });
    expect(own.rows.map(({ fullName }) => fullName)).toEqual(["Xã Mỹ Khánh"]);
    expect(await names(officer, {}, { q: "dong hiep" })).toEqual([]);
    await expect(list(officer, { unit: "31273" })).rejects.toMatchObject({ code: "not-found" });
    await expect(getCommune(officer, { ref: "31273" })).rejects.toMatchObject({ code: "not-found" });
    await expect(getCommune(officer, { ref: "31273@2025-06-30" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(newRecognition(officer, {})).rejects.toMatchObject({ code: "denied" });
    expect((await getCommune(officer, { ref: "31312@2025-06-30" })).may).toEqual({ recognize: false });
  });
});

describe("a dossier", () => {
  it("tells a leader what stands and leaves the doing to others", async () => {
    const commune = await getCommune(leader, { ref: "31312@2025-06-30" });
    expect(commune).toMatchObject({
      standing: "exemplary",
      decidableOn: "2025-06-30",
      current: { fullName: "Phường An Bình", ref: "31150" },
      may: { recognize: false },
    });
    expect(commune.steps.map(({ level, mayRevoke }) => [level, mayRevoke])).toEqual(
      levels.map((level) => [level, false]),
    );
  });

  it("does not exist for a ward without former communes, nor under a day when the code was another's", async () => {
    await expect(getCommune(leader, { ref: "31135" })).rejects.toMatchObject({ code: "not-found" });
    await expect(getCommune(leader, { ref: "31312" })).rejects.toMatchObject({ code: "not-found" });
    for (const ref of ["31150@2025-02-30", "x", "31150\u0000"])
      await expect(getCommune(leader, { ref })).rejects.toMatchObject({
        code: expect.stringMatching(/not-found|invalid/),
      });
  });

  it("offers communes of both times to the city officer", async () => {
    const { communes, chosen } = await newRecognition(await db.actor("city_officer"), {
      ref: "31312@2025-06-30",
    });
    expect(communes).toHaveLength(167 + 72);
    expect(chosen).toMatchObject({ fullName: "Xã Mỹ Khánh", standing: "exemplary" });
  });
});
