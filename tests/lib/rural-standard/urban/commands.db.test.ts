import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext, type SearchParams } from "@/lib/core/context";
import { recognizeUrban, revokeUrban } from "@/lib/rural-standard/urban/commands";
import { getUrban, listUrban, newUrban } from "@/lib/rural-standard/urban/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let officer: Actor;
beforeAll(async () => {
  officer = await db.actor("city_officer");
});

const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );
const typed = (unitId: number, decisionDate: string, more: object = {}) => ({
  ...{ id: randomUUID(), unitId, decisionDate, decisionNumber: `${decisionDate}/QĐ-UBND` },
  ...more,
});
const list = (params: SearchParams = {}, actor = officer, more: object = {}) =>
  listUrban(actor, { context: readContext({ asOf: "2026-06-30", ...params }, "leader"), ...more });

describe("đô thị văn minh", () => {
  it("is counted on the 31 wards in force on the day, from the day it is valid until it is taken back", async () => {
    expect(await list()).toMatchObject({ base: 31, recognised: 0 });
    const input = typed(await db.unit("31135"), "2026-03-10", { validFrom: "2026-04-01" });
    await recognizeUrban(officer, input);
    expect(await list({ asOf: "2026-03-31" })).toMatchObject({ base: 31, recognised: 0 });
    expect(await list({ asOf: "2026-04-01" })).toMatchObject({ base: 31, recognised: 1 });
    await revokeUrban(officer, {
      id: input.id,
      version: 1,
      revokedOn: "2026-06-01",
      reason: "Không giữ được tiêu chí 4",
    });
    expect((await list({ asOf: "2026-05-31" })).recognised).toBe(1);
    expect((await list({ asOf: "2026-06-01" })).recognised).toBe(0);
    expect(
      await refusal(revokeUrban(officer, { id: input.id, version: 1, revokedOn: "2026-06-01", reason: "x" })),
    ).toMatchObject({ code: "conflict", version: 2 });
  });

  it("stays with the former ward it was granted to (T2)", async () => {
    const former = await db.unit("31510", "2025-06-30");
    await recognizeUrban(officer, typed(former, "2024-05-05"));
    expect((await list()).recognised).toBe(0);
    const { parts, recognised } = await getUrban(officer, { ref: "31510" });
    expect(recognised).toBe(false);
    expect(parts.filter(({ decisionNumber }) => decisionNumber !== null)).toHaveLength(1);
    expect((await list({ asOf: "2025-06-30", boundary: "historical" })).base).toBe(68);
  });

  it("is refused for a commune, out of the unit's time, and before the programme", async () => {
    const commune = await db.unit("31312", "2025-06-30");
    expect(await refusal(recognizeUrban(officer, typed(commune, "2024-01-01")))).toMatchObject({
      issues: [{ field: "unitId", code: "not-a-ward" }],
    });
    const ward = await db.unit("31150");
    expect(await refusal(recognizeUrban(officer, typed(ward, "2025-06-30")))).toMatchObject({
      issues: [{ field: "unitId", code: "unit-not-then" }],
    });
    expect(
      await refusal(recognizeUrban(officer, typed(ward, "2026-01-02", { validFrom: "2026-01-01" }))),
    ).toMatchObject({ issues: [{ field: "validFrom", code: "before-decision" }] });
    const old = await db.unit("31510", "2025-06-30");
    expect(await refusal(recognizeUrban(officer, typed(old, "2022-02-17")))).toMatchObject({
      issues: [{ field: "decisionDate", code: "before-programme:2022-02-18" }],
    });
    await expect(
      db.owner.query(
        "INSERT INTO urban_recognition (id, unit_id, criteria_set, decision_number, decision_date, valid_from) VALUES ($1, $2, 'x', 'x', '2024-01-01', '2024-01-01')",
        [randomUUID(), commune],
      ),
    ).rejects.toThrow("no urban unit");
  });

  it("is the city officer's to grant; a ward sees its own alone (S18)", async () => {
    const ward = await db.actor("ward_officer", "31150");
    const input = typed(ward.unitId as number, "2026-01-15");
    expect(await refusal(recognizeUrban(ward, input))).toMatchObject({ code: "denied" });
    await recognizeUrban(officer, input);
    expect(await list({}, ward)).toMatchObject({ base: 1, recognised: 1 });
    const other = await db.actor("ward_officer", "31510");
    expect(await list({}, other)).toMatchObject({ base: 1, recognised: 0 });
    await expect(getUrban(other, { ref: "31150" })).rejects.toMatchObject({ code: "not-found" });
    await expect(getUrban(officer, { ref: "31273" })).rejects.toMatchObject({ code: "not-found" });
    await expect(newUrban(ward, {})).rejects.toMatchObject({ code: "denied" });
    const { wards } = await newUrban(officer, {});
    expect([
      wards.filter(({ former }) => !former).length,
      wards.filter(({ former }) => former).length,
    ]).toEqual([31, 68 + 28]);
  });
});
