import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { withActor } from "@/lib/core/db";
import { type Sql, sql } from "@/lib/core/sql";
import { closeCampaign, openCampaign } from "@/lib/security-models/evaluations/commands";
import { getCampaign } from "@/lib/security-models/evaluations/queries";
import {
  confirmEvaluation,
  confirmMatching,
  proposeEvaluation,
  returnEvaluation,
} from "@/lib/security-models/evaluations/sheets/commands";
import { checkProposal, getSheet } from "@/lib/security-models/evaluations/sheets/queries";
import { getPoint } from "@/lib/security-models/points/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let city: Actor;
let ward: Actor; // Phú Lợi
let stranger: Actor; // Ninh Kiều
let leader: Actor;
let modelId: string;
let campaignId: string;

const campaign = async (more: object = {}) => {
  const id = randomUUID();
  await openCampaign(city, {
    id,
    periodFrom: "2025-12-15",
    periodTo: "2026-06-14",
    name: `Đợt ${id.slice(0, 4)}`,
    dueOn: "2026-06-24",
    criterion1: "Tổ chức",
    most1: "40",
    criterion2: "Kết quả",
    most2: "60",
    least1: "80",
    least2: "50",
    acceptSimilar: "on",
    ...more,
  });
  return id;
};

beforeAll(async () => {
  city = await db.actor("city_officer");
  ward = await db.actor("ward_officer", "31510");
  stranger = await db.actor("ward_officer", "31135");
  leader = await db.actor("leader");
  modelId = randomUUID();
  await db.owner.query(
    "INSERT INTO security_model (id, name, block, fields, core_force) VALUES ($1, 'Camera an ninh', 'residential', '{religion}', 'commune-police')",
    [modelId],
  );
  campaignId = await campaign();
});

const point = async (unitId = ward.unitId, startedOn = "2025-08-01") => {
  const id = randomUUID();
  await db.owner.query(
    "INSERT INTO model_point (id, model_id, unit_id, site, status, decision, started_on) VALUES ($1, $2, $3, 'Khóm 3', 'active', '01', $4)",
    [id, modelId, unitId, startedOn],
  );
  return id;
};
const sheet = (pointId: string, more: object = {}) => ({
  id: randomUUID(),
  campaignId,
  pointId,
  version: "0",
  c1: "35",
  c2: "50",
  ...more,
});
const sent = async (more: object = {}, of = ward) => {
  const pointId = await point(of.unitId);
  await proposeEvaluation(of, sheet(pointId, more));
  return stored(pointId);
};
const stored = async (pointId: string, of = campaignId) =>
  (
    await db.owner.query("SELECT * FROM point_evaluation WHERE point_id = $1 AND campaign_id = $2", [
      pointId,
      of,
    ])
  ).rows[0];
const ratings = async (pointId: string) =>
  (
    await db.owner.query(
      "SELECT rated_on::text, grade, evaluation_id, unit_id FROM point_rating WHERE point_id = $1 ORDER BY rated_on",
      [pointId],
    )
  ).rows;
const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );
const past = (actor: Actor, statement: Sql) =>
  withActor({ ...actor, reach: actor.unitId === null ? "all" : actor.line }, (tx) =>
    tx.$executeRaw(statement),
  );

describe("sending a sheet", () => {
  it("is shown before it is sent, with total and suggested grade, and stores nothing yet", async () => {
    const pointId = await point();
    expect(await checkProposal(ward, sheet(pointId))).toEqual({
      scores: { c1: 35, c2: 50 },
      total: 85,
      suggested: "effective",
      grade: "effective",
      evidence: null,
    });
    expect(await stored(pointId)).toBeUndefined();
  });

  it("waits for the city with its writer and an audit row, once however often it is sent", async () => {
    const pointId = await point();
    const input = sheet(pointId, { evidence: "12 tin báo" });
    await Promise.all(Array.from({ length: 8 }, () => proposeEvaluation(ward, input)));
    expect(await stored(pointId)).toMatchObject({
      state: "proposed",
      scores: { c1: 35, c2: 50 },
      total: 85,
      grade: "effective",
      evidence: "12 tin báo",
      unit_id: ward.unitId,
      proposed_by_id: ward.userId,
      decided_at: null,
      version: 1,
    });
    expect((await db.audit("security-models.evaluations.propose"))[0]).toMatchObject({ subject_id: pointId });
    expect(await ratings(pointId)).toEqual([]);
  });

  it("names every fault, keeps to the campaign's criteria, and stores nothing", async () => {
    const pointId = await point();
    const cases: [object, string, string][] = [
      [{ c1: "41" }, "c1", "score-range:40"],
      [{ c1: undefined }, "c1", "score-missing:40"],
      [{ c1: "-1" }, "c1", "too-small:0"],
      [{ c1: "ba mươi" }, "c1", "not-a-number"],
      [{ c1: "3.5" }, "c1", "not-a-number"],
      [{ c3: "5" }, "c3", "no-criterion"],
      [{ grade: "excellent" }, "grade", "unknown-choice"],
      [{ grade: "poor" }, "evidence", "other-grade"],
      [{ evidence: "x".repeat(2001) }, "evidence", "too-long:2000"],
      [{ evidence: "\u0000" }, "evidence", "bad-characters"],
    ];
    for (const [change, field, code] of cases)
      expect(await refusal(proposeEvaluation(ward, sheet(pointId, change)))).toMatchObject({
        code: "invalid",
        issues: [{ field, code }],
      });
    expect(await stored(pointId)).toBeUndefined();
    await proposeEvaluation(ward, sheet(pointId, { state: "confirmed", total: "100", c9: "7" }));
    expect(await stored(pointId)).toMatchObject({ state: "proposed", total: 85 });
  });

  it("is for points the campaign asks for, of the ward and those it carries on (S18)", async () => {
    const former = await db.unit("31510", "2025-06-30");
    await proposeEvaluation(ward, sheet(await point(former, "2024-03-01")));
    const elsewhere = await point(stranger.unitId);
    expect(await refusal(proposeEvaluation(ward, sheet(elsewhere)))).toMatchObject({ code: "not-found" });
    expect(await refusal(getSheet(ward, { campaignId, pointId: elsewhere }))).toMatchObject({
      code: "not-found",
    });
    expect(await refusal(proposeEvaluation(leader, sheet(elsewhere)))).toMatchObject({ code: "denied" });
    const young = await point(ward.unitId, "2026-06-15");
    expect(await refusal(proposeEvaluation(ward, sheet(young)))).toMatchObject({
      issues: [{ field: "campaignId", code: "not-asked" }],
    });
    expect(await refusal(getSheet(ward, { campaignId, pointId: young }))).toMatchObject({
      code: "not-found",
    });
  });

  it("is mended until the city decides; the second of two editors is told what differs (R5)", async () => {
    const { point_id } = await sent();
    await proposeEvaluation(ward, sheet(point_id, { version: "1", c1: "40" }));
    const late = await refusal(
      proposeEvaluation(ward, sheet(point_id, { version: "1", c2: "10", evidence: "Ít hoạt động" })),
    );
    expect(late).toMatchObject({ code: "conflict", version: 2 });
    expect(late?.differing).toEqual(
      expect.arrayContaining([
        { field: "c1", theirs: 40, yours: 35 },
        { field: "c2", theirs: 50, yours: 10 },
        { field: "evidence", theirs: null, yours: "Ít hoạt động" },
        {
          field: "grade",
          theirs: expect.objectContaining({ vi: "Hiệu quả" }),
          yours: expect.objectContaining({ vi: "Kém" }),
        },
      ]),
    );
    expect(await stored(point_id)).toMatchObject({ total: 90, version: 2 });
  });

  it("of two first sheets at once keeps one, and tells the other", async () => {
    const pointId = await point();
    const answers = await Promise.all([
      refusal(proposeEvaluation(ward, sheet(pointId, { c1: "10" }))),
      refusal(proposeEvaluation(ward, sheet(pointId, { c1: "20" }))),
    ]);
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(answers.find((answer) => answer !== undefined)).toMatchObject({
      code: "conflict",
      version: 1,
      differing: [expect.objectContaining({ field: "c1" })],
    });
  });
});

describe("deciding", () => {
  it("confirmed, a sheet rates the point as of the campaign's last day, and stays", async () => {
    const { id, point_id } = await sent();
    await confirmEvaluation(city, { id, version: 1 });
    expect(await stored(point_id)).toMatchObject({
      state: "confirmed",
      decided_by_id: city.userId,
      version: 2,
    });
    expect(await ratings(point_id)).toEqual([
      { rated_on: "2026-06-14", grade: "effective", evaluation_id: id, unit_id: ward.unitId },
    ]);
    expect((await getPoint(ward, { id: point_id })).point).toMatchObject({
      ratedOn: "2026-06-14",
      grade: { code: "effective" },
    });
    expect(await refusal(proposeEvaluation(ward, sheet(point_id, { version: "2", c1: "1" })))).toMatchObject({
      issues: [{ field: "campaignId", code: "confirmed-already" }],
    });
    expect(await refusal(returnEvaluation(city, { id, version: 2, reason: "x" }))).toMatchObject({
      issues: [{ field: "campaignId", code: "not-waiting" }],
    });
    expect((await getSheet(ward, { campaignId, pointId: point_id })).may).toEqual({
      propose: false,
      confirm: false,
      return: false,
      addFiles: false,
      removeFiles: false,
    });
  });

  it("takes another grade from the city with its reason only", async () => {
    const { id, point_id } = await sent();
    expect(await refusal(confirmEvaluation(city, { id, version: 1, grade: "average" }))).toMatchObject({
      issues: [{ field: "reason", code: "other-grade-city" }],
    });
    expect(
      await refusal(confirmEvaluation(city, { id, version: 1, grade: "excellent", reason: "x" })),
    ).toMatchObject({ issues: [{ field: "grade", code: "unknown-choice" }] });
    await confirmEvaluation(city, { id, version: 1, grade: "average", reason: "Hồ sơ chưa đủ" });
    expect(await stored(point_id)).toMatchObject({ grade: "average", reason: "Hồ sơ chưa đủ" });
    expect(await ratings(point_id)).toMatchObject([{ grade: "average" }]);
  });

  it("returned, a sheet goes back with the reason, is mended and sent again", async () => {
    const { id, point_id } = await sent();
    expect(await refusal(returnEvaluation(city, { id, version: 1 }))).toMatchObject({
      issues: [{ field: "reason", code: "required" }],
    });
    await returnEvaluation(city, { id, version: 1, reason: "Thiếu biên bản quý I" });
    const { evaluation, may, state } = await getSheet(ward, { campaignId, pointId: point_id });
    expect({ state, reason: evaluation?.reason }).toEqual({
      state: "returned",
      reason: "Thiếu biên bản quý I",
    });
    expect(may).toMatchObject({ propose: true, confirm: false });
    expect(await refusal(confirmEvaluation(city, { id, version: 2 }))).toMatchObject({
      issues: [{ code: "not-waiting" }],
    });
    await proposeEvaluation(ward, sheet(point_id, { version: "2", evidence: "Đã bổ sung biên bản" }));
    expect(await stored(point_id)).toMatchObject({
      state: "proposed",
      reason: "Thiếu biên bản quý I",
      decided_at: null,
      version: 3,
    });
    await confirmEvaluation(city, { id, version: 3 });
    expect(await stored(point_id)).toMatchObject({ state: "confirmed", reason: null });
  });

  it("of two deciders at once leaves exactly one (S22)", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, point_id } = await sent();
      const answers = await Promise.all([
        refusal(confirmEvaluation(city, { id, version: 1 })),
        refusal(returnEvaluation(city, { id, version: 1, reason: "Thiếu" })),
        refusal(confirmEvaluation(city, { id, version: 1, grade: "poor", reason: "Khác" })),
      ]);
      expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
      for (const late of answers.filter((answer) => answer !== undefined))
        expect(late).toMatchObject({ code: "conflict", version: 2 });
      const { state, version } = await stored(point_id);
      expect(version).toBe(2);
      expect((await ratings(point_id)).length).toBe(state === "confirmed" ? 1 : 0);
    }
  });

  it("is the city's: wards, chiefs, leaders are refused, in the database, too (S21)", async () => {
    const { id, point_id } = await sent();
    const chief = await db.actor("ward_chief", "31510");
    for (const actor of [ward, chief, leader]) {
      expect(await refusal(confirmEvaluation(actor, { id, version: 1 }))).toMatchObject({ code: "denied" });
      expect(await refusal(returnEvaluation(actor, { id, version: 1, reason: "x" }))).toMatchObject({
        code: "denied",
      });
      expect(await refusal(confirmMatching(actor, { id: campaignId, expected: 1 }))).toMatchObject({
        code: "denied",
      });
    }
    const set = sql`UPDATE point_evaluation SET state = 'confirmed', decided_at = now() WHERE id = ${id}::uuid`;
    await expect(past(ward, set)).rejects.toThrow(/deciding is the city/);
    await expect(past(leader, set)).rejects.toThrow(/row-level security/);
    await expect(
      past(
        city,
        sql`UPDATE point_evaluation SET scores = '{"c1": 41, "c2": 1}', total = 42 WHERE id = ${id}::uuid`,
      ),
    ).rejects.toThrow(/scores and grade are the campaign/);
    await expect(
      past(city, sql`UPDATE point_evaluation SET total = 100 WHERE id = ${id}::uuid`),
    ).rejects.toThrow(/scores and grade are the campaign/);
    await expect(
      past(ward, sql`UPDATE point_evaluation SET grade = 'best' WHERE id = ${id}::uuid`),
    ).rejects.toThrow(/scores and grade are the campaign/);
    const fresh = await point();
    await expect(
      past(
        ward,
        sql`INSERT INTO point_evaluation (id, campaign_id, point_id, unit_id, state, scores, total, grade, decided_at)
            VALUES (gen_random_uuid(), ${campaignId}::uuid, ${fresh}::uuid, ${ward.unitId}, 'confirmed', '{"c1": 1, "c2": 1}', 2, 'poor', now())`,
      ),
    ).rejects.toThrow(/begins as a proposal/);
    await confirmEvaluation(city, { id, version: 1 });
    await expect(
      past(city, sql`UPDATE point_evaluation SET state = 'returned', reason = 'x' WHERE id = ${id}::uuid`),
    ).rejects.toThrow(/does not go from confirmed/);
    expect(await stored(point_id)).toMatchObject({ state: "confirmed", total: 85 });
  });

  it("rests when the campaign is closed or the point ended before its last day", async () => {
    const own = await campaign();
    const [ending, waiting] = [await point(), await point()];
    for (const pointId of [ending, waiting])
      await proposeEvaluation(ward, sheet(pointId, { campaignId: own }));
    await db.owner.query("ALTER TABLE model_point DISABLE TRIGGER point_state");
    await db.owner.query(
      "UPDATE model_point SET status = 'ended', ended_on = '2026-06-01', end_kind = 'finished' WHERE id = $1",
      [ending],
    );
    await db.owner.query("ALTER TABLE model_point ENABLE TRIGGER point_state");
    const { id } = await stored(ending, own);
    expect(await refusal(confirmEvaluation(city, { id, version: 1 }))).toMatchObject({
      issues: [{ field: "campaignId", code: "not-asked" }],
    });
    expect((await getCampaign(city, { id: own })).agreeing).toBe(1);
    await closeCampaign(city, { id: own, version: 1, reason: "Hết đợt" });
    const { id: open } = await stored(waiting, own);
    expect(await refusal(confirmEvaluation(city, { id: open, version: 1 }))).toMatchObject({
      issues: [{ field: "campaignId", code: "campaign-closed" }],
    });
    await expect(
      past(
        city,
        sql`UPDATE point_evaluation SET state = 'confirmed', decided_at = now() WHERE id = ${open}::uuid`,
      ),
    ).rejects.toThrow(/campaign is closed/);
  });

  it("before the period's last day rates as of today", async () => {
    const { today, addDays } = await import("@/lib/core/days");
    const own = await campaign({
      periodFrom: "2026-01-01",
      periodTo: addDays(today(), 30),
      dueOn: addDays(today(), 40),
    });
    const pointId = await point();
    await proposeEvaluation(ward, sheet(pointId, { campaignId: own }));
    await confirmEvaluation(city, { id: (await stored(pointId, own)).id, version: 1 });
    expect(await ratings(pointId)).toMatchObject([{ rated_on: today() }]);
  });
});

describe("confirming at once", () => {
  it("takes every sheet that agrees with its scores, within the filter, and no other", async () => {
    const own = await campaign();
    const more = { campaignId: own };
    const agreeing = [await point(), await point(), await point(stranger.unitId)];
    const differing = await point();
    for (const pointId of agreeing)
      await proposeEvaluation(pointId === agreeing[2] ? stranger : ward, sheet(pointId, more));
    await proposeEvaluation(ward, sheet(differing, { ...more, grade: "average", evidence: "Thiếu hồ sơ" }));
    expect((await getCampaign(city, { id: own })).agreeing).toBe(3);
    expect((await getCampaign(city, { id: own, unit: "31135" })).agreeing).toBe(1);
    expect(await refusal(confirmMatching(city, { id: own, expected: 4 }))).toMatchObject({
      issues: [{ field: "expected", code: "count-changed:3" }],
    });
    await confirmMatching(city, { id: own, unit: "31135", expected: 1 });
    expect(await stored(agreeing[0] as string, own)).toMatchObject({ state: "proposed" });
    await Promise.all([
      refusal(confirmMatching(city, { id: own, expected: 2 })),
      refusal(confirmMatching(city, { id: own, expected: 2 })),
    ]);
    for (const pointId of agreeing) {
      expect(await stored(pointId, own)).toMatchObject({ state: "confirmed", version: 2 });
      expect(await ratings(pointId)).toMatchObject([{ rated_on: "2026-06-14", grade: "effective" }]);
    }
    expect(await stored(differing, own)).toMatchObject({ state: "proposed" });
    expect(await ratings(differing)).toEqual([]);
    // Each point has its own row in the log, once, where its unit looks for it.
    const told = (await db.audit("security-models.evaluations.confirm")).filter(
      ({ outcome, subject_id }) => outcome === "done" && agreeing.some((id) => id === subject_id),
    );
    expect(told.map(({ subject_id }) => subject_id).sort()).toEqual([...agreeing].sort());
    expect((await getCampaign(city, { id: own })).progress).toMatchObject({ confirmed: 3, proposed: 1 });
  });
});

describe("a point's evaluations", () => {
  it("are told campaign by campaign, open ones that wait for it among them", async () => {
    const own = await campaign({ name: "Đợt chờ" });
    const { point_id } = await sent();
    const { others } = await getSheet(ward, { campaignId, pointId: point_id });
    expect(others.find((other) => other.campaignId === own)).toMatchObject({
      campaignName: "Đợt chờ",
      state: "none",
      overdue: true,
      total: null,
      most: 100,
      grade: null,
    });
    const { others: back } = await getSheet(ward, { campaignId: own, pointId: point_id });
    expect(back.find((other) => other.campaignId === campaignId)).toMatchObject({
      state: "proposed",
      total: 85,
      grade: { code: "effective", labelVi: "Hiệu quả" },
    });
  });
});
