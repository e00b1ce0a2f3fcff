import * as z from "zod";
import { may, type Scope } from "@/lib/core/access";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { pageSize } from "@/lib/core/paging";
import { query } from "@/lib/core/query";
import { type Sql, sql } from "@/lib/core/sql";
import { unitFilter } from "@/lib/units/queries";
import type { PointEnd, PointGrade, PointOrigin, PointStatus } from "@/prisma/client/enums";
import { statusesAfter } from "./rules";

/** The condition "in force on a day" on a row of model_point; rules.ts says it for one point. */
export const runsOn = (day: Day): Sql =>
  sql`(started_on <= ${day}::date AND (ended_on IS NULL OR ended_on > ${day}::date))`;
const endedOn = (day: Day): Sql => sql`(ended_on <= ${day}::date)`;
const waitsOn = (day: Day): Sql => sql`(started_on IS NULL OR started_on > ${day}::date)`;

export type PointState = "in-force" | "ended" | "waiting";
const conditions: Record<PointState, (day: Day) => Sql> = {
  "in-force": runsOn,
  ended: endedOn,
  waiting: waitsOn,
};

export type PointRow = {
  id: string;
  site: string;
  status: PointStatus;
  startedOn: Day | null;
  endedOn: Day | null;
  endKind: PointEnd | null;
  teams: number | null;
  members: number | null;
  unitName: string;
  /** The unit that carries its rows today, where that is another one. */
  currentName: string | null;
  grade: PointGrade | null;
  ratedOn: Day | null;
};

/** How many of a model's points run, have ended and wait on a day. */
export async function countPoints(
  tx: Tx,
  modelId: string,
  asOf: Day,
  ids: readonly number[] | null,
): Promise<Record<PointState, number>> {
  const [row] = await tx.$queryRaw<Record<PointState, number>[]>(sql`
    SELECT count(*) FILTER (WHERE ${runsOn(asOf)})::int AS "in-force", count(*) FILTER (WHERE ${endedOn(asOf)})::int AS ended,
           count(*) FILTER (WHERE ${waitsOn(asOf)})::int AS waiting
      FROM model_point WHERE model_id = ${modelId}::uuid ${unitFilter(ids)}`);
  return row ?? { "in-force": 0, ended: 0, waiting: 0 };
}

type Page = { modelId: string; asOf: Day; ids: readonly number[] | null; state: PointState; page: number };

/** A page of a model's points: those that began last come first, each with its rating of the day. */
export function listPointsOf(tx: Tx, { modelId, asOf, ids, state, page }: Page): Promise<PointRow[]> {
  return tx.$queryRaw<PointRow[]>(sql`
    SELECT ${rowColumns()}
      FROM (SELECT * FROM model_point WHERE model_id = ${modelId}::uuid AND ${conditions[state](asOf)} ${unitFilter(ids)}
             ORDER BY started_on DESC NULLS LAST, id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}) p
      ${rowJoins(asOf)} ORDER BY p.started_on DESC NULLS LAST, p.id`);
}

const rowColumns = (): Sql => sql`
  p.id, p.site, p.status::text, p.started_on::text AS "startedOn", p.ended_on::text AS "endedOn", p.end_kind::text AS "endKind", p.teams, p.members,
  u.full_name AS "unitName", CASE WHEN u.valid_to < ${today()}::date THEN c.full_name END AS "currentName", r.grade::text, r.rated_on::text AS "ratedOn"`;

const rowJoins = (asOf: Day): Sql => sql`
  JOIN unit u ON u.id = p.unit_id
  LEFT JOIN app_units_on(${today()}::date) o ON o.unit_id = p.unit_id AND o.current_id <> p.unit_id LEFT JOIN unit c ON c.id = o.current_id
  LEFT JOIN LATERAL (SELECT grade, rated_on FROM point_rating WHERE point_id = p.id AND rated_on <= ${asOf}::date ORDER BY rated_on DESC LIMIT 1) r ON TRUE`;

export type PointRecord = PointRow & {
  modelId: string;
  modelName: string;
  unitId: number;
  origin: PointOrigin;
  decision: string;
  endDecision: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};
export type RatingRow = { ratedOn: Day; grade: PointGrade };

/** One point with its ratings and what the actor may do. */
export const getPoint = query({
  permission: "security-models.read",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }, scope) => {
    const point = await findPoint(tx, id);
    const ratings = await tx.$queryRaw<RatingRow[]>(sql`
      SELECT rated_on::text AS "ratedOn", grade::text FROM point_rating WHERE point_id = ${id}::uuid ORDER BY rated_on DESC`);
    return { point, ratings, may: mayOf(scope, point) };
  },
});

/** The point of an id; outside the reach there is none. */
export async function findPoint(tx: Tx, id: string): Promise<PointRecord> {
  const [row] = await tx.$queryRaw<PointRecord[]>(sql`
    SELECT ${rowColumns()}, p.model_id AS "modelId", m.name AS "modelName", p.unit_id AS "unitId", p.origin::text, p.decision,
           p.end_decision AS "endDecision", p.version, p.created_at AS "createdAt", p.updated_at AS "updatedAt"
      FROM model_point p JOIN security_model m ON m.id = p.model_id ${rowJoins(today())}
     WHERE p.id = ${id}::uuid`);
  if (!row) throw new AppError("not-found");
  return row;
}

export type ModelOption = { id: string; name: string };

/** What the form of a new point offers: any model of the city by name, since names are no secret. */
export const newPoint = query({
  permission: "security-models.points.create",
  input: z.object({ modelId: z.uuid().optional() }),
  run: async (tx, { modelId }) => {
    const models = await tx.$queryRaw<ModelOption[]>(
      sql`SELECT id, name FROM security_model ORDER BY name COLLATE "vi-x-icu", id`,
    );
    if (modelId && !models.some(({ id }) => id === modelId)) throw new AppError("not-found");
    return { models };
  },
});

/** A point as its form opens it. */
export const editPoint = query({
  permission: "security-models.points.update",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }) => {
    const point = await findPoint(tx, id);
    return { point, statuses: statusesAfter(point.status) };
  },
});

const mayOf = (scope: Scope, { status, startedOn }: PointRecord) => ({
  update: status !== "ended" && may(scope, "security-models.points.update"),
  end: status !== "ended" && startedOn !== null && may(scope, "security-models.points.end"),
});
