import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { withActor } from "@/lib/core/db";
import { sql } from "@/lib/core/sql";
import {
  addEvaluationFile,
  releaseEvaluationFile,
  removeEvaluationFile,
} from "@/lib/security-models/evaluations/files/commands";
import { readEvaluationFile } from "@/lib/security-models/evaluations/files/queries";
import { getSheet } from "@/lib/security-models/evaluations/sheets/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let ward: Actor;
let stranger: Actor;
let leader: Actor;
let city: Actor;
let campaignId: string;
let pointId: string;
const pdf = (words = "x") => Buffer.from(`%PDF-1.7\n${words}\n%%EOF`);
const reason = "Gửi nhầm tệp";

beforeAll(async () => {
  ward = await db.actor("ward_officer", "31510");
  stranger = await db.actor("ward_officer", "31135");
  leader = await db.actor("leader");
  city = await db.actor("city_officer");
});
beforeEach(async () => {
  [campaignId, pointId] = [randomUUID(), randomUUID()];
  const model = randomUUID();
  await db.owner.query(
    `INSERT INTO security_model (id, name, block, fields, core_force) VALUES ($1, $2, 'residential', '{drugs}', 'ward-police')`,
    [model, `Mô hình ${model}`],
  );
  await db.owner.query(
    `INSERT INTO model_point (id, model_id, unit_id, site, decision, started_on) VALUES ($1, $2, $3, $4, '01', '2025-07-15')`,
    [pointId, model, ward.unitId, `Khóm ${pointId}`],
  );
  await db.owner.query(
    `INSERT INTO evaluation_campaign (id, name, period_from, period_to, due_on, criteria, thresholds)
     VALUES ($1, 'Đợt', '2025-08-01', '2025-12-31', '2026-01-10', '[{"key": "c1", "label": "Kết quả", "most": 10}]', '[{"grade": "poor", "least": 0}]')`,
    [campaignId],
  );
  await db.owner.query(
    `INSERT INTO point_evaluation (id, campaign_id, point_id, unit_id, state, scores, total, grade) VALUES (gen_random_uuid(), $1, $2, $3, 'proposed', '{"c1": 8}', 8, 'poor')`,
    [campaignId, pointId, ward.unitId],
  );
});

const input = (content = pdf()) => ({
  id: randomUUID(),
  campaignId,
  pointId,
  name: "Minh chứng.pdf",
  content,
});
const add = async (who = ward) => (await addEvaluationFile(who, input())).id;
const read = (who: Actor, id: string) => readEvaluationFile(who, { id, campaignId, pointId });
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => "done",
    (error) => error.details?.issues?.[0]?.code ?? error.code ?? String(error),
  );
const files = async (who = ward) => (await getSheet(who, { campaignId, pointId })).files;
const decide = () =>
  db.owner.query(
    "UPDATE point_evaluation SET state = 'confirmed', decided_at = now() WHERE campaign_id = $1",
    [campaignId],
  );

describe("the files a sheet rests on", () => {
  it("come from its ward or the city, and are read by whoever reads the sheet, at its own address", async () => {
    const id = await add();
    expect(await files(leader)).toMatchObject([{ id, name: "Minh chứng.pdf", kind: "document" }]);
    for (const who of [ward, leader, city]) expect(await refusal(read(who, id))).toBe("done");
    expect(await refusal(read(stranger, id))).toBe("not-found");
    for (const other of [{ campaignId: randomUUID() }, { pointId: randomUUID() }])
      expect(await refusal(readEvaluationFile(ward, { id, campaignId, pointId, ...other }))).toBe(
        "not-found",
      );
    for (const [who, code] of [
      [stranger, "not-found"],
      [leader, "denied"],
    ] as const)
      expect(await refusal(addEvaluationFile(who, input()))).toBe(code);
    expect(await refusal(addEvaluationFile(ward, input(Buffer.from("<svg></svg>"))))).toBe("kind-svg");
    expect(await refusal(addEvaluationFile(ward, { ...input(), pointId: randomUUID() }))).toBe("not-found");
    const told = await db.audit("security-models.evaluations.files.add");
    expect(told.find(({ outcome }) => outcome === "done")).toMatchObject({
      subject_id: id,
      unit_id: ward.unitId,
      after: { name: "Minh chứng.pdf" },
    });
    await add(city);
    expect(await files()).toHaveLength(2);
    // Whatever a statement says, a stranger sees neither row nor bytes (S20).
    for (const [who, seen] of [
      [ward, [1, 1]],
      [stranger, [0, 0]],
    ] as const)
      expect(
        await withActor({ ...who, reach: who.line }, async (tx) => [
          (await tx.$queryRaw<object[]>(sql`SELECT id FROM attached_file WHERE id = ${id}::uuid`)).length,
          (await tx.$queryRaw<object[]>(sql`SELECT key FROM stored_object WHERE key = ${id}`)).length,
        ]),
      ).toEqual(seen);
  });

  it("can be taken away with a reason while the city has not confirmed, and stand from then on", async () => {
    const [first, second] = [await add(), await add()];
    expect(await refusal(removeEvaluationFile(stranger, { id: first, reason }))).toBe("not-found");
    expect(await refusal(removeEvaluationFile(leader, { id: first, reason }))).toBe("denied");
    expect(await refusal(removeEvaluationFile(ward, { id: first, reason: " " }))).toBe("required");
    expect(await removeEvaluationFile(ward, { id: first, reason })).toMatchObject({ campaignId, pointId });
    expect(await refusal(read(ward, first))).toBe("not-found");
    await decide();
    expect(await refusal(addEvaluationFile(ward, input()))).toBe("sheet-confirmed");
    expect(await refusal(removeEvaluationFile(city, { id: second, reason }))).toBe("sheet-confirmed");
    expect((await getSheet(ward, { campaignId, pointId })).may).toMatchObject({
      addFiles: false,
      removeFiles: false,
    });
    expect(Buffer.from((await read(ward, second)).content ?? [])).toEqual(pdf());
  });

  it("stand in a campaign that is closed", async () => {
    const id = await add();
    await db.owner.query("UPDATE evaluation_campaign SET closed_at = now() WHERE id = $1", [campaignId]);
    expect(await refusal(addEvaluationFile(ward, input()))).toBe("campaign-closed");
    expect(await refusal(removeEvaluationFile(ward, { id, reason }))).toBe("campaign-closed");
    expect(await files()).toHaveLength(1);
  });

  it("go along with a point that is corrected to another unit, and are let go of by the scanner", async () => {
    const id = await add();
    await db.owner.query("UPDATE attached_file SET scan = 'held' WHERE id = $1", [id]);
    expect((await read(ward, id)).content).toBeUndefined();
    await releaseEvaluationFile(id, "127.0.0.1");
    expect((await read(ward, id)).content).toBeDefined();
    await db.owner.query("UPDATE model_point SET unit_id = $2 WHERE id = $1", [pointId, stranger.unitId]);
    expect(await refusal(read(ward, id))).toBe("not-found");
    expect(await refusal(removeEvaluationFile(stranger, { id, reason }))).toBe("done");
  });
});
