import { may, type Scope } from "@/lib/core/access";
import type { CodeItem } from "@/lib/core/code-labels";
import { codesOn, listCodes } from "@/lib/core/code-lists";
import { cached } from "@/lib/core/data-version";
import { addDays, type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { pageSize } from "@/lib/core/paging";
import { query } from "@/lib/core/query";
import { empty, holdsWords, join, type Sql, sql } from "@/lib/core/sql";
import { contextUnits, unitFilter, unitsInView } from "@/lib/units/queries";
import { spelled } from "../queries";
import {
  type Criterion,
  gradeSteps,
  isOverdue,
  ratingDay,
  type SheetFilter,
  type Threshold,
  usualLeastDays,
  type WorkState,
} from "./rules";
import { campaignEdit, campaignStart, campaignsView, campaignView } from "./schema";
import { asks, overdueEvaluations, overdueOf } from "./standing/queries";

export type CampaignRecord = {
  id: string;
  name: string;
  periodFrom: Day;
  periodTo: Day;
  dueOn: Day;
  leastDays: number;
  criteria: Criterion[];
  thresholds: Threshold[];
  guidance: string | null;
  closed: boolean;
  closedAt: Date | null;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
};

/** How the points a campaign asks for stand; `overdue` are of those not sent or returned. */
export type Progress = Record<"asked" | WorkState | "overdue", number>;

const campaignColumns = sql`
  c.id, c.name, c.period_from::text AS "periodFrom", c.period_to::text AS "periodTo", c.due_on::text AS "dueOn", c.least_days AS "leastDays",
  c.criteria, c.thresholds, c.guidance, c.closed_at IS NOT NULL AS closed, c.closed_at AS "closedAt", u.name AS "createdBy",
  c.created_at AS "createdAt", c.updated_at AS "updatedAt", c.version`;

const progressColumns = (overdue: Sql): Sql => sql`
  count(*)::int AS asked, count(*) FILTER (WHERE e.state IS NULL)::int AS none, count(*) FILTER (WHERE e.state = 'proposed')::int AS proposed,
  count(*) FILTER (WHERE e.state = 'returned')::int AS returned, count(*) FILTER (WHERE e.state = 'confirmed')::int AS confirmed,
  count(*) FILTER (WHERE ${overdue})::int AS overdue`;

const campaignsAtOnce = 10;

/** The campaigns, the latest period first, each with how the points in view stand, and what is overdue there. */
export const listCampaigns = query({
  permission: "security-models.evaluations.list",
  input: campaignsView,
  run: async (tx, { unit, page }, scope) => {
    const now = today();
    const ids = await unitsInView(tx, scope, unit, "current");
    const standing = await cached(
      tx,
      scope,
      ["security-models", "units"],
      `evaluations ${now} ${page} ${ids?.join() ?? "*"}`,
      async () => ({
        campaigns: await campaignsOf(tx, ids, now, page),
        overdue: await overdueEvaluations(tx, ids, now),
      }),
    );
    return {
      ...standing,
      next: page * campaignsAtOnce < (standing.campaigns[0]?.total ?? 0),
      units: await contextUnits(tx, scope, "current"),
      may: { open: may(scope, "security-models.evaluations.open") },
    };
  },
});

/** Every point of every campaign is counted, so that a page of them is kept until something is written. */
const campaignsOf = (tx: Tx, ids: readonly number[] | null, now: Day, page: number) =>
  tx.$queryRaw<(CampaignRecord & Progress & { total: number })[]>(sql`
    WITH c AS (SELECT *, count(*) OVER ()::int AS total FROM evaluation_campaign
                ORDER BY period_to DESC, created_at DESC, id LIMIT ${campaignsAtOnce} OFFSET ${(page - 1) * campaignsAtOnce})
    SELECT ${campaignColumns}, t.*, c.total FROM c LEFT JOIN app_user u ON u.id = c.created_by_id CROSS JOIN LATERAL (
      SELECT ${progressColumns(overdueOf(now))} FROM model_point p LEFT JOIN point_evaluation e ON e.campaign_id = c.id AND e.point_id = p.id
       WHERE ${asks(now)} ${unitFilter(ids, sql`p.unit_id`)}) t
     ORDER BY c.period_to DESC, c.created_at DESC, c.id`);

export type SheetRow = {
  pointId: string;
  site: string;
  modelName: string;
  unitName: string;
  /** The unit that carries its rows today, where that is another one. */
  currentName: string | null;
  state: WorkState;
  overdue: boolean;
  total: number | null;
  grade: string | null;
  suggested: string | null;
};

/** One campaign: its terms, how the points in view stand, a page of them, what is most pressing for the reader first. */
export const getCampaign = query({
  permission: "security-models.evaluations.read",
  input: campaignView,
  run: async (tx, { id, state, unit, q, page }, scope) => {
    const now = today();
    const campaign = await findCampaign(tx, id);
    const ids = await unitsInView(tx, scope, unit, "current");
    const [found] = await tx.$queryRaw<
      (Progress & { found: number; agreeing: number; rows: Omit<SheetRow, "overdue">[] })[]
    >(sql`
      WITH asked AS (
        SELECT p.id, p.site, p.search_key, p.model_id, p.unit_id, e.state AS state, e.total, e.grade, ${suggested(campaign)} AS suggested, ${overdueOf(now)} AS overdue
          FROM model_point p JOIN evaluation_campaign c ON c.id = ${id}::uuid LEFT JOIN point_evaluation e ON e.campaign_id = c.id AND e.point_id = p.id
         WHERE ${asks(now)} ${unitFilter(ids, sql`p.unit_id`)}),
      named AS (SELECT * FROM asked p WHERE TRUE ${namedBy(q, ratingDay(campaign, now))}),
      shown AS (SELECT * FROM named e WHERE ${inState(state)}),
      units AS (SELECT id, full_name, row_number() OVER (ORDER BY full_name COLLATE "vi-x-icu", id) AS place FROM unit),
      page AS (SELECT s.*, u.full_name, u.place FROM shown s JOIN units u ON u.id = s.unit_id
                ORDER BY ${urgency(scope)}, u.place, s.site COLLATE "vi-x-icu", s.id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize})
      SELECT (SELECT count(*)::int FROM shown) AS found,
             (SELECT count(*)::int FROM named WHERE state = 'proposed' AND grade = suggested) AS agreeing, t.*,
             (SELECT coalesce(jsonb_agg(jsonb_build_object('pointId', s.id, 'site', s.site, 'modelName', m.name, 'unitName', s.full_name,
                       'currentName', CASE WHEN o.current_id <> s.unit_id THEN n.full_name END, 'state', coalesce(s.state::text, 'none'),
                       'total', s.total, 'grade', s.grade, 'suggested', s.suggested)
                       ORDER BY ${urgency(scope)}, s.place, s.site COLLATE "vi-x-icu", s.id), '[]')
                FROM page s LEFT JOIN app_models_on(${ratingDay(campaign, now)}::date) w ON w.model_id = s.model_id
                JOIN security_model m ON m.id = coalesce(w.current_id, s.model_id)
                LEFT JOIN app_units_on(${now}::date) o ON o.unit_id = s.unit_id LEFT JOIN unit n ON n.id = o.current_id) AS rows
        FROM (SELECT ${progressColumns(sql`e.overdue`)} FROM asked e) t`);
    const { rows, found: shown, agreeing, ...progress } = found as NonNullable<typeof found>;
    return {
      campaign,
      progress,
      rows: rows.map((row): SheetRow => ({ ...row, overdue: isOverdue(row.state, campaign, now) })),
      found: shown,
      /** Proposals, within unit and search, whose grade is the one their scores suggest. */
      agreeing,
      grades: await listCodes(tx, "grade"),
      units: await contextUnits(tx, scope, "current"),
      may: mayOf(scope, campaign),
    };
  },
});

/** The grade that an evaluation's `e` total suggests by its campaign's thresholds. */
export function suggested({ criteria, thresholds }: Pick<CampaignRecord, "criteria" | "thresholds">): Sql {
  const steps = gradeSteps(criteria, thresholds).map(
    ({ grade, from }) => sql`WHEN e.total >= ${from}::int THEN ${grade}::text`,
  );
  return sql`CASE ${join(steps, " ")} END`;
}

/** Points `p` by their place or by any spelling of their model, as it was called on the day; accents need not be typed. */
export const namedBy = (q: string | undefined, day: Day): Sql =>
  q === undefined
    ? empty
    : sql`AND (${holdsWords(sql`p.search_key`, q)} OR p.model_id IN (
        SELECT w.model_id FROM app_models_on(${day}::date) w JOIN model_alias a ON a.model_id IN (w.model_id, w.current_id)
         WHERE ${spelled(q)}))`;

function inState(state: SheetFilter | undefined): Sql {
  if (state === undefined) return sql`TRUE`;
  if (state === "overdue") return sql`e.overdue`;
  return state === "none" ? sql`e.state IS NULL` : sql`e.state = ${state}::evaluation_state`;
}

/** A ward has returned sheets and open points to see to, the city what was sent. */
function urgency({ role }: Scope): Sql {
  const order = role === "city_officer" ? ["proposed", "returned", "none"] : ["returned", "none", "proposed"];
  return sql`coalesce(array_position(ARRAY[${join(order)}]::text[], coalesce(s.state::text, 'none')), 4)`;
}

const mayOf = (scope: Scope, { closed }: CampaignRecord) => ({
  propose: !closed && may(scope, "security-models.evaluations.propose"),
  change: !closed && may(scope, "security-models.evaluations.change"),
  close: !closed && may(scope, "security-models.evaluations.close"),
  reopen: closed && may(scope, "security-models.evaluations.reopen"),
  confirmMatching: !closed && may(scope, "security-models.evaluations.confirm-matching"),
});

/** The campaign of an id. */
export async function findCampaign(tx: Tx, id: string): Promise<CampaignRecord> {
  const [row] = await tx.$queryRaw<CampaignRecord[]>(sql`
    SELECT ${campaignColumns} FROM evaluation_campaign c LEFT JOIN app_user u ON u.id = c.created_by_id WHERE c.id = ${id}::uuid`);
  if (!row) throw new AppError("not-found");
  return row;
}

/** The campaign as stored, held until the transaction ends; `shared` with other proposals, against changes of its terms. */
export async function lockCampaign(tx: Tx, id: string, shared = false): Promise<CampaignRecord> {
  await tx.$queryRaw(
    sql`SELECT FROM evaluation_campaign WHERE id = ${id}::uuid ${shared ? sql`FOR SHARE` : sql`FOR UPDATE`}`,
  );
  return findCampaign(tx, id);
}

/** True once a sheet was sent: from then on the terms stand. */
export async function hasProposals(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>(
    sql`SELECT FROM point_evaluation WHERE campaign_id = ${id}::uuid LIMIT 1`,
  );
  return rows.length > 0;
}

/** Grades in use on a day, the best first. */
export const gradesOn = (tx: Tx, day: Day): Promise<CodeItem[]> => codesOn(tx, "grade", day);

/** What the form of a new campaign offers for a period that ends on a day: its grades, and how many points would be asked for. */
export const newCampaign = query({
  permission: "security-models.evaluations.open",
  input: campaignStart,
  run: async (tx, { day }) => ({ grades: await gradesOn(tx, day), points: await countRunning(tx, day) }),
});

/** A campaign as its form opens it; with proposals its terms stand and only name, due day and guidance change. */
export const editCampaign = query({
  permission: "security-models.evaluations.change",
  input: campaignEdit,
  run: async (tx, { id, day }) => {
    const campaign = await findCampaign(tx, id);
    const fixed = await hasProposals(tx, id);
    return { campaign, fixed, grades: await gradesOn(tx, (!fixed && day) || campaign.periodTo) };
  },
});

async function countRunning(tx: Tx, day: Day): Promise<number> {
  const now = today();
  const on = day < now ? day : now;
  const [row] = await tx.$queryRaw<{ count: number }[]>(sql`
    SELECT count(*)::int AS count FROM model_point
     WHERE started_on <= least(${on}::date, ${addDays(day, -usualLeastDays)}::date) AND (ended_on IS NULL OR ended_on > ${on}::date)`);
  return row?.count ?? 0;
}
