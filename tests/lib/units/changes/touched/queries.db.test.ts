import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { addDays, today } from "@/lib/core/days";
import { listCommunes } from "@/lib/rural-standard/queries";
import { makeChange, undoChange } from "@/lib/units/changes/commands";
import { checkChange } from "@/lib/units/changes/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let administrator: Actor;
const decision = { decisionNumber: "12/NQ-HĐND", decisionDate: "2025-08-01" };

beforeAll(async () => {
  administrator = await db.actor("administrator");
});

const make = async (change: Record<string, unknown>): Promise<string> =>
  (await makeChange(administrator, { id: randomUUID(), ...decision, ...change })).id;
const undo = (id: string) => undoChange(administrator, { id, version: 1, reason: "Nhập nhầm" });
const ids = async () => ({ a: await db.unit("31315"), b: await db.unit("31249") });

describe("what a change would do", () => {
  const grant = async (unitId: number, day = "2024-01-01") =>
    db.owner.query(
      "INSERT INTO rural_recognition (id, unit_id, level, criteria_set, decision_number, decision_date) VALUES (gen_random_uuid(), $1, 'standard', '2021-2025', 'thử', $2)",
      [unitId, day],
    );
  const check = (change: Record<string, unknown>) =>
    checkChange(administrator, { id: randomUUID(), ...decision, ...change } as never);
  const ladderNow = async () => {
    const { ladder } = await listCommunes(administrator, {
      context: readContext({}, administrator.role),
      base: "former",
    });
    return { communes: ladder.base, standard: ladder.standard };
  };

  it("says what becomes of the rural ladders, and that is what becomes of them", async () => {
    const { a, b } = await ids();
    const former = await db.owner.query(
      "SELECT id FROM unit WHERE type = 'commune' AND valid_to = '2025-06-30' ORDER BY id LIMIT 3",
    );
    for (const { id } of former.rows) await grant(id);
    await grant(a, "2025-09-01");
    const past = { kind: "create", name1: "Xưa", type1: "commune", code1: "39001" };
    const days = { effectiveOn: "1999-09-15", decisionDate: "1999-09-01" };
    const { touched } = await check({ ...past, ...days });
    expect(touched.ladders).toMatchObject({
      former: {
        day: "2025-06-30",
        before: { communes: 167, standard: 3 },
        after: { communes: 168, standard: 3 },
      },
      current: {
        day: today(),
        before: { communes: 72, standard: 1 },
        after: { communes: 73, standard: 1 },
      },
      holding: 0,
    });
    expect(await ladderNow()).toEqual(touched.ladders?.former.before);
    const id = await make({ ...past, ...days });
    expect(await ladderNow()).toEqual(touched.ladders?.former.after);
    await undo(id);

    // Since 01/07/2025 the 167 stand; a commune that goes on keeps its step, one that was merged begins anew.
    const same = { before: { communes: 167, standard: 3 }, after: { communes: 167, standard: 3 } };
    const renamed = await check({ kind: "rename", unitId: a, name1: "Khác", effectiveOn: "2026-01-01" });
    expect(renamed.touched.ladders).toMatchObject({
      former: same,
      current: { after: { communes: 72, standard: 1 } },
      holding: 1,
    });
    const merged = { unitIds: [a, b], name1: "Thử Nhập", type1: "commune", code1: "31315" };
    const { touched: both } = await check({ kind: "merge", ...merged, effectiveOn: "2026-01-01" });
    expect(both.ladders).toMatchObject({
      former: same,
      current: { before: { communes: 72, standard: 1 }, after: { communes: 71, standard: 0 } },
    });
    const ward = await check({ ...past, type1: "ward", effectiveOn: "2026-01-01" });
    expect(ward.touched.ladders).toBeNull();
    await db.owner.query("DELETE FROM rural_recognition WHERE decision_number = 'thử'");
  });

  it("counts residential areas as everything else: those there are today, whatever day it is of", async () => {
    const { a } = await ids();
    await db.owner.query(
      "INSERT INTO residential_area (id, unit_id, kind, name, valid_from) VALUES (gen_random_uuid(), $1, 'hamlet', 'Ấp Thử', '2026-02-01')",
      [a],
    );
    const areas = async (change: Record<string, unknown>) => (await check(change)).touched.city.before.areas;
    const rename = { kind: "rename", unitId: a, name1: "Khác" };
    const [late, early] = [
      await check({ ...rename, effectiveOn: addDays(today(), 30) }),
      await check({ ...rename, effectiveOn: "2026-01-01" }),
    ];
    expect(early.touched.countedOn).toBe(today());
    expect(early.touched.before).toMatchObject([{ areas: 1 }]);
    expect(late.touched.before).toEqual(early.touched.before);
    const past = { kind: "create", name1: "Xưa", type1: "commune", code1: "39001" };
    expect(await areas({ ...past, effectiveOn: "1999-09-15", decisionDate: "1999-09-01" })).toBe(
      early.touched.city.before.areas,
    );
    await db.owner.query("DELETE FROM residential_area WHERE name = 'Ấp Thử'");
  });

  it("says which sizes the city's totals lack until somebody enters them", async () => {
    const { a, b } = await ids();
    const { rows } = await db.owner.query(
      "SELECT id, area_km2::float8 AS area, population FROM unit WHERE id IN ($1, $2)",
      [a, b],
    );
    const of = (id: number) => rows.find((row) => row.id === id);
    const transfer = { kind: "transfer", unitId: a, toUnitId: b, effectiveOn: "2026-01-01" };
    const bare = await check(transfer);
    const names = expect.arrayContaining(bare.begun.map(({ fullName }) => fullName));
    const area = Math.round((of(a).area + of(b).area) * 100) / 100;
    expect(bare.touched.lacking).toEqual([
      { what: "area", units: names, missing: area },
      { what: "population", units: names, missing: of(a).population + of(b).population },
    ]);
    // What the receiver has is known: the giver is left with the rest.
    const sized = { ...transfer, area1: of(b).area + 1, population1: of(b).population + 100 };
    expect((await check(sized)).touched.lacking).toEqual([]);
    const renamed = await check({ kind: "rename", unitId: a, name1: "Khác", effectiveOn: "2026-01-01" });
    expect(renamed.touched.lacking).toEqual([]);
  });
});
