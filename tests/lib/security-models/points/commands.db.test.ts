import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { createModel } from "@/lib/security-models/commands";
import { createPoint, updatePoint } from "@/lib/security-models/points/commands";
import { editPoint, getPoint, newPoint } from "@/lib/security-models/points/queries";
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
        issues: [{ field: "unitId", code: "unit-not-then" }],
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
