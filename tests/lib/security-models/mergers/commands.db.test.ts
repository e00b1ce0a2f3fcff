import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { createModel, deleteModel, updateModel } from "@/lib/security-models/commands";
import { mergeModel, unmergeModel } from "@/lib/security-models/mergers/commands";
import { getDeletion, getMerger } from "@/lib/security-models/mergers/queries";
import { createPoint } from "@/lib/security-models/points/commands";
import { getPoint, newPoint } from "@/lib/security-models/points/queries";
import { getModel, listModels } from "@/lib/security-models/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let city: Actor;
let ward: Actor;

beforeAll(async () => {
  city = await db.actor("city_officer");
  ward = await db.actor("ward_officer", "31510");
});

const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );
const fault = (field: string, code: string) => ({ code: "invalid", issues: [{ field, code }] });

async function model(name: string = randomUUID(), aliases?: string) {
  const id = randomUUID();
  await createModel(city, {
    id,
    name,
    aliases,
    block: "residential",
    fields: ["crime-prevention"],
    coreForce: "commune-police",
    acceptSimilar: "on",
  });
  return id;
}

async function point(modelId: string, startedOn = "2025-07-10", more: object = {}) {
  const id = randomUUID();
  await createPoint(city, {
    id,
    modelId,
    unitId: ward.unitId,
    startedOn,
    site: `Khóm ${id.slice(0, 8)}`,
    status: "active",
    decision: "QĐ 1",
    teams: "2",
    members: "15",
    ...more,
  });
  return id;
}

const merge = (id: string, intoId: string, more: object = {}) => ({
  id,
  version: 1,
  intoId,
  mergedOn: "2025-10-01",
  mergeDecision: "QĐ 9",
  ...more,
});
const totals = async (asOf: string) => {
  const { models, points, teams, members } = (
    await listModels(city, { context: readContext({ asOf }, "leader") })
  ).totals;
  return { models, points, teams, members };
};

describe("merging a model into another", () => {
  it("lowers the count of models by one from that day and not before; points, teams and members stay", async () => {
    const [from, into] = [await model(), await model()];
    const [moved] = [await point(from), await point(into)];
    const days = ["2025-09-30", "2025-10-01", "2025-11-30"];
    const before = await Promise.all(days.map(totals));
    await mergeModel(city, merge(from, into));
    const after = await Promise.all(days.map(totals));
    expect(after[0]).toEqual(before[0]);
    for (const day of [1, 2])
      expect(after[day]).toEqual({ ...before[day], models: (before[day]?.models ?? 0) - 1 });

    const on = async (id: string, asOf: string) =>
      (await getModel(city, { id, context: readContext({ asOf }, "leader") })).counts.points;
    expect([await on(from, "2025-09-30"), await on(into, "2025-09-30")]).toEqual([1, 1]);
    expect([await on(from, "2025-10-01"), await on(into, "2025-10-01")]).toEqual([0, 2]);
    // Nothing is rewritten: the point is what it was, with its own history.
    const found = await getPoint(city, { id: moved });
    expect(found.point.modelId).toBe(from);
    expect(found.steps).toHaveLength(1);
    expect((await db.audit("security-models.merge"))[0]).toMatchObject({ outcome: "done", subject_id: from });
  });

  it("finds the other model by every spelling of this one", async () => {
    const mark = randomUUID().slice(0, 8);
    const from = await model(`Cổng rào an ninh ${mark}`, `Ngõ xanh ${mark}`);
    const into = await model(`Xóm sáng đèn ${mark}`);
    await point(from);
    await mergeModel(city, merge(from, into));
    for (const q of [`cong rao an ninh ${mark}`, `ngo xanh ${mark}`, `xom sang den ${mark}`])
      expect(
        (await listModels(city, { context: readContext({ asOf: "2025-11-01" }, "leader"), q })).rows.map(
          ({ id }) => id,
        ),
      ).toEqual([into]);
    // And still under its new name.
    const { model: found } = await getModel(city, { id: into, context: readContext({}, "leader") });
    await updateModel(city, {
      ...found,
      aliases: found.aliases.join("\n") || undefined,
      name: `Đổi tên ${mark}`,
      description: undefined,
      acceptSimilar: "on",
    });
    expect(
      (
        await listModels(city, {
          context: readContext({ asOf: "2025-11-01" }, "leader"),
          q: `ngo xanh ${mark}`,
        })
      ).rows,
    ).toHaveLength(1);
  });

  it("is refused by field", async () => {
    const [from, into, late, gone] = [await model(), await model(), await model(), await model()];
    await point(from, "2025-08-01");
    await point(late, "2025-11-01");
    await mergeModel(city, merge(gone, into, { mergedOn: "2025-09-01" }));
    const cases: [object, string, string][] = [
      [{ intoId: from }, "intoId", "unknown-choice"],
      [{ intoId: randomUUID() }, "intoId", "unknown-choice"],
      [{ intoId: undefined }, "intoId", "required"],
      [{ intoId: gone }, "intoId", "merged-itself"],
      [{ mergedOn: "2025-08-01" }, "mergedOn", "before-start:2025-08-01"],
      [{ intoId: late, mergedOn: "2025-10-31" }, "mergedOn", "into-not-begun:2025-11-01"],
      [{ mergedOn: "2999-01-01" }, "mergedOn", "in-the-future"],
      [{ mergeDecision: "" }, "mergeDecision", "required"],
    ];
    for (const [more, field, code] of cases)
      expect(await refusal(mergeModel(city, merge(from, into, more)))).toMatchObject(fault(field, code));
    expect(await refusal(mergeModel(city, merge(from, into, { version: 2 })))).toMatchObject({
      code: "conflict",
    });
    for (const actor of [ward, await db.actor("leader")])
      expect(await refusal(mergeModel(actor, merge(from, into)))).toMatchObject({ code: "denied" });
  });

  it("runs on in a chain, in the order of its days, and never in a circle", async () => {
    const [a, b, c] = [await model(), await model(), await model()];
    const moved = await point(a, "2025-07-05");
    await mergeModel(city, merge(a, b, { mergedOn: "2025-09-01" }));
    expect(await refusal(mergeModel(city, merge(b, c, { mergedOn: "2025-08-31" })))).toMatchObject(
      fault("mergedOn", "before-merger:2025-09-01"),
    );
    await mergeModel(city, merge(b, c, { mergedOn: "2025-10-01" }));
    expect(await refusal(mergeModel(city, merge(c, a)))).toMatchObject(fault("intoId", "merged-itself"));
    const holder = async (asOf: string) =>
      (await db.owner.query("SELECT current_id FROM app_models_on($2::date) WHERE model_id = $1", [a, asOf]))
        .rows[0].current_id;
    expect([await holder("2025-08-31"), await holder("2025-09-01"), await holder("2025-10-01")]).toEqual([
      a,
      b,
      c,
    ]);
    expect(
      (await getModel(city, { id: c, context: readContext({ asOf: "2025-11-01" }, "leader") })).counts.points,
    ).toBe(1);
    expect((await getPoint(city, { id: moved })).point.modelId).toBe(a);
    // The database would not let a circle close either.
    await expect(
      db.owner.query(
        "UPDATE security_model SET merged_into_id = $2, merged_on = '2025-11-01', merge_decision = 'x' WHERE id = $1",
        [c, a],
      ),
    ).rejects.toThrow(/went into it/);
  });

  it("of two at once happens once: towards each other, and of one model into two", async () => {
    for (let round = 0; round < 3; round += 1) {
      const [a, b, c] = [await model(), await model(), await model()];
      const crossing = await Promise.all([
        refusal(mergeModel(city, merge(a, b))),
        refusal(mergeModel(city, merge(b, a))),
      ]);
      expect(crossing.filter((answer) => answer === undefined)).toHaveLength(1);
      const standing = crossing[0] === undefined ? b : a;
      const other = await model();
      const twice = await Promise.all([
        refusal(mergeModel(city, merge(standing, c))),
        refusal(mergeModel(city, merge(standing, other))),
      ]);
      expect(twice.filter((answer) => answer === undefined)).toHaveLength(1);
      expect(twice.find((answer) => answer)).toMatchObject(fault("intoId", "merged-before"));
    }
  });

  it("takes the model out of every list that offers one", async () => {
    const [from, into] = [await model(), await model()];
    await mergeModel(city, merge(from, into));
    expect((await newPoint(ward, {})).models.map(({ id }) => id)).not.toContain(from);
    expect(await refusal(newPoint(ward, { modelId: from }))).toMatchObject({ code: "not-found" });
    expect(await refusal(point(from))).toMatchObject(fault("modelId", "merged"));
    const third = await getMerger(city, { id: into });
    expect(third.options.map(({ id }) => id)).not.toContain(from);
    expect(third.mergedFrom).toMatchObject([{ id: from, on: "2025-10-01", decision: "QĐ 9" }]);
  });
});

describe("undoing a merger", () => {
  it("gives every day's points back, with the reason on record; spellings stay", async () => {
    const mark = randomUUID().slice(0, 8);
    const [from, into] = [await model(`Bờ kè yên ${mark}`), await model()];
    await point(from);
    const days = ["2025-09-30", "2025-10-01"];
    const before = await Promise.all(days.map(totals));
    await mergeModel(city, merge(from, into));
    await unmergeModel(city, { id: from, version: 2, reason: "Chọn nhầm mô hình" });
    expect(await Promise.all(days.map(totals))).toEqual(before);
    expect(
      (await getModel(city, { id: from, context: readContext({}, "leader") })).model.mergedInto,
    ).toBeNull();
    expect((await getModel(city, { id: into, context: readContext({}, "leader") })).model.aliases).toContain(
      `Bờ kè yên ${mark}`,
    );
    expect((await db.audit("security-models.unmerge"))[0]).toMatchObject({
      subject_id: from,
      before: { mergedOn: "2025-10-01" },
    });
    // It can be merged again, where it belongs.
    await mergeModel(city, merge(from, await model(), { version: 3 }));
  });

  it("is the city's, needs a reason, and finds nothing where nothing was merged", async () => {
    const [from, into] = [await model(), await model()];
    expect(await refusal(unmergeModel(city, { id: from, version: 1, reason: "x" }))).toMatchObject(
      fault("reason", "not-merged"),
    );
    await mergeModel(city, merge(from, into));
    expect(await refusal(unmergeModel(city, { id: from, version: 2, reason: " " }))).toMatchObject(
      fault("reason", "required"),
    );
    expect(await refusal(unmergeModel(city, { id: from, version: 1, reason: "x" }))).toMatchObject({
      code: "conflict",
    });
    for (const actor of [ward, await db.actor("leader"), await db.actor("administrator")])
      expect(await refusal(unmergeModel(actor, { id: from, version: 2, reason: "x" }))).toMatchObject({
        code: "denied",
      });
  });
});

describe("deleting a model", () => {
  it("takes one that nothing hangs on, with its spellings, and keeps the reason", async () => {
    const id = await model("Nhập nhầm tên", "Tên nhầm");
    await deleteModel(city, { id, version: 1, reason: "Trùng" });
    expect(await refusal(getModel(city, { id, context: readContext({}, "leader") }))).toMatchObject({
      code: "not-found",
    });
    expect((await db.owner.query("SELECT FROM model_alias WHERE model_id = $1", [id])).rows).toEqual([]);
    expect((await db.audit("security-models.delete"))[0]).toMatchObject({ subject_id: id, outcome: "done" });
  });

  it("refuses one with points, a merger or an award, and lists them with their pages", async () => {
    const [id, gone] = [await model(), await model()];
    const standing = await point(id, undefined, { status: "proposed", startedOn: undefined });
    await mergeModel(city, merge(gone, id));
    await db.owner.query(
      `INSERT INTO award (id, form, recipient_kind, recipient_name, unit_id, issuer, decision_number, decision_date, achievement, model_id)
       VALUES ($1, 'diploma', 'collective', 'Tập thể', $2, 'x', 'QĐ 5', '2025-08-01', 'x', $3)`,
      [randomUUID(), ward.unitId, id],
    );
    const refused = await refusal(deleteModel(city, { id, version: 1, reason: "x" }));
    expect(refused).toMatchObject({ code: "in-use" });
    expect(refused?.similar.map(({ href }: { href: string }) => href.replace(/[0-9a-f-]{36}$/, "…"))).toEqual(
      ["/security-models/points/…", "/security-models/…", "/awards/…"],
    );
    expect(refused?.similar[0].href).toContain(standing);
    expect((await getDeletion(city, { id })).hanging).toHaveLength(3);
    expect(await refusal(deleteModel(ward, { id, version: 1, reason: "x" }))).toMatchObject({
      code: "denied",
    });
  });
});
