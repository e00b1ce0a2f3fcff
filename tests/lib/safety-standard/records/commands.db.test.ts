import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { withActor } from "@/lib/core/db";
import { sql } from "@/lib/core/sql";
import {
  proposeRecords,
  recognizeCommunes,
  recognizeRecords,
  refuseRecord,
  registerSubjects,
  revokeCommune,
  revokeRecord,
  scoreRecord,
  withdrawRecord,
} from "@/lib/safety-standard/records/commands";
import { getRecord, newRegistration } from "@/lib/safety-standard/records/queries";
import { createSubject } from "@/lib/safety-standard/subjects/commands";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
const [phuLoi, ninhKieu] = ["31510", "31135"];
const year = 2026;
let ward: Actor;
let chief: Actor;
let city: Actor;
let stranger: Actor;
let unitId: number;
let otherUnitId: number;

beforeAll(async () => {
  ward = await db.actor("ward_officer", phuLoi);
  chief = await db.actor("ward_chief", phuLoi);
  city = await db.actor("city_officer");
  stranger = await db.actor("ward_chief", ninhKieu);
  unitId = await db.unit(phuLoi);
  otherUnitId = await db.unit(ninhKieu);
});

let number = 0;
async function area(
  unit = unitId,
  from: string | null = "2025-07-01",
  to: string | null = null,
): Promise<string> {
  number += 1;
  const { rows } = await db.owner.query(
    "INSERT INTO residential_area (id, unit_id, kind, name, valid_from, valid_to) VALUES (gen_random_uuid(), $1, 'quarter', $2, $3, $4) RETURNING id",
    [unit, `Khóm ${number}`, from, to],
  );
  return rows[0].id;
}
const register = (actor: Actor, chosen: string[], more: object = {}) =>
  registerSubjects(actor, { id: randomUUID(), unitId, year, registeredOn: "2026-02-10", chosen, ...more });
const stored = async (subject: string) =>
  (
    await db.owner.query(
      "SELECT *, registered_on::text AS registered FROM safety_record WHERE $1 IN (area_id, subject_id) ORDER BY year",
      [subject],
    )
  ).rows;
const recordOf = async (subject: string): Promise<{ id: string; version: number; state: string }> =>
  (await stored(subject))[0];
const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );
const versioned = async (subject: string) => {
  const { id, version } = await recordOf(subject);
  return { id, version };
};
const score = async (subject: string, more: object = {}) =>
  scoreRecord(ward, {
    ...(await versioned(subject)),
    scoredOn: "2026-10-20",
    score: 92,
    selfMet: "yes",
    ...more,
  });
const propose = async (subject: string) =>
  proposeRecords(ward, { chosen: [(await recordOf(subject)).id], proposedOn: "2026-11-02" });
const decision = {
  decisionNumber: "125/QĐ-UBND",
  decidedOn: "2026-11-15",
  decidedBy: "Chủ tịch UBND phường Phú Lợi",
};
const recognize = async (actor: Actor, subject: string, more: object = {}) =>
  recognizeRecords(actor, { chosen: [(await recordOf(subject)).id], ...decision, ...more });
async function proposed(): Promise<string> {
  const subject = await area();
  await register(ward, [subject]);
  await score(subject);
  await propose(subject);
  return subject;
}

describe("registering a ward's subjects at once", () => {
  it("stores each with its unit and year, and the log names them", async () => {
    const [one, two] = [await area(), await area()];
    const school = randomUUID();
    await createSubject(ward, {
      id: school,
      unitId,
      kind: "school",
      name: "Trường THPT minh họa",
      validFrom: "2025-07-01",
    });
    expect(await register(ward, [one, two, school], { commune: true })).toMatchObject({ count: 4, year });
    expect((await stored(one))[0]).toMatchObject({
      state: "registered",
      kind: "area",
      unit_id: unitId,
      registered: "2026-02-10",
    });
    expect((await stored(school))[0]).toMatchObject({ kind: "school" });
    expect((await db.audit("safety-standard.records.register"))[0]).toMatchObject({
      outcome: "done",
      after: { count: 4 },
    });
  });

  it("makes one record of two that register the same at once", async () => {
    const subject = await area();
    const both = await Promise.allSettled([register(ward, [subject]), register(chief, [subject])]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await stored(subject)).toHaveLength(1);
    expect(await refusal(register(ward, [subject]))).toMatchObject({
      issues: [{ field: "chosen", code: "already-registered" }],
    });
  });

  it("refuses nothing chosen, years that cannot be, and days outside the year", async () => {
    const subject = await area();
    expect(await refusal(register(ward, []))).toMatchObject({
      issues: [{ field: "chosen", code: "required-choice" }],
    });
    expect(
      await refusal(register(ward, [subject], { year: 2021, registeredOn: "2021-02-10" })),
    ).toMatchObject({
      issues: [{ field: "year", code: "before-circular:2022" }],
    });
    expect(await refusal(register(ward, [subject], { year: 2027 }))).toMatchObject({
      issues: [{ field: "year", code: "in-the-future" }],
    });
    expect(await refusal(register(ward, [subject], { registeredOn: "2025-12-01" }))).toMatchObject({
      issues: [{ field: "registeredOn", code: "not-in-year:2026" }],
    });
    expect(await stored(subject)).toEqual([]);
  });

  it("refuses an area that did not exist then, and a unit that did not", async () => {
    const ended = await area(unitId, "2025-07-01", "2025-12-31");
    expect(await refusal(register(ward, [ended]))).toMatchObject({
      issues: [{ field: "chosen", code: "not-then:1" }],
    });
    const early = await area();
    expect(await refusal(register(ward, [early], { year: 2025, registeredOn: "2025-02-10" }))).toMatchObject({
      issues: [{ field: "registeredOn", code: "unit-not-then:Phường 1; Phường 2; Phường 3; Phường 4" }],
    });
  });

  it("finds nothing of another ward: neither its unit nor its areas (S18)", async () => {
    const theirs = await area(otherUnitId);
    expect(await refusal(register(ward, [theirs]))).toMatchObject({ code: "not-found" });
    expect(await refusal(register(ward, [theirs], { unitId: otherUnitId }))).toMatchObject({
      code: "not-found",
    });
    expect(await stored(theirs)).toEqual([]);
  });

  it("copies last year's list, without those that ended", async () => {
    const [kept, ended] = [await area(), await area()];
    await register(ward, [kept, ended], { year: 2025, registeredOn: "2025-08-10" });
    await db.owner.query("UPDATE residential_area SET valid_to = '2025-12-31' WHERE id = $1", [ended]);
    const offered = await newRegistration(ward, { ref: phuLoi as string, year, from: "last" });
    const chosen = offered.open.filter((row) => row.chosen).map(({ id }) => id);
    expect(chosen).toContain(kept);
    expect(chosen).not.toContain(ended);
  });
});

describe("a record's way", () => {
  it("leads from registration to recognition, each step kept", async () => {
    const subject = await proposed();
    await recognize(chief, subject);
    const { id } = await recordOf(subject);
    const record = await getRecord(ward, { id });
    expect(record).toMatchObject({
      state: "recognized",
      decisionNumber: "125/QĐ-UBND",
      may: { revoke: false },
    });
    expect(record.steps.map(({ state, happenedOn }) => [state, happenedOn])).toEqual([
      ["recognized", "2026-11-15"],
      ["proposed", "2026-11-02"],
      ["scored", "2026-10-20"],
      ["registered", "2026-02-10"],
    ]);
  });

  it("skips nothing: no recognition before a proposal, no proposal before a score that meets the criteria", async () => {
    const subject = await area();
    await register(ward, [subject]);
    expect(await refusal(recognize(chief, subject))).toMatchObject({
      issues: [{ field: "chosen", code: "not-from-here" }],
    });
    expect(await refusal(propose(subject))).toMatchObject({ issues: [{ code: "not-from-here" }] });
    await score(subject, { selfMet: "no", score: 40 });
    expect(await refusal(propose(subject))).toMatchObject({ issues: [{ field: "chosen", code: "not-met" }] });
  });

  it("takes scores from 0 to 100 and no decision without number, day and signer", async () => {
    const subject = await area();
    await register(ward, [subject]);
    expect(await refusal(score(subject, { score: 101 }))).toMatchObject({
      issues: [{ field: "score", code: "too-large:100" }],
    });
    expect(await refusal(score(subject, { score: -1 }))).toMatchObject({
      issues: [{ field: "score", code: "too-small:0" }],
    });
    await score(subject);
    await propose(subject);
    expect(
      await refusal(
        recognizeRecords(chief, { chosen: [(await recordOf(subject)).id], decidedOn: "2026-11-15" }),
      ),
    ).toMatchObject({ issues: [{ field: "decisionNumber" }, { field: "decidedBy" }] });
    expect(await refusal(recognize(chief, subject, { decidedOn: "2026-11-01" }))).toMatchObject({
      issues: [{ field: "decidedOn", code: "before-last:2026-11-02" }],
    });
  });

  it("recognises exactly once of two at the same moment (S22)", async () => {
    const subject = await proposed();
    const both = await Promise.allSettled([recognize(chief, subject), recognize(city, subject)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { id } = await recordOf(subject);
    const { rows } = await db.owner.query(
      "SELECT FROM safety_step WHERE record_id = $1 AND state = 'recognized'",
      [id],
    );
    expect(rows).toHaveLength(1);
  });

  it("recognises several by one decision, all or none", async () => {
    const [one, two] = [await proposed(), await proposed()];
    const three = await area();
    await register(ward, [three]);
    const ids: string[] = [];
    for (const subject of [one, two, three]) ids.push((await recordOf(subject)).id);
    expect(await refusal(recognizeRecords(chief, { chosen: ids, ...decision }))).toMatchObject({
      code: "invalid",
    });
    expect((await recordOf(one)).state).toBe("proposed");
    expect(await recognizeRecords(chief, { chosen: ids.slice(0, 2), ...decision })).toMatchObject({
      count: 2,
    });
    expect(
      (await db.audit("safety-standard.records.recognize")).filter(({ subject_id }) =>
        ids.includes(`${subject_id}`),
      ),
    ).toHaveLength(2);
  });

  it("can be refused or revoked with a reason, then scored and proposed anew", async () => {
    const subject = await proposed();
    await refuseRecord(chief, {
      ...(await versioned(subject)),
      decidedOn: "2026-11-10",
      decidedBy: "Chủ tịch UBND",
      reason: "Chưa đủ hồ sơ",
    });
    expect((await recordOf(subject)).state).toBe("refused");
    await score(subject, { scoredOn: "2026-11-12" });
    await proposeRecords(ward, { chosen: [(await recordOf(subject)).id], proposedOn: "2026-11-13" });
    await recognize(chief, subject);
    await revokeRecord(chief, {
      ...(await versioned(subject)),
      revokedOn: "2026-11-20",
      reason: "Ghi nhầm đối tượng",
    });
    expect((await stored(subject))[0]).toMatchObject({
      state: "revoked",
      decision_number: "125/QĐ-UBND",
      reason: "Ghi nhầm đối tượng",
    });
    const { steps } = await getRecord(ward, { id: (await recordOf(subject)).id });
    expect(steps.map(({ state }) => state)).toEqual([
      "revoked",
      "recognized",
      "proposed",
      "scored",
      "refused",
      "proposed",
      "scored",
      "registered",
    ]);
  });

  it("gives back a registration that was a mistake, and takes it again", async () => {
    const subject = await area();
    await register(ward, [subject]);
    await withdrawRecord(ward, { ...(await versioned(subject)), reason: "Chọn nhầm" });
    expect((await recordOf(subject)).state).toBe("withdrawn");
    await register(ward, [subject], { registeredOn: "2026-03-01" });
    expect((await stored(subject)).map(({ state, registered }) => [state, registered])).toEqual([
      ["registered", "2026-03-01"],
    ]);
  });

  it("tells a stale editor what stands now (R5)", async () => {
    const subject = await area();
    await register(ward, [subject]);
    const stale = await versioned(subject);
    await score(subject);
    expect(
      await refusal(scoreRecord(ward, { ...stale, scoredOn: "2026-10-21", score: 80, selfMet: "yes" })),
    ).toMatchObject({ code: "conflict", version: 2 });
  });
});

describe("who decides", () => {
  it("is the commune on what is in it, never an officer of the ward", async () => {
    const subject = await proposed();
    expect(await refusal(recognize(ward, subject))).toMatchObject({ code: "denied" });
  });

  it("is the city on the commune itself, never the commune's own chief", async () => {
    await register(ward, [], { commune: true }).catch(() => undefined);
    const { rows } = await db.owner.query(
      "SELECT id, version FROM safety_record WHERE kind = 'commune' AND unit_id = $1 AND year = $2",
      [unitId, year],
    );
    const id = rows[0].id;
    await scoreRecord(ward, {
      id,
      version: rows[0].version,
      scoredOn: "2026-10-20",
      score: 95,
      selfMet: "yes",
    });
    await proposeRecords(ward, { chosen: [id], proposedOn: "2026-11-02" });
    expect(await refusal(recognizeRecords(chief, { chosen: [id], ...decision }))).toMatchObject({
      code: "not-found",
    });
    expect(await refusal(recognizeCommunes(chief, { chosen: [id], ...decision }))).toMatchObject({
      code: "denied",
    });
    await recognizeCommunes(city, { chosen: [id], ...decision });
    const { version } = await getRecord(city, { id });
    await revokeCommune(city, { id, version, revokedOn: "2026-11-20", reason: "Ghi nhầm" });
  });

  it("is nobody of another ward: it finds nothing to decide on", async () => {
    const subject = await proposed();
    expect(await refusal(recognize(stranger, subject))).toMatchObject({ code: "not-found" });
    expect(await refusal(getRecord(stranger, { id: (await recordOf(subject)).id }))).toMatchObject({
      code: "not-found",
    });
  });
});

describe("the database guards by itself", () => {
  const as = (actor: Actor, statement: string, subject: string) =>
    withActor({ ...actor, reach: actor.line }, (tx) =>
      tx.$executeRaw(
        statement === "recognize"
          ? sql`UPDATE safety_record SET state = 'recognized', decision_number = '1', decided_on = '2026-11-15', decided_by = 'x' WHERE area_id = ${subject}::uuid`
          : sql`INSERT INTO safety_record (id, year, kind, unit_id, area_id, registered_on) VALUES (gen_random_uuid(), 2026, 'area', ${unitId}, ${subject}::uuid, '2026-02-10')`,
      ),
    );

  it("lets no step be skipped", async () => {
    const subject = await area();
    await register(ward, [subject]);
    await expect(as(ward, "recognize", subject)).rejects.toThrow(/does not follow/);
  });

  it("shows and gives another ward's role no row", async () => {
    const subject = await proposed();
    const foreign = await db.actor("ward_officer", ninhKieu);
    expect(await as(foreign, "recognize", subject)).toBe(0);
    const seen = await withActor({ ...foreign, reach: foreign.line }, (tx) =>
      tx.$queryRaw<unknown[]>(sql`SELECT id FROM safety_record UNION ALL SELECT record_id FROM safety_step`),
    );
    expect(seen).toEqual([]);
    await expect(as(foreign, "insert", await area())).rejects.toThrow(/row-level security|not of unit/);
  });

  it("takes no record on an area that was elsewhere", async () => {
    await expect(as(ward, "insert", await area(otherUnitId))).rejects.toThrow(/not of unit/);
  });
});
