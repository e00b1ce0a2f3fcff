import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { recognizeCommune, revokeRecognition } from "@/lib/rural-standard/commands";
import { getCommune } from "@/lib/rural-standard/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let officer: Actor;
let communes: number[];

beforeAll(async () => {
  officer = await db.actor("city_officer");
  const { rows } = await db.owner.query(
    "SELECT id FROM unit WHERE type = 'commune' AND valid_to = '2025-06-30' AND code <> '31312' ORDER BY id",
  );
  communes = rows.map(({ id }) => id);
});

const fresh = () => communes.pop() as number;
const typed = (unitId: number, level: string, decisionDate: string, more: object = {}) => ({
  id: randomUUID(),
  unitId,
  level,
  decisionDate,
  decisionNumber: `${decisionDate}/QĐ-UBND`,
  ...more,
});
const stored = async (unitId: number) =>
  (
    await db.owner.query(
      "SELECT *, revoked_on::text AS revoked FROM rural_recognition WHERE unit_id = $1 ORDER BY decision_date, level",
      [unitId],
    )
  ).rows;
const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );

async function climb(unitId: number) {
  const steps = [
    typed(unitId, "standard", "2017-10-15"),
    typed(unitId, "advanced", "2020-12-25"),
    typed(unitId, "exemplary", "2022-10-15"),
  ] as const;
  for (const step of steps) await recognizeCommune(officer, step);
  return steps;
}

describe("granting a step", () => {
  it("stores it with the criteria of its day, and an audit row", async () => {
    const unit = fresh();
    const [standard] = await climb(unit);
    expect((await stored(unit)).map((row) => [row.level, row.criteria_set])).toEqual([
      ["standard", "2016-2020"],
      ["advanced", "2016-2020"],
      ["exemplary", "2021-2025"],
    ]);
    expect(
      (await db.audit("rural-standard.recognize")).find(({ subject_id }) => subject_id === standard.id),
    ).toMatchObject({
      outcome: "done",
      user_name: officer.username,
      after: { level: "standard", criteriaSet: "2016-2020", decisionDate: "2017-10-15" },
    });
  });

  it("says which step is missing, and stores nothing (T1)", async () => {
    const unit = fresh();
    expect(await refusal(recognizeCommune(officer, typed(unit, "exemplary", "2022-10-15")))).toMatchObject({
      issues: [{ field: "level", code: "needs-both" }],
    });
    expect(await refusal(recognizeCommune(officer, typed(unit, "advanced", "2022-10-15")))).toMatchObject({
      issues: [{ field: "level", code: "needs-standard" }],
    });
    await recognizeCommune(officer, typed(unit, "standard", "2022-10-15"));
    expect(await refusal(recognizeCommune(officer, typed(unit, "advanced", "2022-10-14")))).toMatchObject({
      issues: [{ field: "decisionDate", code: "before-step-below:2022-10-15" }],
    });
    expect(await refusal(recognizeCommune(officer, typed(unit, "standard", "2023-10-15")))).toMatchObject({
      issues: [{ field: "level", code: "already-held" }],
    });
    expect(await stored(unit)).toHaveLength(1);
  });

  it("is refused for a ward, and on a day when the commune was not there", async () => {
    expect(
      await refusal(recognizeCommune(officer, typed(await db.unit("31150"), "standard", "2026-01-15"))),
    ).toMatchObject({ issues: [{ field: "unitId", code: "not-a-commune" }] });
    expect(await refusal(recognizeCommune(officer, typed(fresh(), "standard", "2025-07-01")))).toMatchObject({
      issues: [{ field: "unitId", code: expect.stringMatching(/^unit-not-then/) }],
    });
    expect(
      await refusal(recognizeCommune(officer, typed(await db.unit("31273"), "standard", "2025-06-30"))),
    ).toMatchObject({ issues: [{ field: "unitId", code: expect.stringMatching(/^unit-not-then/) }] });
    await recognizeCommune(officer, typed(await db.unit("31273"), "standard", "2026-02-15"));
  });

  it("is one row however often it is sent, and no other body under its id (R3, R4)", async () => {
    const input = typed(fresh(), "standard", "2019-05-05");
    const answers = await Promise.all(Array.from({ length: 20 }, () => recognizeCommune(officer, input)));
    expect(answers.every(({ id }) => id === input.id)).toBe(true);
    expect(await stored(input.unitId)).toHaveLength(1);
    expect(await refusal(recognizeCommune(officer, { ...input, decisionNumber: "other" }))).toMatchObject({
      code: "repeated",
    });
  });

  it("lets one of twenty officers at once through", async () => {
    const unit = fresh();
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, nth) =>
        recognizeCommune(officer, typed(unit, "standard", `2019-05-${String(nth + 1).padStart(2, "0")}`)),
      ),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await stored(unit)).toHaveLength(1);
  });

  it("is the city officer's alone; the refusal is on record", async () => {
    const input = typed(fresh(), "standard", "2019-05-05");
    for (const [role, unit] of [
      ["ward_officer", "31273"],
      ["ward_chief", "31273"],
      ["leader"],
      ["administrator"],
    ] as const)
      expect(await refusal(recognizeCommune(await db.actor(role, unit), input))).toMatchObject({
        code: "denied",
      });
    expect((await db.audit("rural-standard.recognize"))[0]).toMatchObject({
      outcome: "refused",
      subject_id: input.id,
    });
    expect(await refusal(recognizeCommune(officer, { ...input, unitId: 999_999 }))).toMatchObject({
      code: "not-found",
    });
    expect(await stored(input.unitId)).toEqual([]);
  });
});

describe("taking a step back", () => {
  it("wants the top first, a reason, and a day from the decision on", async () => {
    const [standard, advanced, exemplary] = await climb(fresh());
    const revoke = (id: string, more: object = {}) =>
      revokeRecognition(officer, {
        id,
        version: 1,
        revokedOn: "2024-01-01",
        reason: "Không giữ được tiêu chí 19.2",
        ...more,
      });
    expect(await refusal(revoke(advanced.id))).toMatchObject({
      issues: [{ field: "revokedOn", code: "step-above-stands" }],
    });
    expect(await refusal(revoke(exemplary.id, { revokedOn: "2022-10-14" }))).toMatchObject({
      issues: [{ field: "revokedOn", code: "before-decision" }],
    });
    expect(await refusal(revoke(exemplary.id, { reason: " " }))).toMatchObject({
      issues: [{ field: "reason", code: "required" }],
    });
    await revoke(exemplary.id);
    expect((await stored(standard.unitId)).map((row) => row.revoked)).toEqual([null, null, "2024-01-01"]);
    expect((await db.audit("rural-standard.revoke"))[0]).toMatchObject({
      outcome: "done",
      subject_id: exemplary.id,
      before: { level: "exemplary" },
    });
    expect(await refusal(revoke(exemplary.id))).toMatchObject({ code: "conflict", version: 2 });
    expect(await refusal(revoke(advanced.id, { revokedOn: "2023-12-31" }))).toMatchObject({
      issues: [{ field: "revokedOn", code: "step-above-stands" }],
    });
    await revoke(advanced.id, { revokedOn: "2024-01-01" });
    await recognizeCommune(officer, typed(standard.unitId, "advanced", "2024-06-01"));
    const { rows } = await db.owner.query("SELECT code FROM unit WHERE id = $1", [standard.unitId]);
    const dossier = await getCommune(officer, { ref: `${rows[0].code}@2025-06-30` });
    expect(dossier.standing).toBe("advanced");
    expect(
      dossier.steps.filter(({ mayRevoke }) => mayRevoke).map(({ decisionDate }) => decisionDate),
    ).toEqual(["2024-06-01"]);
    expect(dossier.next).toContain("exemplary");
  });

  it("does not exist for somebody else's reach, nor for those who may not", async () => {
    const [, , exemplary] = await climb(fresh());
    const input = { id: exemplary.id, version: 1, revokedOn: "2024-01-01", reason: "x" };
    expect(await refusal(revokeRecognition(await db.actor("ward_officer", "31510"), input))).toMatchObject({
      code: "denied",
    });
    expect(await refusal(revokeRecognition(officer, { ...input, id: randomUUID() }))).toMatchObject({
      code: "not-found",
    });
  });
});

describe("the database itself refuses, whoever writes (S21)", () => {
  const insert = (unitId: number, level: string, decisionDate: string) =>
    db.owner.query(
      "INSERT INTO rural_recognition (id, unit_id, level, criteria_set, decision_number, decision_date) VALUES ($1, $2, $3::rural_level, '2021-2025', 'x', $4)",
      [randomUUID(), unitId, level, decisionDate],
    );

  it("a step without the one below it, or before it", async () => {
    const unit = fresh();
    await expect(insert(unit, "exemplary", "2022-10-15")).rejects.toThrow("the step below is missing");
    await insert(unit, "standard", "2022-10-15");
    await expect(insert(unit, "advanced", "2022-10-14")).rejects.toThrow("the step below is missing");
    await insert(unit, "advanced", "2022-10-15");
    await insert(unit, "exemplary", "2022-10-15");
  });

  it("a ward on the ladder, and a commune out of its time", async () => {
    await expect(insert(await db.unit("31150"), "standard", "2026-01-15")).rejects.toThrow(
      "only a commune climbs the ladder",
    );
    await expect(insert(fresh(), "standard", "2025-07-01")).rejects.toThrow("did not exist on");
  });

  it("the middle step taken away under a higher one, and a revocation before its decision or without a reason", async () => {
    const [, advanced, exemplary] = await climb(fresh());
    const revoke = (id: string, day: string, reason: string | null = "x") =>
      db.owner.query("UPDATE rural_recognition SET revoked_on = $2, revoked_reason = $3 WHERE id = $1", [
        id,
        day,
        reason,
      ]);
    await expect(revoke(advanced.id, "2024-01-01")).rejects.toThrow("a higher step still stands");
    await expect(revoke(exemplary.id, "2020-01-01")).rejects.toThrow("rural_revoked");
    await expect(revoke(exemplary.id, "2024-01-01", null)).rejects.toThrow("rural_revoked");
  });
});
