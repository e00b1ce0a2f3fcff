import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { today } from "@/lib/core/days";
import { type Tx, withActor } from "@/lib/core/db";
import { frequencies, pointSums, readingSchemes, timeSums } from "@/lib/security-models/indicators/catalog";
import { askTotals, highlights, indicatorsOf } from "@/lib/security-models/indicators/queries";
import { listIndicatorPoints } from "@/lib/security-models/indicators/rows/queries";
import {
  completePeriods,
  type PointReadings,
  periodAt,
  type SumRule,
  totalOf,
} from "@/lib/security-models/indicators/rules";
import { getProfile } from "@/lib/security-models/profile/queries";
import { getOverview } from "@/lib/statistics/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let city: Actor;
let ward: Actor;
let neighbour: Actor;

beforeAll(async () => {
  [city, ward, neighbour] = [
    await db.actor("city_officer"),
    await db.actor("ward_officer", "31510"),
    await db.actor("ward_officer", "31135"),
  ];
});

const as = <T>(actor: Actor, run: (tx: Tx) => Promise<T>) =>
  withActor({ ...actor, reach: actor.unitId === null ? ("all" as const) : actor.line }, run);
const model = async (name = `Mô hình ${randomUUID()}`) => {
  const id = randomUUID();
  await db.owner.query(
    "INSERT INTO security_model (id, name, block, fields, core_force) VALUES ($1, $2, 'residential', '{drugs}', 'ward-police')",
    [id, name],
  );
  return id;
};
const point = async (modelId: string, unitId: number, startedOn: string, endedOn: string | null = null) => {
  const id = randomUUID();
  await db.owner.query(
    `INSERT INTO model_point (id, model_id, unit_id, site, decision, started_on, ended_on, end_kind, status)
     VALUES ($1, $2, $3, gen_random_uuid()::text, '01', $4, $5, CASE WHEN $5::date IS NOT NULL THEN 'removed'::point_end END, CASE WHEN $5::date IS NULL THEN 'active' ELSE 'ended' END::point_status)`,
    [id, modelId, unitId, startedOn, endedOn],
  );
  return id;
};
const indicator = async (modelId: string, rule: Partial<SumRule> = {}) => {
  const id = randomUUID();
  const { overPoints = "sum", overTime = "last", scheme = "calendar", frequency = "quarter" } = rule;
  await db.owner.query(
    `INSERT INTO indicator (id, model_id, name, unit_label, decimals, over_points, over_time, least, most, frequency, scheme)
     VALUES ($1, $2, gen_random_uuid()::text, 'mắt', 2, $3, $4, -100000, 100000, $5, $6)`,
    [id, modelId, overPoints, overTime, frequency, scheme],
  );
  return id;
};
const reading = (
  indicatorId: string,
  pointId: string,
  period: { from: string; to: string },
  value: number | null,
) =>
  db.owner.query(
    "INSERT INTO indicator_reading (indicator_id, point_id, period_from, period_to, unit_id, value) SELECT $1, $2, $3, $4, unit_id, $5 FROM model_point WHERE id = $2",
    [indicatorId, pointId, period.from, period.to, value],
  );

describe("totals in SQL", () => {
  it("say what the rules say, whatever was read (property)", async () => {
    const days = fc
      .integer({ min: 0, max: 900 })
      .map((days) => new Date(Date.UTC(2025, 6, 1 + days)).toISOString().slice(0, 10));
    const random = fc.record({
      overPoints: fc.constantFrom(...pointSums),
      overTime: fc.constantFrom(...timeSums),
      scheme: fc.constantFrom(...readingSchemes),
      frequency: fc.constantFrom(...frequencies),
      points: fc.array(
        fc.record({
          startedOn: days,
          ran: fc.option(fc.integer({ min: 1, max: 500 })),
          readings: fc.array(
            fc.record({
              back: fc.integer({ min: 0, max: 9 }),
              value: fc.option(fc.integer({ min: -9_999, max: 9_999 }).map((value) => value / 100)),
            }),
            { maxLength: 8 },
          ),
        }),
        { maxLength: 5 },
      ),
      spans: fc.array(
        fc.record({
          since: fc.integer({ min: 0, max: 900 }).map((days) => addDays("2024-06-01", days)),
          length: fc.integer({ min: 0, max: 700 }),
          open: fc.boolean(),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(random, async (made) => {
        const rule: SumRule = { ...made, least: -100_000 };
        const modelId = await model();
        const id = await indicator(modelId, rule);
        const periods = completePeriods(rule, "2026-11-20", 10);
        const told: PointReadings[] = [];
        for (const { startedOn, ran, readings } of made.points) {
          const endedOn = ran === null ? null : addDays(startedOn, ran);
          const pointId = await point(modelId, ward.unitId as number, startedOn, endedOn);
          const stands = new Map(readings.map((row) => [row.back, row.value]));
          const rows = [...stands].map(([back, value]) => ({
            ...(periods.at(-1 - back) as { from: string; to: string }),
            value,
          }));
          for (const row of rows) await reading(id, pointId, row, row.value);
          told.push({ startedOn, endedOn, readings: rows });
        }
        const spans = made.spans.map(({ since, length, open }) => {
          const until = addDays(since, length);
          return { since: open && rule.overTime === "last" ? "0001-01-01" : since, until, day: until };
        });
        const found = await as(city, (tx) =>
          askTotals(
            tx,
            spans.map((span) => ({ ...span, id })),
            null,
          ),
        );
        spans.forEach((span, nth) => {
          const expected = totalOf(rule, told, span);
          expect(found[nth]).toMatchObject({ points: expected.points, unknown: expected.unknown });
          if (expected.value === null) expect(found[nth]?.value).toBeNull();
          else expect(found[nth]?.value).toBeCloseTo(expected.value, 6);
        });
      }),
      { numRuns: 60 },
    );
  });

  it("count a merged model's points for the other one from the day on, and for itself before", async () => {
    const [kept, gone] = [await model(), await model()];
    const [own, came] = [
      await point(kept, ward.unitId as number, "2025-07-15"),
      await point(gone, ward.unitId as number, "2025-07-15"),
    ];
    const [of, former] = [await indicator(kept), await indicator(gone)];
    const [before, after] = [
      { from: "2025-10-01", to: "2025-12-31" },
      { from: "2026-01-01", to: "2026-03-31" },
    ];
    await reading(former, came, before, 40);
    await reading(of, own, before, 1);
    await db.owner.query(
      "UPDATE security_model SET merged_into_id = $2, merged_on = '2026-02-01', merge_decision = '1' WHERE id = $1",
      [gone, kept],
    );
    await reading(of, came, after, 50);
    await reading(of, own, after, 2);
    const total = async (id: string, day: string) => {
      const [found] = await as(city, (tx) =>
        askTotals(tx, [{ id, since: "0001-01-01", until: day, day }], null),
      );
      return found;
    };
    expect(await total(of, "2026-01-31")).toEqual({ value: 1, points: 1, unknown: 0 });
    expect(await total(former, "2026-01-31")).toEqual({ value: 40, points: 1, unknown: 0 });
    expect(await total(of, "2026-03-31")).toEqual({ value: 52, points: 2, unknown: 0 });
    expect(await total(former, "2026-03-31")).toEqual({ value: null, points: 0, unknown: 0 });
  });

  it("count a former unit's rows for the unit that carries them, and no stranger's (T3)", async () => {
    const modelId = await model();
    const former = ward.line.find((id) => id !== ward.unitId) as number;
    const old = await point(modelId, former, "2025-01-10");
    const other = await point(modelId, neighbour.unitId as number, "2025-07-10");
    const id = await indicator(modelId);
    const period = { from: "2025-07-01", to: "2025-09-30" };
    await reading(id, old, period, 30);
    await reading(id, other, period, 4);
    const context = readContext({ asOf: "2025-09-30" }, "leader");
    const of = async (actor: Actor, ids: readonly number[] | null) =>
      (await as(actor, (tx) => indicatorsOf(tx, modelId, context, ids)))[0]?.total;
    expect(await of(city, null)).toEqual({ value: 34, points: 2, unknown: 0 });
    expect(await of(ward, ward.line)).toEqual({ value: 30, points: 1, unknown: 0 });
    // Row-level security leaves a ward nothing else, whatever is asked.
    expect(await of(ward, null)).toEqual({ value: 30, points: 1, unknown: 0 });
  });
});

describe("the points behind a figure", () => {
  const rules = pointSums.flatMap((overPoints) => timeSums.map((overTime) => ({ overPoints, overTime })));
  it.each(rules)("come to it: $overPoints of the points, $overTime over time", async (rule) => {
    const modelId = await model();
    const former = ward.line.find((id) => id !== ward.unitId) as number;
    const id = await indicator(modelId, rule);
    const quarters = [
      { from: "2025-04-01", to: "2025-06-30" },
      { from: "2025-07-01", to: "2025-09-30" },
      { from: "2025-10-01", to: "2025-12-31" },
    ];
    const figures = [
      [await point(modelId, former, "2025-01-10"), [3, 5.5, null]],
      [await point(modelId, ward.unitId as number, "2025-07-05"), [null, 7, 11.25]],
      [await point(modelId, ward.unitId as number, "2025-07-05", "2025-12-01"), [null, 2, null]],
      [await point(modelId, neighbour.unitId as number, "2025-07-10"), [null, null, 20]],
      [await point(modelId, neighbour.unitId as number, "2025-07-10"), [null, null, null]],
    ] as const;
    for (const [pointId, values] of figures)
      for (const [nth, value] of values.entries())
        if (value !== null) await reading(id, pointId, quarters[nth] as { from: string; to: string }, value);
    const seen = new Set<number>();
    for (const asOf of ["2025-09-30", "2025-12-31", today()])
      for (const boundary of ["current", "historical"])
        for (const unit of [undefined, "31510"]) {
          const context = readContext({ asOf, boundary, unit, from: "2025-01-01", to: asOf }, "leader");
          const figure = (await getProfile(city, { id: modelId, context })).indicators[0]?.total;
          const found = await listIndicatorPoints(city, { modelId, id, context });
          const { value, points, unknown } = found.indicator;
          expect({ value, points, unknown }).toEqual(figure);
          expect(found.rows).toHaveLength(points);
          const told = found.rows.flatMap((row) => (row.value === null ? [] : [row.value]));
          const sum = told.reduce((total, next) => total + next, 0);
          expect(rule.overPoints === "sum" ? sum : sum / told.length).toBeCloseTo(value ?? Number.NaN, 6);
          expect(found.rows.filter(({ lacking }) => lacking)).toHaveLength(unknown);
          expect(found.known).toBe(told.length);
          seen.add(value ?? Number.NaN);
        }
    // Days and units do tell different numbers.
    expect(seen.size).toBeGreaterThan(2);
    expect(
      (await listIndicatorPoints(ward, { modelId, id, context: readContext({}, "ward_officer") })).rows,
    ).not.toContainEqual(expect.objectContaining({ id: figures[3][0] }));
    await expect(
      listIndicatorPoints(city, { modelId: await model(), id, context: readContext({}, "leader") }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a model's indicators", () => {
  it("stand with their total, and a trend of complete periods that never adds up what stands", async () => {
    const modelId = await model();
    const [first, second] = [
      await point(modelId, ward.unitId as number, "2025-07-02"),
      await point(modelId, ward.unitId as number, "2025-07-02"),
    ];
    const [eyes, cases] = [await indicator(modelId), await indicator(modelId, { overTime: "sum" })];
    const quarter = (day: string) => periodAt({ scheme: "calendar", frequency: "quarter" }, day);
    for (const [day, a, b] of [
      ["2025-08-01", 10, 5],
      ["2025-11-01", 12, null],
    ] as const) {
      await reading(eyes, first, quarter(day), a);
      await reading(cases, first, quarter(day), a);
      if (b !== null) await reading(eyes, second, quarter(day), b);
    }
    const context = readContext({ from: "2025-07-01", to: "2025-12-31", asOf: "2025-12-31" }, "leader");
    const found = await as(city, (tx) => indicatorsOf(tx, modelId, context, null));
    const [eye, helped] = [found.find(({ id }) => id === eyes), found.find(({ id }) => id === cases)];
    expect(eye?.total).toEqual({ value: 17, points: 2, unknown: 0 });
    expect(eye?.series.slice(-2).map(({ key, value }) => [key, value])).toEqual([
      ["2025-q3", 15],
      ["2025-q4", 17],
    ]);
    expect(helped?.total).toEqual({ value: 22, points: 2, unknown: 1 });
    expect(helped?.series.slice(-2).map(({ value }) => value)).toEqual([10, 12]);
    await db.owner.query("UPDATE indicator SET retired_on = '2025-12-31' WHERE id = $1", [cases]);
    expect((await as(city, (tx) => indicatorsOf(tx, modelId, context, null))).map(({ id }) => id)).toEqual([
      eyes,
    ]);
  });

  it("stand on the dashboard, those most points report first, one a model", async () => {
    const modelId = await model();
    const id = await indicator(modelId);
    const quarter = completePeriods({ scheme: "calendar", frequency: "quarter" }, today(), 1)[0] as {
      from: string;
      to: string;
    };
    for (let nth = 0; nth < 12; nth++)
      await reading(id, await point(modelId, ward.unitId as number, "2025-07-02"), quarter, 100);
    const second = await indicator(modelId);
    await db.owner.query("UPDATE indicator SET position = 2 WHERE id = $1", [second]);
    await db.owner.query("UPDATE data_version SET version = version + 1");
    const context = readContext({}, "leader");
    const { indicators } = await getOverview(city, context);
    expect(indicators[0]).toMatchObject({ modelId, value: 1200, points: 12, unknown: 0, asOf: context.asOf });
    expect(indicators.filter((row) => row.modelId === modelId)).toHaveLength(1);
    expect(indicators.length).toBeLessThanOrEqual(4);
    expect((await getOverview(neighbour, context)).indicators.map((row) => row.modelId)).not.toContain(
      modelId,
    );
    expect(await as(city, (tx) => tx.$queryRaw<unknown[]>(highlights(context, null)))).toEqual(indicators);
  });
});

function addDays(day: string, days: number) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
