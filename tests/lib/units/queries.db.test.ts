import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { getUnitProfile } from "@/lib/units/profile/queries";
import { listUnits } from "@/lib/units/queries";
import { carriers } from "@/lib/units/rules";
import { readUnitFilter } from "@/lib/units/schema";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let leader: Actor;

beforeAll(async () => {
  leader = await db.actor("leader");
});

describe("reference data", () => {
  it("holds 103 current and 263 former units and 266 edges, 167 former communes among them", async () => {
    const { rows } = await db.owner.query(
      `SELECT count(*) FILTER (WHERE valid_to IS NULL)::int AS current, count(*) FILTER (WHERE valid_to = '2025-06-30')::int AS former,
              count(*) FILTER (WHERE valid_to = '2025-06-30' AND type = 'commune')::int AS communes, (SELECT count(*)::int FROM unit_succession) AS edges FROM unit`,
    );
    expect(rows[0]).toEqual({ current: 103, former: 263, communes: 167, edges: 266 });
  });

  it("carries every former unit to exactly one of today's, in SQL as in the rules", async () => {
    const units = (await db.owner.query("SELECT id, valid_to FROM unit")).rows;
    const edges = (
      await db.owner.query(
        `SELECT predecessor_id AS "predecessorId", successor_id AS "successorId", kind, effective_on::text AS "effectiveOn" FROM unit_succession`,
      )
    ).rows;
    const inSql = new Map(
      (await db.owner.query("SELECT unit_id, current_id FROM app_units_on('2025-07-01')")).rows.map((row) => [
        row.unit_id,
        row.current_id,
      ]),
    );
    expect(inSql).toEqual(
      carriers(
        units.map(({ id }) => id),
        edges,
        "2025-07-01",
      ),
    );
    const current = new Set(units.filter(({ valid_to }) => valid_to === null).map(({ id }) => id));
    expect([...inSql.values()].every((id) => current.has(id))).toBe(true);
    const before = (
      await db.owner.query("SELECT FROM app_units_on('2025-06-30') WHERE unit_id <> current_id")
    ).rowCount;
    expect(before).toBe(0);
  });
});

const nameOf = async (ref: string) => (await getUnitProfile(leader, { ref })).unit.fullName;

describe("finding a unit", () => {
  it("tells today's Tân An from the old one by the day (T5)", async () => {
    expect(await nameOf("31147")).toBe("Phường Tân An");
    expect(await nameOf("31147@2025-03-15")).toBe("Phường Hưng Lợi");
    expect(await nameOf("31135@2025-03-15")).toBe("Phường Tân An");
    await expect(nameOf("31117")).rejects.toMatchObject({ code: "not-found" });
    for (const day of ["2025-02-30", "0000-01-01", "1975-04-29", "2101-01-01", "9999-99-99"])
      await expect(nameOf(`31147@${day}`), day).rejects.toMatchObject({ code: "not-found" });
    expect(readUnitFilter({ asOf: "0000-01-01" }).asOf).toBeUndefined();
  });

  it("follows Bùi Hữu Nghĩa to Bình Thủy and marks the part at Cái Khế (T4)", async () => {
    const { unit, lineage } = await getUnitProfile(leader, { ref: "31178@2025-06-30" });
    const name = (id: number) => lineage.units.find((known) => known.id === id)?.fullName;
    expect(
      lineage.edges
        .filter(({ from }) => from === unit.id)
        .map(({ to, kind }) => [name(to), kind])
        .sort(),
    ).toEqual([
      ["Phường Bình Thủy", "remainder"],
      ["Phường Cái Khế", "part"],
    ]);
    const { rows } = await db.owner.query(
      "SELECT u.full_name FROM app_units_on('2025-07-01') o JOIN unit u ON u.id = o.current_id WHERE o.unit_id = $1",
      [unit.id],
    );
    expect(rows[0].full_name).toBe("Phường Bình Thủy");
  });

  it("finds names without accents, and only in the reach", async () => {
    const names = async (actor: Actor, q: string, asOf?: string) =>
      (await listUnits(actor, { q: q || undefined, asOf })).map(({ fullName }) => fullName);
    expect(await names(leader, "phu loi")).toEqual(["Phường Phú Lợi"]);
    expect(await names(leader, "PHÚ LỢI".normalize("NFD"))).toEqual(["Phường Phú Lợi"]);
    const officer = await db.actor("ward_officer", "31510");
    expect(await names(officer, "")).toEqual(["Phường Phú Lợi"]);
    expect(await names(officer, "", "2025-06-30")).toEqual(["Phường 1", "Phường 2", "Phường 3", "Phường 4"]);
    expect(await names(officer, "ninh kieu")).toEqual([]);
    await expect(getUnitProfile(officer, { ref: "31135" })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the list of a day", () => {
  it("holds the 263 units of 30/06/2025 and the 103 from the next day on", async () => {
    expect(await listUnits(leader, { asOf: "2025-06-30" })).toHaveLength(263);
    const first = await listUnits(leader, { asOf: "2025-07-01" });
    expect(first).toHaveLength(103);
    expect(first.find(({ code }) => code === "31510")).toMatchObject({ areaKm2: 26.79, population: 95_516 });
    expect(
      (await listUnits(leader, { asOf: "2025-06-30" })).find(({ code }) => code === "31312"),
    ).toMatchObject({
      fullName: "Xã Mỹ Khánh",
      currentName: "Phường An Bình",
      population: null,
    });
  });

  it("keeps addresses from before it knew days", () => {
    expect(readUnitFilter({ state: "former", q: "an" })).toMatchObject({ asOf: "2025-06-30", q: "an" });
    expect(readUnitFilter({ state: "current" }).asOf).toBeUndefined();
    expect(readUnitFilter({ asOf: "2025-05-15", state: "former" }).asOf).toBe("2025-05-15");
    expect(readUnitFilter({ asOf: "hôm qua" }).asOf).toBeUndefined();
  });
});
