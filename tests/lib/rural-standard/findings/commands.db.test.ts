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
const word = (findings: readonly string[]) => ({
  ...{ id: randomUUID(), unitId, setKey: "2021-2025", findings },
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
    expect(waiting).toEqual([]);
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
    expect(waiting).toHaveLength(2);
    expect(progress.waiting).toBe(2);
    expect(await refusal(confirmFindings(ward, word(waiting)))).toMatchObject({ code: "denied" });
    expect(await refusal(confirmFindings(officer, word([])))).toMatchObject({
      issues: [{ field: "findings", code: "required" }],
    });
    // One more came and one changed its mind meanwhile: as many wait as were seen, and others.
    await withdrawFinding(ward, { id: waiting[0], version: 1, reason: "Ghi nhầm" });
    await recordFindings(ward, await found(["7"], "met", "2024-04-02"));
    const now = (await dossier()).waiting;
    expect(now).toHaveLength(2);
    expect(await refusal(confirmFindings(officer, word(waiting)))).toMatchObject({
      issues: [{ field: "findings", code: "changed-since" }],
    });
    expect((await dossier()).waiting).toEqual(now);
    const seen = waiting.slice(1);
    await confirmFindings(officer, word(seen));
    expect((await dossier()).waiting).toEqual(now.filter((id) => !seen.includes(id)));
    await confirmFindings(officer, word((await dossier()).waiting));
    expect((await dossier()).waiting).toEqual([]);
    expect(await refusal(confirmFindings(officer, word(seen)))).toMatchObject({
      issues: [{ field: "findings", code: "changed-since" }],
    });
  });

  it("of a ward stands beside what the city confirmed until the city speaks", async () => {
    await recordFindings(officer, await found(["12", "19.2"], "not_met", "2023-05-01"));
    await recordFindings(ward, await found(["12", "19.2"], "met", "2023-06-01"));
    const at = async (code: string) => {
      const { progress, security, history } = await dossier("2023-12-31");
      const all = progress.branches.flatMap(({ criterion, parts }) => [criterion, ...parts]);
      return { ...all.find((one) => one.code === code), year: security[0], history };
    };
    expect(await at("12")).toMatchObject({ result: "not_met", confirmed: true, waits: "met" });
    const { year, history, waitingId } = await at("19.2");
    expect(year).toMatchObject({ year: 2023, result: "not_met", confirmed: true, waits: "met" });
    expect(
      history.filter(({ code }) => code === "12").map(({ result, stands, waits }) => [result, stands, waits]),
    ).toEqual([
      ["met", false, true],
      ["not_met", true, false],
    ]);
    await confirmFindings(officer, word([waitingId as string]));
    expect((await at("19.2")).year).toMatchObject({ result: "met", confirmed: true, waits: null });
    await withdrawFinding(ward, { id: (await at("12")).waitingId, version: 1, reason: "Ghi nhầm" });
    expect(await at("12")).toMatchObject({ result: "not_met", waits: null });
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
      [2023, "met"],
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
  it("no criterion whose parts were taken out", async () => {
    const { rows } = await db.owner.query(
      "SELECT id, code FROM criterion WHERE set_key = 'do-thi-2022' AND parent IS NULL ORDER BY position LIMIT 1",
    );
    const part = randomUUID();
    await db.owner.query(
      "INSERT INTO criterion (id, set_key, code, parent, name, position) VALUES ($1, 'do-thi-2022', $2 || '.1', $2, 'x', 101)",
      [part, rows[0].code],
    );
    const judge = async () => ({
      ...{ id: randomUUID(), unitId: await db.unit("31150"), criteria: [rows[0].id], result: "met" },
      judgedOn: "2026-05-01",
    });
    expect(await refusal(recordFindings(officer, await judge()))).toMatchObject({
      issues: [{ field: "criteria", code: "by-parts" }],
    });
    await db.owner.query("UPDATE criterion SET ended_on = '2026-04-01' WHERE id = $1", [part]);
    await recordFindings(officer, await judge());
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
