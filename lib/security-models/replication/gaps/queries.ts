import { may, type Scope } from "@/lib/core/access";
import { listCodes } from "@/lib/core/code-lists";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { query } from "@/lib/core/query";
import { empty, type Sql, sql } from "@/lib/core/sql";
import { contextUnits, findUnit, inForceOn, type UnitOption } from "@/lib/units/queries";
import type { RecognitionLevel } from "@/prisma/client/enums";
import { pointsInForce, recognizedOn } from "../../queries";
import { gapInput } from "../schema";

/** A recognised model that runs, with the point to copy: the best rated one, wherever in the city it lies. */
export type Candidate = {
  id: string;
  name: string;
  fields: string[];
  level: RecognitionLevel;
  nationwide: boolean;
  fromId: string | null;
  site: string;
  unitName: string;
};
/** A point that is proposed or approved already and waits to begin. */
type Waiting = { id: string; modelName: string } | null;
export type LackingUnit = { code: string; fullName: string; waiting: Waiting };
export type LackingModel = Candidate & { waiting: Waiting };
export type FieldGap = { code: string; lacking: number };
export type UnitGap = { code: string; fullName: string; lacking: number };

/** Who lacks what on a day, by today's boundaries: units without a model in a field, recognised models a unit has not. */
export const listGaps = query({
  permission: "security-models.list",
  input: gapInput,
  run: async (tx, { context, view, ...choice }, scope) => {
    const { asOf } = context;
    const unit = await unitOf(tx, scope, context.unit);
    const units = await contextUnits(tx, scope, "current");
    const fieldItems = await listCodes(tx, "field");
    const found = {
      units,
      fieldItems,
      may: { propose: may(scope, "security-models.points.create") },
    };
    if (view === "models") {
      const candidates = await recognised(tx, asOf, choice.level ? [choice.level] : ["city", "ministry"]);
      return {
        ...found,
        view: "models" as const,
        unit,
        models: unit ? await lackingModels(tx, asOf, unit, candidates) : [],
        perUnit: unit ? [] : await gapsByUnit(tx, scope, asOf, candidates),
        candidates,
      };
    }
    const gaps = await gapsByField(tx, scope, asOf, fieldItems);
    const field = gaps.find(({ code }) => code === choice.field) ?? gaps.find(({ lacking }) => lacking > 0);
    const code = field?.code ?? gaps[0]?.code ?? "";
    const candidates = (await recognised(tx, asOf, ["commune", "city", "ministry"])).filter(({ fields }) =>
      fields.includes(code),
    );
    return {
      ...found,
      view: "units" as const,
      field: code,
      gaps,
      candidates,
      candidate: candidates.find(({ id }) => id === choice.model) ?? candidates[0],
      lacking: await lackingUnits(tx, scope, asOf, code),
    };
  },
});

/** The unit asked about; a ward's own where it asks about none. */
async function unitOf(tx: Tx, scope: Scope, ref: string | undefined): Promise<UnitOption | null> {
  const asked = ref?.split("@")[0] ?? scope.unitCode ?? undefined;
  return asked ? findUnit(tx, scope, asked) : null;
}

/** Recognised models that run on a day and stand by themselves, the highest level first. */
const recognised = (tx: Tx, asOf: Day, levels: readonly RecognitionLevel[]): Promise<Candidate[]> =>
  tx.$queryRaw<Candidate[]>(sql`
    SELECT m.id, m.name, m.fields, r.level::text, r.nationwide, b.id AS "fromId", b.site, b.unit_name AS "unitName"
      FROM (${recognizedOn(asOf)}) r JOIN security_model m ON m.id = r.model_id JOIN app_best_points(${asOf}::date) b ON b.model_id = m.id
     WHERE m.merged_into_id IS NULL AND r.level = ANY (${[...levels]}::recognition_level[])
     ORDER BY r.level DESC, r.nationwide DESC, m.name COLLATE "vi-x-icu", m.id`);

/** Which model runs in which unit of today, former units' points rolled up through lineage. */
const held = (asOf: Day): Sql => sql`
  SELECT DISTINCT c.current_id AS unit_id, p.model_id
    FROM (${pointsInForce(asOf, null)}) p JOIN app_units_on(${today()}::date) c ON c.unit_id = p.unit_id`;

/** The latest point that waits, per unit of today and model. */
const waits = (): Sql => sql`
  SELECT DISTINCT ON (c.current_id, p.model_id) c.current_id AS unit_id, p.model_id, jsonb_build_object('id', p.id, 'modelName', m.name) AS waiting, m.fields
    FROM model_point p JOIN app_units_on(${today()}::date) c ON c.unit_id = p.unit_id JOIN security_model m ON m.id = p.model_id
   WHERE p.started_on IS NULL AND p.status <> 'declined' ORDER BY c.current_id, p.model_id, p.created_at DESC, p.id`;

const reached = ({ reach }: Scope): Sql =>
  reach === "all" ? empty : sql`AND u.id = ANY (${[...reach]}::int[])`;

/** Per field how many units of today have no model in it. */
async function gapsByField(
  tx: Tx,
  scope: Scope,
  asOf: Day,
  fieldItems: readonly { code: string }[],
): Promise<FieldGap[]> {
  const rows = await tx.$queryRaw<{ code: string; covered: number; units: number }[]>(sql`
    WITH held AS (${held(asOf)})
    SELECT f.code, (SELECT count(*)::int FROM unit u WHERE ${inForceOn(today(), sql`u`)} ${reached(scope)}) AS units,
           (SELECT count(DISTINCT h.unit_id)::int FROM held h JOIN security_model m ON m.id = h.model_id WHERE f.code = ANY (m.fields)) AS covered
      FROM unnest(${fieldItems.map(({ code }) => code)}::text[]) WITH ORDINALITY f (code, place) ORDER BY f.place`);
  return rows.map(({ code, covered, units }) => ({ code, lacking: units - covered }));
}

/** The units of today without a point in force of a model in the field; what waits there already is told. */
const lackingUnits = (tx: Tx, scope: Scope, asOf: Day, field: string): Promise<LackingUnit[]> =>
  tx.$queryRaw<LackingUnit[]>(sql`
    WITH held AS (${held(asOf)})
    SELECT u.code, u.full_name AS "fullName", w.waiting
      FROM unit u LEFT JOIN LATERAL (SELECT waiting FROM (${waits()}) w WHERE w.unit_id = u.id AND ${field} = ANY (w.fields) LIMIT 1) w ON TRUE
     WHERE ${inForceOn(today(), sql`u`)} ${reached(scope)}
       AND NOT EXISTS (SELECT FROM held h JOIN security_model m ON m.id = h.model_id WHERE h.unit_id = u.id AND ${field} = ANY (m.fields))
     ORDER BY u.full_name COLLATE "vi-x-icu", u.code`);

async function lackingModels(
  tx: Tx,
  asOf: Day,
  { id }: UnitOption,
  candidates: readonly Candidate[],
): Promise<LackingModel[]> {
  const rows = await tx.$queryRaw<{ id: string; waiting: Waiting }[]>(sql`
    WITH held AS (${held(asOf)})
    SELECT c.id, w.waiting
      FROM unnest(${candidates.map((candidate) => candidate.id)}::uuid[]) c (id) LEFT JOIN (${waits()}) w ON w.model_id = c.id AND w.unit_id = ${id}
     WHERE NOT EXISTS (SELECT FROM held h WHERE h.unit_id = ${id} AND h.model_id = c.id)`);
  const lacking = new Map(rows.map((row) => [row.id, row.waiting]));
  return candidates.flatMap((candidate) => {
    const waiting = lacking.get(candidate.id);
    return waiting === undefined ? [] : [{ ...candidate, waiting }];
  });
}

/** Per unit of today how many of the models it has not, those that lack most first. */
const gapsByUnit = (tx: Tx, scope: Scope, asOf: Day, candidates: readonly Candidate[]): Promise<UnitGap[]> =>
  tx.$queryRaw<UnitGap[]>(sql`
    WITH held AS (${held(asOf)})
    SELECT u.code, u.full_name AS "fullName", (${candidates.length}::int - count(h.model_id))::int AS lacking
      FROM unit u LEFT JOIN held h ON h.unit_id = u.id AND h.model_id = ANY (${candidates.map(({ id }) => id)}::uuid[])
     WHERE ${inForceOn(today(), sql`u`)} ${reached(scope)}
     GROUP BY u.id ORDER BY lacking DESC, u.full_name COLLATE "vi-x-icu", u.code`);
