import * as z from "zod";
import { may, type Scope } from "@/lib/core/access";
import { type Day, earlier, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { cutPage, pageSize } from "@/lib/core/paging";
import { query } from "@/lib/core/query";
import { empty, holdsWords, join, type Sql, sql } from "@/lib/core/sql";
import { hasPoint } from "@/lib/security-models/lineage/queries";
import { type ModelOption, modelOptions } from "@/lib/security-models/points/queries";
import { contextUnits, unitFilter, unitsInView } from "@/lib/units/queries";
import { unitRef } from "@/lib/units/rules";
import type { AwardForm, RecipientKind } from "@/prisma/client/enums";
import { type AwardFilter, awardFilter, awardsOf } from "./schema";

export type AwardRow = {
  id: string;
  form: AwardForm;
  recipientKind: RecipientKind;
  recipientName: string;
  recipientTitle: string | null;
  /** Null = a body of the city. */
  unitName: string | null;
  issuer: string;
  decisionNumber: string;
  decisionDate: Day;
  revokedOn: Day | null;
};

/** The day an award's standing is told for: the last of the period, or today while it runs. */
const endOf = ({ to }: { to: Day }): Day => earlier(to, today());

/** The condition that an award stands at a period's end; one taken back later stood then. Every count of awards goes by it. */
export const standsAtEnd = (period: { to: Day }): Sql =>
  sql`(revoked_on IS NULL OR revoked_on > ${endOf(period)}::date)`;

const rowColumns = (revokedOn: Sql = sql`a.revoked_on`): Sql => sql`
  a.id, a.form::text, a.recipient_kind::text AS "recipientKind", a.recipient_name AS "recipientName", a.recipient_title AS "recipientTitle",
  u.full_name AS "unitName", a.issuer, a.decision_number AS "decisionNumber", a.decision_date::text AS "decisionDate", ${revokedOn}::text AS "revokedOn"`;

/** A row as it stood at a period's end. */
const columnsAtEnd = (period: { to: Day }): Sql =>
  rowColumns(sql`(CASE WHEN NOT ${standsAtEnd(period)} THEN a.revoked_on END)`);

/** What the filter finds, its state aside: awards in force at the period's end, those revoked by then, and the former by form. */
export type AwardTotals = { inForce: number; revoked: number; forms: { form: AwardForm; count: number }[] };

/** A page of awards, newest decision first and its recipients together, with the totals of everything the filter finds. */
export const listAwards = query({
  permission: "awards.list",
  input: awardFilter,
  run: async (tx, filter, scope) => {
    const { context, state = "in_force" } = filter;
    const ids = await unitsInView(tx, scope, context.unit, context.boundary);
    const stands = standsAtEnd(context.period);
    const found = await tx.$queryRaw<AwardRow[]>(sql`
      SELECT ${columnsAtEnd(context.period)} FROM award a LEFT JOIN unit u ON u.id = a.unit_id
       WHERE ${matching(filter, ids)} ${state === "all" ? empty : sql`AND ${stands} = ${state === "in_force"}`}
         ${filter.after ? sql`AND (a.decision_date, a.decision_number, a.id) < (SELECT l.decision_date, l.decision_number, l.id FROM award l WHERE l.id = ${filter.after}::uuid)` : empty}
       ORDER BY a.decision_date DESC, a.decision_number DESC, a.id DESC LIMIT ${pageSize + 1}`);
    const totals = await totalsOf(tx, filter, ids);
    return {
      ...cutPage(found, (row) => row.id),
      totals,
      total: { in_force: totals.inForce, revoked: totals.revoked, all: totals.inForce + totals.revoked }[
        state
      ],
      models: await modelsAwarded(tx, filter.model),
      units: await contextUnits(tx, scope, context.boundary),
      may: { create: may(scope, "awards.create") },
    };
  },
});

/** How many of a model's latest awards stand on its page. */
const mostOfModel = 5;

/**
 * The latest awards of a model in the period and units of the context, and what all of them come to: the same rows
 * and totals as the list narrowed to `model`. Awards of models merged into it by the day looked at count as its own.
 */
export const awardsOfModel = query({
  permission: "awards.list",
  input: awardsOf,
  run: async (tx, filter, scope) => {
    const { context } = filter;
    const ids = await unitsInView(tx, scope, context.unit, context.boundary);
    const rows = await tx.$queryRaw<AwardRow[]>(sql`
      SELECT ${columnsAtEnd(context.period)} FROM award a LEFT JOIN unit u ON u.id = a.unit_id
       WHERE ${matching(filter, ids)} AND ${standsAtEnd(context.period)}
       ORDER BY a.decision_date DESC, a.decision_number DESC, a.id DESC LIMIT ${mostOfModel}`);
    return { rows, totals: await totalsOf(tx, filter, ids) };
  },
});

async function totalsOf(tx: Tx, filter: AwardFilter, ids: readonly number[] | null): Promise<AwardTotals> {
  const stands = standsAtEnd(filter.context.period);
  return sumOf(
    await tx.$queryRaw<{ form: AwardForm; inForce: number; revoked: number }[]>(sql`
      SELECT a.form::text, count(*) FILTER (WHERE ${stands})::int AS "inForce", count(*) FILTER (WHERE NOT ${stands})::int AS revoked
        FROM award a WHERE ${matching(filter, ids)} GROUP BY a.form ORDER BY a.form`),
  );
}

/** The models that awards in reach name, by name, and the one that was asked for. */
const modelsAwarded = (tx: Tx, asked: string | undefined): Promise<ModelOption[]> =>
  tx.$queryRaw<ModelOption[]>(sql`
    SELECT m.id, m.name FROM security_model m
     WHERE m.id = ${asked ?? null}::uuid OR m.id IN (SELECT o.current_id FROM award a JOIN app_models_on(${today()}::date) o ON o.model_id = a.model_id)
     ORDER BY m.name COLLATE "vi-x-icu", m.id`);

const sumOf = (counts: { form: AwardForm; inForce: number; revoked: number }[]): AwardTotals => ({
  inForce: counts.reduce((sum, { inForce }) => sum + inForce, 0),
  revoked: counts.reduce((sum, { revoked }) => sum + revoked, 0),
  forms: counts.filter(({ inForce }) => inForce > 0).map(({ form, inForce }) => ({ form, count: inForce })),
});

function matching(
  { context, q, form, recipientKind, model }: AwardFilter,
  ids: readonly number[] | null,
): Sql {
  const parts = [
    sql`a.decision_date BETWEEN ${context.period.from}::date AND ${context.period.to}::date ${unitFilter(ids, sql`a.unit_id`)}`,
  ];
  if (form) parts.push(sql`a.form = ${form}::award_form`);
  if (recipientKind) parts.push(sql`a.recipient_kind = ${recipientKind}::recipient_kind`);
  if (model)
    parts.push(
      sql`a.model_id IN (SELECT o.model_id FROM app_models_on(${context.asOf}::date) o WHERE o.current_id = ${model}::uuid)`,
    );
  if (q)
    parts.push(
      holdsWords(
        sql`app_fold(concat_ws(' ', a.recipient_name, a.recipient_title, a.decision_number, a.issuer, a.achievement))`,
        q,
      ),
    );
  return join(parts, " AND ");
}

export type AwardRecord = AwardRow & {
  unitId: number | null;
  unitRef: string | null;
  /** The model whose work is rewarded; `seen`: whether it has a page for the reader. */
  modelId: string | null;
  modelName: string | null;
  modelSeen: boolean;
  achievement: string;
  revokedReason: string | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
};

/** One award with what the actor may do to it. */
export const getAward = query({
  permission: "awards.read",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }, scope) => {
    const award = await findAward(tx, id);
    return { ...award, may: mayOf(scope, award) };
  },
});

/** What the form of a change starts from; those who may not change it are refused here, not by a hidden button. */
export const editAward = query({
  permission: "awards.update",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }) => {
    const award = await findAward(tx, id);
    return { award, issuers: await listIssuers(tx), models: await modelChoices(tx, award) };
  },
});

/** The models an award can name: any that was not merged, and the one it names already. */
async function modelChoices(tx: Tx, { modelId, modelName }: AwardRecord): Promise<ModelOption[]> {
  const models = await modelOptions(tx);
  if (modelId === null || modelName === null || models.some(({ id }) => id === modelId)) return models;
  return [{ id: modelId, name: modelName }, ...models];
}

/** The award of an id with its unit's name; not found out of reach. */
export async function findAward(tx: Tx, id: string): Promise<AwardRecord> {
  const [row] = await tx.$queryRaw<
    (Omit<AwardRecord, "unitRef"> & { unitCode: string | null; unitValidTo: Day | null })[]
  >(sql`
    SELECT ${rowColumns()}, a.unit_id AS "unitId", u.code AS "unitCode", u.valid_to::text AS "unitValidTo", a.achievement,
           a.model_id AS "modelId", m.name AS "modelName", ((SELECT app_reaches_all()) OR ${hasPoint(sql`m.id`)}) AS "modelSeen",
           a.revoked_reason AS "revokedReason", a.created_at AS "createdAt", a.updated_at AS "updatedAt", a.version
      FROM award a LEFT JOIN unit u ON u.id = a.unit_id LEFT JOIN security_model m ON m.id = a.model_id WHERE a.id = ${id}::uuid`);
  if (!row) throw new AppError("not-found");
  const { unitCode, unitValidTo, ...award } = row;
  return { ...award, unitRef: unitCode === null ? null : unitRef({ code: unitCode, validTo: unitValidTo }) };
}

export type LastAward = Pick<
  AwardRecord,
  "form" | "issuer" | "decisionNumber" | "decisionDate" | "achievement"
>;

/** What a new award's form starts from: the officer's last one, since a decision names several recipients. */
export const newAward = query({
  permission: "awards.create",
  input: z.object({}),
  run: async (tx, _, scope) => {
    const [last] = await tx.$queryRaw<LastAward[]>(sql`
      SELECT a.form::text, a.issuer, a.decision_number AS "decisionNumber", a.decision_date::text AS "decisionDate", a.achievement
        FROM award a JOIN command_receipt r ON r.id = a.id AND r.permission = 'awards.create' AND r.user_id = ${scope.userId}::uuid
       ORDER BY r.created_at DESC LIMIT 1`);
    return { last, issuers: await listIssuers(tx), models: await modelOptions(tx) };
  },
});

/** The bodies that awarded most, to be offered while typing so that one body keeps one spelling. */
async function listIssuers(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ issuer: string }[]>(
    sql`SELECT issuer FROM award GROUP BY issuer ORDER BY count(*) DESC, issuer LIMIT 20`,
  );
  return rows.map(({ issuer }) => issuer);
}

type Recipient = {
  id: string;
  form: AwardForm;
  recipientName: string;
  unitId?: number;
  decisionNumber: string;
  decisionDate: Day;
};

// One spelling of a name or number: spaces and case aside, but never accents, which tell people apart.
const same = (column: Sql, value: string) =>
  sql`lower(regexp_replace(${column}, '\\s+', ' ', 'g')) = lower(regexp_replace(${value}, '\\s+', ' ', 'g'))`;

/** True when the same decision already names the same recipient. */
export async function isRecorded(
  tx: Tx,
  { id, recipientName, decisionNumber, decisionDate }: Recipient,
): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>(sql`
    SELECT FROM award a WHERE a.id <> ${id}::uuid AND a.decision_date = ${decisionDate}::date
       AND ${same(sql`a.decision_number`, decisionNumber)} AND ${same(sql`a.recipient_name`, recipientName)} LIMIT 1`);
  return found.length > 0;
}

/** Awards in force of the same form to the same recipient between two days; a unit counts as one with those it carries on. */
export function listSameRecipient(
  tx: Tx,
  { id, form, recipientName, unitId }: Recipient,
  { from, to }: { from: Day; to: Day },
) {
  return tx.$queryRaw<
    { id: string; decisionNumber: string; decisionDate: Day; recipientName: string; achievement: string }[]
  >(sql`
    SELECT a.id, a.decision_number AS "decisionNumber", a.decision_date::text AS "decisionDate", a.recipient_name AS "recipientName", a.achievement
      FROM award a
     WHERE a.id <> ${id}::uuid AND a.form = ${form}::award_form AND a.revoked_on IS NULL AND a.decision_date BETWEEN ${from}::date AND ${to}::date
       AND ${same(sql`a.recipient_name`, recipientName)}
       AND (SELECT current_id FROM app_units_on(${to}::date) WHERE unit_id = a.unit_id)
           IS NOT DISTINCT FROM (SELECT current_id FROM app_units_on(${to}::date) WHERE unit_id = ${unitId ?? null}::int)
     ORDER BY a.decision_date DESC, a.id LIMIT 5`);
}

const mayOf = (scope: Scope, award: AwardRow) => ({
  update: may(scope, "awards.update"),
  revoke: may(scope, "awards.revoke") && award.revokedOn === null,
});
