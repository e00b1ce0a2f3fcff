import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { changePoints } from "@/lib/security-models/points/list/bulk/commands";
import { previewBulk } from "@/lib/security-models/points/list/bulk/queries";
import { readView } from "@/lib/security-models/points/list/schema";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
const view = "boundary=current";
let city: Actor;
let phuLoi: Actor;
let leader: Actor;
let modelId: string;
let ids: { here: string[]; there: string };

beforeAll(async () => {
  [city, phuLoi, leader] = [
    await db.actor("city_officer"),
    await db.actor("ward_officer", "31510"),
    await db.actor("leader"),
  ];
  modelId = randomUUID();
  await db.owner.query(
    `INSERT INTO security_model (id, name, block, fields, core_force) VALUES ($1, 'Camera an ninh', 'residential', '{drugs}', 'commune-police')`,
    [modelId],
  );
});

/** Three points of Phú Lợi, running, and one of Ninh Kiều. */
beforeEach(async () => {
  await db.owner.query("DELETE FROM model_point");
  const add = async (code: string, site: string, startedOn = "2025-08-01") => {
    const id = randomUUID();
    await db.owner.query(
      `INSERT INTO model_point (id, model_id, unit_id, site, decision, started_on) VALUES ($1, $2, $3, $4, 'QĐ 01', $5)`,
      [id, modelId, await db.unit(code), site, startedOn],
    );
    return id;
  };
  ids = {
    here: [
      await add("31510", "Khóm 1"),
      await add("31510", "Khóm 2"),
      await add("31510", "Khóm 3", "2026-06-01"),
    ],
    there: await add("31135", "Hẻm 5"),
  };
});

type Change = {
  act: "consolidate" | "suspend" | "remove" | "finish" | "coreForce" | "siteKind";
  on?: string;
  to?: string;
};
const preview = async (actor: Actor, change: Change, of = view) =>
  (await previewBulk(actor, { ...readView(of, actor.role), ...change })).set;
const papers = { decision: "QĐ 5", minutes: "BB 5", reason: "Ít hoạt động" };
const confirm = async (actor: Actor, change: Change, more: object = {}, of = view) => {
  const set = await preview(actor, change, of);
  return changePoints(actor, {
    id: randomUUID(),
    view: of,
    ...change,
    ...papers,
    count: set?.can.length || 1,
    mark: set?.mark ?? "0".repeat(64),
    ...more,
  });
};
const statuses = async () =>
  Object.fromEntries(
    (await db.owner.query("SELECT id, status FROM model_point")).rows.map(({ id, status }) => [id, status]),
  );

describe("a change of a filtered set", () => {
  it("says before how many change and how many not, and why", async () => {
    const set = await preview(city, { act: "consolidate", on: "2026-01-15" });
    expect(set?.can.map(({ id }) => id).sort()).toEqual([...ids.here.slice(0, 2), ids.there].sort());
    expect(set?.cannot).toMatchObject([{ fault: "before-last", count: 1, rows: [{ site: "Khóm 3" }] }]);
  });

  it("takes the step of each point as a single one is taken, with a row of the audit log for each", async () => {
    await confirm(city, { act: "consolidate", on: "2026-01-15" });
    expect(await statuses()).toEqual({
      [ids.here[0] as string]: "consolidating",
      [ids.here[1] as string]: "consolidating",
      [ids.here[2] as string]: "active",
      [ids.there]: "consolidating",
    });
    const { rows } = await db.owner.query(
      "SELECT kind, from_status, to_status, happened_on::text, minutes, reason, created_by_id FROM point_step WHERE point_id = $1 ORDER BY number DESC LIMIT 1",
      [ids.there],
    );
    expect(rows[0]).toEqual({
      kind: "consolidate",
      from_status: "active",
      to_status: "consolidating",
      happened_on: "2026-01-15",
      minutes: "BB 5",
      reason: "Ít hoạt động",
      created_by_id: city.userId,
    });
    const audit = await db.audit("security-models.points.bulk");
    expect(audit[0]).toMatchObject({ subject_id: null, after: { count: 3, kept: 1, act: "consolidate" } });
    expect(
      audit
        .slice(1, 4)
        .map(({ subject_id }) => subject_id)
        .sort(),
    ).toEqual([...ids.here.slice(0, 2), ids.there].sort());
    expect(audit[1]).toMatchObject({ before: { status: "active" }, after: { status: "consolidating" } });
  });

  it("is refused whole, with the new count, when the set changed since the preview", async () => {
    const change = { act: "suspend", on: "2026-06-15" } as const;
    const set = await preview(city, change);
    expect(set?.can).toHaveLength(4);
    await confirm(city, change, {}, `${view}&q=khom 1`);
    const sent = { id: randomUUID(), view, ...change, ...papers, count: 4, mark: set?.mark };
    await expect(changePoints(city, sent)).rejects.toMatchObject({
      details: { issues: [{ field: "count", code: "changed:3" }] },
    });
    expect(Object.values(await statuses()).filter((status) => status === "suspended")).toHaveLength(1);
  });

  it("is refused when as many but other points are found", async () => {
    const change = { act: "suspend", on: "2026-06-15" } as const;
    const set = await preview(phuLoi, change);
    await db.owner.query("DELETE FROM model_point WHERE id = $1", [ids.here[0]]);
    await db.owner.query(
      `INSERT INTO model_point (id, model_id, unit_id, site, decision, started_on) VALUES ($1, $2, $3, 'Khóm 9', 'x', '2025-08-01')`,
      [randomUUID(), modelId, phuLoi.unitId],
    );
    await expect(
      changePoints(phuLoi, { id: randomUUID(), view, ...change, ...papers, count: 3, mark: set?.mark }),
    ).rejects.toMatchObject({ details: { issues: [{ code: "changed:3" }] } });
  });

  it("is carried out once of two at the same time (S22)", async () => {
    const change = { act: "finish", on: "2026-06-15" } as const;
    const set = await preview(city, change);
    const sent = () =>
      changePoints(city, { id: randomUUID(), view, ...change, ...papers, count: 4, mark: set?.mark });
    const tries = await Promise.allSettled([sent(), sent(), sent()]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { rows } = await db.owner.query("SELECT count(*)::int FROM point_step WHERE kind = 'finish'");
    expect(rows[0].count).toBe(4);
  });

  it("is carried out once when it is sent twice (R4)", async () => {
    const change = { act: "suspend", on: "2026-06-15" } as const;
    const set = await preview(city, change);
    const sent = { id: randomUUID(), view, ...change, ...papers, count: 4, mark: set?.mark };
    const answers = await Promise.all([changePoints(city, sent), changePoints(city, sent)]);
    expect(answers).toEqual([1, 2].map(() => ({ id: sent.id, count: 4 })));
  });

  it("is of today's points: a set of a past day is not changed by what its points were then", async () => {
    const then = "asOf=2026-06-30&boundary=current";
    await expect(confirm(city, { act: "consolidate", on: "2026-06-30" }, {}, then)).rejects.toMatchObject({
      details: { issues: [{ field: "count", code: "past-day" }] },
    });
  });

  it("needs its papers and a preview of its own", async () => {
    const change = { act: "remove", on: "2026-06-15" } as const;
    await expect(confirm(city, change, { decision: undefined })).rejects.toMatchObject({
      details: { issues: [{ field: "decision", code: "required" }] },
    });
    await expect(confirm(city, change, { mark: "0".repeat(64) })).rejects.toMatchObject({
      details: { issues: [{ field: "count" }] },
    });
    // Another day than the one previewed is another change.
    await expect(confirm(city, change, { on: "2026-06-16" })).rejects.toMatchObject({
      details: { issues: [{ field: "count" }] },
    });
  });

  it("leaves a ward the ward's steps on its own points", async () => {
    await expect(confirm(phuLoi, { act: "remove", on: "2026-06-15" })).rejects.toMatchObject({
      code: "denied",
    });
    await expect(confirm(leader, { act: "suspend", on: "2026-06-15" })).rejects.toMatchObject({
      code: "denied",
    });
    expect((await preview(phuLoi, { act: "suspend", on: "2026-06-15" }))?.can).toHaveLength(3);
    await confirm(phuLoi, { act: "suspend", on: "2026-06-15" });
    expect((await statuses())[ids.there]).toBe("active");
    await expect(
      previewBulk(phuLoi, { ...readView(`${view}&unit=31135`, phuLoi.role), act: "suspend" }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(
      confirm(phuLoi, { act: "suspend", on: "2026-06-15" }, { view: `${view}&unit=31135` }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  it("writes a fact of each point, and leaves those that have it", async () => {
    await db.owner.query("UPDATE model_point SET core_force = 'militia' WHERE id = $1", [ids.there]);
    const change = { act: "coreForce", to: "militia" } as const;
    expect((await preview(city, change))?.cannot).toMatchObject([{ fault: "same-value", count: 1 }]);
    await confirm(city, change);
    const { rows } = await db.owner.query(
      "SELECT DISTINCT core_force, version FROM model_point ORDER BY version",
    );
    expect(rows).toEqual([
      { core_force: "militia", version: 1 },
      { core_force: "militia", version: 2 },
    ]);
    await expect(confirm(city, { act: "siteKind", to: "nowhere" })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});
