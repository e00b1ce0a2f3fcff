import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { today } from "@/lib/core/days";
import { listModels } from "@/lib/security-models/queries";
import { grantModelRecognition, revokeModelRecognition } from "@/lib/security-models/recognitions/commands";
import { listRecognitions, newModelRecognition } from "@/lib/security-models/recognitions/queries";
import { decideStep, reverseStep } from "@/lib/security-models/steps/commands";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let city: Actor;
let ward: Actor;
let stranger: Actor;

beforeAll(async () => {
  city = await db.actor("city_officer");
  ward = await db.actor("ward_officer", "31510");
  stranger = await db.actor("ward_officer", "31135");
});

const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );

/** A model with one point of Phú Lợi that runs since 01/03/2024, seen from the unit of that time. */
async function running(more: { startedOn?: string | null } = {}) {
  const { startedOn = "2025-08-01" } = more;
  const [modelId, pointId] = [randomUUID(), randomUUID()];
  await db.owner.query(
    "INSERT INTO security_model (id, name, block, fields, core_force) VALUES ($1, $2, 'residential', '{drugs}', 'commune-police')",
    [modelId, `Mô hình ${modelId}`],
  );
  await db.owner.query("INSERT INTO model_alias (model_id, alias, is_name) VALUES ($1, $2, true)", [
    modelId,
    `Mô hình ${modelId}`,
  ]);
  await db.owner.query(
    "INSERT INTO model_point (id, model_id, unit_id, site, status, decision, started_on) VALUES ($1, $2, $3, 'Khóm 1', $4::point_status, 'QĐ 1', $5)",
    [pointId, modelId, ward.unitId, startedOn ? "active" : "proposed", startedOn],
  );
  return { modelId, pointId };
}

const grant = (modelId: string, more: object = {}) => ({ id: randomUUID(), modelId, level: "city", ...more });
const stored = async (id: string) =>
  (await db.owner.query("SELECT * FROM recognition WHERE id = $1", [id])).rows[0];
const levelOn = async (modelId: string, asOf: string) =>
  (await listModels(city, { context: readContext({ asOf }, "leader"), state: "all", q: modelId })).rows[0]
    ?.level;
const rows = async (actor: Actor, modelId: string, pointId?: string) =>
  (await listRecognitions(actor, { modelId, pointId, context: readContext({ asOf: today() }, "leader") }))
    .rows;

describe("recording who recognised a model", () => {
  it("raises its level from that day on, with an audit row", async () => {
    const { modelId } = await running();
    const input = grant(modelId, { document: "QĐ 12", decidedOn: "2025-09-01", note: "Hội nghị" });
    await grantModelRecognition(city, input);
    expect(await stored(input.id)).toMatchObject({
      level: "city",
      document: "QĐ 12",
      unit_id: null,
      nationwide: false,
      created_by_id: city.userId,
    });
    expect(await levelOn(modelId, "2025-08-31")).toBeNull();
    expect(await levelOn(modelId, "2025-09-01")).toBe("city");
    expect((await db.audit("security-models.recognitions.grant"))[0]).toMatchObject({
      outcome: "done",
      subject_id: modelId,
      after: { level: "city", document: "QĐ 12" },
    });
  });

  it("takes papers that nobody knows, and says nothing in their place", async () => {
    const { modelId } = await running();
    const input = grant(modelId, { level: "ministry", nationwide: "on" });
    await grantModelRecognition(city, input);
    expect(await stored(input.id)).toMatchObject({ document: null, decided_on: null, nationwide: true });
    expect(await levelOn(modelId, "2025-08-01")).toBe("ministry");
    expect((await rows(city, modelId))[0]).toMatchObject({ document: null, decidedOn: null });
  });

  it("is refused by field, and stores nothing", async () => {
    const { modelId, pointId } = await running();
    const waiting = await running({ startedOn: null });
    const cases: [object, string, string][] = [
      [{ modelId, level: "nation" }, "level", "unknown-choice"],
      [{ modelId, level: undefined }, "level", "required"],
      [{ modelId, level: "city", nationwide: "on" }, "nationwide", "not-nationwide"],
      [{ modelId, pointId, level: "ministry", nationwide: "on" }, "nationwide", "not-nationwide"],
      [{ modelId, decidedOn: "2025-07-31" }, "decidedOn", "before-begin:2025-08-01"],
      [{ modelId, pointId, decidedOn: "2025-07-31" }, "decidedOn", "before-begin:2025-08-01"],
      [{ modelId, decidedOn: "2999-01-01" }, "decidedOn", "in-the-future"],
      [{ modelId, document: "x".repeat(201) }, "document", "too-long:200"],
      [{ ...waiting, level: "commune" }, "level", "not-begun"],
    ];
    for (const [more, field, code] of cases)
      expect(await refusal(grantModelRecognition(city, grant(modelId, more)))).toMatchObject({
        code: "invalid",
        issues: [{ field, code }],
      });
    expect(await refusal(grantModelRecognition(city, grant(randomUUID())))).toMatchObject({
      code: "not-found",
    });
    expect(
      await refusal(grantModelRecognition(city, grant((await running()).modelId, { pointId }))),
    ).toMatchObject({ code: "not-found" });
    expect(await rows(city, modelId)).toEqual([]);
  });

  it("is one row of a level while it stands, also when two record it at once", async () => {
    const { modelId } = await running();
    const answers = await Promise.all(
      [1, 2, 3].map(() => refusal(grantModelRecognition(city, grant(modelId)))),
    );
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(answers.find((answer) => answer)).toMatchObject({
      issues: [{ field: "level", code: "granted-before" }],
    });
    await grantModelRecognition(city, grant(modelId, { level: "commune" }));
    expect(await rows(city, modelId)).toHaveLength(2);
  });
});

describe("a ward", () => {
  it("records the commune's recognition of a point of its own, and nothing above or beside", async () => {
    const { modelId, pointId } = await running();
    const input = grant(modelId, { pointId, level: "commune", document: "QĐ xã" });
    await grantModelRecognition(ward, input);
    expect(await stored(input.id)).toMatchObject({ point_id: pointId, unit_id: ward.unitId });
    expect(await levelOn(modelId, today())).toBeNull();

    for (const level of ["city", "ministry"])
      expect(await refusal(grantModelRecognition(ward, grant(modelId, { pointId, level })))).toMatchObject({
        code: "invalid",
        issues: [{ field: "level", code: "not-your-level" }],
      });
    expect(await refusal(grantModelRecognition(ward, grant(modelId, { level: "commune" })))).toMatchObject({
      code: "denied",
    });
    expect(await refusal(newModelRecognition(ward, { modelId }))).toMatchObject({ code: "denied" });
    expect(await newModelRecognition(ward, { modelId, pointId })).toMatchObject({ levels: ["commune"] });
  });

  it("does not reach a point of another one, nor reads what that one recorded (S18)", async () => {
    const { modelId, pointId } = await running();
    await grantModelRecognition(ward, grant(modelId, { pointId, level: "commune" }));
    expect(
      await refusal(grantModelRecognition(stranger, grant(modelId, { pointId, level: "commune" }))),
    ).toMatchObject({ code: "not-found" });
    expect(await refusal(rows(stranger, modelId, pointId))).toMatchObject({ code: "not-found" });
    expect(await rows(ward, modelId, pointId)).toHaveLength(1);
  });

  it("takes nothing back, and neither do readers", async () => {
    const { modelId, pointId } = await running();
    const input = grant(modelId, { pointId, level: "commune" });
    await grantModelRecognition(ward, input);
    const revoke = { id: input.id, version: 1, revokedOn: today(), reason: "x" };
    for (const actor of [ward, await db.actor("leader"), await db.actor("administrator")])
      expect(await refusal(revokeModelRecognition(actor, revoke))).toMatchObject({ code: "denied" });
    expect(await stored(input.id)).toMatchObject({ revoked_on: null });
  });
});

describe("revoking a recognition", () => {
  it("ends it on the day, keeps it to be read, and lets another be recorded", async () => {
    const { modelId } = await running();
    const input = grant(modelId, { decidedOn: "2025-09-01" });
    await grantModelRecognition(city, input);
    await revokeModelRecognition(city, {
      id: input.id,
      version: 1,
      revokedOn: "2025-10-01",
      reason: "Không còn hiệu quả",
    });
    expect(await levelOn(modelId, "2025-09-30")).toBe("city");
    expect(await levelOn(modelId, "2025-10-01")).toBeNull();
    expect((await rows(city, modelId))[0]).toMatchObject({
      revokedOn: "2025-10-01",
      revokedReason: "Không còn hiệu quả",
    });
    await grantModelRecognition(city, grant(modelId, { decidedOn: "2025-11-01" }));
    expect(await levelOn(modelId, "2025-11-01")).toBe("city");
  });

  it("needs a reason and a day that is not before it, and happens once", async () => {
    const { modelId } = await running();
    const input = grant(modelId, { decidedOn: "2025-09-01" });
    await grantModelRecognition(city, input);
    const revoke = { id: input.id, version: 1, revokedOn: "2025-10-01", reason: "x" };
    expect(await refusal(revokeModelRecognition(city, { ...revoke, reason: "" }))).toMatchObject({
      issues: [{ field: "reason", code: "required" }],
    });
    expect(await refusal(revokeModelRecognition(city, { ...revoke, revokedOn: "2025-08-31" }))).toMatchObject(
      {
        issues: [{ field: "revokedOn", code: "before-grant:2025-09-01" }],
      },
    );
    const answers = await Promise.all([1, 2].map(() => refusal(revokeModelRecognition(city, revoke))));
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(answers.find((answer) => answer)).toMatchObject({
      issues: [{ field: "revokedOn", code: "revoked-before" }],
    });
  });

  it("of a point's own step is left to that step", async () => {
    const { modelId, pointId } = await running();
    const id = randomUUID();
    await decideStep(city, {
      id,
      pointId,
      version: 1,
      kind: "recognize",
      happenedOn: "2025-09-01",
      decision: "QĐ 3",
      level: "city",
    });
    expect(
      await refusal(revokeModelRecognition(city, { id, version: 1, revokedOn: today(), reason: "x" })),
    ).toMatchObject({ issues: [{ field: "reason", code: "of-a-step" }] });
    await reverseStep(city, { id, pointId, reason: "Ghi nhầm" });
    expect((await rows(city, modelId))[0]).toMatchObject({ revokedReason: "Ghi nhầm" });
  });
});
