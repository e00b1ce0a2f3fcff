import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { addCriterion, addSet, changeCriterion, endCriterion } from "@/lib/rural-standard/criteria/commands";
import { getCriteria } from "@/lib/rural-standard/criteria/queries";
import { recordFindings } from "@/lib/rural-standard/findings/commands";
import { getDossier } from "@/lib/rural-standard/findings/queries";
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
const set = (more: object = {}) => ({
  ...{ id: randomUUID(), programme: "rural", period: "2031-2035", from: "2031-01-01" },
  citation: "QĐ 1/2030/QĐ-TTg",
  groups: "Nhóm 1: ven đô\n\nNhóm 2: còn lại",
  ...more,
});
const criterion = (more: object = {}) => ({
  ...{ id: randomUUID(), setKey: "2031-2035", level: "standard", code: "1", name: "Quy hoạch" },
  ...more,
});

describe("a new set", () => {
  it("ends the one before it on the day before, and none of it is lost", async () => {
    await addSet(officer, set());
    const { sets, chosen } = await getCriteria(officer, { set: "2031-2035" });
    expect(sets.find(({ key }) => key === "2026-2030")).toMatchObject({ until: "2030-12-31" });
    expect(chosen).toMatchObject({
      from: "2031-01-01",
      until: null,
      groups: ["Nhóm 1: ven đô", "Nhóm 2: còn lại"],
    });
    expect(await refusal(addSet(officer, set({ from: "2032-01-01" })))).toMatchObject({
      issues: [{ field: "period", code: "taken" }],
    });
    expect(await refusal(addSet(officer, set({ period: "2040", from: "2031-01-01" })))).toMatchObject({
      issues: [{ field: "from", code: "not-after-last:2031-01-01" }],
    });
  });

  it("does not begin before a day on which units were judged by the present one", async () => {
    const { criteria } = await getCriteria(officer, { set: "do-thi-2022" });
    await recordFindings(officer, {
      ...{ id: randomUUID(), unitId: await db.unit("31150"), criteria: [criteria[0]?.id] },
      ...{ result: "met", judgedOn: "2026-05-01" },
    });
    const urban = { programme: "urban", period: "2026" };
    expect(await refusal(addSet(officer, set({ ...urban, from: "2026-05-01" })))).toMatchObject({
      issues: [{ field: "from", code: "findings-after" }],
    });
    await addSet(officer, set({ ...urban, from: "2026-05-02" }));
  });

  it("is the city officer's alone", async () => {
    for (const [role, unit] of [["ward_officer", "31150"], ["leader"], ["administrator"]] as const)
      expect(await refusal(addSet(await db.actor(role, unit), set()))).toMatchObject({ code: "denied" });
  });
});

describe("the criteria of a set that nobody was judged by", () => {
  it("are added, named anew and taken out", async () => {
    const whole = criterion();
    await addCriterion(officer, whole);
    await addCriterion(officer, criterion({ code: "1.1", name: "Quy hoạch chung", security: "on" }));
    expect(await refusal(addCriterion(officer, criterion()))).toMatchObject({
      issues: [{ field: "code", code: "taken" }],
    });
    expect(await refusal(addCriterion(officer, criterion({ code: "7.1" })))).toMatchObject({
      issues: [{ field: "code", code: "parent-missing:7" }],
    });
    await changeCriterion(officer, { id: whole.id, version: 1, name: "Quy hoạch xã" });
    expect(await refusal(changeCriterion(officer, { id: whole.id, version: 1, name: "Khác" }))).toMatchObject(
      { code: "conflict", version: 2 },
    );
    const { criteria, may } = await getCriteria(officer, { set: "2031-2035" });
    expect(criteria.map(({ code, name, isSecurity }) => [code, name, isSecurity])).toEqual([
      ["1", "Quy hoạch xã", false],
      ["1.1", "Quy hoạch chung", true],
    ]);
    expect(may).toEqual({ addSet: true, change: true });
    await endCriterion(officer, { id: whole.id, version: 2, reason: "Nhập nhầm" });
    expect((await getCriteria(officer, { set: "2031-2035" })).criteria).toEqual([]);
    // Its number is free again.
    await addCriterion(officer, criterion());
  });

  it("count in a dossier of no day once they are taken out, and only once when entered anew", async () => {
    const { rows } = await db.owner.query(
      "SELECT code || '@' || valid_to AS ref FROM unit WHERE type = 'commune' AND valid_to = '2025-06-30' ORDER BY id LIMIT 1",
    );
    const dossier = { ref: rows[0].ref, set: "2016-2020", level: "standard", asOf: "2018-06-30" } as const;
    const ofSet = criterion({ setKey: "2016-2020" });
    await addCriterion(officer, ofSet);
    expect((await getDossier(officer, dossier)).progress.total).toBe(1);
    await endCriterion(officer, { id: ofSet.id, version: 1, reason: "Nhập nhầm" });
    expect((await getDossier(officer, dossier)).levels).toEqual([]);
    await addCriterion(officer, criterion({ setKey: "2016-2020" }));
    expect((await getDossier(officer, dossier)).progress.total).toBe(1);
  });

  it("stand once somebody was: in the command and in the database", async () => {
    const { criteria, used, may } = await getCriteria(officer, { set: "do-thi-2022" });
    const [first] = criteria;
    expect([used, may.change]).toEqual([true, false]);
    expect(
      await refusal(changeCriterion(officer, { id: first?.id, version: first?.version, name: "Khác" })),
    ).toMatchObject({ issues: [{ field: "name", code: "set-in-use" }] });
    expect(
      await refusal(
        addCriterion(officer, criterion({ setKey: "do-thi-2022", level: undefined, code: "10" })),
      ),
    ).toMatchObject({ issues: [{ field: "code", code: "set-in-use" }] });
    await db.owner.query(
      "BEGIN; SELECT set_config('app.role', 'city_officer', true), set_config('app.reach', '*', true)",
    );
    await expect(
      db.owner.query("UPDATE criterion SET name = 'x' WHERE id = $1", [first?.id]),
    ).rejects.toThrow("the set has findings");
    await db.owner.query("ROLLBACK");
  });
});
