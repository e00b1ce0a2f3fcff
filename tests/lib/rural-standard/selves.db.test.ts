import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { recognizeCommune, revokeRecognition } from "@/lib/rural-standard/commands";
import { confirmFindings, recordFindings, withdrawFinding } from "@/lib/rural-standard/findings/commands";
import { getDossier } from "@/lib/rural-standard/findings/queries";
import { getProgress } from "@/lib/rural-standard/progress/queries";
import { getCommune, listCommunes, newRecognition } from "@/lib/rural-standard/queries";
import { recognizeUrban, revokeUrban } from "@/lib/rural-standard/urban/commands";
import { getUrban, listUrban } from "@/lib/rural-standard/urban/queries";
import { makeChange } from "@/lib/units/changes/commands";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let officer: Actor;
let administrator: Actor;
beforeAll(async () => {
  officer = await db.actor("city_officer");
  administrator = await db.actor("administrator");
});

const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );
const change = (more: object) =>
  makeChange(administrator, {
    ...{ id: randomUUID(), decisionNumber: "12/NQ-HĐND", decisionDate: "2025-08-01", ...more },
  });
const typed = (unitId: number, decisionDate: string, more: object = {}) => ({
  ...{ id: randomUUID(), unitId, decisionDate, decisionNumber: `${decisionDate}/QĐ-UBND` },
  ...more,
});
const context = (asOf: string) => readContext({ asOf }, "leader");
const ladder = async (asOf: string, base: "former" | "current" = "current") =>
  (await listCommunes(officer, { context: context(asOf), base })).ladder;

describe("a commune that was renamed", () => {
  let first: number;
  let renamed: number;
  const standard = randomUUID();
  const past = "31315@2026-04-30";
  const recognize = (unitId: number, level: string, day: string, more: object = {}) =>
    recognizeCommune(officer, typed(unitId, day, { level, ...more }));

  beforeAll(async () => {
    first = await db.unit("31315");
    await recognize(first, "standard", "2026-03-01", { id: standard });
    const [asked] = (
      await db.owner.query(
        "SELECT id FROM criterion WHERE set_key = '2026-2030' AND level = 'standard' AND parent IS NULL ORDER BY position LIMIT 1",
      )
    ).rows;
    await recordFindings(officer, {
      ...{ id: randomUUID(), unitId: first, criteria: [asked.id], result: "met", judgedOn: "2026-04-01" },
    });
    await change({ kind: "rename", effectiveOn: "2026-05-01", unitId: first, name1: "Thử Đổi Tên" });
    renamed = await db.unit("31315");
    expect(renamed).not.toBe(first);
  });

  it("keeps its place on the ladder of today's communes, year by year and by province", async () => {
    for (const asOf of ["2026-04-30", "2026-05-01", "2026-10-01"])
      expect(await ladder(asOf), asOf).toMatchObject({ base: 72, standard: 1, advanced: 0 });
    expect(await ladder("2026-02-28")).toMatchObject({ base: 72, standard: 0 });
    expect(await ladder("2026-10-01", "former")).toMatchObject({ base: 167, standard: 0 });
    const { years, groups } = await getProgress(officer, { context: context("2026-10-01"), base: "current" });
    expect(years.map(({ base, standard }) => [base, standard])).toEqual([
      [72, 0],
      [72, 1],
    ]);
    expect(groups.map(({ base }) => base)).toEqual([16, 21, 35]);
  });

  it("has its steps and findings in its dossier, and the next step to climb", async () => {
    const dossier = await getCommune(officer, { ref: "31315" });
    expect(dossier).toMatchObject({ unit: { id: renamed }, standing: "standard" });
    expect(dossier.steps.map(({ id, mayRevoke }) => [id, mayRevoke])).toEqual([[standard, true]]);
    expect(dossier.next).toContain("advanced");
    const found = await getDossier(officer, { ref: "31315", set: "2026-2030", level: "standard" });
    expect(found).toMatchObject({
      next: "advanced",
      standing: "standard",
      progress: { counts: { met: 1 } },
    });
    expect(found.history).toHaveLength(1);
    // It can be looked at on the days of its earlier name, by the set of those.
    const before = await getDossier(officer, { ref: "31315", set: "2021-2025", asOf: "2026-01-31" });
    expect(before).toMatchObject({ since: "2025-07-01", day: "2026-01-31", may: { record: false } });
  });

  it("is offered under both names, also where it was none of the 167", async () => {
    const { communes } = await newRecognition(officer, {});
    expect(communes).toHaveLength(167 + 72 + 1);
    expect(
      communes.filter(({ id }) => id === first || id === renamed).map(({ standing }) => standing),
    ).toEqual(["standard", "standard"]);
    expect(communes.map(({ validTo }) => validTo !== null && validTo < "2026-11-26").lastIndexOf(false)).toBe(
      71,
    );
  });

  it("climbs on, and takes back from the top, over its names (T1)", async () => {
    expect(await refusal(recognize(renamed, "exemplary", "2026-06-01"))).toMatchObject({
      issues: [{ field: "level", code: "needs-advanced" }],
    });
    const advanced = randomUUID();
    await recognize(renamed, "advanced", "2026-06-01", { id: advanced });
    expect(await ladder("2026-10-01")).toMatchObject({ standard: 1, advanced: 1 });
    const back = (id: string) =>
      revokeRecognition(officer, { id, version: 1, revokedOn: "2026-07-01", reason: "Không giữ được" });
    for (const ref of ["31315", past])
      expect((await getCommune(officer, { ref })).steps.find(({ id }) => id === standard)?.mayRevoke).toBe(
        false,
      );
    expect(await refusal(back(standard))).toMatchObject({
      issues: [{ field: "revokedOn", code: "step-above-stands" }],
    });
    await expect(
      db.owner.query(
        "UPDATE rural_recognition SET revoked_on = '2026-07-01', revoked_reason = 'x' WHERE id = $1",
        [standard],
      ),
    ).rejects.toThrow("a higher step still stands");
    await back(advanced);
    expect(await back(standard)).toMatchObject({ ref: "31315" });
    expect(await ladder("2026-10-01")).toMatchObject({ standard: 0, advanced: 0 });
    expect((await getCommune(officer, { ref: past })).steps).toHaveLength(1);
  });

  it("shows no step once it is a ward, and keeps them in the dossier of what it was", async () => {
    const other = await db.unit("31249");
    await recognize(other, "standard", "2026-03-01");
    await change({ kind: "retype", effectiveOn: "2026-05-02", unitId: other, type1: "ward" });
    expect(await ladder("2026-05-01")).toMatchObject({ base: 72, standard: 2 });
    expect(await ladder("2026-05-02")).toMatchObject({ base: 71, standard: 1 });
    const ward = await getCommune(officer, { ref: "31249" });
    expect([ward.steps, ward.next, ward.standing]).toEqual([[], [], "none"]);
    expect((await getUrban(officer, { ref: "31249" })).steps).toEqual([]);
    expect((await getCommune(officer, { ref: "31249@2026-05-01" })).standing).toBe("standard");
  });
});

describe("a ward that was renamed", () => {
  it("stays đô thị văn minh, and is no part of itself", async () => {
    const first = await db.unit("31135");
    const input = typed(first, "2026-03-10");
    await recognizeUrban(officer, input);
    const ids = (await db.owner.query("SELECT id FROM criterion WHERE set_key = 'do-thi-2022' LIMIT 1")).rows;
    const ward = await db.actor("ward_officer", "31135");
    await recordFindings(ward, {
      ...{ id: randomUUID(), unitId: first, criteria: [ids[0].id], result: "met", judgedOn: "2026-04-01" },
    });
    const before = await getUrban(officer, { ref: "31135" });
    await change({ kind: "rename", effectiveOn: "2026-05-01", unitId: first, name1: "Phường Thử" });
    const renamed = await db.unit("31135");
    expect((await listUrban(officer, { context: context("2026-06-30") })).recognised).toBe(1);
    const record = await getUrban(officer, { ref: "31135" });
    expect(record).toMatchObject({ recognised: true, steps: [{ id: input.id }] });
    expect(record.parts).toEqual(before.parts);
    // What its earlier self found waits, and is confirmed or taken back where it is seen.
    const { waiting, history, set } = await getDossier(officer, { ref: "31135" });
    expect(waiting).toHaveLength(1);
    await confirmFindings(officer, {
      ...{ id: randomUUID(), unitId: renamed, setKey: set?.key, findings: waiting },
    });
    expect(
      await withdrawFinding(officer, { id: history[0]?.id, version: 2, reason: "Ghi nhầm" }),
    ).toMatchObject({ path: expect.stringContaining("/rural-standard/urban/31135?") });
    const revoked = { id: input.id, version: 1, revokedOn: "2026-06-01", reason: "x" };
    expect(await revokeUrban(officer, revoked)).toMatchObject({ ref: "31135" });
    expect((await listUrban(officer, { context: context("2026-06-30") })).recognised).toBe(0);
  });
});

it("a commune whose end is only decided is one of today's (T7)", async () => {
  const unit = await db.unit("31273");
  await db.owner.query("UPDATE unit SET valid_to = '2030-12-31' WHERE id = $1", [unit]);
  const { rows } = await listCommunes(officer, {
    context: context("2026-10-01"),
    base: "current",
    q: "Đông Hiệp",
  });
  expect(rows.map(({ ref, former }) => [ref, former])).toEqual([["31273", false]]);
  const { communes } = await newRecognition(officer, {});
  expect(communes.findIndex(({ id }) => id === unit)).toBeLessThan(72);
  await db.owner.query("UPDATE unit SET valid_to = NULL WHERE id = $1", [unit]);
});
