import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, Scope } from "@/lib/core/access";
import { withActor } from "@/lib/core/db";
import { confirmFindings, recordFindings, withdrawFinding } from "@/lib/rural-standard/findings/commands";
import { getDossier, newFindings } from "@/lib/rural-standard/findings/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let officer: Actor;
let ward: Actor;
let unitId: number;
const ref = "31312@2025-06-30";

// Mỹ Khánh, a former commune, is phường An Bình's to look after.
beforeAll(async () => {
  officer = await db.actor("city_officer");
  ward = await db.actor("ward_officer", "31150");
  unitId = await db.unit("31312", "2025-06-30");
});

const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );
const ids = async (...codes: string[]) => {
  const { rows } = await db.owner.query(
    "SELECT id FROM criterion WHERE set_key = '2021-2025' AND level = 'standard' AND code = ANY ($1) ORDER BY position",
    [codes],
  );
  return rows.map(({ id }) => id as string);
};
const found = async (codes: string[], result: string, judgedOn: string, more: object = {}) => ({
  ...{ id: randomUUID(), unitId, criteria: await ids(...codes), result, judgedOn },
  documentNumber: "12/BB-UBND",
  ...more,
});
const dossier = (asOf = "2025-06-30") =>
  getDossier(officer, { ref, set: "2021-2025", level: "standard", asOf });
const states = async (asOf?: string) =>
  Object.fromEntries(
    (await dossier(asOf)).progress.branches.flatMap(({ criterion, parts }) =>
      [criterion, ...parts].flatMap(({ code, result }) => (result === null ? [] : [[code, result]])),
    ),
  );

describe("recording findings", () => {
  it("judges several criteria by one document, and shrinks what is missing", async () => {
    const before = (await dossier()).progress.missing.length;
    expect(before).toBe(20);
    await recordFindings(officer, await found(["1", "2", "19.2"], "met", "2024-03-01"));
    await recordFindings(officer, await found(["3"], "not_met", "2024-03-01"));
    const { progress, waiting } = await dossier();
    expect(progress.missing).toHaveLength(17);
    expect(progress.missing.find(({ code }) => code === "3")?.result).toBe("not_met");
    expect(progress.missing.find(({ code }) => code === "4")?.result).toBeNull();
    expect(progress.counts).toEqual({ met: 2, not_met: 1, not_applicable: 0, unjudged: 16 });
    expect(waiting).toBe(0);
    expect((await db.audit("rural-standard.findings.record"))[0]).toMatchObject({
      outcome: "done",
      after: { criteria: ["3"], result: "not_met", documentNumber: "12/BB-UBND" },
    });
  });

  it("keeps what was found before, and shows it as of any day", async () => {
    await recordFindings(officer, await found(["1"], "not_met", "2024-09-01"));
    expect((await states("2024-08-31"))["1"]).toBe("met");
    expect((await states("2024-09-01"))["1"]).toBe("not_met");
    expect(await states("2024-02-29")).toEqual({});
    // Entered later for an earlier day: what was found since stands.
    await recordFindings(officer, await found(["1"], "met", "2024-06-01"));
    expect((await states())["1"]).toBe("not_met");
    const { history } = await dossier();
    expect(history.filter(({ code }) => code === "1").map(({ stands }) => stands)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("of a ward waits for the city, which confirms what it saw", async () => {
    await recordFindings(ward, await found(["5", "6"], "met", "2024-04-01"));
    const { waiting, progress } = await dossier();
    expect(waiting).toBe(2);
    expect(progress.waiting).toBe(2);
    const word = { unitId, setKey: "2021-2025" };
    expect(await refusal(confirmFindings(officer, { id: randomUUID(), ...word, expected: 1 }))).toMatchObject(
      { issues: [{ field: "expected", code: "count-changed:2" }] },
    );
    expect(await refusal(confirmFindings(ward, { id: randomUUID(), ...word, expected: 2 }))).toMatchObject({
      code: "denied",
    });
    await confirmFindings(officer, { id: randomUUID(), ...word, expected: 2 });
    expect((await dossier()).waiting).toBe(0);
  });

  it("is refused for whole criteria with parts, several steps at once, other kinds and days out of time", async () => {
    expect(await refusal(recordFindings(officer, await found(["19"], "met", "2024-03-01")))).toMatchObject({
      issues: [{ field: "criteria", code: "by-parts" }],
    });
    const [advanced] = (
      await db.owner.query(
        "SELECT id FROM criterion WHERE set_key = '2021-2025' AND level = 'advanced' AND code = '1'",
      )
    ).rows;
    expect(
      await refusal(
        recordFindings(
          officer,
          await found([], "met", "2024-03-01", { criteria: [...(await ids("1")), advanced.id] }),
        ),
      ),
    ).toMatchObject({ issues: [{ field: "criteria", code: "several-sets" }] });
    expect(await refusal(recordFindings(officer, await found([], "met", "2024-03-01")))).toMatchObject({
      issues: [{ field: "criteria", code: "required" }],
    });
    expect(await refusal(recordFindings(officer, await found(["1"], "met", "2021-12-31")))).toMatchObject({
      issues: [{ field: "judgedOn", code: "set-not-then" }],
    });
    expect(await refusal(recordFindings(officer, await found(["1"], "met", "2025-07-01")))).toMatchObject({
      issues: [{ field: "judgedOn", code: "unit-not-then" }],
    });
    expect(
      await refusal(recordFindings(ward, await found(["1"], "met", "2025-08-01", { unitId: ward.unitId }))),
    ).toMatchObject({ issues: [{ field: "criteria", code: "other-kind" }] });
    expect(
      await refusal(
        recordFindings(
          officer,
          await found(["1"], "met", "2024-03-01", { documentNumber: undefined, documentDate: "2024-03-01" }),
        ),
      ),
    ).toMatchObject({ issues: [{ field: "documentNumber", code: "number-missing" }] });
  });

  it("is one entry however often it is sent (R3)", async () => {
    const input = await found(["8"], "met", "2024-05-01");
    await Promise.all(Array.from({ length: 5 }, () => recordFindings(officer, input)));
    expect((await dossier()).history.filter(({ code }) => code === "8")).toHaveLength(1);
  });

  it("does not exist for another ward's commune, nor for those who only read", async () => {
    const input = await found(["9"], "met", "2024-05-01");
    expect(await refusal(recordFindings(await db.actor("ward_officer", "31510"), input))).toMatchObject({
      code: "not-found",
    });
    for (const role of ["leader", "administrator"] as const)
      expect(await refusal(recordFindings(await db.actor(role), input))).toMatchObject({ code: "denied" });
    expect((await states())["9"]).toBeUndefined();
    await expect(getDossier(await db.actor("ward_officer", "31510"), { ref })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("taking a finding back", () => {
  const latest = async (code: string) => {
    const finding = (await dossier()).history.find((one) => one.code === code && one.stands);
    if (!finding) throw new Error(`no finding of ${code}`);
    return finding;
  };

  it("lets the one before it stand again; the record and the reason stay", async () => {
    await recordFindings(officer, await found(["10"], "met", "2023-05-01"));
    await recordFindings(officer, await found(["10"], "not_met", "2024-05-01"));
    const { id, version } = await latest("10");
    await withdrawFinding(officer, { id, version, reason: "Ghi nhầm xã" });
    expect((await states())["10"]).toBe("met");
    expect((await dossier()).history.find((one) => one.id === id)).toMatchObject({
      stands: false,
      withdrawnReason: "Ghi nhầm xã",
    });
    expect(await refusal(withdrawFinding(officer, { id, version, reason: "x" }))).toMatchObject({
      code: "conflict",
    });
  });

  it("is a ward's for what waits, not for what the city confirmed", async () => {
    await recordFindings(ward, await found(["11"], "met", "2024-05-01"));
    const waits = await latest("11");
    await withdrawFinding(ward, { id: waits.id, version: waits.version, reason: "Ghi nhầm" });
    expect((await states())["11"]).toBeUndefined();
    const confirmed = await latest("10");
    expect(
      await refusal(withdrawFinding(ward, { id: confirmed.id, version: confirmed.version, reason: "x" })),
    ).toMatchObject({ issues: [{ field: "reason", code: "confirmed" }] });
    expect(
      await refusal(
        withdrawFinding(await db.actor("ward_officer", "31510"), {
          ...{ id: confirmed.id, version: confirmed.version, reason: "x" },
        }),
      ),
    ).toMatchObject({ code: "not-found" });
  });
});

describe("the dossier", () => {
  it("has a row for each year of the security criterion, and no data where nobody judged (T17)", async () => {
    const { security } = await dossier();
    expect(security.map(({ year, result }) => [year, result])).toEqual([
      [2025, null],
      [2024, "met"],
      [2023, null],
      [2022, null],
      [2021, null],
    ]);
  });
  it("takes the set of the day and the next step unless told otherwise", async () => {
    expect(await getDossier(officer, { ref })).toMatchObject({
      set: { key: "2021-2025" },
      level: "standard",
      next: "standard",
      day: "2025-06-30",
      may: { record: true, confirm: true },
    });
    expect(await getDossier(officer, { ref: "31273" })).toMatchObject({ set: { key: "2026-2030" } });
    const urban = await getDossier(officer, { ref: "31150" });
    expect(urban).toMatchObject({ set: { key: "do-thi-2022" }, level: undefined });
    expect(urban.progress.total).toBe(9);
  });
  it("offers the criteria that are judged themselves", async () => {
    const { criteria } = await newFindings(ward, { ref, set: "2021-2025", level: "standard" });
    expect(criteria).toHaveLength(20);
    expect(criteria.map(({ code }) => code)).not.toContain("19");
  });
});

describe("the database itself refuses, whoever writes (S21)", () => {
  const insert = async (unit: number, code: string, day: string) =>
    db.owner.query(
      "INSERT INTO criterion_finding (entry_id, unit_id, criterion_id, result, judged_on) VALUES ($1, $2, $3, 'met', $4)",
      [randomUUID(), unit, (await ids(code))[0], day],
    );
  it("a whole criterion with parts, another kind of unit, and days out of time", async () => {
    await expect(insert(unitId, "19", "2024-01-01")).rejects.toThrow("judged by its parts");
    await expect(insert(await db.unit("31150"), "1", "2025-08-01")).rejects.toThrow("unit of this kind");
    await expect(insert(unitId, "1", "2021-12-31")).rejects.toThrow("was not in force on");
    await expect(insert(unitId, "1", "2025-07-01")).rejects.toThrow("did not exist on");
  });
  it("another ward's eyes and hands, also past the queries (S20)", async () => {
    const strange = await db.actor("ward_officer", "31510");
    const seen = (actor: Actor, reach: Scope["reach"]) =>
      withActor({ ...actor, reach }, (tx) => tx.criterionFinding.count({ where: { unitId } }));
    expect(await seen(ward, ward.line)).toBeGreaterThan(0);
    expect(await seen(strange, strange.line)).toBe(0);
    await expect(
      withActor({ ...strange, reach: strange.line }, async (tx) =>
        tx.criterionFinding.create({
          data: {
            ...{ entryId: randomUUID(), unitId, criterionId: (await ids("1"))[0] ?? "", result: "met" },
            judgedOn: new Date("2024-01-01"),
          },
          select: { id: true },
        }),
      ),
    ).rejects.toThrow(/row-level security/);
  });
  it("a ward's hand on the city's word", async () => {
    await db.owner.query("BEGIN; SELECT set_config('app.role', 'ward_officer', true)");
    await expect(
      db.owner.query(
        "INSERT INTO criterion_finding (entry_id, unit_id, criterion_id, result, judged_on, confirmed_at) VALUES ($1, $2, $3, 'met', '2024-01-01', now())",
        [randomUUID(), unitId, (await ids("1"))[0]],
      ),
    ).rejects.toThrow("confirmed by the city");
    await db.owner.query("ROLLBACK");
  });
});
