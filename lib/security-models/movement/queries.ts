import { listCodes } from "@/lib/core/code-lists";
import { cached } from "@/lib/core/data-version";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { pageSize } from "@/lib/core/paging";
import { query } from "@/lib/core/query";
import { empty, type Sql, sql } from "@/lib/core/sql";
import { contextUnits, unitFilter, unitsInView } from "@/lib/units/queries";
import type { ModelBlock, PointEnd, PointOrigin } from "@/prisma/client/enums";
import { type Column, type Group, type Measure, ungrouped } from "./catalog";
import type { Movement } from "./rules";
import { movementInput, movementRows } from "./schema";

type View = { period: { from: Day; to: Day }; ids: readonly number[] | null };

/** The table of movements (B2) as stays and changes by class of model, in one statement, kept under the data's version. */
export const getMovement = query({
  permission: "security-models.movement",
  input: movementInput,
  run: async (tx, context, scope) => {
    const { period, boundary, unit } = context;
    const span = { from: period.from, to: period.to };
    const movement = await cached(
      tx,
      scope,
      ["security-models", "units"],
      `movement ${today()} ${JSON.stringify({ span, boundary, unit })}`,
      async () => movementIn(tx, { period: span, ids: await unitsInView(tx, scope, unit, boundary) }),
    );
    return {
      movement,
      fieldItems: await listCodes(tx, "field"),
      unitOptions: await contextUnits(tx, scope, boundary),
    };
  },
});

const end = sql`DATE '9999-12-31'`;

/**
 * Which model each one's points count for, from when until when: its own, and from the day of a merger on the one
 * it went into. The twin of app_models_on, which says it for one day.
 */
const eras = (): Sql => sql`
  chain (model_id, current_id, since, depth) AS (
    SELECT id, id, DATE '0001-01-01', 0 FROM security_model
    UNION ALL
    SELECT c.model_id, m.merged_into_id, greatest(c.since, m.merged_on), c.depth + 1 FROM chain c JOIN security_model m ON m.id = c.current_id
     WHERE m.merged_on <= ${today()}::date AND c.depth < 50),
  era AS MATERIALIZED (SELECT model_id, current_id, since, coalesce(lead(since) OVER (PARTITION BY model_id ORDER BY depth), ${end}) AS until FROM chain)`;

/** A day's eve, so that what ran up to the period's first day is told from what began on it. */
const eve = ({ from }: View["period"]): Sql => sql`(${from}::date - 1)`;

/** Conditions on a row of model_point: each point in view lies in one entry and one exit. */
const conditions = ({ from, to }: View["period"]) => {
  const ended = sql`p.ended_on BETWEEN ${from}::date AND ${to}::date`;
  const began = sql`p.started_on BETWEEN ${from}::date AND ${to}::date`;
  return {
    opening: sql`p.started_on < ${from}::date AND (p.ended_on IS NULL OR p.ended_on >= ${from}::date)`,
    new: sql`${began} AND p.origin = 'new'`,
    replicated: sql`${began} AND p.origin = 'replicated'`,
    merged: sql`${ended} AND p.end_kind = 'merged'`,
    removed: sql`${ended} AND p.end_kind <> 'merged'`,
    closing: sql`p.started_on <= ${to}::date AND (p.ended_on IS NULL OR p.ended_on > ${to}::date)`,
  } satisfies Record<Column, Sql>;
};

/** The first and the last day of a point's stay, within the eve of the period and its last day. */
const dayIn = (period: View["period"]): Sql => sql`greatest(p.started_on, ${eve(period)})`;
const dayOut = ({ to }: View["period"]): Sql => sql`least(coalesce(p.ended_on, ${end}) - 1, ${to}::date)`;

/**
 * Models as stays (model_id, entry, exit, a, b): the days on which at least one of its points in view runs, as
 * unbroken spans [a, b). A span is entered by the point that begins it and left by the one that ends last; points
 * that go over to another model by a merger leave merged. Few are pieced together: most have a point all along.
 */
function modelStays({ period, ids }: View): Sql {
  const { from, to } = period;
  const a = sql`greatest(p.started_on, e.since)`;
  const b = sql`least(coalesce(p.ended_on, ${end}), e.until)`;
  const inView = unitFilter(ids, sql`p.unit_id`);
  return sql`
  covered AS MATERIALIZED (
    SELECT DISTINCT e.current_id AS model_id FROM era e WHERE e.since < ${from}::date AND e.until > ${to}::date
       AND EXISTS (SELECT FROM model_point p WHERE p.model_id = e.model_id AND p.started_on < ${from}::date AND (p.ended_on IS NULL OR p.ended_on > ${to}::date) ${inView})),
  piece AS MATERIALIZED (
    SELECT e.current_id AS model_id, ${a} AS a, ${b} AS b, p.origin, CASE WHEN p.ended_on <= e.until THEN p.end_kind ELSE 'merged' END AS kind, row_number() OVER () AS nr
      FROM era e JOIN model_point p ON p.model_id = e.model_id
     WHERE NOT EXISTS (SELECT FROM covered c WHERE c.model_id = e.current_id) AND p.started_on <= ${to}::date
       AND ${a} < ${b} AND ${a} <= ${to}::date AND ${b} >= ${from}::date ${inView}),
  marked AS (SELECT *, coalesce(a > max(b) OVER (PARTITION BY model_id ORDER BY a, nr ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), true) AS opens FROM piece),
  numbered AS (SELECT *, count(*) FILTER (WHERE opens) OVER (PARTITION BY model_id ORDER BY a, nr ROWS UNBOUNDED PRECEDING) AS island FROM marked),
  island AS (
    SELECT model_id, min(a) AS a, max(b) AS b, (array_agg(origin ORDER BY a, origin))[1] AS origin, (array_agg(kind ORDER BY b DESC, kind))[1] AS kind
      FROM numbered GROUP BY model_id, island),
  model_stay AS (
    SELECT model_id, 'opening' AS entry, 'closing' AS exit, NULL::date AS a, NULL::date AS b FROM covered
    UNION ALL
    SELECT model_id, CASE WHEN a < ${from}::date THEN 'opening' ELSE origin::text END,
           CASE WHEN b > ${to}::date THEN 'closing' WHEN kind = 'merged' THEN 'merged' ELSE 'removed' END, a, b FROM island)`;
}

async function movementIn(tx: Tx, view: View): Promise<Movement> {
  const { period, ids } = view;
  const { from, to } = period;
  const inView = unitFilter(ids, sql`p.unit_id`);
  // One piece a point for most; where its size changed within the period, a first, a last and those between.
  const sums = (count: Sql) => sql`
    sum(${count}) FILTER (WHERE first) AS ${count}_in, sum(${count}) FILTER (WHERE last) AS ${count}_out,
    count(*) FILTER (WHERE first AND ${count} IS NULL) AS ${count}_in_unknown, count(*) FILTER (WHERE last AND ${count} IS NULL) AS ${count}_out_unknown`;
  const told = (
    count: Sql,
  ) => sql`jsonb_build_object('in', coalesce(sum(${count}_in), 0), 'out', coalesce(sum(${count}_out), 0),
    'inUnknown', sum(${count}_in_unknown), 'outUnknown', sum(${count}_out_unknown))`;
  const nothing = sql`'{"in": 0, "out": 0, "inUnknown": 0, "outUnknown": 0}'::jsonb`;
  const step = (count: Sql) =>
    sql`jsonb_build_object('up', sum(greatest(0, ${deltaOf(count)})), 'down', sum(greatest(0, -(${deltaOf(count)}))))`;
  const classOf = sql`m.block, m.fields, m.principles`;
  const asItStands = sql`JOIN era e ON e.until = ${end} AND e.model_id =`;
  const [row] = await tx.$queryRaw<[{ movement: Movement }]>(sql`
    WITH RECURSIVE ${eras()}, ${modelStays(view)},
    piece_of_point AS (
      SELECT p.model_id, CASE WHEN p.started_on < ${from}::date THEN 'opening' ELSE p.origin::text END AS entry,
             CASE WHEN p.ended_on IS NULL OR p.ended_on > ${to}::date THEN 'closing' WHEN p.end_kind = 'merged' THEN 'merged' ELSE 'removed' END AS exit,
             s.teams, s.members, coalesce(s.holds_from <= ${dayIn(period)}, true) AS first, coalesce(s.holds_until > ${dayOut(period)}, true) AS last
        FROM model_point p LEFT JOIN point_size s ON s.point_id = p.id AND s.holds_until > ${dayIn(period)} AND s.holds_from <= ${dayOut(period)}
       WHERE p.started_on <= ${to}::date AND (p.ended_on IS NULL OR p.ended_on >= ${from}::date) ${inView}),
    point_stay AS MATERIALIZED (
      SELECT model_id, entry, exit, count(*) FILTER (WHERE first) AS count, ${sums(sql`teams`)}, ${sums(sql`members`)} FROM piece_of_point GROUP BY 1, 2, 3),
    stays AS (
      SELECT 'points' AS of, ${classOf}, entry, exit, sum(count) AS count, ${told(sql`teams`)} AS teams, ${told(sql`members`)} AS members
        FROM point_stay s ${asItStands} s.model_id JOIN security_model m ON m.id = e.current_id GROUP BY ${classOf}, entry, exit
      UNION ALL
      SELECT 'models', ${classOf}, entry, exit, count(*), ${nothing}, ${nothing} FROM model_stay s JOIN security_model m ON m.id = s.model_id GROUP BY ${classOf}, entry, exit),
    resized AS MATERIALIZED (${sizeChanges(view)}),
    changes AS (
      SELECT ${classOf}, ${step(sql`teams`)} AS teams, ${step(sql`members`)} AS members
        FROM resized s ${asItStands} s.model_id JOIN security_model m ON m.id = e.current_id GROUP BY ${classOf})
    SELECT jsonb_build_object('stays', (SELECT coalesce(jsonb_agg(to_jsonb(s)), '[]') FROM stays s),
      'changes', (SELECT coalesce(jsonb_agg(to_jsonb(c)), '[]') FROM changes c)) AS movement`);
  return row.movement;
}

const deltaOf = (count: Sql): Sql => sql`coalesce(s.${count}, 0) - coalesce(s.${count}_before, 0)`;

/** Sizes that took over from another within the period, at points that ran on the day and on the one before. */
const sizeChanges = ({ period: { from, to }, ids }: View): Sql => sql`
  SELECT p.id, p.model_id, s.holds_from, s.teams, s.members, b.teams AS teams_before, b.members AS members_before
    FROM point_size s JOIN point_size b ON b.point_id = s.point_id AND b.holds_until = s.holds_from JOIN model_point p ON p.id = s.point_id
   WHERE s.holds_from BETWEEN ${from}::date AND ${to}::date AND p.started_on < s.holds_from AND (p.ended_on IS NULL OR p.ended_on > s.holds_from)
     ${unitFilter(ids, sql`p.unit_id`)}`;

export type MovementRow = {
  id: string;
  /** The place of a point, the name of a model. */
  name: string;
  /** Of a point. */
  unitName: string | null;
  modelName: string | null;
  block: ModelBlock;
  /** The day it came, changed or went; null for what runs all along. */
  on: Day | null;
  origin: PointOrigin | null;
  endKind: PointEnd | null;
  decision: string | null;
  /** A running point gained or lost teams or members. */
  resized: boolean;
  /** What the row adds to the cell; null where it gave no figure. */
  amount: number | null;
};
type Found = { rows: MovementRow[]; count: number; sum: number; unknown: number };

/** A page of the rows behind a cell: as many, and of teams and members as much, as the cell says. */
export const listMovement = query({
  permission: "security-models.movement",
  input: movementRows,
  run: async (tx, { context, measure, column, group, value, page }, scope) => {
    const { period, unit, boundary } = context;
    const view: View = {
      period: { from: period.from, to: period.to },
      ids: await unitsInView(tx, scope, unit, boundary),
    };
    const inside = group && value ? inGroup(group, value) : empty;
    const [found] = await tx.$queryRaw<[Found]>(sql`
      WITH RECURSIVE ${eras()}, ${modelStays(view)},
      found AS MATERIALIZED (${measure === "models" ? modelRows(column, inside) : pointRows(view, measure, column, inside)})
      SELECT (SELECT coalesce(jsonb_agg(to_jsonb(r)), '[]') FROM (
                SELECT * FROM found ORDER BY "on" DESC NULLS LAST, name COLLATE "vi-x-icu", id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}) r) AS rows,
             count(*)::int AS count, coalesce(sum(amount), 0)::int AS sum, count(*) FILTER (WHERE amount IS NULL)::int AS unknown FROM found`);
    return {
      ...found,
      fieldItems: await listCodes(tx, "field"),
      unitOptions: await contextUnits(tx, scope, boundary),
    };
  },
});

/** A model `m` lies in a value of a group. */
function inGroup(group: Group, value: string): Sql {
  if (group === "block") return sql`AND m.block::text = ${value}`;
  const values = group === "field" ? sql`m.fields` : sql`m.principles::text[]`;
  return value === ungrouped ? sql`AND cardinality(${values}) = 0` : sql`AND ${value} = ANY (${values})`;
}

const modelRows = (column: Column, inside: Sql): Sql => sql`
  SELECT m.id, m.name, NULL::text AS "unitName", NULL::text AS "modelName", m.block,
         ${isExit(column) ? sql`s.b` : sql`s.a`} AS "on", NULL::text AS origin, NULL::text AS "endKind", NULL::text AS decision, false AS resized, 1 AS amount
    FROM model_stay s JOIN security_model m ON m.id = s.model_id
   WHERE ${isExit(column) || column === "closing" ? sql`s.exit` : sql`s.entry`} = ${column} ${inside}`;

const isExit = (column: Column): boolean => column === "merged" || column === "removed";

function pointRows(view: View, measure: Exclude<Measure, "models">, column: Column, inside: Sql): Sql {
  const { period, ids } = view;
  const day = isExit(column) || column === "closing" ? dayOut(period) : dayIn(period);
  const count = measure === "members" ? sql`members` : sql`teams`;
  const facts = (on: Sql, amount: Sql, resized = false) => sql`
    SELECT p.id, p.site AS name, u.full_name AS "unitName", m.name AS "modelName", m.block, ${on} AS "on",
           p.origin::text AS origin, CASE WHEN ${isExit(column)} THEN p.end_kind::text END AS "endKind",
           CASE WHEN ${isExit(column)} THEN p.end_decision ELSE p.decision END AS decision, ${resized}::boolean AS resized, ${amount} AS amount`;
  const joins = sql`JOIN unit u ON u.id = p.unit_id JOIN era e ON e.model_id = p.model_id AND e.until = ${end} JOIN security_model m ON m.id = e.current_id`;
  const stays = sql`${facts(isExit(column) ? sql`p.ended_on` : sql`p.started_on`, measure === "points" ? sql`1` : sql`s.${count}`)}
    FROM model_point p ${joins} LEFT JOIN point_size s ON s.point_id = p.id AND s.holds_from <= ${day} AND s.holds_until > ${day}
   WHERE ${conditions(period)[column]} ${unitFilter(ids, sql`p.unit_id`)} ${inside}`;
  if (measure === "points" || (column !== "new" && column !== "removed")) return stays;
  const sign = column === "new" ? sql`1` : sql`-1`;
  return sql`${stays} UNION ALL
    SELECT f.* FROM (${facts(sql`s.holds_from`, sql`${sign} * (${deltaOf(count)})`, true)}
      FROM (${sizeChanges(view)}) s JOIN model_point p ON p.id = s.id ${joins} WHERE TRUE ${inside}) f WHERE f.amount > 0`;
}
