import { randomUUID } from "node:crypto";
import type { Scope } from "@/lib/core/access";
import { writeAudits } from "@/lib/core/audit";
import { namedCodes } from "@/lib/core/code-labels";
import { listCodes } from "@/lib/core/code-lists";
import { command } from "@/lib/core/command";
import { today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, type Differing, differing, invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { unitFilter, unitsInView } from "@/lib/units/queries";
import { findPoint } from "../../points/queries";
import { type CampaignRecord, lockCampaign, namedBy, suggested } from "../queries";
import { canDecide, canPropose, isAsked, ratingDay } from "../rules";
import { evaluationConfirm, evaluationPropose, evaluationReturn, matchingConfirm } from "../schema";
import {
  type EvaluationRecord,
  findEvaluation,
  lockEvaluation,
  requireCampaignFor,
  requireSheet,
} from "./queries";

/** A ward's sheet: a first one, one sent again after it was returned, or one mended before the city has decided. */
export const proposeEvaluation = command({
  permission: "security-models.evaluations.propose",
  domain: "security-models",
  input: evaluationPropose,
  creates: true,
  run: async (tx, { id, campaignId, pointId, version, ...typed }, scope) => {
    const campaign = await requireCampaignFor(tx, scope, await lockCampaign(tx, campaignId, true), pointId);
    const sheet = requireSheet(campaign, typed);
    const { unitId } = await findPoint(tx, pointId);
    const evidence = typed.evidence ?? null;
    const after = { ...sheet.scores, grade: sheet.grade, evidence };
    const values = { ...sheet, evidence, unitId };
    const before = version === 0 ? undefined : await held(tx, campaignId, pointId);
    if (!before && !(await insert(tx, { id, campaignId, pointId, ...values }, scope))) {
      const theirs = await held(tx, campaignId, pointId);
      throw await conflict(tx, theirs as EvaluationRecord, after);
    }
    if (before) {
      if (!canPropose(before.state)) throw invalid("campaignId", "confirmed-already");
      if (before.version !== version) throw await conflict(tx, before, after);
      await rewrite(tx, before.id, values, scope);
    }
    return {
      result: { id, campaignId, pointId },
      audit: {
        subjectId: pointId,
        unitId,
        before: before && { ...before.scores, grade: before.grade, evidence: before.evidence },
        after: { campaign: campaign.name, ...after, total: sheet.total },
      },
    };
  },
});

/** The city accepts a sheet, or grades otherwise with its reason: the point is rated as of the campaign's last day. */
export const confirmEvaluation = command({
  permission: "security-models.evaluations.confirm",
  domain: "security-models",
  input: evaluationConfirm,
  run: async (tx, { id, version, grade: chosen, reason }, scope) => {
    const { campaign, before } = await lockForDecision(tx, id, version, "confirmed");
    const grade = chosen ?? before.grade;
    if (!campaign.thresholds.some((known) => known.grade === grade)) throw invalid("grade", "unknown-choice");
    if (grade !== before.grade && !reason) throw invalid("reason", "other-grade-city");
    if (!isAsked(await findPoint(tx, before.pointId), campaign, today()))
      throw invalid("campaignId", "not-asked");
    await tx.$executeRaw(sql`
      UPDATE point_evaluation SET state = 'confirmed', grade = ${grade}, decided_by_id = ${scope.userId}::uuid, decided_at = now(),
             reason = ${reason ?? null}, version = version + 1 WHERE id = ${id}::uuid`);
    await rate(tx, campaign, [id]);
    return {
      result: { id, campaignId: campaign.id, pointId: before.pointId },
      audit: {
        subjectId: before.pointId,
        unitId: before.unitId,
        before: { state: before.state, grade: before.grade },
        after: { campaign: campaign.name, state: "confirmed", grade },
        reason,
      },
    };
  },
});

/** The city sends a sheet back with what is to be mended. */
export const returnEvaluation = command({
  permission: "security-models.evaluations.return",
  domain: "security-models",
  input: evaluationReturn,
  run: async (tx, { id, version, reason }, scope) => {
    const { campaign, before } = await lockForDecision(tx, id, version, "returned");
    await tx.$executeRaw(sql`
      UPDATE point_evaluation SET state = 'returned', decided_by_id = ${scope.userId}::uuid, decided_at = now(), reason = ${reason},
             version = version + 1 WHERE id = ${id}::uuid`);
    return {
      result: { id, campaignId: campaign.id, pointId: before.pointId },
      audit: {
        subjectId: before.pointId,
        unitId: before.unitId,
        before: { state: before.state },
        after: { campaign: campaign.name, state: "returned" },
        reason,
      },
    };
  },
});

/** Confirms every sheet of the filter whose grade is the one its scores suggest; refused when their number is not the one that was seen. */
export const confirmMatching = command({
  permission: "security-models.evaluations.confirm-matching",
  domain: "security-models",
  input: matchingConfirm,
  run: async (tx, { id, unit, q, expected }, scope) => {
    const campaign = await lockCampaign(tx, id, true);
    if (campaign.closed) throw invalid("id", "campaign-closed");
    const now = today();
    const day = ratingDay(campaign, now);
    const ids = await unitsInView(tx, scope, unit, "current");
    const found = await tx.$queryRaw<
      { id: string; pointId: string; unitId: number; grade: string; point: string }[]
    >(sql`
      SELECT e.id, e.point_id AS "pointId", e.unit_id AS "unitId", e.grade, p.site || ', ' || u.full_name AS point FROM point_evaluation e JOIN model_point p ON p.id = e.point_id JOIN unit u ON u.id = p.unit_id
       WHERE e.campaign_id = ${id}::uuid AND e.state = 'proposed' AND e.grade = ${suggested(campaign)}
         AND p.started_on <= ${day}::date AND p.started_on <= ${campaign.periodTo}::date - ${campaign.leastDays}::int
         AND (p.ended_on IS NULL OR p.ended_on > ${day}::date) ${unitFilter(ids, sql`p.unit_id`)} ${namedBy(q, day)}
       ORDER BY e.id FOR UPDATE OF e`);
    if (found.length !== expected) throw invalid("expected", `count-changed:${found.length}`);
    const evaluations = found.map((row) => row.id);
    await tx.$executeRaw(sql`
      UPDATE point_evaluation SET state = 'confirmed', decided_by_id = ${scope.userId}::uuid, decided_at = now(), reason = NULL,
             version = version + 1 WHERE id = ANY (${evaluations}::uuid[])`);
    await rate(tx, campaign, evaluations);
    // A row for each point, where its unit looks for it; the command's own row tells of the whole.
    await writeAudits(
      tx,
      scope,
      "security-models.evaluations.confirm",
      found.map(({ pointId, unitId, grade }) => ({
        subjectId: pointId,
        unitId,
        before: { state: "proposed" },
        after: { state: "confirmed", grade, campaign: campaign.name },
      })),
    );
    return {
      result: { id, count: found.length },
      audit: {
        subjectId: id,
        after: { confirmed: found.length, points: found.map((row) => row.point).join("; ") },
      },
    };
  },
});

/** The rating of a day is what was confirmed last for it. */
const rate = (tx: Tx, campaign: CampaignRecord, evaluations: readonly string[]) =>
  tx.$executeRaw(sql`
    INSERT INTO point_rating (point_id, rated_on, unit_id, grade, evaluation_id)
    SELECT e.point_id, ${ratingDay(campaign, today())}::date, e.unit_id, e.grade, e.id FROM point_evaluation e WHERE e.id = ANY (${[...evaluations]}::uuid[])
    ON CONFLICT (point_id, rated_on) DO UPDATE SET grade = excluded.grade, unit_id = excluded.unit_id, evaluation_id = excluded.evaluation_id`);

/** A sheet that waits for the city, in an open campaign; a stale version is told what was decided meanwhile. */
async function lockForDecision(tx: Tx, id: string, version: number, yours: "confirmed" | "returned") {
  const before = await lockEvaluation(tx, id);
  const campaign = await lockCampaign(tx, before.campaignId, true);
  if (campaign.closed) throw invalid("campaignId", "campaign-closed");
  if (before.version !== version)
    throw new AppError("conflict", {
      version: before.version,
      differing: differing({ state: before.state }, { state: yours }),
    });
  if (!canDecide(before.state)) throw invalid("campaignId", "not-waiting");
  return { campaign, before };
}

async function held(tx: Tx, campaignId: string, pointId: string): Promise<EvaluationRecord | undefined> {
  await tx.$queryRaw(sql`
    SELECT FROM point_evaluation WHERE campaign_id = ${campaignId}::uuid AND point_id = ${pointId}::uuid FOR UPDATE`);
  return findEvaluation(tx, campaignId, pointId);
}

type Values = Pick<EvaluationRecord, "scores" | "total" | "grade" | "evidence" | "unitId">;

/** False when somebody was faster: a point has one sheet in a campaign. */
async function insert(
  tx: Tx,
  sheet: Values & { id: string; campaignId: string; pointId: string },
  scope: Scope,
): Promise<boolean> {
  const { campaignId, pointId, unitId, scores, total, grade, evidence } = sheet;
  const stored = await tx.$executeRaw(sql`
    INSERT INTO point_evaluation (id, campaign_id, point_id, unit_id, state, scores, total, grade, evidence, proposed_by_id)
    VALUES (${randomUUID()}::uuid, ${campaignId}::uuid, ${pointId}::uuid, ${unitId}, 'proposed', ${JSON.stringify(scores)}::jsonb, ${total}, ${grade},
            ${evidence}, ${scope.userId}::uuid) ON CONFLICT (campaign_id, point_id) DO NOTHING`);
  return stored === 1;
}

const rewrite = (tx: Tx, id: string, { unitId, scores, total, grade, evidence }: Values, scope: Scope) =>
  tx.$executeRaw(sql`
    UPDATE point_evaluation SET state = 'proposed', unit_id = ${unitId}, scores = ${JSON.stringify(scores)}::jsonb, total = ${total}, grade = ${grade},
           evidence = ${evidence}, proposed_by_id = ${scope.userId}::uuid, proposed_at = now(), decided_by_id = NULL, decided_at = NULL,
           version = version + 1 WHERE id = ${id}::uuid`);

/** A stale sheet's refusal: scores, evidence and grade that differ, the grade by name. */
async function conflict(tx: Tx, theirs: EvaluationRecord, yours: Record<string, unknown>) {
  const grades = await listCodes(tx, "grade");
  const stored = { ...theirs.scores, grade: theirs.grade, evidence: theirs.evidence };
  return new AppError("conflict", {
    version: theirs.version,
    differing: differing(stored, yours).map(
      (entry): Differing =>
        entry.field === "grade"
          ? {
              field: "grade",
              theirs: namedCodes(grades, [String(entry.theirs)]),
              yours: namedCodes(grades, [String(entry.yours)]),
            }
          : entry,
    ),
  });
}
