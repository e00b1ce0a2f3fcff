import * as z from "zod";
import { may, reaches, type Scope } from "@/lib/core/access";
import { filesOf } from "@/lib/core/attached-files";
import { listCodes } from "@/lib/core/code-lists";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import type { EvaluationState } from "@/prisma/client/enums";
import { findPoint } from "../../points/queries";
import { type CampaignRecord, findCampaign } from "../queries";
import {
  canDecide,
  canPropose,
  isAsked,
  isOverdue,
  type ReadSheet,
  readSheet,
  type Scores,
  suggestedGrade,
  type WorkState,
} from "../rules";
import { evaluationPropose } from "../schema";
import { evaluationsOf } from "../standing/queries";

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
      files: evaluation ? await filesOf(tx, { evaluationId: evaluation.id }) : [],
      others: (await evaluationsOf(tx, pointId)).filter((other) => other.campaignId !== campaignId),
      may: {
        ...mayOf(scope, campaign, point.unitId, state, asked),
        ...mayTouchFiles(scope, campaign, point.unitId, evaluation),
      },
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

/** The evidence of a sheet stands once the city has confirmed it. */
function mayTouchFiles(
  scope: Scope,
  { closed }: CampaignRecord,
  unitId: number,
  evaluation: EvaluationRecord | undefined,
) {
  const open = !closed && evaluation !== undefined && canPropose(evaluation.state) && reaches(scope, unitId);
  return {
    addFiles: open && may(scope, "security-models.evaluations.files.add"),
    removeFiles: open && may(scope, "security-models.evaluations.files.remove"),
  };
}

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
