import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { addDays, today } from "@/lib/core/days";
import { withActor } from "@/lib/core/db";
import { fromDatabase } from "@/lib/core/errors";
import { explain } from "@/lib/core/refusal";
import { sql } from "@/lib/core/sql";
import { createModel } from "@/lib/security-models/commands";
import { createPoint, updatePoint } from "@/lib/security-models/points/commands";
import { getPoint } from "@/lib/security-models/points/queries";
import { type StepKind, stepKinds } from "@/lib/security-models/steps/catalog";
import { decideStep, reverseStep, takeStep } from "@/lib/security-models/steps/commands";
import { stepWords } from "@/lib/security-models/steps/messages";
import { stepPage } from "@/lib/security-models/steps/page/queries";
import { afterStep, lastStepOn, stepFault, transitionOf } from "@/lib/security-models/steps/rules";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let city: Actor;
let ward: Actor; // Phú Lợi
let stranger: Actor; // Ninh Kiều
let modelId: string;

const model = async (name: string) => {
  const id = randomUUID();
  await createModel(city, {
    id,
    name,
    block: "residential",
    fields: ["crime-prevention"],
    principles: [],
    coreForce: "commune-police",
  });
  return id;
};

beforeAll(async () => {
  city = await db.actor("city_officer");
  ward = await db.actor("ward_officer", "31510");
  stranger = await db.actor("ward_officer", "31135");
  modelId = await model("Camera an ninh");
});

async function point(more: object = {}, actor = ward): Promise<string> {
  const id = randomUUID();
  await createPoint(actor, {
    id,
    modelId,
    unitId: actor.unitId,
    site: "Khóm 3",
    status: "proposed",
    decision: "TTr 1",
    ...more,
  });
  return id;
}
const running = (startedOn = "2025-08-01", more: object = {}) =>
  point({ status: "active", startedOn, ...more });

const stand = async (id: string) =>
  (
    await db.owner.query(
      `SELECT status::text, started_on::text AS "startedOn", ended_on::text AS "endedOn", end_kind::text AS "endKind",
              decision, merged_into_id AS "intoId", unit_id AS "unitId", version FROM model_point WHERE id = $1`,
      [id],
    )
  ).rows[0];
const steps = async (id: string) =>
  (await getPoint(city, { id })).steps.map(({ kind, reversed }) => (reversed ? `-${kind}` : kind));

const papers = { decision: "QĐ 1", minutes: "BB 1", reason: "Lý do" };
const input = async (pointId: string, kind: StepKind, more: object = {}) => ({
  id: randomUUID(),
  pointId,
  version: (await stand(pointId)).version,
  kind,
  happenedOn: "2025-09-01",
  ...papers,
  ...(kind === "recognize" && { level: "city" }),
  ...more,
});
const commandOf = (kind: StepKind) => (transitionOf(kind).by === "city" ? decideStep : takeStep);
const take = async (pointId: string, kind: StepKind, more: object = {}, actor = city) =>
  commandOf(kind)(actor, await input(pointId, kind, more));
const reverse = async (pointId: string, actor = city, stepId?: string) => {
  const found = (await getPoint(city, { id: pointId })).steps;
  return reverseStep(actor, {
    id: stepId ?? found.findLast(({ reversed }) => !reversed)?.id,
    pointId,
    reason: "Ghi nhầm",
  });
};
const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );
const refused = (field: string, code: string) => ({ code: "invalid", issues: [{ field, code }] });

describe("a point's life", () => {
  it("goes by steps from the ward's proposal to its end, each by whose it is, all of it to be read", async () => {
    const id = await point();
    await take(id, "approve", { happenedOn: "2025-07-10", decision: "QĐ 7" });
    expect(await stand(id)).toMatchObject({ status: "approved", startedOn: null, decision: "QĐ 7" });
    await take(id, "pilot", { happenedOn: "2025-08-01", decision: "QĐ 8" }, ward);
    expect(await stand(id)).toMatchObject({ status: "piloting", startedOn: "2025-08-01", decision: "QĐ 8" });
    await take(id, "launch", { happenedOn: "2025-09-15" }, ward);
    await take(id, "consolidate", { happenedOn: "2025-10-01", decision: undefined }, ward);
    await take(id, "resume", { happenedOn: "2025-11-01", decision: undefined, reason: undefined }, ward);
    await take(id, "recognize", { happenedOn: "2025-12-01", level: "city" });
    await take(id, "replicate", { happenedOn: "2026-01-05" });
    await take(id, "finish", { happenedOn: "2026-02-01", decision: "QĐ 9" });
    expect(await stand(id)).toMatchObject({
      status: "ended",
      startedOn: "2025-08-01",
      endedOn: "2026-02-01",
      endKind: "finished",
      decision: "QĐ 8",
    });
    const found = await getPoint(ward, { id });
    expect(found.steps.map(({ kind }) => kind)).toEqual([
      "propose",
      "approve",
      "pilot",
      "launch",
      "consolidate",
      "resume",
      "recognize",
      "replicate",
      "finish",
    ]);
    expect(found.steps[0]).toMatchObject({ by: ward.name, signed: true });
    expect(found.steps[6]).toMatchObject({ level: "city" });
    expect(found.may.steps).toEqual([]);
    const [audit] = await db.audit("security-models.steps.decide");
    expect(audit).toMatchObject({
      subject_id: id,
      outcome: "done",
      before: { status: "replicating" },
      after: expect.objectContaining({ status: "ended", kind: "finish", happenedOn: "2026-02-01" }),
    });
  });

  it("names who wrote a step to the city, and to a ward only that it was the city", async () => {
    const id = await point();
    await take(id, "approve");
    expect((await getPoint(city, { id })).steps[1]).toMatchObject({ by: city.name, signed: true });
    expect((await getPoint(ward, { id })).steps[1]).toMatchObject({ by: null, signed: true });
  });

  it("offers each reader the steps that are theirs", async () => {
    const id = await running();
    const may = async (actor: Actor) => (await getPoint(actor, { id })).may;
    expect((await may(ward)).steps).toEqual(["consolidate", "suspend"]);
    expect((await may(city)).steps).toEqual([
      "consolidate",
      "suspend",
      "recognize",
      "merge",
      "remove",
      "finish",
    ]);
    expect(await may(await db.actor("leader"))).toMatchObject({ steps: [], reverse: false, delete: false });
    expect(await may(ward)).toMatchObject({ reverse: false, delete: false, resize: true });
  });
});

describe("a step out of order", () => {
  it("is refused: every kind from a state it does not follow", async () => {
    const id = await point();
    for (const kind of stepKinds.filter((kind) => !transitionOf(kind).from.includes("proposed")))
      expect(await refusal(take(id, kind, { intoId: randomUUID() })), kind).toMatchObject(
        refused("kind", "not-from-here"),
      );
    expect(await steps(id)).toEqual(["propose"]);
  });

  it("is refused before the one before, before the first day, and in time to come", async () => {
    const id = await running("2025-08-01");
    expect(await refusal(take(id, "suspend", { happenedOn: "2025-07-31" }))).toMatchObject(
      refused("happenedOn", "before-last:2025-08-01"),
    );
    expect(await refusal(take(id, "finish", { happenedOn: "2025-08-01" }))).toMatchObject(
      refused("happenedOn", "before-start"),
    );
    expect(await refusal(take(id, "suspend", { happenedOn: addDays(today(), 1) }))).toMatchObject(
      refused("happenedOn", "in-the-future"),
    );
    const proposed = await point();
    await take(proposed, "approve", { happenedOn: "2025-09-10" });
    expect(await refusal(take(proposed, "launch", { happenedOn: "2025-09-09" }))).toMatchObject(
      refused("happenedOn", "before-last:2025-09-10"),
    );
  });

  it("is refused without its papers, each named", async () => {
    const cases: [StepKind, string, object][] = [
      ["suspend", "decision", {}],
      ["suspend", "reason", {}],
      ["consolidate", "minutes", {}],
      ["consolidate", "reason", {}],
      ["remove", "decision", {}],
      ["remove", "reason", {}],
      ["recognize", "level", {}],
      ["merge", "intoId", {}],
    ];
    const id = await running();
    for (const [kind, missing] of cases)
      expect(
        await refusal(take(id, kind, { intoId: randomUUID(), level: "city", [missing]: undefined })),
        `${kind} ${missing}`,
      ).toMatchObject(refused(missing, "required"));
    expect(await stand(id)).toMatchObject({ status: "active", version: 1 });
  });
});

describe("two at once", () => {
  it("take exactly one step: the second is told what the point is now (S22)", async () => {
    const id = await point();
    const [one, two] = [await input(id, "approve"), await input(id, "decline")];
    const answers = await Promise.all([refusal(decideStep(city, one)), refusal(decideStep(city, two))]);
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(answers.find((answer) => answer !== undefined)).toMatchObject({
      code: "conflict",
      version: 2,
      since: { step: { happenedOn: "2025-09-01" } },
    });
    expect(await steps(id)).toHaveLength(2);
  });

  it("in two tabs: the second is told what was recorded, and offered nothing to write over", async () => {
    const id = await running();
    const [one, two] = [await input(id, "finish", { decision: "QĐ 9" }), await input(id, "finish")];
    await decideStep(city, one);
    const error = await decideStep(city, two).catch((cause) => cause);
    const told = explain(error, stepWords, "vi");
    expect(told).toMatchObject({ status: "overtaken", errors: {} });
    expect(told.differing).toBeUndefined();
    expect(told.message).toMatch(
      new RegExp(
        `^Bước gần nhất: Kết thúc, 01/09/2025, QĐ 9; ${city.name} ghi lúc \\d\\d:\\d\\d .*\\. Hiện nay: đã kết thúc\\.$`,
      ),
    );
    // A ward does not see whose account of the city's it was.
    const ward2 = await takeStep(ward, { ...two, id: randomUUID(), kind: "suspend" }).catch((cause) => cause);
    expect(explain(ward2, stepWords, "vi").message).toContain("QĐ 9; Công an thành phố ghi lúc");
  });

  it("send one step twenty times: it is taken once (R4), and another body under its id is refused", async () => {
    const id = await running();
    const sent = await input(id, "consolidate");
    await Promise.all(Array.from({ length: 20 }, () => takeStep(ward, sent)));
    expect(await steps(id)).toEqual(["enter", "consolidate"]);
    expect(await refusal(takeStep(ward, { ...sent, reason: "Khác" }))).toMatchObject({ code: "repeated" });
  });

  it("never merge two points into each other", async () => {
    const [a, b] = [await running(), await running()];
    const [one, two] = [await input(a, "merge", { intoId: b }), await input(b, "merge", { intoId: a })];
    const answers = await Promise.all([refusal(decideStep(city, one)), refusal(decideStep(city, two))]);
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(answers.find((answer) => answer !== undefined)).toMatchObject(refused("intoId", "not-running"));
  });

  it("change a point and step on: the later one sees that it was changed", async () => {
    const id = await running();
    const step = await input(id, "suspend");
    await updatePoint(ward, { id, version: 1, unitId: ward.unitId, site: "Khóm 4" });
    expect(await refusal(takeStep(ward, step))).toMatchObject({ code: "conflict", version: 2 });
  });
});

describe("whose step it is", () => {
  it("a ward takes no step of the city, by neither command", async () => {
    const id = await point();
    expect(await refusal(decideStep(ward, await input(id, "approve")))).toMatchObject({ code: "denied" });
    expect(await refusal(takeStep(ward, await input(id, "approve")))).toMatchObject({ code: "denied" });
    expect(await refusal(stepPage(ward, { id, kind: "approve" }))).toMatchObject({ code: "denied" });
    expect(await refusal(reverseStep(ward, { id: randomUUID(), pointId: id, reason: "x" }))).toMatchObject({
      code: "denied",
    });
    expect(await stand(id)).toMatchObject({ status: "proposed", version: 1 });
  });

  it("the city takes a ward's step, readers take none, and another ward knows no such point (S18)", async () => {
    const id = await running();
    for (const role of ["leader", "administrator"] as const) {
      const reader = await db.actor(role);
      expect(await refusal(takeStep(reader, await input(id, "suspend")))).toMatchObject({ code: "denied" });
      expect(await refusal(stepPage(reader, { id, kind: "suspend" }))).toMatchObject({ code: "denied" });
    }
    expect(await refusal(takeStep(stranger, await input(id, "suspend")))).toMatchObject({
      code: "not-found",
    });
    expect(await refusal(stepPage(stranger, { id, kind: "suspend" }))).toMatchObject({ code: "not-found" });
    await take(id, "suspend", {}, city);
    expect(await stepPage(ward, { id, kind: "suspend" })).toMatchObject({ open: false });
    expect(await stepPage(ward, { id, kind: "resume" })).toMatchObject({ open: true, lastOn: "2025-09-01" });
  });
});

describe("past the commands, in the database itself (S21)", () => {
  let app: pg.Client;
  afterAll(() => app?.end());

  /** One statement as the application's role, signed in as somebody. */
  async function as(actor: Actor, statement: string, values: unknown[] = []) {
    if (!app) {
      app = new pg.Client({ connectionString: process.env.APP_DATABASE_URL });
      await app.connect();
    }
    await app.query("BEGIN");
    try {
      await app.query(
        "SELECT set_config('app.user', $1, true), set_config('app.role', $2, true), set_config('app.reach', $3, true)",
        [actor.userId, actor.role, actor.unitId === null ? "*" : actor.line.join(",")],
      );
      const { rowCount } = await app.query(statement, values);
      await app.query("COMMIT");
      return rowCount;
    } catch (error) {
      await app.query("ROLLBACK");
      throw error;
    }
  }
  const insert = (kind: string, to: string, more = "") =>
    `INSERT INTO point_step (id, point_id, unit_id, kind, to_status, happened_on, decision, minutes, reason${more && ", into_id"})
     VALUES (gen_random_uuid(), $1, $2, '${kind}', '${to}', '2025-09-01', 'QĐ', 'BB', 'x'${more})`;

  it("a ward approves, recognises and takes back nothing", async () => {
    const [proposed, active] = [await point(), await running()];
    await expect(as(ward, insert("approve", "approved"), [proposed, ward.unitId])).rejects.toThrow(
      /the city's/,
    );
    await expect(as(ward, insert("recognize", "recognized"), [active, ward.unitId])).rejects.toThrow(
      /the city's/,
    );
    await take(active, "suspend");
    await expect(
      as(
        ward,
        "UPDATE point_step SET reversed_at = now(), reversed_reason = 'x' WHERE point_id = $1 AND kind = 'suspend'",
        [active],
      ),
    ).rejects.toThrow(/the city's/);
  });

  it("no state changes but by a step, no step is changed, and none is left out", async () => {
    const id = await running();
    for (const change of [
      "status = 'recognized'",
      "started_on = '2025-07-15'",
      "status = 'ended', ended_on = '2026-01-01', end_kind = 'removed'",
      `model_id = '${await model(`Khác ${randomUUID()}`)}'`,
    ])
      await expect(as(city, `UPDATE model_point SET ${change} WHERE id = $1`, [id]), change).rejects.toThrow(
        /by a step/,
      );
    await expect(
      as(city, "UPDATE point_step SET happened_on = '2025-07-15' WHERE point_id = $1", [id]),
    ).rejects.toThrow(/only ever reversed/);
    await expect(as(city, insert("replicate", "replicating"), [id, ward.unitId])).rejects.toThrow(
      /does not follow/,
    );
    await expect(as(city, insert("launch", "recognized"), [id, ward.unitId])).rejects.toThrow(
      /does not follow/,
    );
    await expect(
      as(
        ward,
        "INSERT INTO model_point (id, model_id, unit_id, site, decision, started_on, status) VALUES ($1, $2, $3, 'x', 'x', '2025-08-01', 'recognized')",
        [randomUUID(), modelId, ward.unitId],
      ),
    ).rejects.toThrow(/by a step/);
  });

  it("a step of another ward's point is none", async () => {
    const id = await running();
    await expect(as(stranger, insert("suspend", "suspended"), [id, stranger.unitId])).rejects.toThrow(
      /does not follow/,
    );
    expect(
      await as(
        stranger,
        "UPDATE point_step SET reversed_at = now(), reversed_reason = 'x' WHERE point_id = $1",
        [id],
      ),
    ).toBe(0);
  });

  it("papers, days and the point it goes into are looked at again", async () => {
    const [id, other] = [await running("2025-08-20"), await running("2025-10-01")];
    await expect(
      as(ward, insert("suspend", "suspended").replace("'QĐ'", "NULL"), [id, ward.unitId]),
    ).rejects.toThrow(/lacks its papers/);
    await expect(
      as(ward, insert("suspend", "suspended").replace("2025-09-01", "2025-08-19"), [id, ward.unitId]),
    ).rejects.toThrow(/before the last one/);
    for (const into of [id, other, null])
      await expect(
        as(city, insert("merge", "ended", ", $3"), [id, ward.unitId, into]),
        String(into),
      ).rejects.toThrow(/merges into one of its model/);
  });
});

describe("what the triggers refuse", () => {
  it("reaches a form as a word at its field, never as a fault", async () => {
    const [id, other, proposed] = [await running("2025-08-20"), await running("2025-10-01"), await point()];
    const told = (statement: ReturnType<typeof sql>) =>
      withActor({ ...city, reach: "all" }, (tx) => tx.$executeRaw(statement)).then(
        () => "stored",
        (error) => {
          const refusal = fromDatabase(error);
          return refusal?.details.issues?.[0] ?? refusal?.code;
        },
      );
    const step = (
      kind: string,
      to: string,
      day = "2025-09-01",
      into: string | null = null,
      decision: string | null = "x",
    ) => sql`
      INSERT INTO point_step (id, point_id, unit_id, kind, to_status, happened_on, decision, minutes, reason, into_id)
      VALUES (gen_random_uuid(), ${id}::uuid, ${ward.unitId}, ${kind}::point_step_kind, ${to}::point_status, ${day}::date, ${decision}, 'x', 'x', ${into}::uuid)`;
    expect(await told(step("approve", "approved"))).toEqual({ field: "kind", code: "not-from-here" });
    expect(await told(step("suspend", "suspended", "2025-08-19"))).toEqual({
      field: "happenedOn",
      code: "out-of-order",
    });
    expect(await told(step("finish", "ended", "2025-08-20"))).toEqual({
      field: "happenedOn",
      code: "out-of-order",
    });
    expect(await told(step("suspend", "suspended", "2025-09-01", null, null))).toEqual({
      field: "decision",
      code: "required",
    });
    expect(await told(step("merge", "ended", "2025-09-01", other))).toEqual({
      field: "intoId",
      code: "not-running",
    });
    expect(await told(sql`UPDATE model_point SET status = 'suspended' WHERE id = ${id}::uuid`)).toBe(
      "denied",
    );
    expect(
      await told(
        sql`UPDATE point_step SET reversed_at = now(), reversed_reason = 'x' WHERE point_id = ${proposed}::uuid`,
      ),
    ).toEqual({ field: "reason", code: "not-the-last" });
    const copy = (of: string) =>
      sql`UPDATE model_point SET origin = 'replicated', copied_from_id = ${of}::uuid WHERE id = ${other}::uuid`;
    expect(await told(copy(randomUUID()))).toEqual({ field: "copiedFromId", code: "unknown-choice" });
    expect(await told(copy(id))).toBe("stored");
    expect(await told(sql`DELETE FROM model_point WHERE id = ${id}::uuid`)).toBe("in-use");
  });
});

describe("merging two points", () => {
  it("keeps both histories and counts one from that day on", async () => {
    const [gone, stays] = [
      await running("2025-08-01", { teams: "2" }),
      await running("2025-08-05", { teams: "3" }),
    ];
    await take(gone, "merge", {
      intoId: stays,
      happenedOn: "2025-11-01",
      minutes: undefined,
      reason: undefined,
    });
    expect(await stand(gone)).toMatchObject({
      status: "ended",
      endKind: "merged",
      endedOn: "2025-11-01",
      intoId: stays,
    });
    expect((await getPoint(ward, { id: gone })).steps.at(-1)).toMatchObject({
      intoId: stays,
      intoSite: "Khóm 3",
      intoUnit: "Phường Phú Lợi",
    });
    const { merged, sizes, steps: history } = await getPoint(ward, { id: stays });
    expect(merged).toMatchObject([{ id: gone, endedOn: "2025-11-01" }]);
    expect(sizes).toEqual([{ effectiveOn: "2025-08-05", teams: 3, members: null }]);
    expect(history).toHaveLength(1);
  });

  it("goes into a running point of the same model only", async () => {
    const id = await running();
    const other = await model(`Tuyến đường ${randomUUID()}`);
    const strange = await running("2025-08-01", { modelId: other });
    const late = await running("2025-10-01");
    const ended = await running();
    await take(ended, "finish");
    const waiting = await point();
    for (const [why, intoId] of Object.entries({ id, strange, late, ended, waiting, none: randomUUID() }))
      expect(await refusal(take(id, "merge", { intoId })), why).toMatchObject(
        refused("intoId", "not-running"),
      );
    const offered = (await stepPage(city, { id, kind: "merge" })).targets.map((target) => target.id);
    expect(offered).toContain(late);
    for (const never of [id, strange, ended, waiting]) expect(offered).not.toContain(never);
  });

  it("goes into a point of the model its own was merged into", async () => {
    const [old, taker] = [await model(`Cũ ${randomUUID()}`), await model(`Mới ${randomUUID()}`)];
    const [a, b] = [
      await running("2025-08-01", { modelId: old }),
      await running("2025-08-01", { modelId: taker }),
    ];
    await db.owner.query(
      "UPDATE security_model SET merged_into_id = $2, merged_on = '2025-12-01', merge_decision = 'x' WHERE id = $1",
      [old, taker],
    );
    expect(await refusal(take(a, "merge", { intoId: b, happenedOn: "2025-11-30" }))).toMatchObject(
      refused("intoId", "not-running"),
    );
    await take(a, "merge", { intoId: b, happenedOn: "2025-12-01" });
    expect(await stand(a)).toMatchObject({ intoId: b });
  });

  it("holds the other one: it ends no earlier, and does not wait again while something went into it", async () => {
    const [gone, stays] = [await running(), await running()];
    await take(gone, "merge", { intoId: stays, happenedOn: "2025-11-01" });
    expect(await refusal(take(stays, "finish", { happenedOn: "2025-10-01" }))).toMatchObject(
      refused("happenedOn", "before-merged:2025-11-01"),
    );
    expect(await refusal(reverse(stays))).toMatchObject(refused("reason", "merged-here"));
    await reverse(gone);
    await reverse(stays);
    expect(await stand(gone)).toMatchObject({ status: "active", endedOn: null, endKind: null, intoId: null });
    expect(await stand(stays)).toMatchObject({ status: "proposed", startedOn: null });
  });
});

describe("taking a step back", () => {
  it("brings back what was before, step by step, and keeps what was taken back with who and why", async () => {
    const id = await point();
    await take(id, "approve", { decision: "QĐ 7" });
    await take(id, "launch", { decision: "QĐ 8", happenedOn: "2025-10-01" });
    await reverse(id);
    expect(await stand(id)).toMatchObject({ status: "approved", startedOn: null, decision: "QĐ 7" });
    await reverse(id);
    expect(await stand(id)).toMatchObject({ status: "proposed", decision: "TTr 1" });
    expect(await refusal(reverse(id))).toMatchObject(refused("reason", "not-the-last"));
    expect(await steps(id)).toEqual(["propose", "-approve", "-launch"]);
    expect((await getPoint(city, { id })).steps[1]).toMatchObject({
      reversedReason: "Ghi nhầm",
      reversedBy: city.name,
    });
    await take(id, "decline");
    await reverse(id);
    expect(await stand(id)).toMatchObject({ status: "proposed" });
  });

  it("is of the last one only, once", async () => {
    const id = await running();
    await take(id, "suspend");
    await take(id, "resume");
    const [enter, suspend, resume] = (await getPoint(city, { id })).steps;
    for (const earlier of [enter, suspend])
      expect(await refusal(reverse(id, city, earlier?.id))).toMatchObject(refused("reason", "not-the-last"));
    expect(await refusal(reverse(id, city, randomUUID()))).toMatchObject({ code: "not-found" });
    const answers = await Promise.all([1, 2, 3].map(() => refusal(reverse(id, city, resume?.id))));
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(await steps(id)).toEqual(["enter", "suspend", "-resume"]);
  });

  it("of the entry makes it a proposal again, which can be approved and launched", async () => {
    const id = await running();
    await reverse(id);
    expect(await stand(id)).toMatchObject({ status: "proposed", startedOn: null });
    await take(id, "approve", { happenedOn: "2025-07-02" });
    await take(id, "launch", { happenedOn: "2025-07-03" });
    expect(await stand(id)).toMatchObject({ status: "active", startedOn: "2025-07-03" });
  });

  it("of a recognition takes its recognition, too", async () => {
    const id = await running();
    await take(id, "recognize", { level: "ministry", happenedOn: "2025-12-01", decision: "QĐ 510" });
    const recognition = async () =>
      (
        await db.owner.query(
          "SELECT level::text, document, decided_on::text, revoked_on::text, revoked_reason FROM recognition WHERE point_id = $1 ORDER BY created_at",
          [id],
        )
      ).rows;
    expect(await recognition()).toEqual([
      {
        level: "ministry",
        document: "QĐ 510",
        decided_on: "2025-12-01",
        revoked_on: null,
        revoked_reason: null,
      },
    ]);
    await reverse(id);
    expect(await recognition()).toMatchObject([{ revoked_on: "2025-12-01", revoked_reason: "Ghi nhầm" }]);
    await take(id, "recognize", { level: "city", happenedOn: "2025-12-02" });
    expect(await recognition()).toMatchObject([{ level: "ministry" }, { level: "city", revoked_on: null }]);
  });
});

describe("what a step must not undo or skip", () => {
  it("leaves the start of a point that was rated in every figure of its time", async () => {
    const id = await running();
    await db.owner.query(
      "INSERT INTO point_rating (point_id, rated_on, unit_id, grade) SELECT id, '2025-10-01', unit_id, 'effective' FROM model_point WHERE id = $1",
      [id],
    );
    const [first] = (await getPoint(city, { id })).steps;
    await expect(
      reverseStep(city, { id: first?.id as string, pointId: id, reason: "x" }),
    ).rejects.toMatchObject({ details: { issues: [{ field: "reason", code: "in-use" }] } });
    expect(await stand(id)).toMatchObject({ status: "active", startedOn: "2025-08-01" });
  });

  it("makes no second recognition of a level that stands already", async () => {
    const id = await running();
    const recognize = () => input(id, "recognize", { level: "city" });
    await decideStep(city, await recognize());
    await takeStep(ward, await input(id, "consolidate"));
    await takeStep(ward, await input(id, "resume"));
    await decideStep(city, await recognize());
    const { rows } = await db.owner.query("SELECT revoked_on FROM recognition WHERE point_id = $1", [id]);
    expect(rows).toEqual([{ revoked_on: null }]);
  });

  it("launches a pilot by its decision only: it is not suspended into operation", async () => {
    const id = await running("2025-08-01", { status: "piloting" });
    await expect(takeStep(ward, await input(id, "suspend"))).rejects.toMatchObject({
      details: { issues: [{ field: "kind", code: "not-from-here" }] },
    });
  });
});

describe("a point of a unit that is no more (T3, T4)", () => {
  const former = (code: string) => db.unit(code, "2025-06-30");
  /** A proposal of before the merger, as the register kept it. */
  const proposedIn = async (unitId: number) => {
    const id = randomUUID();
    await db.owner.query(
      `INSERT INTO model_point (id, model_id, unit_id, site, decision, status, created_at) VALUES ($1, $2, $3, 'Khóm 1', 'TTr 3', 'proposed', '2025-06-20')`,
      [id, modelId, unitId],
    );
    return id;
  };

  it("begins in the unit that carries its own on, with its history", async () => {
    const old = await former("31522");
    const id = await proposedIn(old);
    await take(id, "approve", { happenedOn: "2025-06-25" });
    await take(id, "launch", { happenedOn: "2025-07-15" }, ward);
    expect(await stand(id)).toMatchObject({ status: "active", unitId: ward.unitId, startedOn: "2025-07-15" });
    const { rows } = await db.owner.query("SELECT DISTINCT unit_id FROM point_step WHERE point_id = $1", [
      id,
    ]);
    expect(rows).toEqual([{ unit_id: ward.unitId }]);
  });

  it("stays in its own where it began before the merger", async () => {
    const old = await former("31522");
    const id = await proposedIn(old);
    await take(id, "approve", { happenedOn: "2025-06-25" });
    await take(id, "launch", { happenedOn: "2025-06-30" }, ward);
    expect(await stand(id)).toMatchObject({ unitId: old, startedOn: "2025-06-30" });
    // Long after, the ward that carries it on still takes its steps.
    await take(id, "consolidate", { happenedOn: "2026-01-10" }, ward);
    expect(await stand(id)).toMatchObject({ status: "consolidating", unitId: old });
  });

  it("of a split unit begins where its remainder went, not where a part did", async () => {
    const { rows } = await db.owner.query(
      "SELECT id FROM unit WHERE full_name = 'Phường Bùi Hữu Nghĩa' AND valid_to IS NOT NULL",
    );
    const id = await proposedIn(rows[0].id);
    await take(id, "approve", { happenedOn: "2025-06-25" });
    const receiver = await db.actor("ward_officer", "31120"); // Cái Khế
    expect(await refusal(takeStep(receiver, await input(id, "launch")))).toMatchObject({ code: "not-found" });
    const carrier = await db.actor("ward_officer", "31168"); // Bình Thủy
    await take(id, "launch", { happenedOn: "2025-07-20" }, carrier);
    expect(await stand(id)).toMatchObject({ unitId: carrier.unitId, startedOn: "2025-07-20" });
  });

  it("is not approved or declined before its unit was there, by the command or past it", async () => {
    const id = await point();
    for (const kind of ["approve", "decline"] as const)
      expect(await refusal(take(id, kind, { happenedOn: "2020-01-01" }))).toMatchObject(
        refused("happenedOn", "before-unit:2025-07-01"),
      );
    const past = await db.owner
      .query(
        `INSERT INTO point_step (id, point_id, unit_id, kind, from_status, to_status, happened_on, decision)
         SELECT gen_random_uuid(), id, unit_id, 'approve', 'proposed', 'approved', '2020-01-01', 'QĐ 1' FROM model_point WHERE id = $1`,
        [id],
      )
      .catch((error) => error);
    expect(past).toMatchObject({ constraint: "step_unit_day" });
    expect(fromDatabase(past)?.details).toEqual({ issues: [{ field: "happenedOn", code: "unit-not-then" }] });
    expect(await stand(id)).toMatchObject({ status: "proposed", version: 1 });
    // Of a unit that was merged meanwhile the approval may be of before or after the merger.
    const old = await proposedIn(await former("31522"));
    await take(old, "approve", { happenedOn: "2025-07-10" });
    expect(await stand(old)).toMatchObject({ status: "approved" });
  });

  it("does not begin before its unit was there", async () => {
    const id = await point({ status: "approved", unitId: ward.unitId }, city);
    expect(await refusal(take(id, "launch", { happenedOn: "2025-06-30" }, ward))).toMatchObject(
      refused("happenedOn", "before-unit:2025-07-01"),
    );
  });
});

describe("any steps in any order", () => {
  it("leave the point where the rules alone say it is", async () => {
    const target = await running("2025-07-02");
    const day = fc.integer({ min: 0, max: 300 }).map((days) => addDays("2025-07-05", days));
    const moves = fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom(...stepKinds), day }) },
        { weight: 1, arbitrary: fc.constant("reverse" as const) },
      ),
      { minLength: 4, maxLength: 14 },
    );
    await fc.assert(
      fc.asyncProperty(moves, async (list) => {
        const id = await point();
        type Line = Parameters<typeof lastStepOn>[0][number] & {
          before: Awaited<ReturnType<typeof afterStep>>;
        };
        let state: ReturnType<typeof afterStep> = { status: "proposed", startedOn: null };
        const taken: Line[] = [];
        for (const move of list) {
          if (move === "reverse") {
            const last = taken.pop();
            const answer = await refusal(reverse(id));
            expect(answer === undefined).toBe(last !== undefined);
            if (last) state = last.before;
            continue;
          }
          const fault = stepFault(move.kind, state, move.day, lastStepOn(taken));
          const answer = await refusal(take(id, move.kind, { happenedOn: move.day, intoId: target }));
          expect(answer?.issues?.[0] ?? undefined, JSON.stringify(list)).toEqual(fault);
          if (fault) continue;
          const after = afterStep(state, move.kind, move.day);
          taken.push({
            kind: move.kind,
            toStatus: after.status,
            happenedOn: move.day,
            reversed: false,
            before: state,
          });
          state = after;
        }
        expect(await stand(id)).toMatchObject(state);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });
});
