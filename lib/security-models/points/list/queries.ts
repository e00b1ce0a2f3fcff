import { may, type Scope } from "@/lib/core/access";
import { listsOfCodes } from "@/lib/core/code-lists";
import { cached } from "@/lib/core/data-version";
import type { Day } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { pageSize } from "@/lib/core/paging";
import { query } from "@/lib/core/query";
import { empty, holdsWords, join, type Sql, sql } from "@/lib/core/sql";
import { viewsOf } from "@/lib/saved-views/queries";
import { contextUnits, unitFilter, unitsInView } from "@/lib/units/queries";
import { hasPoint } from "../../lineage/queries";
import { recognizedOn, sizesOn, spelled } from "../../queries";
import { runningStatuses } from "../catalog";
import { knownOn, notBegun, startedBy, statusOn } from "../past/queries";
import { isPast } from "../past/rules";
import { conditions, runsOn } from "../queries";
import { notRated, type SortColumn } from "./catalog";
import { lastReading, rowsOf, stands } from "./rows/queries";
import { sortOf, unknownIn, without } from "./rules";
import { type PointFilter, pointPage } from "./schema";

/** What is found, each count by itself (T14): points, the models they are of, teams, members and how many gave none. */
export type PointTotals = {
  points: number;
  models: number;
  teams: number;
  members: number;
  teamsUnknown: number;
  membersUnknown: number;
};

export type IndicatorOption = { id: string; name: string; unitLabel: string; modelName: string };

/** A page of the points a filter finds, in the order asked for, with the totals of all of them. */
export const listPoints = query({
  permission: "security-models.points.list",
  input: pointPage,
  run: async (tx, { page, columns, ...asked }, scope) => {
    const offered = await offers(tx, scope, asked);
    const ignored = unknownIn(asked, offered.lists);
    const filter = without(asked, ignored);
    const ids = await inView(tx, scope, filter);
    const rows = await rowsOf(
      tx,
      scope,
      { filter, sessions: columns.includes("lastSession") },
      pageOf(filter, ids, page),
    );
    return {
      rows,
      totals: await totalsOf(tx, scope, filter, ids),
      ...offered,
      /** Filters that name no code of their list, and were left out. */
      ignored,
      views: await viewsOf(tx, scope, "security-models.points"),
      may: {
        bulk: may(scope, "security-models.points.bulk"),
        addPoint: may(scope, "security-models.points.create"),
      },
    };
  },
});

/** The units a filter looks at; null is all. */
export const inView = (tx: Tx, scope: Scope, { context }: Pick<PointFilter, "context">) =>
  unitsInView(tx, scope, context.unit, context.boundary);

/** What the filters are chosen from, and the names of what was chosen. */
export async function offers(tx: Tx, scope: Scope, { model, context }: PointFilter) {
  const modelName = model && (await nameOf(tx, model));
  return {
    lists: await listsOfCodes(tx, ["field", "force", "site", "grade"]),
    indicators: await indicatorOptions(tx, scope),
    units: await contextUnits(tx, scope, context.boundary),
    modelName,
  };
}

/** The name of a model that has, or had, a point in the reach; there is no other. */
async function nameOf(tx: Tx, model: string): Promise<string> {
  const [named] = await tx.$queryRaw<{ name: string }[]>(sql`
    SELECT name FROM security_model m WHERE id = ${model}::uuid AND ${hasPoint(sql`m.id`)}`);
  if (!named) throw new AppError("not-found");
  return named.name;
}

const indicatorOptions = (tx: Tx, scope: Scope) =>
  cached(tx, scope, ["security-models"], "indicator options", () =>
    tx.$queryRaw<IndicatorOption[]>(sql`
      SELECT i.id, i.name, i.unit_label AS "unitLabel", m.name AS "modelName" FROM indicator i JOIN security_model m ON m.id = i.model_id
       WHERE ${hasPoint(sql`m.id`)} ORDER BY m.name COLLATE "vi-x-icu", i.position, i.id`),
  );

/** Kept under the models' version: a filter's sums do not change from page to page, nor from reader to reader of one reach. */
export const totalsOf = (tx: Tx, scope: Scope, filter: PointFilter, ids: readonly number[] | null) =>
  cached(tx, scope, ["security-models"], `points ${JSON.stringify(filter)}`, async () => {
    const asOf = filter.context.asOf;
    const [totals] = await tx.$queryRaw<PointTotals[]>(sql`
      SELECT count(*)::int AS points, count(DISTINCT o.current_id)::int AS models,
             coalesce(sum(s.teams), 0)::int AS teams, coalesce(sum(s.members), 0)::int AS members,
             count(*) FILTER (WHERE s.teams IS NULL)::int AS "teamsUnknown", count(*) FILTER (WHERE s.members IS NULL)::int AS "membersUnknown"
        FROM (SELECT p.id, p.model_id ${foundFrom(filter, ids)}) p
        JOIN app_models_on(${asOf}::date) o ON o.model_id = p.model_id ${sizesOn(asOf)}`);
    return totals as PointTotals;
  });

/** The ids of a page with their place in the order. */
function pageOf(filter: PointFilter, ids: readonly number[] | null, page: number): Sql {
  const { joined, order } = orderOf(filter);
  return sql`
    SELECT id, row_number() OVER () AS place
      FROM (SELECT p.id ${foundFrom(filter, ids, joined)} ORDER BY ${order} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}) p`;
}

/** The order asked for, ties by id, and what a point must be joined with for it. */
export function orderOf({ sort, context }: PointFilter): { joined: Sql; order: Sql } {
  const { by, descending } = sortOf(sort);
  const { joined, key } = orders[by](context.asOf);
  const direction = descending ? sql`DESC` : sql`ASC`;
  // Beginnings have an index, which keeps to the database's own place for what has not begun.
  const unknown = by === "startedOn" ? empty : sql`NULLS LAST`;
  return { joined, order: sql`${key} ${direction} ${unknown}, p.id ${direction}` };
}

/** How a point is joined with what it is ordered by, and the key itself. */
const orders: Record<SortColumn, (asOf: Day) => { joined: Sql; key: Sql }> = {
  site: () => ({ joined: empty, key: sql`p.site COLLATE "vi-x-icu"` }),
  startedOn: (asOf) => ({ joined: empty, key: startedBy(asOf) }),
  unit: () => ({ joined: sql`JOIN unit u ON u.id = p.unit_id`, key: sql`u.full_name COLLATE "vi-x-icu"` }),
  model: (asOf) => ({
    joined: sql`JOIN app_models_on(${asOf}::date) so ON so.model_id = p.model_id JOIN security_model sm ON sm.id = so.current_id`,
    key: sql`sm.name COLLATE "vi-x-icu"`,
  }),
  teams: (asOf) => ({ joined: sizesOn(asOf), key: sql`s.teams` }),
  members: (asOf) => ({ joined: sizesOn(asOf), key: sql`s.members` }),
  grade: (asOf) => ({
    joined: sql`LEFT JOIN (${ratedBy(asOf)}) r ON r.point_id = p.id LEFT JOIN code_item g ON g.list = 'grade' AND g.code = r.grade`,
    key: sql`g.position`,
  }),
};

/** Each point's latest rating by a day. */
const ratedBy = (asOf: Day): Sql => sql`
  SELECT DISTINCT ON (point_id) point_id, grade, rated_on FROM point_rating WHERE rated_on <= ${asOf}::date ORDER BY point_id, rated_on DESC`;

/** `FROM … WHERE …` of the points `p` that a filter finds; conditions on models stand apart, so that an index on points serves the order. */
export function foundFrom(filter: PointFilter, ids: readonly number[] | null, joined: Sql = empty): Sql {
  const { context, status = "in-force", site, origin, grade, indicator, least, most } = filter;
  const { startedFrom, startedTo, force, level, q } = filter;
  const { asOf } = context;
  const parts: Sql[] = [standing(status, asOf)];
  if (site) parts.push(sql`p.site_kind = ${site}`);
  if (origin) parts.push(sql`p.origin = ${origin}::point_origin`);
  if (startedFrom) parts.push(sql`${startedBy(asOf)} >= ${startedFrom}::date`);
  if (startedTo) parts.push(sql`${startedBy(asOf)} <= ${startedTo}::date`);
  if (grade) {
    const latest = sql`(SELECT r.grade FROM point_rating r WHERE r.point_id = p.id AND r.rated_on <= ${asOf}::date ORDER BY r.rated_on DESC LIMIT 1)`;
    parts.push(grade === notRated ? sql`${latest} IS NULL` : sql`${latest} = ${grade}`);
  }
  if (indicator) {
    const value = lastReading(indicator, asOf);
    parts.push(sql`${value} IS NOT NULL`);
    if (least !== undefined) parts.push(sql`${value} >= ${least}`);
    if (most !== undefined) parts.push(sql`${value} <= ${most}`);
  }
  const models = ofModels(filter);
  if (models) parts.push(sql`p.model_id IN (${models})`);
  if (force) {
    const those = modelsWhere(asOf, sql`m.core_force = ${force}`);
    parts.push(sql`(p.core_force = ${force} OR (p.core_force IS NULL AND p.model_id IN (${those})))`);
  }
  if (q) {
    const named = modelsWhere(
      asOf,
      sql`EXISTS (SELECT FROM model_alias a WHERE a.model_id IN (o.model_id, o.current_id) AND ${spelled(q)})`,
    );
    parts.push(sql`(${holdsWords(sql`p.search_key`, q)} OR p.model_id = ANY (ARRAY(${named})))`);
  }
  if (level) {
    const own = sql`(SELECT max(level) FROM recognition WHERE point_id = p.id AND ${stands(asOf)})`;
    const models = sql`(SELECT r.level FROM app_models_on(${asOf}::date) o JOIN (${recognizedOn(asOf)}) r ON r.model_id = o.current_id WHERE o.model_id = p.model_id)`;
    parts.push(sql`greatest(${own}, ${models}) = ${level}::recognition_level`);
  }
  return sql`FROM model_point p ${joined} WHERE ${join(parts, " AND ")} ${unitFilter(ids, sql`p.unit_id`)}`;
}

/** Where points stood on the day: in a group of states, or in a single one. */
function standing(status: NonNullable<PointFilter["status"]>, asOf: Day): Sql {
  if (status === "all") return knownOn(asOf);
  if (status === "in-force" || status === "waiting" || status === "ended") return conditions[status](asOf);
  const stood = sql`${statusOn(asOf)} = ${status}::point_status`;
  if ((runningStatuses as readonly string[]).includes(status)) return sql`${runsOn(asOf)} AND ${stood}`;
  return isPast(asOf) ? sql`${notBegun(asOf)} AND ${stood}` : stood;
}

/** Ids of the models, former ones by what they are part of on the day, for which something holds. */
const modelsWhere = (asOf: Day, condition: Sql): Sql => sql`
  SELECT o.model_id FROM app_models_on(${asOf}::date) o JOIN security_model m ON m.id = o.current_id WHERE ${condition}`;

function ofModels({ model, field, block, principle, context }: PointFilter): Sql | undefined {
  const parts: Sql[] = [];
  if (model) parts.push(sql`${model}::uuid IN (o.model_id, o.current_id)`);
  if (field) parts.push(sql`${field} = ANY (m.fields)`);
  if (block) parts.push(sql`m.block = ${block}::model_block`);
  if (principle) parts.push(sql`${principle}::model_principle = ANY (m.principles)`);
  return parts.length ? modelsWhere(context.asOf, join(parts, " AND ")) : undefined;
}
