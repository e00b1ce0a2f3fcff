import * as z from "zod";
import { may } from "@/lib/core/access";
import { unlisted } from "@/lib/core/code-labels";
import { listCodes, listsOfCodes } from "@/lib/core/code-lists";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { fold } from "@/lib/core/format";
import { pageSize } from "@/lib/core/paging";
import { query } from "@/lib/core/query";
import { empty, holdsWords, join, type Sql, sql } from "@/lib/core/sql";
import { contextUnits, unitFilter, unitsInView } from "@/lib/units/queries";
import type { ModelBlock, ModelPrinciple, RecognitionLevel } from "@/prisma/client/enums";
import { effective } from "./catalog";
import { seenModel } from "./lineage/queries";
import { countPoints, listPointsOf, runsOn } from "./points/queries";
import { alikeFrom, heldFrom } from "./rules";
import { type ModelFilter, modelFilter, modelView } from "./schema";

/**
 * The points in force on a day (started_on ≤ day < ended_on) as rows (id, model_id, unit_id, teams, members):
 * a model is in force where it has one of them (T14). A point of a merged model is the other's from that day on. `ids` null = every unit of the reader's reach.
 */
export const pointsInForce = (asOf: Day, ids: readonly number[] | null): Sql => sql`
  SELECT p.id, coalesce(o.current_id, p.model_id) AS model_id, p.unit_id, s.teams, s.members
    FROM (SELECT id, model_id, unit_id FROM model_point WHERE ${runsOn(asOf)} ${unitFilter(ids)}) p
    LEFT JOIN app_merged_models(${asOf}::date) o ON o.model_id = p.model_id ${sizesOn(asOf)}`;

/** Joins a point `p` with its teams and members of a day. */
export const sizesOn = (asOf: Day): Sql =>
  sql`LEFT JOIN point_size s ON s.point_id = p.id AND s.holds_from <= ${asOf}::date AND s.holds_until > ${asOf}::date`;

/** The counts of T14, which are never one another; `rated` and `effective` go by each point's latest rating. */
export type ModelCounts = {
  points: number;
  teams: number;
  members: number;
  teamsUnknown: number;
  membersUnknown: number;
  rated: number;
  effective: number;
};

export type ModelRow = ModelCounts & {
  id: string;
  name: string;
  block: ModelBlock;
  fields: string[];
  level: RecognitionLevel | null;
  nationwide: boolean;
};

type Totals = ModelCounts & { found: number; models: number };

/** A page of models, those with most points first, with the totals of everything the filter finds. */
export const listModels = query({
  permission: "security-models.list",
  input: modelFilter,
  run: async (tx, asked, scope) => {
    const [fieldItems, forceItems] = [await listCodes(tx, "field"), await listCodes(tx, "force")];
    const ignored = unlisted(asked, { field: fieldItems, force: forceItems });
    const filter = { ...asked, ...Object.fromEntries(ignored.map((name) => [name, undefined])) };
    const { asOf, unit, boundary } = filter.context;
    const ids = await unitsInView(tx, scope, unit, boundary);
    const [found] = await tx.$queryRaw<(Totals & { rows: ModelRow[] })[]>(sql`
      WITH found AS (
        SELECT m.id, m.name, m.block, m.fields, r.level, coalesce(r.nationwide, false) AS nationwide, ${countColumns}
          FROM security_model m LEFT JOIN (${tallies(asOf, ids)}) t ON t.model_id = m.id
          LEFT JOIN (${recognizedOn(asOf)}) r ON r.model_id = m.id
         WHERE ${inState(filter.state, ids)} ${narrowed(filter)})
      SELECT count(*)::int AS found, count(*) FILTER (WHERE points > 0)::int AS models, ${sumColumns},
             (SELECT coalesce(jsonb_agg(to_jsonb(r)), '[]') FROM (
               SELECT * FROM found ORDER BY points DESC, name COLLATE "vi-x-icu", id
                LIMIT ${pageSize} OFFSET ${(filter.page - 1) * pageSize}) r) AS rows
        FROM found`);
    const { rows, ...totals } = found as Totals & { rows: ModelRow[] };
    return {
      rows,
      totals,
      fieldItems,
      forceItems,
      /** Filters that name no code of their list, and were left out. */
      ignored,
      units: await contextUnits(tx, scope, boundary),
      may: {
        create: may(scope, "security-models.create"),
        addPoint: may(scope, "security-models.points.create"),
      },
    };
  },
});

/** Per model what its points in view come to on a day. */
function tallies(asOf: Day, ids: readonly number[] | null): Sql {
  return sql`
    SELECT o.current_id AS model_id, count(*) FILTER (WHERE p.started_on <= ${asOf}::date)::int AS begun, count(*) FILTER (WHERE p.runs)::int AS points,
           coalesce(sum(s.teams) FILTER (WHERE p.runs), 0)::int AS teams, coalesce(sum(s.members) FILTER (WHERE p.runs), 0)::int AS members,
           count(*) FILTER (WHERE p.runs AND s.teams IS NULL)::int AS "teamsUnknown", count(*) FILTER (WHERE p.runs AND s.members IS NULL)::int AS "membersUnknown",
           count(r.grade) FILTER (WHERE p.runs)::int AS rated, count(*) FILTER (WHERE p.runs AND r.grade = ${effective})::int AS effective
      FROM (SELECT id, model_id, started_on, coalesce(${runsOn(asOf)}, false) AS runs FROM model_point WHERE TRUE ${unitFilter(ids)}) p
      JOIN app_models_on(${asOf}::date) o ON o.model_id = p.model_id ${sizesOn(asOf)}
      LEFT JOIN (
        SELECT DISTINCT ON (point_id) point_id, grade FROM point_rating
         WHERE rated_on <= ${asOf}::date ${unitFilter(ids)} ORDER BY point_id, rated_on DESC) r ON r.point_id = p.id
     GROUP BY o.current_id`;
}

const counts = [
  sql`points`,
  sql`teams`,
  sql`members`,
  sql`"teamsUnknown"`,
  sql`"membersUnknown"`,
  sql`rated`,
  sql`effective`,
];
const countColumns = join(counts.map((count) => sql`coalesce(t.${count}, 0) AS ${count}`));
const sumColumns = join(counts.map((count) => sql`coalesce(sum(${count}), 0)::int AS ${count}`));

/** Per model the highest level it had been granted by a day, and not lost; a day that is not known never hides it. */
export const recognizedOn = (asOf: Day): Sql => sql`
  SELECT model_id, max(level) AS level, bool_or(nationwide) AS nationwide FROM recognition
   WHERE point_id IS NULL AND (decided_on IS NULL OR decided_on <= ${asOf}::date) AND (revoked_on IS NULL OR revoked_on > ${asOf}::date)
   GROUP BY model_id`;

/** In a part of the city only models that have, or had, a point there exist. */
function inState(state: ModelFilter["state"], ids: readonly number[] | null): Sql {
  if (state === "in-force") return sql`t.points > 0`;
  if (state === "ended") return sql`t.points = 0 AND t.begun > 0`;
  return ids === null ? sql`TRUE` : sql`t.model_id IS NOT NULL`;
}

function narrowed({ block, field, principle, force, level, q }: ModelFilter): Sql {
  const parts: Sql[] = [];
  if (block) parts.push(sql`AND m.block = ${block}::model_block`);
  if (field) parts.push(sql`AND ${field} = ANY (m.fields)`);
  if (principle) parts.push(sql`AND ${principle}::model_principle = ANY (m.principles)`);
  if (force) parts.push(sql`AND m.core_force = ${force}`);
  if (level) parts.push(sql`AND r.level = ${level}::recognition_level`);
  if (q) parts.push(sql`AND EXISTS (SELECT FROM model_alias a WHERE a.model_id = m.id AND ${spelled(q)})`);
  return parts.length ? join(parts, " ") : empty;
}

// "và" stands for a comma in the names of models and takes no part in comparing them, accents typed or not (T11).
const bare = (folded: Sql): Sql => sql`trim(replace(' ' || ${folded} || ' ', ' va ', ' '))`;
const storedKey = bare(sql`a.search_key`);
const typedKey = (typed: Sql): Sql => bare(sql`app_fold(${typed})`);

/** The condition that a spelling `a` of model_alias holds what was typed. */
export const spelled = (q: string): Sql => holdsWords(storedKey, ` ${fold(q)} `.replaceAll(" va ", " "));

type SimilarModel = { id: string; name: string; spellings: string[] };

/** Other models with a spelling like one of these, the nearest first (T11). */
export function findSimilar(tx: Tx, modelId: string, typed: readonly string[]): Promise<SimilarModel[]> {
  return tx.$queryRaw<SimilarModel[]>(sql`
    WITH typed AS (SELECT DISTINCT ${typedKey(sql`spelling`)} AS key FROM unnest(${[...typed]}::text[]) AS spelling),
         near AS (
           SELECT a.model_id, max(similarity(a.key, typed.key)) AS closeness
             FROM (SELECT a.model_id, ${storedKey} AS key FROM model_alias a WHERE a.model_id <> ${modelId}::uuid) a JOIN typed
               ON a.key = typed.key OR similarity(a.key, typed.key) >= ${alikeFrom}
               OR greatest(word_similarity(a.key, typed.key), word_similarity(typed.key, a.key)) >= ${heldFrom}
            GROUP BY a.model_id)
    SELECT m.id, m.name, ARRAY(SELECT alias FROM model_alias WHERE model_id = m.id AND NOT is_name ORDER BY alias) AS spellings
      FROM near JOIN security_model m ON m.id = near.model_id ORDER BY closeness DESC, m.name LIMIT 5`);
}

export type ModelRecord = {
  id: string;
  name: string;
  aliases: string[];
  block: ModelBlock;
  fields: string[];
  principles: ModelPrinciple[];
  coreForce: string;
  massMobilization: boolean;
  /** The highest recognition that stands on the day looked at. */
  level: RecognitionLevel | null;
  nationwide: boolean;
  description: string | null;
  directives: string[];
  mergedInto: { id: string; name: string; on: Day; decision: string } | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

/** One model with its counts on the day, the latest of its points in view, and what the actor may do. */
export const getModel = query({
  permission: "security-models.read",
  input: modelView,
  run: async (tx, { id, context, state }, scope) => {
    const model = await findModel(tx, id, context.asOf);
    await seenModel(tx, scope, id);
    const ids = await unitsInView(tx, scope, context.unit, context.boundary);
    const [counted] = await tx.$queryRaw<ModelCounts[]>(sql`
      SELECT ${countColumns} FROM (SELECT ${id}::uuid AS id) m LEFT JOIN (${tallies(context.asOf, ids)}) t ON t.model_id = m.id`);
    return {
      model,
      counts: counted as ModelCounts,
      pointCounts: await countPoints(tx, id, context.asOf, ids),
      points: await listPointsOf(tx, { modelId: id, asOf: context.asOf, ids, state }),
      ...(await formLists(tx)),
      units: await contextUnits(tx, scope, context.boundary),
      may: {
        update: may(scope, "security-models.update"),
        addPoint: may(scope, "security-models.points.create"),
      },
    };
  },
});

/** The model of an id as it is stored, with what it was recognised as by a day. */
export async function findModel(tx: Tx, id: string, asOf = today()): Promise<ModelRecord> {
  const [row] = await tx.$queryRaw<ModelRecord[]>(sql`
    SELECT m.id, m.name, m.block::text, m.fields, m.principles::text[], m.core_force AS "coreForce", m.mass_mobilization AS "massMobilization",
           r.level::text AS level, coalesce(r.nationwide, false) AS nationwide, m.description, m.directives,
           CASE WHEN m.merged_on IS NOT NULL THEN jsonb_build_object('id', i.id, 'name', i.name, 'on', m.merged_on, 'decision', m.merge_decision) END AS "mergedInto", m.version, m.created_at AS "createdAt", m.updated_at AS "updatedAt",
           ARRAY(SELECT alias FROM model_alias WHERE model_id = m.id AND NOT is_name ORDER BY alias COLLATE "C") AS aliases
      FROM security_model m LEFT JOIN (${recognizedOn(asOf)}) r ON r.model_id = m.id LEFT JOIN security_model i ON i.id = m.merged_into_id
     WHERE m.id = ${id}::uuid`);
  if (!row) throw new AppError("not-found");
  return row;
}

/** What keeps a model from being deleted, twenty of it: its points, each with a link, models that went into it, awards. */
export function hangingOn(tx: Tx, id: string) {
  return tx.$queryRaw<{ label: string; detail: string; href: string }[]>(sql`
    SELECT label, detail, href FROM (
      SELECT p.site AS label, u.full_name AS detail, '/security-models/points/' || p.id AS href, 1 AS kind
        FROM model_point p JOIN unit u ON u.id = p.unit_id WHERE p.model_id = ${id}::uuid
      UNION ALL SELECT m.name, '', '/security-models/' || m.id, 2 FROM security_model m WHERE m.merged_into_id = ${id}::uuid
      UNION ALL SELECT coalesce(r.document, ''), coalesce(to_char(r.decided_on, 'DD/MM/YYYY'), ''), '/security-models/' || r.model_id || '/recognitions', 4
        FROM recognition r WHERE r.model_id = ${id}::uuid AND r.point_id IS NULL
      UNION ALL SELECT i.name, i.unit_label, '/security-models/' || i.model_id || '/indicators', 5 FROM indicator i WHERE i.model_id = ${id}::uuid
      UNION ALL SELECT a.recipient_name, a.decision_number, '/awards/' || a.id, 3 FROM award a WHERE a.model_id = ${id}::uuid) h
     ORDER BY kind, label COLLATE "vi-x-icu" LIMIT 20`);
}

/** What the form of a new model offers. */
export const newModel = query({
  permission: "security-models.create",
  input: z.object({}),
  run: (tx) => formLists(tx),
});

async function formLists(tx: Tx) {
  const { field, force, directive } = await listsOfCodes(tx, ["field", "force", "directive"]);
  return { fieldItems: field, forceItems: force, directiveItems: directive };
}

/** A model as its form opens it. */
export const editModel = query({
  permission: "security-models.update",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }) => ({ model: await findModel(tx, id), ...(await formLists(tx)) }),
});
