import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import {
  changeCampaign,
  closeCampaign,
  openCampaign,
  reopenCampaign,
} from "@/lib/security-models/evaluations/commands";
import {
  editCampaign,
  getCampaign,
  listCampaigns,
  newCampaign,
} from "@/lib/security-models/evaluations/queries";
import { proposeEvaluation } from "@/lib/security-models/evaluations/sheets/commands";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let city: Actor;
let ward: Actor; // Phú Lợi
let stranger: Actor; // Ninh Kiều
let leader: Actor;
let modelId: string;

beforeAll(async () => {
  city = await db.actor("city_officer");
  ward = await db.actor("ward_officer", "31510");
  stranger = await db.actor("ward_officer", "31135");
  leader = await db.actor("leader");
  modelId = randomUUID();
  await db.owner.query(
    "INSERT INTO security_model (id, name, block, fields, core_force) VALUES ($1, 'Sư sãi và phật tử', 'residential', '{religion}', 'commune-police')",
    [modelId],
  );
  await db.owner.query(
    "INSERT INTO model_alias (model_id, alias, is_name) VALUES ($1, 'Sư sãi và phật tử', true)",
    [modelId],
  );
});

let nth = 0;
/** Each with a period of its own, in 1990. */
const typed = (more: object = {}) => {
  nth += 1;
  return {
    id: randomUUID(),
    periodFrom: "1990-01-01",
    periodTo: `1990-${String(1 + (nth % 12)).padStart(2, "0")}-${String(1 + (nth % 28)).padStart(2, "0")}`,
    name: `Đợt ${nth}`,
    dueOn: "1991-01-15",
    criterion1: "Tổ chức",
    most1: "40",
    criterion2: "Kết quả",
    most2: "60",
    least1: "80",
    least2: "50",
    acceptSimilar: "on",
    ...more,
  };
};
const period = { periodFrom: "2025-12-15", periodTo: "2026-06-14", dueOn: "2026-06-24" };
const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );
const stored = async (id: string) =>
  (await db.owner.query("SELECT * FROM evaluation_campaign WHERE id = $1", [id])).rows[0];
/** Grades of 1990 do not exist: the list begins in 2020. */
const point = async (actor: Actor, startedOn: string, endedOn: string | null = null, site = "Khóm 3") => {
  const id = randomUUID();
  await db.owner.query(
    `INSERT INTO model_point (id, model_id, unit_id, site, status, decision, started_on, ended_on, end_kind)
     VALUES ($1, $2, $3, $4, CASE WHEN $6::date IS NULL THEN 'active' ELSE 'ended' END::point_status, '01', $5, $6, CASE WHEN $6::date IS NULL THEN NULL ELSE 'finished' END::point_end)`,
    [id, modelId, actor.unitId, site, startedOn, endedOn],
  );
  return id;
};

describe("opening a campaign", () => {
  it("keeps its terms as they were typed, once however often it is sent", async () => {
    const input = typed(period);
    await Promise.all(Array.from({ length: 6 }, () => openCampaign(city, input)));
    expect(await stored(input.id)).toMatchObject({
      name: input.name,
      least_days: 0,
      criteria: [
        { key: "c1", label: "Tổ chức", most: 40 },
        { key: "c2", label: "Kết quả", most: 60 },
      ],
      thresholds: [
        { grade: "effective", least: 80 },
        { grade: "average", least: 50 },
        { grade: "poor", least: 0 },
      ],
      created_by_id: city.userId,
      version: 1,
    });
    expect((await db.audit("security-models.evaluations.open"))[0]).toMatchObject({
      subject_id: input.id,
      after: { criteria: "Tổ chức: 40; Kết quả: 60" },
    });
  });

  it("asks before a second one for the same period", async () => {
    const first = typed({ ...period, periodFrom: "2025-12-16" });
    await openCampaign(city, first);
    const again = typed({ ...period, periodFrom: "2025-12-16", acceptSimilar: undefined });
    expect(await refusal(openCampaign(city, again))).toMatchObject({
      code: "similar",
      similar: [{ label: first.name, href: `/security-models/evaluations/${first.id}` }],
    });
    expect(await stored(again.id)).toBeUndefined();
    await openCampaign(city, { ...again, acceptSimilar: "on" });
  });

  it("takes the grades of the dated list as it stands on the period's last day", async () => {
    expect(await refusal(openCampaign(city, typed()))).toMatchObject({
      issues: [{ field: "periodTo", code: "no-grades" }],
    });
    await db.owner.query(
      `INSERT INTO code_item (list, code, label_vi, label_en, position, valid_from) VALUES ('grade', 'excellent', 'Xuất sắc', 'Excellent', 0, '2030-01-01')`,
    );
    const later = { periodFrom: "2029-07-01", periodTo: "2030-06-30", dueOn: "2030-07-10" };
    expect((await newCampaign(city, { day: later.periodTo })).grades.map(({ code }) => code)).toEqual([
      "excellent",
      "effective",
      "average",
      "poor",
    ]);
    expect((await newCampaign(city, { day: "2026-06-14" })).grades).toHaveLength(3);
    expect(await refusal(openCampaign(city, typed(later)))).toMatchObject({
      issues: [{ field: "least3", code: "least-missing" }],
    });
    const input = typed({ ...later, least1: "90", least2: "70", least3: "40" });
    await openCampaign(city, input);
    expect((await stored(input.id)).thresholds).toContainEqual({ grade: "excellent", least: 90 });
    expect(await refusal(openCampaign(city, typed({ ...period, least3: "20" })))).toMatchObject({
      issues: [{ field: "least3", code: "no-such-grade" }],
    });
  });

  it("is the city's alone, in the database, too", async () => {
    for (const actor of [
      ward,
      leader,
      await db.actor("ward_chief", "31510"),
      await db.actor("administrator"),
    ]) {
      const input = typed(period);
      expect(await refusal(openCampaign(actor, input))).toMatchObject({ code: "denied" });
      expect(await stored(input.id)).toBeUndefined();
    }
    const { withActor } = await import("@/lib/core/db");
    const { sql } = await import("@/lib/core/sql");
    const past = withActor({ ...ward, reach: ward.line }, (tx) =>
      tx.$executeRaw(sql`
        INSERT INTO evaluation_campaign (id, name, period_from, period_to, due_on, criteria, thresholds)
        VALUES (gen_random_uuid(), 'x', '2026-01-01', '2026-02-01', '2026-03-01', '[]', '[]')`),
    );
    await expect(past).rejects.toThrow(/row-level security/);
  });
});

describe("changing a campaign", () => {
  it("is free until the first sheet was sent; then only name, due day and guidance change", async () => {
    const input = typed({ ...period, periodFrom: "2025-12-17" });
    await openCampaign(city, input);
    await changeCampaign(city, { ...input, version: 1, most2: "70", least1: "75" });
    expect(await stored(input.id)).toMatchObject({ version: 2 });
    const pointId = await point(ward, "2025-08-01");
    await proposeEvaluation(ward, {
      id: randomUUID(),
      campaignId: input.id,
      pointId,
      version: 0,
      c1: 40,
      c2: 70,
    });
    expect((await editCampaign(city, { id: input.id })).fixed).toBe(true);
    const late = { ...input, version: 2, most2: "60", periodTo: "2026-06-13", least1: "90", leastDays: "10" };
    expect(await refusal(changeCampaign(city, late))).toMatchObject({
      issues: ["periodTo", "leastDays", "criterion1", "least1"].map((field) => ({
        field,
        code: "has-proposals",
      })),
    });
    await changeCampaign(city, {
      ...input,
      version: 2,
      most2: "70",
      least1: "75",
      dueOn: "2026-07-10",
      guidance: "Gửi kèm biên bản họp",
    });
    expect(await stored(input.id)).toMatchObject({ version: 3, guidance: "Gửi kèm biên bản họp" });
  });

  it("tells the second editor what differs, in words (R5)", async () => {
    const input = typed({ ...period, periodFrom: "2025-12-18" });
    await openCampaign(city, input);
    await changeCampaign(city, { ...input, version: 1, name: "Tên mới" });
    const late = await refusal(
      changeCampaign(city, { ...input, version: 1, least1: "85", criterion2: "Kết quả phòng ngừa" }),
    );
    expect(late).toMatchObject({ code: "conflict", version: 2 });
    expect(late?.differing).toEqual([
      { field: "name", theirs: "Tên mới", yours: input.name },
      { field: "criteria", theirs: "Tổ chức: 40; Kết quả: 60", yours: "Tổ chức: 40; Kết quả phòng ngừa: 60" },
      {
        field: "thresholds",
        theirs: expect.objectContaining({ vi: "Hiệu quả: 80 %; Trung bình: 50 %; Kém: 0 %" }),
        yours: expect.objectContaining({ vi: "Hiệu quả: 85 %; Trung bình: 50 %; Kém: 0 %" }),
      },
    ]);
  });

  it("closes with a reason and opens again", async () => {
    const input = typed({ ...period, periodFrom: "2025-12-19" });
    await openCampaign(city, input);
    expect(await refusal(closeCampaign(city, { id: input.id, version: 1 }))).toMatchObject({
      issues: [{ field: "reason", code: "required" }],
    });
    const pointId = await point(ward, "2025-08-01");
    await closeCampaign(city, { id: input.id, version: 1, reason: "Hết đợt" });
    const sheet = { id: randomUUID(), campaignId: input.id, pointId, version: 0, c1: 40, c2: 60 };
    expect(await refusal(proposeEvaluation(ward, sheet))).toMatchObject({
      issues: [{ field: "campaignId", code: "campaign-closed" }],
    });
    expect(await refusal(changeCampaign(city, { ...input, version: 2 }))).toMatchObject({
      issues: [{ field: "id", code: "campaign-closed" }],
    });
    expect((await getCampaign(city, { id: input.id })).may).toMatchObject({ change: false, reopen: true });
    await reopenCampaign(city, { id: input.id, version: 2, reason: "Bổ sung" });
    await proposeEvaluation(ward, sheet);
  });
});

describe("a campaign's points", () => {
  it("are those in force on its last day that ran long enough; a ward sees its own and its predecessors'", async () => {
    const input = typed({ ...period, periodFrom: "2025-12-20", leastDays: "90" });
    await openCampaign(city, input);
    const before = await getCampaign(city, { id: input.id });
    const former = await db.unit("31510", "2025-06-30");
    const old = await point({ ...ward, unitId: former } as Actor, "2024-03-01", null, "Chùa Bửu Sơn");
    const young = await point(ward, "2026-05-01");
    const ended = await point(ward, "2025-08-01", "2026-06-14");
    const endedLater = await point(ward, "2025-08-01", "2026-06-15");
    const others = await point(stranger, "2025-08-01");
    const shown = async (actor: Actor, more: object = {}) =>
      (await getCampaign(actor, { id: input.id, ...more })).rows.map(({ pointId }) => pointId);
    expect((await getCampaign(city, { id: input.id })).progress.asked).toBe(before.progress.asked + 3);
    const own = await shown(ward);
    expect(own).toEqual(expect.arrayContaining([old, endedLater]));
    for (const other of [young, ended, others]) expect(own).not.toContain(other);
    expect(await shown(city, { unit: "31135" })).toEqual([others]);
    expect(await refusal(getCampaign(stranger, { id: input.id, unit: "31510" }))).toMatchObject({
      code: "not-found",
    });
    // By place or by any spelling of the model, accents or not.
    expect(await shown(ward, { q: "buu son" })).toEqual([old]);
    expect(await shown(ward, { q: "su sai phat tu" })).toEqual(expect.arrayContaining([old, endedLater]));
    expect(await shown(ward, { q: "khong co" })).toEqual([]);
    const { rows } = await getCampaign(ward, { id: input.id, q: "buu son" });
    expect(rows[0]).toMatchObject({ state: "none", overdue: true, currentName: "Phường Phú Lợi" });
    expect((await shown(ward, { state: "overdue" })).length).toBeGreaterThan(0);
    expect(await shown(ward, { state: "confirmed" })).toEqual([]);
  });

  it("stand in the list of campaigns with what is overdue, in the reader's reach only", async () => {
    const { campaigns, overdue, may } = await listCampaigns(stranger, {});
    const mine = campaigns.find(({ periodFrom }) => periodFrom === "2025-12-20");
    expect(mine).toMatchObject({ asked: 1, none: 1, proposed: 0, confirmed: 0, overdue: 1 });
    expect(overdue.find(({ id }) => id === mine?.id)).toMatchObject({ points: 1, dueOn: "2026-06-24" });
    expect(may.open).toBe(false);
    expect((await listCampaigns(city, {})).may.open).toBe(true);
  });
});
