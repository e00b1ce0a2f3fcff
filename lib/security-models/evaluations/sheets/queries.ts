import * as z from "zod";
import { may, reaches, type Scope } from "@/lib/core/access";
import { listCodes } from "@/lib/core/code-lists";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import type { EvaluationState } from "@/prisma/client/enums";
import { findPoint, type Grade, gradeColumn } from "../../points/queries";
import { type CampaignRecord, findCampaign } from "../queries";
import {
  canDecide,
  canPropose,
  isAsked,
  isOverdue,
  mostOf,
  type ReadSheet,
  readSheet,
  type Scores,
  suggestedGrade,
  type WorkState,
} from "../rules";
import { evaluationPropose } from "../schema";

export type EvaluationRecord = {
  id: string;
  campaignId: string;
  pointId: string;
  unitId: number;
  state: EvaluationState;
  scores: Scores;
  total: number;
  grade: string;
  evidence: string | null;
  proposedBy: string | null;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  /** Why it was returned, kept until the city decides again; or why the city graded otherwise. */
  reason: string | null;
  version: number;
};

const columns = sql`
  e.id, e.campaign_id AS "campaignId", e.point_id AS "pointId", e.unit_id AS "unitId", e.state::text, e.scores, e.total, e.grade, e.evidence,
  w.name AS "proposedBy", e.proposed_at AS "proposedAt", d.name AS "decidedBy", e.decided_at AS "decidedAt", e.reason, e.version`;

/** The sheet of one point in one campaign, with what it rests on and what the reader may do with it. */
export const getSheet = query({
  permission: "security-models.evaluations.read",
  input: z.object({ campaignId: z.uuid(), pointId: z.uuid() }),
  run: async (tx, { campaignId, pointId }, scope) => {
    const now = today();
    const campaign = await findCampaign(tx, campaignId);
    const point = await findPoint(tx, pointId);
    const evaluation = await findEvaluation(tx, campaignId, pointId);
    const asked = isAsked(point, campaign, now);
    if (!asked && !evaluation) throw new AppError("not-found");
    const state: WorkState = evaluation?.state ?? "none";
    return {
      campaign,
      point,
      evaluation,
      asked,
      state,
      overdue: asked && isOverdue(state, campaign, now),
      suggested: evaluation ? suggestedGrade(campaign.criteria, campaign.thresholds, evaluation.total) : null,
      grades: await listCodes(tx, "grade"),
      sessions: await sessionsOf(tx, pointId, campaign),
      others: (await evaluationsOf(tx, pointId)).filter((other) => other.campaignId !== campaignId),
      may: mayOf(scope, campaign, point.unitId, state, asked),
    };
  },
});

const mayOf = (
  scope: Scope,
  { closed }: CampaignRecord,
  unitId: number,
  state: WorkState,
  asked: boolean,
) => {
  const open = !closed && asked;
  return {
    propose:
      open &&
      canPropose(state) &&
      reaches(scope, unitId) &&
      may(scope, "security-models.evaluations.propose"),
    confirm: open && canDecide(state) && may(scope, "security-models.evaluations.confirm"),
    return: !closed && canDecide(state) && may(scope, "security-models.evaluations.return"),
  };
};

/** The sheet of a point in a campaign; undefined where none was sent. */
export async function findEvaluation(
  tx: Tx,
  campaignId: string,
  pointId: string,
): Promise<EvaluationRecord | undefined> {
  const [row] = await tx.$queryRaw<EvaluationRecord[]>(sql`
    SELECT ${columns} FROM point_evaluation e LEFT JOIN app_user w ON w.id = e.proposed_by_id LEFT JOIN app_user d ON d.id = e.decided_by_id
     WHERE e.campaign_id = ${campaignId}::uuid AND e.point_id = ${pointId}::uuid`);
  return row;
}

/** A sheet as stored, held until the transaction ends, so that of two deciders one is the later. */
export async function lockEvaluation(tx: Tx, id: string): Promise<EvaluationRecord> {
  const [held] = await tx.$queryRaw<{ campaignId: string; pointId: string }[]>(sql`
    SELECT campaign_id AS "campaignId", point_id AS "pointId" FROM point_evaluation WHERE id = ${id}::uuid FOR UPDATE`);
  const found = held && (await findEvaluation(tx, held.campaignId, held.pointId));
  if (!found) throw new AppError("not-found");
  return found;
}

/** Sessions of the campaign's period that name the point, the latest first, and how many there are. */
async function sessionsOf(tx: Tx, pointId: string, { periodFrom, periodTo }: CampaignRecord) {
  const rows = await tx.$queryRaw<{ id: string; heldOn: Day; title: string; count: number }[]>(sql`
    SELECT s.id, s.held_on::text AS "heldOn", coalesce(s.title, s.place) AS title, count(*) OVER ()::int AS count FROM outreach_session s
     WHERE ${pointId}::uuid = ANY (s.point_ids) AND s.point_ids <> '{}' AND s.deleted_at IS NULL AND s.held_on BETWEEN ${periodFrom}::date AND ${periodTo}::date
     ORDER BY s.held_on DESC, s.id LIMIT 5`);
  return { count: rows[0]?.count ?? 0, rows: rows.map(({ count: _, ...row }) => row) };
}

export type PointEvaluation = {
  campaignId: string;
  campaignName: string;
  periodFrom: Day;
  periodTo: Day;
  dueOn: Day;
  state: WorkState;
  overdue: boolean;
  total: number | null;
  most: number;
  grade: Grade | null;
};

/** Every campaign that a point was evaluated in, and the open ones that still wait for it, the latest period first. */
export async function evaluationsOf(tx: Tx, pointId: string): Promise<PointEvaluation[]> {
  const now = today();
  const rows = await tx.$queryRaw<
    (Omit<PointEvaluation, "overdue" | "most"> &
      Pick<CampaignRecord, "criteria" | "leastDays" | "closed"> & {
        startedOn: Day | null;
        endedOn: Day | null;
      })[]
  >(sql`
    SELECT c.id AS "campaignId", c.name AS "campaignName", c.period_from::text AS "periodFrom", c.period_to::text AS "periodTo", c.due_on::text AS "dueOn",
           c.criteria, c.least_days AS "leastDays", c.closed_at IS NOT NULL AS closed, coalesce(e.state::text, 'none') AS state, e.total,
           ${gradeColumn} AS grade, p.started_on::text AS "startedOn", p.ended_on::text AS "endedOn"
      FROM model_point p JOIN evaluation_campaign c ON TRUE LEFT JOIN point_evaluation e ON e.campaign_id = c.id AND e.point_id = p.id
      LEFT JOIN code_item g ON g.list = 'grade' AND g.code = e.grade
     WHERE p.id = ${pointId}::uuid AND (e.id IS NOT NULL OR c.closed_at IS NULL) ORDER BY c.period_to DESC, c.created_at DESC LIMIT 50`);
  return rows.flatMap(({ criteria, leastDays, closed, startedOn, endedOn, ...row }) => {
    const campaign = { periodTo: row.periodTo, dueOn: row.dueOn, leastDays, closed };
    const asked = isAsked({ startedOn, endedOn }, campaign, now);
    if (row.state === "none" && !asked) return [];
    return [{ ...row, most: mostOf(criteria), overdue: asked && isOverdue(row.state, campaign, now) }];
  });
}

/** What a sheet comes to before it is sent: total, suggested grade, the grade it would carry. Stores nothing. */
export const checkProposal = query({
  permission: "security-models.evaluations.propose",
  input: evaluationPropose,
  run: async (tx, { campaignId, pointId, ...typed }, scope): Promise<CheckedSheet> => {
    const campaign = await requireCampaignFor(tx, scope, await findCampaign(tx, campaignId), pointId);
    return { ...requireSheet(campaign, typed), evidence: typed.evidence ?? null };
  },
});
export type CheckedSheet = ReadSheet & { evidence: string | null };

/** The campaign, when it is open and asks for the point, and the point lies in the reach. */
export async function requireCampaignFor(
  tx: Tx,
  scope: Scope,
  campaign: CampaignRecord,
  pointId: string,
): Promise<CampaignRecord> {
  const point = await findPoint(tx, pointId);
  if (!reaches(scope, point.unitId)) throw new AppError("not-found");
  const code = campaign.closed
    ? "campaign-closed"
    : isAsked(point, campaign, today())
      ? undefined
      : "not-asked";
  if (code) throw new AppError("invalid", { issues: [{ field: "campaignId", code }] });
  return campaign;
}

/** A sheet by its campaign's terms; refused field by field. */
export function requireSheet(
  { criteria, thresholds }: CampaignRecord,
  typed: Scores & { grade?: string; evidence?: string },
): ReadSheet {
  const read = readSheet(criteria, thresholds, typed);
  if ("issues" in read) throw new AppError("invalid", { issues: read.issues });
  return read.sheet;
}
