import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { drawTall, drawWide } from "@/lib/units/lineage/drawing/rules";
import { recordFact } from "@/lib/units/profile/commands";
import { getUnitProfile } from "@/lib/units/profile/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let leader: Actor;

beforeAll(async () => {
  leader = await db.actor("leader");
});

const names = (units: readonly { fullName: string }[]) => units.map(({ fullName }) => fullName);

describe("a unit as of a day", () => {
  it("did not exist on 15/05/2025: Phú Lợi offers its four wards", async () => {
    const then = await getUnitProfile(leader, { ref: "31510", asOf: "2025-05-15" });
    expect(then.existed).toBe(false);
    expect(names(then.instead)).toEqual(["Phường 1", "Phường 2", "Phường 3", "Phường 4"]);
    expect(then.facts).toEqual([]);
    const now = await getUnitProfile(leader, { ref: "31510" });
    expect(now.existed).toBe(true);
    expect(now.instead).toEqual([]);
  });

  it("opens a former unit on its last day and tells where it is today (T6)", async () => {
    const found = await getUnitProfile(leader, { ref: "31312@2025-06-30" });
    expect(found).toMatchObject({
      asOf: "2025-06-30",
      existed: true,
      unit: { fullName: "Xã Mỹ Khánh", district: "Huyện Phong Điền" },
      carrier: { ref: "31150", fullName: "Phường An Bình" },
    });
    const later = await getUnitProfile(leader, { ref: "31312@2025-06-30", asOf: "2025-08-01" });
    expect(later.existed).toBe(false);
    expect(names(later.instead)).toEqual(["Phường An Bình"]);
  });

  it.each([
    ["31510", 5, 4],
    ["31168", 0, 0],
    ["31120", 0, 0],
    ["31178@2025-06-30", 0, 0],
    ["31183", 0, 0],
    ["31207", 0, 0],
  ])("draws the whole lineage of %s", async (ref, units, edges) => {
    const { lineage, unit } = await getUnitProfile(leader, { ref });
    if (units) expect([lineage.units.length, lineage.edges.length]).toEqual([units, edges]);
    expect(lineage.units.some(({ id }) => id === unit.id)).toBe(true);
    for (const { boxes, lines } of [drawWide(lineage), drawTall(lineage)]) {
      expect(boxes).toHaveLength(lineage.units.length);
      expect(lines).toHaveLength(lineage.edges.length);
    }
  });

  it("shows both heirs of a divided ward on the pages of all three (T4)", async () => {
    for (const ref of ["31178@2025-06-30", "31168", "31120"]) {
      const { lineage } = await getUnitProfile(leader, { ref });
      const of = (name: string) =>
        lineage.units.find(
          ({ fullName, validTo }) =>
            fullName === name && (name !== "Phường Bùi Hữu Nghĩa" ? validTo === null : true),
        )?.id;
      const divided = of("Phường Bùi Hữu Nghĩa");
      expect(
        lineage.edges
          .filter(({ from }) => from === divided)
          .map(({ to, kind }) => [to, kind])
          .sort(),
        ref,
      ).toEqual(
        [
          [of("Phường Bình Thủy"), "remainder"],
          [of("Phường Cái Khế"), "part"],
        ].sort(),
      );
    }
  });
});

describe("a chain of several changes", () => {
  let renamed: number;
  beforeAll(async () => {
    // Phú Lợi becomes another name on 01/10/2026, and that unit is divided on 01/01/2028, decided ahead.
    const unit = async (name: string, from: string, to: string | null) =>
      (
        await db.owner.query(
          `INSERT INTO unit (code, name, full_name, type, valid_from, valid_to) VALUES ($1, $2, $3, 'ward', $4, $5) RETURNING id`,
          [name === "Nam Lợi" ? "31998" : "31510", name, `Phường ${name}`, from, to],
        )
      ).rows[0].id as number;
    const edge = (from: number, to: number, on: string, kind: string) =>
      db.owner.query(
        `INSERT INTO unit_succession (predecessor_id, successor_id, effective_on, kind, decision) VALUES ($1, $2, $3, $4, 'Nghị quyết 1/NQ-MH')`,
        [from, to, on, kind],
      );
    const phuLoi = await db.unit("31510");
    const city = await db.actor("city_officer");
    const kept = {
      id: randomUUID(),
      unitId: phuLoi,
      kind: "households",
      value: "25.000",
      asOf: "2026-01-01",
      source: "Báo cáo",
    };
    await recordFact(city, kept);
    await db.owner.query("BEGIN");
    await db.owner.query("UPDATE unit SET valid_to = '2026-09-30' WHERE id = $1", [phuLoi]);
    renamed = await unit("Tân Phú Lợi", "2026-10-01", "2027-12-31");
    const [north, south] = [
      await unit("Bắc Lợi", "2028-01-01", null),
      await unit("Nam Lợi", "2028-01-01", null),
    ];
    await edge(phuLoi, renamed, "2026-10-01", "unchanged");
    await edge(renamed, north, "2028-01-01", "remainder");
    await edge(renamed, south, "2028-01-01", "part");
    await db.owner.query("COMMIT");
  });

  it("is told whole from any unit in it", async () => {
    const { lineage, unit, carrier } = await getUnitProfile(leader, { ref: "31510@2025-12-31" });
    expect(unit.fullName).toBe("Phường Phú Lợi");
    expect(carrier?.fullName).toBe("Phường Tân Phú Lợi");
    expect(names(lineage.units).sort()).toEqual(
      [
        "Phường 1",
        "Phường 2",
        "Phường 3",
        "Phường 4",
        "Phường Phú Lợi",
        "Phường Tân Phú Lợi",
        "Phường Bắc Lợi",
        "Phường Nam Lợi",
      ].sort(),
    );
    expect(lineage.edges).toHaveLength(7);
  });

  it("keeps the facts of a unit that only changed its name, and says for whom they were recorded", async () => {
    const { facts, unit } = await getUnitProfile(leader, { ref: "31510@2026-11-01" });
    expect(unit.id).toBe(renamed);
    expect(facts.map(({ kind, value, unitName }) => [kind, value, unitName])).toEqual([
      ["area", 26.79, "Phường Phú Lợi"],
      ["population", 95_516, "Phường Phú Lợi"],
      ["households", 25_000, "Phường Phú Lợi"],
    ]);
    // A division leaves them behind: neither half is the whole.
    expect((await getUnitProfile(leader, { ref: "31998@2028-01-01" })).facts).toEqual([]);
  });

  it("offers the units of the day on either side", async () => {
    const at = async (asOf: string) =>
      names((await getUnitProfile(leader, { ref: "31510@2026-11-01", asOf })).instead);
    expect(await at("2025-03-01")).toEqual(["Phường 1", "Phường 2", "Phường 3", "Phường 4"]);
    expect(await at("2026-01-01")).toEqual(["Phường Phú Lợi"]);
    expect(await at("2028-06-01")).toEqual(["Phường Bắc Lợi", "Phường Nam Lợi"]);
  });
});
