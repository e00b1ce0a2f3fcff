import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { withActor } from "@/lib/core/db";
import { sql } from "@/lib/core/sql";
import { createModel } from "@/lib/security-models/commands";
import { createPoint, deletePoint, resizePoint, updatePoint } from "@/lib/security-models/points/commands";
import { pointWords } from "@/lib/security-models/points/messages";
import { editPoint, getPoint, newPoint } from "@/lib/security-models/points/queries";
import { pointsInForce } from "@/lib/security-models/queries";
import { decideStep, reverseStep } from "@/lib/security-models/steps/commands";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let city: Actor;
let ward: Actor; // Phú Lợi
let stranger: Actor; // Ninh Kiều
let modelId: string;

beforeAll(async () => {
  city = await db.actor("city_officer");
  ward = await db.actor("ward_officer", "31510");
  stranger = await db.actor("ward_officer", "31135");
  modelId = randomUUID();
  await createModel(city, {
    id: modelId,
    name: "Camera an ninh",
    block: "residential",
    fields: ["crime-prevention"],
    principles: [],
    coreForce: "commune-police",
  });
});

const typed = (more: object = {}) => ({
  id: randomUUID(),
  modelId,
  unitId: ward.unitId,
  site: "Khóm 3",
  status: "active",
  origin: "new",
  decision: "QĐ 12/QĐ-UBND",
  startedOn: "2025-08-01",
  teams: "2",
  members: "15",
  ...more,
});
const stored = async (id: string) =>
  (await db.owner.query("SELECT *, started_on::text, ended_on::text FROM model_point WHERE id = $1", [id]))
    .rows;
const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );
describe("entering a point", () => {
  it("is open to the ward, and one row however often it is sent", async () => {
    const input = typed();
    await Promise.all(Array.from({ length: 20 }, () => createPoint(ward, input)));
    expect(await stored(input.id)).toMatchObject([
      { site: "Khóm 3", teams: 2, members: 15, started_on: "2025-08-01", status: "active", version: 1 },
    ]);
    expect((await db.audit("security-models.points.create"))[0]).toMatchObject({
      subject_id: input.id,
      outcome: "done",
    });
    expect(await refusal(createPoint(ward, { ...input, teams: "3" }))).toMatchObject({ code: "repeated" });
  });

  it("offers a ward every model of the city by name", async () => {
    expect((await newPoint(ward, {})).models).toEqual([{ id: modelId, name: "Camera an ninh" }]);
    // What a ward enters waits for the city's approval unless it says otherwise.
    expect(await newPoint(ward, {})).toMatchObject({ status: "proposed" });
    expect(await newPoint(city, {})).toMatchObject({ status: "active" });
    for (const code of ["startedOn.required", "startedOn.in-the-future"])
      expect(pointWords.vi.errors[code]).not.toMatch(/phê duyệt/);
    expect(await refusal(newPoint(ward, { modelId: randomUUID() }))).toMatchObject({ code: "not-found" });
  });

  it("keeps a ward to its own unit and those it carries on (S18)", async () => {
    const elsewhere = typed({ unitId: stranger.unitId });
    expect(await refusal(createPoint(ward, elsewhere))).toMatchObject({ code: "not-found" });
    expect(await refusal(createPoint(city, typed({ unitId: 999_999 })))).toMatchObject({ code: "not-found" });
    expect(await stored(elsewhere.id)).toEqual([]);
    const former = await db.unit("31510", "2025-06-30");
    await createPoint(ward, typed({ unitId: former, startedOn: "2024-03-01" }));
  });

  it("lets nobody write who only reads", async () => {
    for (const role of ["leader", "administrator"] as const)
      expect(await refusal(createPoint(await db.actor(role), typed()))).toMatchObject({ code: "denied" });
  });

  it("refuses a day on which the unit did not exist, also for a point that waits (T3)", async () => {
    const former = await db.unit("31510", "2025-06-30");
    const cases = [
      typed({ startedOn: "2025-06-30" }),
      typed({ unitId: former, startedOn: "2025-07-01" }),
      typed({ unitId: former, status: "proposed", startedOn: undefined }),
    ];
    for (const input of cases)
      expect(await refusal(createPoint(city, input))).toMatchObject({
        code: "invalid",
        issues: [{ field: "unitId", code: expect.stringMatching(/^unit-not-then/) }],
      });
  });

  it("refuses what no entrance may let through, also past the form", async () => {
    const former = await db.unit("31510", "2025-06-30");
    await expect(
      db.owner.query(
        "INSERT INTO model_point (id, model_id, unit_id, site, decision, started_on) VALUES ($1, $2, $3, 'x', 'x', '2025-07-01')",
        [randomUUID(), modelId, former],
      ),
    ).rejects.toThrow(/did not exist on/);
  });

  it("names every fault and stores nothing", async () => {
    const cases: [object, string, string][] = [
      [{ modelId: randomUUID() }, "modelId", "unknown-choice"],
      [{ modelId: "x" }, "modelId", "unknown-choice"],
      [{ site: "x".repeat(10_000_000) }, "site", "too-long:200"],
      [{ site: "\u0000" }, "site", "bad-characters"],
      [{ decision: "\ud800" }, "decision", "bad-characters"],
      [{ status: "ended" }, "status", "unknown-choice"],
      [{ teams: "-1" }, "teams", "too-small:0"],
      [{ members: "1e9" }, "members", "not-a-number"],
      [{ startedOn: "2999-01-01" }, "startedOn", "in-the-future"],
    ];
    const count = async () => (await db.owner.query("SELECT count(*)::int AS n FROM model_point")).rows[0].n;
    const before = await count();
    for (const [change, field, code] of cases)
      expect(await refusal(createPoint(ward, typed(change)))).toMatchObject({
        code: "invalid",
        issues: [{ field, code }],
      });
    expect(await count()).toBe(before);
  });

  it("takes nothing the form does not ask (S19)", async () => {
    const input = typed({ version: 9, endedOn: "2025-09-01", endKind: "removed" });
    await createPoint(ward, input);
    expect((await stored(input.id))[0]).toMatchObject({ version: 1, ended_on: null, end_kind: null });
  });
});

describe("approving", () => {
  it("is the city's, also on entry and in the database", async () => {
    const approved = typed({ status: "approved", startedOn: undefined });
    expect(await refusal(createPoint(ward, approved))).toMatchObject({
      issues: [{ field: "status", code: "approved-by-city" }],
    });
    expect((await newPoint(ward, {})).statuses).not.toContain("approved");
    await createPoint(city, approved);
    expect((await stored(approved.id))[0]).toMatchObject({ status: "approved", started_on: null });
  });
});

describe("changing a point", () => {
  it("tells the second editor which fields differ, the unit by its name (R5)", async () => {
    const input = typed();
    await createPoint(ward, input);
    await updatePoint(ward, { ...input, version: 1, address: "Số 1", siteKind: "hamlet" });
    const late = await refusal(
      updatePoint(city, { ...input, version: 1, unitId: stranger.unitId, siteKind: "road" }),
    );
    expect(late).toMatchObject({ code: "conflict", version: 2 });
    expect(late?.differing).toHaveLength(3);
    expect(late?.differing).toEqual(
      expect.arrayContaining([
        { field: "unitId", theirs: "Phường Phú Lợi", yours: "Phường Ninh Kiều" },
        { field: "address", theirs: "Số 1", yours: null },
        {
          field: "siteKind",
          theirs: { vi: "Khóm, ấp, khu dân cư", en: "Hamlet, residential area" },
          yours: { vi: "Tuyến đường", en: "Road" },
        },
      ]),
    );
  });

  it("does not exist for another ward, to read or to write", async () => {
    const input = typed();
    await createPoint(ward, input);
    for (const attempt of [
      () => getPoint(stranger, { id: input.id }),
      () => editPoint(stranger, { id: input.id }),
      () => updatePoint(stranger, { ...input, version: 1, unitId: stranger.unitId }),
      () => updatePoint(stranger, { ...input, version: 1 }),
    ])
      expect(await refusal(attempt())).toMatchObject({ code: "not-found" });
    expect((await stored(input.id))[0]).toMatchObject({ version: 1, unit_id: ward.unitId });
    expect((await db.audit("security-models.points.update"))[0]).toMatchObject({
      outcome: "refused",
      subject_id: input.id,
      user_name: stranger.username,
    });
  });
});

describe("what is told about a point", () => {
  it("keeps its place, address, force, contact post and money; an emptied box empties it", async () => {
    const input = typed({
      siteKind: "worship",
      address: "Số 12, đường Lê Hồng Phong",
      coordinates: "9,6025; 105,9739",
      coreForce: "womens-union",
      contactPost: "Trưởng ban điều hành khóm 3",
      budgetFunding: "20.000.000",
      socialFunding: "0",
    });
    await createPoint(ward, input);
    const told = { siteKind: "worship", latitude: 9.6025, longitude: 105.9739, coreForce: "womens-union" };
    expect((await getPoint(ward, { id: input.id })).point).toMatchObject({
      ...told,
      budgetFunding: 20_000_000,
      socialFunding: 0,
    });
    await updatePoint(ward, { id: input.id, version: 1, unitId: ward.unitId, site: "Khóm 3" });
    expect((await getPoint(ward, { id: input.id })).point).toMatchObject({
      siteKind: null,
      address: null,
      latitude: null,
      longitude: null,
      coreForce: null,
      contactPost: null,
      budgetFunding: null,
      socialFunding: null,
      status: "active",
      startedOn: "2025-08-01",
    });
  });

  it("is refused with a telephone number, a place outside the country, a code of no list", async () => {
    const cases: [object, string, string][] = [
      [{ contactPost: "Ông Ba, 0912.345.678" }, "contactPost", "phone-number"],
      [{ coordinates: "48.85, 2.35" }, "coordinates", "not-coordinates"],
      [{ coordinates: "105.97, 9.60" }, "coordinates", "not-coordinates"],
      [{ siteKind: "castle" }, "siteKind", "unknown-choice"],
      [{ coreForce: "nobody" }, "coreForce", "unknown-choice"],
      [{ budgetFunding: "-1" }, "budgetFunding", "too-small:0"],
    ];
    for (const [change, field, code] of cases)
      expect(await refusal(createPoint(ward, typed(change))), field).toMatchObject({
        code: "invalid",
        issues: [{ field, code }],
      });
  });

  it("set right to another unit goes there with its history, its sizes and its ratings", async () => {
    const input = typed();
    await createPoint(ward, input);
    await db.owner.query(
      "INSERT INTO point_rating (point_id, rated_on, unit_id, grade) VALUES ($1, '2025-12-20', $2, 'effective')",
      [input.id, ward.unitId],
    );
    await updatePoint(city, { id: input.id, version: 1, unitId: stranger.unitId, site: "Khóm 3" });
    const found = await getPoint(stranger, { id: input.id });
    expect([found.steps.length, found.sizes.length, found.ratings.length]).toEqual([1, 1, 1]);
    expect(await refusal(getPoint(ward, { id: input.id }))).toMatchObject({ code: "not-found" });
  });
});

describe("a copy", () => {
  it("began no earlier than its original, and names no proposal", async () => {
    const [original, proposal] = [
      typed({ startedOn: "2025-09-01" }),
      typed({ status: "proposed", startedOn: undefined }),
    ];
    for (const input of [original, proposal]) await createPoint(ward, input);
    const copy = (copiedFromId: string) =>
      typed({ origin: "replicated", copiedFromId, startedOn: "2025-08-15" });
    expect(await refusal(createPoint(ward, copy(original.id)))).toMatchObject({
      issues: [{ field: "copiedFromId", code: "later:2025-09-01" }],
    });
    expect(await refusal(createPoint(ward, copy(proposal.id)))).toMatchObject({
      issues: [{ field: "copiedFromId", code: "unknown-choice" }],
    });
    expect((await newPoint(stranger, { from: proposal.id })).original).toBeUndefined();
  });

  it("names its original wherever in the city it lies, and leads there only who may see it", async () => {
    const [original, copy] = [typed({ unitId: stranger.unitId, site: "Chợ Xuân Khánh" }), typed()];
    await createPoint(stranger, original);
    await createPoint(ward, { ...copy, origin: "replicated", copiedFromId: original.id });
    const found = await getPoint(ward, { id: copy.id });
    expect(found.original).toMatchObject({ site: "Chợ Xuân Khánh", unitName: "Phường Ninh Kiều" });
    expect(found.seen).toEqual([]);
    expect((await getPoint(city, { id: copy.id })).seen).toEqual([original.id]);
    expect((await getPoint(city, { id: original.id })).copies).toMatchObject([{ id: copy.id }]);
    expect((await getPoint(stranger, { id: original.id })).copies).toEqual([]);
  });

  it("is of the same model, not of itself, and never the original of its original", async () => {
    const other = randomUUID();
    await createModel(city, {
      id: other,
      name: "Tuyến đường an ninh trật tự",
      block: "residential",
      fields: ["crime-prevention"],
      principles: [],
      coreForce: "commune-police",
    });
    const [a, b, strange] = [
      typed({ origin: "replicated" }),
      typed({ origin: "replicated" }),
      typed({ modelId: other }),
    ];
    for (const input of [a, strange]) await createPoint(ward, input);
    await createPoint(ward, { ...b, copiedFromId: a.id });
    const unknown = { code: "invalid", issues: [{ field: "copiedFromId", code: "unknown-choice" }] };
    for (const [why, copiedFromId] of Object.entries({
      itself: a.id,
      circle: b.id,
      strange: strange.id,
      none: randomUUID(),
    }))
      expect(await refusal(updatePoint(ward, { ...a, version: 1, copiedFromId })), why).toMatchObject(
        unknown,
      );
    expect((await stored(a.id))[0]).toMatchObject({ copied_from_id: null, version: 1 });
  });

  it("closes no circle when two are written at once", async () => {
    const [a, b] = [typed({ origin: "replicated" }), typed({ origin: "replicated" })];
    for (const input of [a, b]) await createPoint(ward, input);
    const answers = await Promise.all([
      refusal(updatePoint(ward, { ...a, version: 1, copiedFromId: b.id })),
      refusal(updatePoint(city, { ...b, version: 1, copiedFromId: a.id })),
    ]);
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(answers.find((answer) => answer !== undefined)).toMatchObject({ code: "invalid" });
  });
});

describe("teams and members through time", () => {
  const sizes = async (id: string) =>
    (
      await db.owner.query(
        `SELECT effective_on::text AS on, teams, members, holds_from::text AS from, holds_until::text AS until FROM point_size WHERE point_id = $1 ORDER BY 1`,
        [id],
      )
    ).rows;
  const counted = async (id: string, day: string) =>
    (
      await withActor({ ...city, reach: "all" }, (tx) =>
        tx.$queryRaw<{ teams: number; members: number }[]>(
          sql`SELECT teams, members FROM (${pointsInForce(day, null)}) p WHERE p.id = ${id}::uuid`,
        ),
      )
    )[0];

  it("hold from their day on, and earlier figures stay (T14)", async () => {
    const { id, ...rest } = typed();
    await createPoint(ward, { id, ...rest });
    await resizePoint(ward, { id, effectiveOn: "2026-03-01", teams: "4", members: "30" });
    await resizePoint(ward, { id, effectiveOn: "2025-11-01", teams: "3", members: "20" });
    expect(await sizes(id)).toEqual([
      { on: "2025-08-01", teams: 2, members: 15, from: "0001-01-01", until: "2025-11-01" },
      { on: "2025-11-01", teams: 3, members: 20, from: "2025-11-01", until: "2026-03-01" },
      { on: "2026-03-01", teams: 4, members: 30, from: "2026-03-01", until: "9999-12-31" },
    ]);
    expect((await stored(id))[0]).toMatchObject({ teams: 4, members: 30 });
    expect(await counted(id, "2025-10-31")).toEqual({ teams: 2, members: 15 });
    expect(await counted(id, "2025-11-01")).toEqual({ teams: 3, members: 20 });
    expect(await counted(id, "2026-06-01")).toEqual({ teams: 4, members: 30 });
  });

  it("of one day are corrected by writing them again; what is not known is not nil (T17)", async () => {
    const { id, ...rest } = typed();
    await createPoint(ward, { id, ...rest });
    await resizePoint(ward, { id, effectiveOn: "2025-08-01", members: "0" });
    expect(await sizes(id)).toMatchObject([{ on: "2025-08-01", teams: null, members: 0 }]);
    expect((await stored(id))[0]).toMatchObject({ teams: null, members: 0, version: 1 });
    expect((await db.audit("security-models.points.resize"))[0]).toMatchObject({
      subject_id: id,
      before: { effectiveOn: "2025-08-01", teams: 2, members: 15 },
      after: { effectiveOn: "2025-08-01", teams: null, members: 0 },
    });
  });

  it("are refused before the first day, from the end on, with no figure, and to another ward", async () => {
    const { id, ...rest } = typed();
    await createPoint(ward, { id, ...rest });
    const at = (effectiveOn: string, more: object = { teams: "1" }) => ({ id, effectiveOn, ...more });
    const invalid = (field: string, code: string) => ({ code: "invalid", issues: [{ field, code }] });
    expect(await refusal(resizePoint(ward, at("2025-07-31")))).toMatchObject(
      invalid("effectiveOn", "before-start:2025-08-01"),
    );
    expect(await refusal(resizePoint(ward, at("2025-09-01", {})))).toMatchObject(
      invalid("teams", "required"),
    );
    expect(await refusal(resizePoint(stranger, at("2025-09-01")))).toMatchObject({ code: "not-found" });
    await decideStep(city, {
      id: randomUUID(),
      pointId: id,
      version: 1,
      kind: "finish",
      happenedOn: "2025-12-01",
      decision: "QĐ 3",
    });
    await resizePoint(ward, at("2025-11-30"));
    expect(await refusal(resizePoint(ward, at("2025-12-01")))).toMatchObject(
      invalid("effectiveOn", "after-end"),
    );
  });

  it("of twenty writers at once keep one row a day and spans without a gap", async () => {
    const { id, ...rest } = typed();
    await createPoint(ward, { id, ...rest });
    await Promise.all(
      Array.from({ length: 20 }, (_, nth) =>
        resizePoint(ward, { id, effectiveOn: `2025-0${8 + (nth % 2)}-10`, teams: String(nth) }),
      ),
    );
    const rows = await sizes(id);
    expect(rows.map(({ on }) => on)).toEqual(["2025-08-01", "2025-08-10", "2025-09-10"]);
    expect(rows.map(({ until }) => until)).toEqual([...rows.slice(1).map(({ from }) => from), "9999-12-31"]);
    expect((await stored(id))[0].teams).toBe(rows[2].teams);
  });
});

describe("taking out a point that was entered by mistake", () => {
  const reason = "Nhập nhầm đơn vị";

  it("is the city's, with its reason, and leaves its record in the audit log", async () => {
    const { id, ...rest } = typed();
    await createPoint(ward, { id, ...rest });
    expect(await refusal(deletePoint(ward, { id, version: 1, reason }))).toMatchObject({ code: "denied" });
    expect(await refusal(deletePoint(city, { id, version: 2, reason }))).toMatchObject({ code: "conflict" });
    expect(await refusal(deletePoint(city, { id, version: 1 }))).toMatchObject({
      issues: [{ field: "reason", code: "required" }],
    });
    await deletePoint(city, { id, version: 1, reason });
    expect(await stored(id)).toEqual([]);
    const left = await db.owner.query(
      "SELECT FROM point_step WHERE point_id = $1 UNION ALL SELECT FROM point_size WHERE point_id = $1",
      [id],
    );
    expect(left.rowCount).toBe(0);
    expect((await db.audit("security-models.points.delete"))[0]).toMatchObject({
      subject_id: id,
      reason,
      before: expect.objectContaining({ site: "Khóm 3", status: "active", modelId }),
    });
  });

  it("is refused while something hangs on it, and says what", async () => {
    const hang: Record<string, (id: string) => Promise<unknown>> = {
      copies: (id) => createPoint(ward, typed({ origin: "replicated", copiedFromId: id })),
      sessions: (id) =>
        db.owner.query(
          `INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, attendance, created_by_id, point_ids) VALUES ($1, $2, '2025-08-20', 'x', 'meeting', '{drugs}', 1, $4, ARRAY[$3::uuid])`,
          [randomUUID(), ward.unitId, id, ward.userId],
        ),
      evaluations: (id) =>
        db.owner.query(
          "INSERT INTO point_rating (point_id, rated_on, unit_id, grade) VALUES ($1, '2025-12-20', $2, 'poor')",
          [id, ward.unitId],
        ),
      recognitions: (id) =>
        db.owner.query(
          "INSERT INTO recognition (id, model_id, point_id, unit_id, level) VALUES ($1, $2, $3, $4, 'city')",
          [randomUUID(), modelId, id, ward.unitId],
        ),
    };
    for (const [kind, fasten] of Object.entries(hang)) {
      const { id, ...rest } = typed();
      await createPoint(ward, { id, ...rest });
      await fasten(id);
      expect(await refusal(deletePoint(city, { id, version: 1, reason })), kind).toMatchObject({
        code: "invalid",
        issues: [{ field: "reason", code: `in-use:${kind}` }],
      });
      expect(await stored(id), kind).toHaveLength(1);
    }
  });

  it("is not held up by a recognition that was taken back, but by a merger that ever went into it", async () => {
    const [a, b] = [typed(), typed()];
    for (const input of [a, b]) await createPoint(ward, input);
    const step = { id: randomUUID(), pointId: a.id, version: 1, happenedOn: "2025-12-01", decision: "QĐ 3" };
    await decideStep(city, { ...step, kind: "recognize", level: "city" });
    await reverseStep(city, { id: step.id, pointId: a.id, reason: "x" });
    const merge = { ...step, id: randomUUID(), version: 3, kind: "merge", intoId: b.id };
    await decideStep(city, merge);
    await reverseStep(city, { id: merge.id, pointId: a.id, reason: "x" });
    expect(await refusal(deletePoint(city, { id: b.id, version: 1, reason }))).toMatchObject({
      issues: [{ code: "in-use:copies" }],
    });
    await deletePoint(city, { id: a.id, version: 5, reason });
    await deletePoint(city, { id: b.id, version: 1, reason });
  });
});
