import * as z from "zod";
import { may, type Scope } from "@/lib/core/access";
import { listsOfCodes } from "@/lib/core/code-lists";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { type Sql, sql } from "@/lib/core/sql";
import { unitFilter } from "@/lib/units/queries";
import type { PointEnd, PointOrigin, PointStatus } from "@/prisma/client/enums";
import { evaluationsOf } from "../evaluations/standing/queries";
import type { StepKind } from "../steps/catalog";
import { stepsOf } from "../steps/queries";
import { stepsFrom, transitionOf } from "../steps/rules";
import { firstStatuses, usualStatus, wardFirstStatuses } from "./catalog";
import { standingColumns, startedBy, unitColumns, unitJoins, waitsOn } from "./past/queries";

/** The condition "in force on a day" on a row of model_point; rules.ts says it for one point. */
export const runsOn = (day: Day): Sql =>
  sql`(started_on <= ${day}::date AND (ended_on IS NULL OR ended_on > ${day}::date))`;
const endedOn = (day: Day): Sql => sql`(ended_on <= ${day}::date)`;

/** The condition that a row of model_point counts for a model on a day: its own, or of one that went into it. */
export const ofModel = (modelId: string, day: Day): Sql =>
  sql`model_id IN (SELECT o.model_id FROM app_models_on(${day}::date) o WHERE o.current_id = ${modelId}::uuid)`;

export type PointState = "in-force" | "ended" | "waiting";
/** Where points stand on a day, as a condition on rows `p` of model_point. */
export const conditions: Record<PointState, (day: Day) => Sql> = {
  "in-force": runsOn,
  ended: endedOn,
  waiting: waitsOn,
};

/** A grade of the dated list "grade": its labels, and its place from the best down. */
export type Grade = { code: string; labelVi: string; labelEn: string; position: number };

/** `grade` as jsonb, of a rating `r` joined with its code `g`. */
export const gradeColumn = sql`CASE WHEN g.code IS NOT NULL THEN jsonb_build_object('code', g.code, 'labelVi', g.label_vi, 'labelEn', g.label_en, 'position', g.position) END`;

/** A point as of the day looked at: where it stood, how large it was, how it was rated by then. */
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
  /** The unit it was in on the past day looked at, where that is neither its own nor today's. */
  thenName: string | null;
  /** The unit that carries its rows today, where that is another one. */
  currentName: string | null;
  grade: Grade | null;
  ratedOn: Day | null;
  /** What it began by; before that, the latest decision of its proposal. */
  decision: string;
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
      FROM model_point p WHERE ${ofModel(modelId, asOf)} ${unitFilter(ids)}`);
  return row ?? { "in-force": 0, ended: 0, waiting: 0 };
}

type Page = { modelId: string; asOf: Day; ids: readonly number[] | null; state: PointState };

/** How many points stand on a model's page; all of them are a click away in the list of points. */
const latest = 10;

/** The latest of a model's points: those that began last come first, each as it stood on the day. */
export function listPointsOf(tx: Tx, { modelId, asOf, ids, state }: Page): Promise<PointRow[]> {
  return tx.$queryRaw<PointRow[]>(sql`
    SELECT ${rowColumns(asOf)}
      FROM (SELECT p.* FROM model_point p WHERE ${ofModel(modelId, asOf)} AND ${conditions[state](asOf)} ${unitFilter(ids)}
             ORDER BY ${startedBy(asOf)} DESC NULLS LAST, p.id LIMIT ${latest}) p
      ${rowJoins(asOf)} ORDER BY ${startedBy(asOf)} DESC NULLS LAST, p.id`);
}

const rowColumns = (asOf: Day): Sql => sql`
  p.id, p.site, ${standingColumns(asOf)}, s.teams, s.members, ${unitColumns(asOf)}, ${gradeColumn} AS grade, r.rated_on::text AS "ratedOn"`;

const rowJoins = (asOf: Day): Sql => sql`
  JOIN unit u ON u.id = p.unit_id
  LEFT JOIN point_size s ON s.point_id = p.id AND s.holds_from <= ${asOf}::date AND s.holds_until > ${asOf}::date
  ${unitJoins(asOf)}
  LEFT JOIN LATERAL (SELECT grade, rated_on FROM point_rating WHERE point_id = p.id AND rated_on <= ${asOf}::date ORDER BY rated_on DESC LIMIT 1) r ON TRUE
  LEFT JOIN code_item g ON g.list = 'grade' AND g.code = r.grade`;

export type PointRecord = PointRow & {
  modelId: string;
  modelName: string;
  /** The force of the model, where the point names none of its own. */
  modelForce: string;
  unitId: number;
  origin: PointOrigin;
  endDecision: string | null;
  siteKind: string | null;
  address: string | null;
  latitude: number | null;
  longitude: number | null;
  coreForce: string | null;
  /** Đồng. */
  budgetFunding: number | null;
  socialFunding: number | null;
  contactPost: string | null;
  copiedFromId: string | null;
  mergedIntoId: string | null;
  /** How many points of the reach were merged into this one, the last of them on which day. */
  mergedHere: number;
  mergedHereOn: Day | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};
export type RatingRow = { ratedOn: Day; grade: Grade; evaluationId: string | null };
export type SizeRow = { effectiveOn: Day; teams: number | null; members: number | null };
/** A point that another one names: its original, the one it was merged into. Outside the reach only its place is told. */
export type NamedPoint = {
  id: string;
  site: string;
  unitName: string;
  startedOn: Day | null;
  modelId: string;
};
/** A point that names this one: a copy of it, or one that was merged into it. */
export type FollowingPoint = NamedPoint & Pick<PointRow, "status" | "endKind" | "endedOn">;

/** One point with its history, sizes, ratings, copies and what was merged into it, and what the actor may do. */
export const getPoint = query({
  permission: "security-models.read",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }, scope) => {
    const point = await findPoint(tx, id);
    const ratings = await tx.$queryRaw<RatingRow[]>(sql`
      SELECT r.rated_on::text AS "ratedOn", ${gradeColumn} AS grade, r.evaluation_id AS "evaluationId"
        FROM point_rating r JOIN code_item g ON g.list = 'grade' AND g.code = r.grade WHERE r.point_id = ${id}::uuid ORDER BY r.rated_on DESC`);
    const sizes = await tx.$queryRaw<SizeRow[]>(sql`
      SELECT effective_on::text AS "effectiveOn", teams, members FROM point_size WHERE point_id = ${id}::uuid ORDER BY effective_on DESC`);
    const lists = await listsOfCodes(tx, ["site", "force"]);
    const steps = await stepsOf(tx, id);
    return {
      point,
      ratings,
      sizes,
      lists,
      steps,
      evaluations: await evaluationsOf(tx, id),
      original: point.copiedFromId ? await originalOf(tx, point.copiedFromId) : undefined,
      /** Named points that the actor may open. */
      seen: await seenOf(tx, [point.copiedFromId, ...steps.map(({ intoId }) => intoId)]),
      copies: await followingOf(tx, sql`p.copied_from_id = ${id}::uuid`),
      merged: await followingOf(tx, sql`p.merged_into_id = ${id}::uuid`),
      may: mayOf(scope, point),
    };
  },
});

/** The point of an id; outside the reach there is none. */
export async function findPoint(tx: Tx, id: string): Promise<PointRecord> {
  const [row] = await tx.$queryRaw<PointRecord[]>(sql`
    SELECT ${rowColumns(today())}, p.model_id AS "modelId", m.name AS "modelName", m.core_force AS "modelForce", p.unit_id AS "unitId", p.origin::text,
           p.end_decision AS "endDecision", p.site_kind AS "siteKind", p.address, p.latitude, p.longitude, p.core_force AS "coreForce",
           p.budget_funding::float8 AS "budgetFunding", p.social_funding::float8 AS "socialFunding", p.contact_post AS "contactPost",
           p.copied_from_id AS "copiedFromId", p.merged_into_id AS "mergedIntoId",
           (SELECT count(*)::int FROM model_point h WHERE h.merged_into_id = p.id) AS "mergedHere",
           (SELECT max(h.ended_on)::text FROM model_point h WHERE h.merged_into_id = p.id) AS "mergedHereOn", p.version, p.created_at AS "createdAt", p.updated_at AS "updatedAt"
      FROM model_point p JOIN security_model m ON m.id = p.model_id ${rowJoins(today())}
     WHERE p.id = ${id}::uuid`);
  if (!row) throw new AppError("not-found");
  return row;
}

/**
 * The point as stored, held until the transaction ends, so that of two editors one is the later; with the one it goes
 * into, always in one order.
 */
export async function lockPoint(tx: Tx, id: string, intoId: string | null = null): Promise<PointRecord> {
  await tx.$queryRaw(
    sql`SELECT FROM model_point WHERE id IN (${id}::uuid, ${intoId}::uuid) ORDER BY id FOR NO KEY UPDATE`,
  );
  return findPoint(tx, id);
}

/** The point that another one was copied from: its place and model only, wherever in the city it lies. */
export async function originalOf(tx: Tx, id: string): Promise<NamedPoint | undefined> {
  const [row] = await tx.$queryRaw<NamedPoint[]>(
    sql`SELECT ${namedColumns} FROM app_named_points(ARRAY[${id}::uuid]) p`,
  );
  return row;
}

const namedColumns = sql`p.id, p.site, p.unit_name AS "unitName", p.started_on::text AS "startedOn", p.model_id AS "modelId"`;

/** Which of these points lie in the reach. */
async function seenOf(tx: Tx, ids: (string | null)[]): Promise<string[]> {
  const asked = ids.filter((id) => id !== null);
  if (asked.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>(
    sql`SELECT id FROM model_point WHERE id = ANY (${asked}::uuid[])`,
  );
  return rows.map(({ id }) => id);
}

/** Points of the reach that follow this one, the latest first. */
const followingOf = (tx: Tx, condition: Sql) =>
  tx.$queryRaw<FollowingPoint[]>(sql`
    SELECT p.id, p.site, u.full_name AS "unitName", p.started_on::text AS "startedOn", p.model_id AS "modelId", p.status::text,
           p.end_kind::text AS "endKind", p.ended_on::text AS "endedOn"
      FROM model_point p JOIN unit u ON u.id = p.unit_id WHERE ${condition} ORDER BY p.started_on DESC NULLS LAST, p.id`);

/** What hangs on a point and keeps it from being taken out: codes of the kinds. */
export async function what(tx: Tx, id: string): Promise<string[]> {
  const [row] = await tx.$queryRaw<{ kinds: string[] }[]>(sql`
    SELECT array_remove(ARRAY[
      CASE WHEN EXISTS (SELECT FROM model_point WHERE copied_from_id = ${id}::uuid OR merged_into_id = ${id}::uuid) OR EXISTS (SELECT FROM point_step WHERE into_id = ${id}::uuid) THEN 'copies' END,
      CASE WHEN EXISTS (SELECT FROM outreach_session WHERE ${id}::uuid = ANY (point_ids) AND point_ids <> '{}' AND deleted_at IS NULL) THEN 'sessions' END,
      CASE WHEN EXISTS (SELECT FROM point_evaluation WHERE point_id = ${id}::uuid) OR EXISTS (SELECT FROM point_rating WHERE point_id = ${id}::uuid) THEN 'evaluations' END,
      CASE WHEN EXISTS (SELECT FROM indicator_reading WHERE point_id = ${id}::uuid) THEN 'readings' END,
      CASE WHEN EXISTS (SELECT FROM recognition r WHERE r.point_id = ${id}::uuid
        AND NOT EXISTS (SELECT FROM point_step s WHERE s.id = r.id AND s.reversed_at IS NOT NULL)) THEN 'recognitions' END,
      CASE WHEN EXISTS (SELECT FROM attached_file WHERE point_id = ${id}::uuid AND removed_at IS NULL) THEN 'files' END], NULL) AS kinds`);
  return row?.kinds ?? [];
}

export type ModelOption = { id: string; name: string };

/** The models of the city that were not merged into another, by name. */
export const modelOptions = (tx: Tx): Promise<ModelOption[]> =>
  tx.$queryRaw<ModelOption[]>(
    sql`SELECT id, name FROM security_model WHERE merged_into_id IS NULL ORDER BY name COLLATE "vi-x-icu", id`,
  );

const formLists = (tx: Tx) => listsOfCodes(tx, ["site", "force"]);

/**
 * What the form of a new point offers: any model of the city that was not merged, by name, since names are no
 * secret; with `from`, the point it is copied from.
 */
export const newPoint = query({
  permission: "security-models.points.create",
  input: z.object({ modelId: z.uuid().optional(), from: z.uuid().optional() }),
  run: async (tx, { modelId, from }, scope) => {
    const models = await modelOptions(tx);
    if (modelId && !models.some(({ id }) => id === modelId)) throw new AppError("not-found");
    const original = from ? await originalOf(tx, from) : undefined;
    return {
      models,
      lists: await formLists(tx),
      statuses: scope.reach === "all" ? firstStatuses : wardFirstStatuses,
      status: usualStatus(scope.reach === "all"),
      original: original && (!modelId || original.modelId === modelId) ? original : undefined,
      originals: modelId ? await originalsOf(tx, modelId) : [],
    };
  },
});

/** A point as its form opens it. */
export const editPoint = query({
  permission: "security-models.points.update",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }) => {
    const point = await findPoint(tx, id);
    return {
      point,
      lists: await formLists(tx),
      originals: (await originalsOf(tx, point.modelId)).filter((other) => other.id !== id),
    };
  },
});

/** The points of a model that have begun, wherever they lie: what a copy can be of. */
const originalsOf = (tx: Tx, modelId: string): Promise<NamedPoint[]> =>
  tx.$queryRaw<NamedPoint[]>(sql`
    SELECT ${namedColumns} FROM app_points_of_model(${modelId}::uuid) p
     ORDER BY p.unit_name COLLATE "vi-x-icu", p.site COLLATE "vi-x-icu", p.id LIMIT 1000`);

/** What an actor may do with a point as it stands. */
type May = { update: boolean; resize: boolean; delete: boolean; reverse: boolean; steps: StepKind[] };

const mayOf = (scope: Scope, { status }: PointRecord): May => ({
  update: may(scope, "security-models.points.update"),
  resize: status !== "ended" && status !== "declined" && may(scope, "security-models.points.resize"),
  delete: may(scope, "security-models.points.delete"),
  reverse: may(scope, "security-models.steps.reverse"),
  steps: stepsFrom(status).filter((kind) =>
    may(
      scope,
      transitionOf(kind).by === "city" ? "security-models.steps.decide" : "security-models.steps.take",
    ),
  ),
});
