import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { type Context, readContext } from "@/lib/core/context";
import { addDays, type Day } from "@/lib/core/days";
import { blocks, principles } from "@/lib/security-models/catalog";
import { columns, groups, type Measure, measures, signs } from "@/lib/security-models/movement/catalog";
import { getMovement, listMovement } from "@/lib/security-models/movement/queries";
import { type Line, leftOver, lineOf, linesOf } from "@/lib/security-models/movement/rules";
import { useDatabase } from "@/tests/database";
import { type ModelStory, type PointStory, replay, type Six } from "./replay";

const db = useDatabase();
const dayAt = (offset: number): Day => addDays("2025-06-11", offset);
const merger = "2025-07-01";
/** Phú Lợi with one of the wards it was made of, and another ward. */
let units: { former: number; current: number; other: number; otherFormer: number };
let leader: Actor;

beforeAll(async () => {
  leader = await db.actor("leader");
  const { rows } = await db.owner.query(
    `SELECT u.code, s.predecessor_id AS id FROM unit_succession s JOIN unit u ON u.id = s.successor_id
      WHERE u.code IN ('31510', '31135') AND u.valid_to IS NULL AND s.kind <> 'part' ORDER BY s.predecessor_id`,
  );
  const before = (code: string) => rows.find((row) => row.code === code).id;
  units = {
    current: await db.unit("31510"),
    former: before("31510"),
    other: await db.unit("31135"),
    otherFormer: before("31135"),
  };
});

// Few days, so that things often happen on the same one.
const stride = 4;
const offset = fc.integer({ min: 0, max: 10 }).map((nth) => nth * stride);
const size = fc.record({
  at: fc.integer({ min: -2, max: 11 }).map((nth) => nth * stride),
  teams: fc.option(fc.integer({ min: 0, max: 9 }), { freq: 5 }),
  members: fc.option(fc.integer({ min: 0, max: 90 }), { freq: 5 }),
});
const point = fc.record({
  model: fc.nat(3),
  isOther: fc.boolean(),
  origin: fc.constantFrom("new" as const, "replicated" as const),
  at: offset,
  days: fc.option(
    fc.integer({ min: 1, max: 6 }).map((nth) => nth * stride),
    { freq: 4 },
  ),
  end: fc.constantFrom("merged" as const, "removed" as const, "finished" as const),
  sizes: fc.uniqueArray(size, { maxLength: 3, selector: ({ at }) => at }),
});
const model = fc.record({
  block: fc.constantFrom(...blocks),
  fields: fc.uniqueArray(fc.constantFrom("drugs", "crime-prevention", "fire-prevention"), { maxLength: 2 }),
  principles: fc.uniqueArray(fc.constantFrom(...principles), { maxLength: 2 }),
  // Always into a later one, so that no circle comes about.
  into: fc.option(fc.record({ by: fc.integer({ min: 1, max: 3 }), at: offset }), { freq: 2 }),
});
const history = fc.record({
  models: fc.array(model, { minLength: 4, maxLength: 4 }),
  points: fc.array(point, { minLength: 1, maxLength: 9 }),
});
type History = typeof history extends fc.Arbitrary<infer H> ? H : never;
type Told = { models: ModelStory[]; points: (PointStory & { unit: number })[] };

const told = ({ models, points }: History): Told => ({
  models: models.map(({ into, ...rest }, at) => {
    const target = into ? at + into.by : at;
    return into && target < models.length ? { ...rest, into: { model: target, on: dayAt(into.at) } } : rest;
  }),
  points: points.map(({ at, days, end, sizes, isOther, ...rest }) => {
    const from = dayAt(at);
    const isFormer = from < merger;
    return {
      ...rest,
      from,
      ...(days ? { until: dayAt(at + days), end } : {}),
      sizes: sizes.map(({ at: on, ...numbers }) => ({ from: dayAt(on), ...numbers })),
      unit: isOther ? (isFormer ? units.otherFormer : units.other) : isFormer ? units.former : units.current,
    };
  }),
});

async function store({ models, points }: Told) {
  await db.owner.query("DELETE FROM model_point");
  await db.owner.query(
    "UPDATE security_model SET merged_into_id = NULL, merged_on = NULL, merge_decision = NULL",
  );
  await db.owner.query("DELETE FROM security_model");
  const ids = models.map(() => randomUUID());
  for (const [at, { block, fields, principles: named }] of models.entries())
    await db.owner.query(
      `INSERT INTO security_model (id, name, block, fields, principles, core_force) VALUES ($1, 'Mô hình ' || $2, $3::model_block, $4, $5::model_principle[], 'x')`,
      [ids[at], String(at), block, fields, named],
    );
  for (const [at, { into }] of models.entries())
    if (into)
      await db.owner.query(
        "UPDATE security_model SET merged_into_id = $2, merged_on = $3, merge_decision = 'x' WHERE id = $1",
        [ids[at], ids[into.model], into.on],
      );
  // What is only proposed moves nothing.
  for (const id of ids)
    await db.owner.query(
      "INSERT INTO model_point (id, model_id, unit_id, site, status, decision) VALUES (gen_random_uuid(), $1, $2, 'x', 'proposed', 'x')",
      [id, units.current],
    );
  for (const { model: of, origin, from, until, end, sizes, unit } of points) {
    const id = randomUUID();
    await db.owner.query(
      `INSERT INTO model_point (id, model_id, unit_id, site, status, origin, decision, started_on, ended_on, end_kind, end_decision)
       VALUES ($1, $2, $3, 'x', $4::point_status, $5::point_origin, 'x', $6, $7, $8::point_end, $9)`,
      [id, ids[of], unit, until ? "ended" : "active", origin, from, until, end, until ? "x" : null],
    );
    for (const { from: on, teams, members } of sizes)
      await db.owner.query(
        "INSERT INTO point_size (point_id, unit_id, effective_on, teams, members) VALUES ($1, $2, $3, $4, $5)",
        [id, unit, on, teams, members],
      );
  }
  await db.owner.query("UPDATE data_version SET version = version + 1 WHERE domain = 'security-models'");
}

const context = (from: Day, to: Day, more: Record<string, string> = {}): Context =>
  readContext({ from, to, ...more }, "leader");
const numbers = (line: Line): Six =>
  Object.fromEntries(columns.map((column) => [column, line[column].value])) as Six;
const fields = ["drugs", "crime-prevention", "fire-prevention"];
const valuesOf = { block: blocks, field: fields, principle: principles };
const inClass = (group: (typeof groups)[number], value: string) => (one: ModelStory) => {
  const named = group === "block" ? [one.block] : group === "field" ? one.fields : one.principles;
  return value === "none" ? named.length === 0 : named.includes(value);
};

const periods = fc.record({ first: offset, days: fc.integer({ min: 0, max: 25 }), cut: fc.nat(24) });

describe("the movement of random histories", () => {
  it("holds in every row, is what a replay day by day tells, and chains from period to period", async () => {
    await fc.assert(
      fc.asyncProperty(history, periods, async (drawn, { first, days, cut }) => {
        const story = told(drawn);
        await store(story);
        const [from, to] = [dayAt(first), dayAt(first + days)];
        const { movement } = await getMovement(leader, context(from, to));
        for (const measure of measures) {
          const total = lineOf(movement, measure);
          expect(numbers(total), measure).toEqual(replay(story, { from, to }, measure));
          expect(leftOver(total)).toBe(0);
          for (const group of groups)
            for (const { value, line } of linesOf(movement, measure, group, valuesOf[group])) {
              const counted = inClass(group, value);
              expect(numbers(line), `${measure} ${value}`).toEqual(
                replay(story, { from, to }, measure, counted),
              );
              expect(leftOver(line)).toBe(0);
            }
          const blocksOnly = linesOf(movement, measure, "block", blocks);
          for (const column of columns)
            expect(blocksOnly.reduce((sum, { line }) => sum + line[column].value, 0)).toBe(
              total[column].value,
            );
        }
        if (days === 0) return;
        const middle = dayAt(first + (cut % days));
        const early = (await getMovement(leader, context(from, middle))).movement;
        const late = (await getMovement(leader, context(addDays(middle, 1), to))).movement;
        for (const measure of measures) {
          const [whole, one, two] = [movement, early, late].map((part) => numbers(lineOf(part, measure))) as [
            Six,
            Six,
            Six,
          ];
          expect(two.opening).toBe(one.closing);
          for (const column of ["new", "replicated", "merged", "removed"] as const)
            expect(one[column] + two[column]).toBe(whole[column]);
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it("opens for every cell rows that come to the same", async () => {
    await fc.assert(
      fc.asyncProperty(history, periods, async (drawn, { first, days }) => {
        await store(told(drawn));
        const looked = context(dayAt(first), dayAt(first + days));
        const { movement } = await getMovement(leader, looked);
        const expectRows = async (measure: Measure, line: Line, more: object) => {
          for (const column of columns) {
            const found = await listMovement(leader, { context: looked, measure, column, ...more });
            expect(found.rows).toHaveLength(found.count);
            expect(found.sum, `${measure} ${column}`).toBe(line[column].value);
            if (measure === "models" || measure === "points") expect(found.count).toBe(line[column].value);
            else expect(found.unknown).toBe(line[column].unknown);
          }
        };
        for (const measure of measures) {
          await expectRows(measure, lineOf(movement, measure), {});
          const group = groups[first % groups.length] as (typeof groups)[number];
          for (const { value, line } of linesOf(movement, measure, group, valuesOf[group]))
            await expectRows(measure, line, { group, value });
        }
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  it("sees a unit with those it carries on, or each by itself, and a ward its own", async () => {
    await fc.assert(
      fc.asyncProperty(history, periods, async (drawn, { first, days }) => {
        const story = told(drawn);
        await store(story);
        const span = { from: dayAt(first), to: dayAt(first + days) };
        const of = (...ids: number[]) => ({
          ...story,
          points: story.points.filter(({ unit }) => ids.includes(unit)),
        });
        const seen = async (actor: Actor, more: Record<string, string>) =>
          (await getMovement(actor, context(span.from, span.to, more))).movement;
        const line = [units.former, units.current];
        for (const measure of measures) {
          const wholeLine = replay(of(...line), span, measure);
          expect(numbers(lineOf(await seen(leader, { unit: "31510" }), measure))).toEqual(wholeLine);
          expect(
            numbers(lineOf(await seen(leader, { unit: "31510", boundary: "historical" }), measure)),
          ).toEqual(replay(of(units.current), span, measure));
        }
        const ward = await db.actor("ward_officer", "31510");
        expect(numbers(lineOf(await seen(ward, {}), "models"))).toEqual(replay(of(...line), span, "models"));
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it("would not balance with any sign the wrong way round", async () => {
    const runsFor = (from: number, until: number | undefined, more: Partial<PointStory>) => ({
      model: 0,
      origin: "new" as const,
      from: dayAt(from),
      ...(until ? { until: dayAt(until), end: "removed" as const } : {}),
      sizes: [],
      unit: from < 20 ? units.former : units.current,
      ...more,
    });
    await store({
      models: [{ block: "school", fields: [], principles: [] }],
      points: [
        runsFor(0, undefined, {}),
        runsFor(0, undefined, {}),
        runsFor(25, 30, { origin: "replicated" }),
        runsFor(26, 28, { end: "merged" }),
        runsFor(26, undefined, {}),
      ],
    });
    const { movement } = await getMovement(leader, context(dayAt(22), dayAt(40)));
    const line = lineOf(movement, "points");
    expect(numbers(line)).toEqual({ opening: 2, new: 2, replicated: 1, merged: 1, removed: 1, closing: 3 });
    expect(leftOver(line)).toBe(0);
    for (const column of Object.keys(signs) as (keyof typeof signs)[])
      expect(leftOver(line) - 2 * signs[column] * line[column].value).not.toBe(0);
  });

  it("counts a model by the point that begins it and the one that ends last, also on the day of a merger", async () => {
    const plain: ModelStory = { block: "school", fields: [], principles: [] };
    const point = (model: number, more: Partial<PointStory>) => ({
      model,
      origin: "replicated" as const,
      from: dayAt(22),
      sizes: [],
      unit: units.current,
      ...more,
    });
    await store({
      models: [{ ...plain, into: { model: 1, on: dayAt(30) } }, plain, plain],
      points: [
        // Removed on the very day on which its model goes over: nothing of it went there.
        point(0, { until: dayAt(30), end: "removed" }),
        // Of two that begin together the newly built one tells, of two that end together the merged one.
        point(2, { until: dayAt(28), end: "merged" }),
        point(2, { origin: "new", until: dayAt(28), end: "finished" }),
      ],
    });
    const { movement } = await getMovement(leader, context(dayAt(21), dayAt(40)));
    const ended = await listMovement(leader, {
      context: context(dayAt(21), dayAt(40)),
      measure: "points",
      column: "removed",
    });
    expect(ended.rows.map(({ on, endKind, resized }) => ({ on, endKind, resized }))).toEqual([
      { on: dayAt(30), endKind: "removed", resized: false },
      { on: dayAt(28), endKind: "finished", resized: false },
    ]);
    expect(numbers(lineOf(movement, "models"))).toEqual({
      opening: 0,
      new: 1,
      replicated: 1,
      merged: 1,
      removed: 1,
      closing: 0,
    });
  });
});
