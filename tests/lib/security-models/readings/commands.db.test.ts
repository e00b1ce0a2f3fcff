import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { addDays, addMonths, today } from "@/lib/core/days";
import { createIndicator, retireIndicator, updateIndicator } from "@/lib/security-models/indicators/commands";
import { editIndicator, listIndicators } from "@/lib/security-models/indicators/queries";
import { completePeriods, periodAt } from "@/lib/security-models/indicators/rules";
import { lockReadings, recordReadings, unlockReadings } from "@/lib/security-models/readings/commands";
import { listReadings } from "@/lib/security-models/readings/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
const quarterly = { scheme: "reporting", frequency: "quarter" } as const;
const [earlier, last] = completePeriods(quarterly, today(), 2) as [
  ReturnType<typeof periodAt>,
  ReturnType<typeof periodAt>,
];
const running = periodAt(quarterly, addDays(today(), last.to === today() ? 1 : 0));
let city: Actor;
let ward: Actor;
let neighbour: Actor;
let leader: Actor;

beforeAll(async () => {
  [city, ward, neighbour, leader] = [
    await db.actor("city_officer"),
    await db.actor("ward_officer", "31510"),
    await db.actor("ward_officer", "31135"),
    await db.actor("leader"),
  ];
});

const model = async () => {
  const id = randomUUID();
  await db.owner.query(
    "INSERT INTO security_model (id, name, block, fields, core_force) VALUES ($1, $2, 'residential', '{drugs}', 'ward-police')",
    [id, `Mô hình ${id}`],
  );
  return id;
};
const point = async (
  modelId: string,
  unitId: number | null,
  startedOn = "2025-07-15",
  endedOn: string | null = null,
) => {
  const id = randomUUID();
  await db.owner.query(
    `INSERT INTO model_point (id, model_id, unit_id, site, decision, started_on, ended_on, end_kind, status)
     VALUES ($1, $2, $3, gen_random_uuid()::text, '01', $4, $5, CASE WHEN $5::date IS NOT NULL THEN 'removed'::point_end END, CASE WHEN $5::date IS NULL THEN 'active' ELSE 'ended' END::point_status)`,
    [id, modelId, unitId, startedOn, endedOn],
  );
  return id;
};
const typed = (modelId: string, more: object = {}) => ({
  id: randomUUID(),
  modelId,
  name: `Số mắt ${randomUUID()}`,
  unitLabel: "mắt",
  overPoints: "sum",
  overTime: "last",
  scheme: "reporting",
  frequency: "quarter",
  decimals: "0",
  least: "0",
  most: "5.000",
  required: "on",
  position: "1",
  ...more,
});
/** A model with an indicator and a point of the ward. */
const scene = async (more: object = {}) => {
  const modelId = await model();
  const indicator = typed(modelId, more);
  await createIndicator(city, indicator);
  return {
    modelId,
    indicatorId: indicator.id,
    pointId: await point(modelId, ward.unitId),
    name: indicator.name,
  };
};
type Scene = Awaited<ReturnType<typeof scene>>;
const cell = (
  { pointId, indicatorId }: Pick<Scene, "pointId" | "indicatorId">,
  text: string,
  version = 0,
) => ({
  pointId,
  indicatorId,
  text,
  version,
});
const record = (actor: Actor, at: Scene, cells: object[], period = last.key) =>
  recordReadings(actor, { modelId: at.modelId, period, cells });
const stored = async ({ pointId, indicatorId }: Pick<Scene, "pointId" | "indicatorId">, from = last.from) =>
  (
    await db.owner.query(
      "SELECT value::float8, version, unit_id, recorded_by_id FROM indicator_reading WHERE point_id = $1 AND indicator_id = $2 AND period_from = $3",
      [pointId, indicatorId, from],
    )
  ).rows[0];
const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );

describe("defining an indicator", () => {
  it("takes effect at once: the grid asks for it", async () => {
    const at = await scene();
    const { grid } = await listReadings(ward, { model: at.modelId });
    expect(grid?.columns).toMatchObject([{ id: at.indicatorId, most: 5000, required: true }]);
    expect(grid).toMatchObject({ period: { key: last.key }, points: 1, missing: 1, missingPoints: 1 });
    expect((await db.audit("security-models.indicators.create"))[0]).toMatchObject({
      subject_id: at.modelId,
    });
  });

  it("is the city's, and a name stands once a model however it is spelt", async () => {
    const at = await scene();
    for (const actor of [ward, leader])
      expect(await refusal(createIndicator(actor, typed(at.modelId)))).toMatchObject({ code: "denied" });
    expect(
      await refusal(createIndicator(city, typed(at.modelId, { name: at.name.toUpperCase() }))),
    ).toMatchObject({
      issues: [{ field: "name", code: "taken" }],
    });
    await createIndicator(city, typed(await model(), { name: at.name }));
    expect(await refusal(createIndicator(city, typed(randomUUID())))).toMatchObject({ code: "not-found" });
  });

  it("names every fault", async () => {
    const modelId = await model();
    const cases: [object, string, string][] = [
      [{ name: undefined }, "name", "required"],
      [{ overTime: "sometimes" }, "overTime", "unknown-choice"],
      [{ scheme: "force" }, "scheme", "unknown-choice"],
      [{ decimals: "3" }, "decimals", "unknown-choice"],
      [{ least: "abc" }, "least", "not-a-number"],
      [{ least: "10", most: "9" }, "most", "below-least"],
      [{ most: "9999999999999" }, "most", "too-large:1000000000000"],
      [{ position: "0" }, "position", "too-small:1"],
    ];
    for (const [change, field, code] of cases)
      expect(await refusal(createIndicator(city, typed(modelId, change)))).toMatchObject({
        issues: [{ field, code }],
      });
  });

  it("fixes what readings hang on once there are some; the rest may change", async () => {
    const at = await scene();
    const { modelId: _, ...change } = { ...typed(at.modelId), id: at.indicatorId, version: 1 };
    await updateIndicator(city, { ...change, frequency: "month" });
    await updateIndicator(city, { ...change, version: 2 });
    await record(ward, at, [cell(at, "12")]);
    expect(
      await refusal(
        updateIndicator(city, {
          ...change,
          version: 3,
          frequency: "month",
          scheme: "calendar",
          decimals: "1",
        }),
      ),
    ).toMatchObject({
      issues: [
        { field: "scheme", code: "fixed" },
        { field: "frequency", code: "fixed" },
        { field: "decimals", code: "fixed" },
      ],
    });
    await updateIndicator(city, { ...change, version: 3, most: "100", overPoints: "average" });
    expect((await editIndicator(city, { modelId: at.modelId, id: at.indicatorId })).indicator).toMatchObject({
      most: 100,
      version: 4,
    });
    expect(await refusal(updateIndicator(city, { ...change, version: 3 }))).toMatchObject({
      code: "conflict",
      version: 4,
    });
  });

  it("retires it from a day on: no more figures, those that stand are shown", async () => {
    const at = await scene();
    await record(ward, at, [cell(at, "12")]);
    await retireIndicator(city, {
      id: at.indicatorId,
      version: 1,
      retiredOn: last.to,
      reason: "Thay bằng chỉ số mới",
    });
    expect(await record(ward, at, [cell(at, "13", 1)])).toMatchObject([{ stored: false, code: "retired" }]);
    const { grid } = await listReadings(ward, { model: at.modelId, period: last.key });
    expect(grid?.columns).toMatchObject([{ open: false }]);
    expect(grid?.rows[0]?.cells[at.indicatorId]).toEqual({ value: 12, version: 1 });
    expect(grid?.missing).toBe(0);
    expect(await record(ward, at, [cell(at, "11")], earlier.key)).toMatchObject([{ stored: true }]);
    expect((await listIndicators(leader, { modelId: at.modelId })).indicators[0]).toMatchObject({
      retiredOn: last.to,
      readings: 2,
    });
    // Its name is free again.
    await createIndicator(city, typed(at.modelId, { name: at.name }));
  });
});

describe("recording readings", () => {
  it("stores each cell by itself and refuses each with its reason", async () => {
    const at = await scene({ decimals: "1" });
    const ended = await point(at.modelId, ward.unitId, "2025-07-15", addDays(last.from, -1));
    const begun = await point(at.modelId, ward.unitId, addDays(last.from, 10));
    const foreign = await point(at.modelId, neighbour.unitId);
    const elsewhere = await point(await model(), ward.unitId);
    const answers = await record(ward, at, [
      cell(at, "1.250,5"),
      cell({ ...at, pointId: begun }, "7"),
      cell({ ...at, pointId: ended }, "7"),
      cell({ ...at, pointId: foreign }, "7"),
      cell({ ...at, pointId: elsewhere }, "7"),
      cell({ ...at, pointId: randomUUID() }, "7"),
      { ...cell(at, "7"), indicatorId: randomUUID() },
    ]);
    expect(answers.map((answer) => (answer.stored ? answer.value : answer.code))).toEqual([
      1250.5,
      7,
      "not-in-period",
      "not-found",
      "not-found",
      "not-found",
      "not-found",
    ]);
    expect(await stored(at)).toEqual({
      value: 1250.5,
      version: 1,
      unit_id: ward.unitId,
      recorded_by_id: ward.userId,
    });
    for (const [text, code] of [
      ["mười hai", "not-a-number"],
      ["-1", "out-of-range:0:5000"],
      ["5001", "out-of-range:0:5000"],
      ["12,55", "too-precise:1"],
      ["1e3", "not-a-number"],
      ["\u0000", "not-a-number"],
    ] as const)
      expect(await record(ward, at, [cell(at, text, 1)])).toMatchObject([{ stored: false, code }]);
    expect(await stored(at)).toMatchObject({ value: 1250.5, version: 1 });
    const [event] = await db.audit("security-models.readings.record");
    expect(event).toMatchObject({ subject_id: at.modelId, outcome: "done" });
  });

  it("tells in the audit log which point's figure went from what to what", async () => {
    const at = await scene();
    await record(ward, at, [cell(at, "12")]);
    await record(ward, at, [cell(at, "15", 1)]);
    const [event] = await db.audit("security-models.readings.record");
    expect(Object.values(event?.before as object)).toEqual([12]);
    expect(Object.values(event?.after as object)).toEqual([last.key, 15]);
    expect(Object.keys(event?.after as object)[1]).toContain(`Phường Phú Lợi · ${at.name}`);
  });

  it("is one figure however often it is sent, at once or later (R3, R4)", async () => {
    const at = await scene();
    const answers = await Promise.all(Array.from({ length: 6 }, () => record(ward, at, [cell(at, "12")])));
    expect(answers.flat().every(({ stored }) => stored)).toBe(true);
    expect(await record(ward, at, [cell(at, "12")])).toMatchObject([{ stored: true, version: 1 }]);
    expect(await stored(at)).toMatchObject({ value: 12, version: 1 });
  });

  it("lets of two who write differently one win; the other is told what stands (R5)", async () => {
    const at = await scene();
    const answers = (
      await Promise.all([record(ward, at, [cell(at, "12")]), record(city, at, [cell(at, "13")])])
    ).flat();
    const won = answers.find(({ stored }) => stored);
    const lost = answers.find(({ stored }) => !stored);
    expect(won).toMatchObject({ version: 1 });
    expect(lost).toMatchObject({ code: "changed", theirs: { value: (await stored(at)).value, version: 1 } });
    expect(await record(ward, at, [cell(at, "14", 1)])).toMatchObject([{ stored: true, version: 2 }]);
    expect(await record(city, at, [cell(at, "15", 1)])).toMatchObject([
      { stored: false, code: "changed", theirs: { value: 14, version: 2 } },
    ]);
  });

  it("takes a figure back: an emptied cell is no figure, not nil (T17)", async () => {
    const at = await scene();
    await record(ward, at, [cell(at, "0")]);
    expect((await listReadings(ward, { model: at.modelId })).grid).toMatchObject({
      missing: 0,
      figures: [{ total: { value: 0 } }],
    });
    await record(ward, at, [cell(at, " ", 1)]);
    expect(await stored(at)).toMatchObject({ value: null, version: 2 });
    expect((await listReadings(ward, { model: at.modelId })).grid).toMatchObject({
      missing: 1,
      figures: [{ total: { value: null } }],
    });
  });

  it("refuses as a whole what names no period that has begun, no model in reach, or too much", async () => {
    const at = await scene();
    const next = periodAt(quarterly, addMonths(running.to, 1));
    expect(await refusal(record(ward, at, [cell(at, "1")], next.key))).toMatchObject({
      issues: [{ field: "period", code: "not-begun" }],
    });
    expect(await refusal(record(ward, at, [cell(at, "1")], "2026-m8"))).toMatchObject({
      issues: [{ field: "period" }],
    });
    expect(await refusal(record(neighbour, at, [cell(at, "1")]))).toMatchObject({ code: "not-found" });
    expect(await refusal(record(leader, at, [cell(at, "1")]))).toMatchObject({ code: "denied" });
    expect(await refusal(record(ward, at, []))).toMatchObject({
      issues: [{ field: "cells", code: "required" }],
    });
    expect(
      await refusal(
        record(
          ward,
          at,
          Array.from({ length: 501 }, () => cell(at, "1")),
        ),
      ),
    ).toMatchObject({ issues: [{ field: "cells" }] });
    expect(await refusal(record(ward, at, [cell(at, "9".repeat(10_000_000))]))).toMatchObject({
      code: "invalid",
    });
    expect(await refusal(record(ward, at, ["{" as never]))).toMatchObject({ issues: [{ field: "cells" }] });
    expect(await stored(at)).toBeUndefined();
    // A running period takes figures before it is over.
    expect(await record(ward, at, [cell(at, "1")], running.key)).toMatchObject([{ stored: true }]);
  });

  it("keeps a former unit's point in the hands of the ward that carries it on (T3)", async () => {
    const at = await scene();
    const former = ward.line.find((id) => id !== ward.unitId) as number;
    const pointId = await point(at.modelId, former, "2025-01-15");
    expect(await record(ward, { ...at, pointId }, [cell({ ...at, pointId }, "31")])).toMatchObject([
      { stored: true },
    ]);
    expect(await stored({ ...at, pointId })).toMatchObject({ unit_id: former });
    const { grid } = await listReadings(city, { model: at.modelId, unit: "31510" });
    expect(grid?.rows.map(({ id }) => id).sort()).toEqual([at.pointId, pointId].sort());
  });

  it("asks a merged model's points for the other one's indicators from the day on", async () => {
    const at = await scene();
    const gone = await model();
    const came = await point(gone, ward.unitId);
    await db.owner.query(
      "UPDATE security_model SET merged_into_id = $2, merged_on = $3, merge_decision = '1' WHERE id = $1",
      [gone, at.modelId, last.from],
    );
    const both = { ...at, pointId: came };
    expect(await record(ward, both, [cell(both, "3")], earlier.key)).toMatchObject([
      { stored: false, code: "not-found" },
    ]);
    expect(await record(ward, both, [cell(both, "3")])).toMatchObject([{ stored: true }]);
    expect((await listReadings(ward, { model: at.modelId, period: last.key })).grid?.points).toBe(2);
    expect((await listReadings(ward, { model: at.modelId, period: earlier.key })).grid?.points).toBe(1);
  });
});

describe("a locked period", () => {
  it("takes no figure from anybody until it is unlocked with a reason", async () => {
    const at = await scene();
    await record(ward, at, [cell(at, "12")]);
    const period = { modelId: at.modelId, period: last.key };
    for (const actor of [ward, leader])
      expect(await refusal(lockReadings(actor, period))).toMatchObject({ code: "denied" });
    await lockReadings(city, period);
    await lockReadings(city, period);
    for (const actor of [ward, city])
      expect(await record(actor, at, [cell(at, "13", 1)])).toMatchObject([{ stored: false, code: "locked" }]);
    expect(await record(ward, at, [cell(at, "12")])).toMatchObject([{ stored: true }]);
    expect(await record(ward, at, [cell(at, "9")], earlier.key)).toMatchObject([{ stored: true }]);
    expect((await listReadings(city, { model: at.modelId, period: last.key })).grid?.lock).toMatchObject({
      from: last.from,
      to: last.to,
      by: city.name,
    });
    // The database keeps it, too, whoever writes (S21).
    await expect(
      db.owner.query("UPDATE indicator_reading SET value = 99 WHERE point_id = $1 AND period_from = $2", [
        at.pointId,
        last.from,
      ]),
    ).rejects.toThrow(/locked/);
    expect(await refusal(unlockReadings(city, period))).toMatchObject({
      issues: [{ field: "reason", code: "required" }],
    });
    expect(await refusal(unlockReadings(ward, { ...period, reason: "x" }))).toMatchObject({ code: "denied" });
    await unlockReadings(city, { ...period, reason: "Đơn vị báo nhầm" });
    expect(await record(ward, at, [cell(at, "13", 1)])).toMatchObject([{ stored: true, version: 2 }]);
    expect(await refusal(unlockReadings(city, { ...period, reason: "x" }))).toMatchObject({
      issues: [{ code: "not-locked" }],
    });
  });

  it("is one that is over", async () => {
    const at = await scene();
    expect(await refusal(lockReadings(city, { modelId: at.modelId, period: running.key }))).toMatchObject({
      issues: [{ field: "period", code: "not-over" }],
    });
  });
});

describe("the grid", () => {
  it("lists what is missing, offers the figure before, and totals what was read", async () => {
    const at = await scene();
    const second = await point(at.modelId, ward.unitId);
    await record(ward, at, [cell(at, "10"), cell({ ...at, pointId: second }, "5")], earlier.key);
    await record(ward, at, [cell(at, "12")]);
    const { grid } = await listReadings(ward, { model: at.modelId, period: last.key, missing: true });
    expect(grid).toMatchObject({ points: 2, found: 1, missing: 1, missingPoints: 1 });
    expect(grid?.rows).toMatchObject([
      { id: second, lacking: 1, cells: {}, before: { [at.indicatorId]: 5 } },
    ]);
    expect(grid?.figures[0]).toMatchObject({ total: { value: 12, points: 2, unknown: 1 } });
    // What stands is carried on in the trend; nothing is added over time.
    expect(grid?.figures[0]?.series.slice(-2).map(({ value }) => value)).toEqual([15, 17]);
  });

  it("shows a page of fifty and the way to the rest; another ward sees none of it", async () => {
    const at = await scene();
    for (let nth = 0; nth < 52; nth++) await point(at.modelId, ward.unitId);
    const { grid } = await listReadings(ward, { model: at.modelId, page: 2 });
    expect(grid).toMatchObject({ points: 53, found: 53 });
    expect(grid?.rows).toHaveLength(3);
    expect(await refusal(listReadings(neighbour, { model: at.modelId }))).toMatchObject({
      code: "not-found",
    });
    expect((await listReadings(neighbour, {})).models.map(({ id }) => id)).not.toContain(at.modelId);
    expect(await refusal(listReadings(neighbour, { model: at.modelId, unit: "31510" }))).toMatchObject({
      code: "not-found",
    });
    expect((await listReadings(leader, { model: at.modelId })).may).toEqual({
      record: false,
      lock: false,
      unlock: false,
      define: false,
    });
  });
});
