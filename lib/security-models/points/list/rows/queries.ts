import type { Scope } from "@/lib/core/access";
import { cached } from "@/lib/core/data-version";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { type Sql, sql } from "@/lib/core/sql";
import type { PointOrigin, RecognitionLevel } from "@/prisma/client/enums";
import { recognitionLevels } from "../../../catalog";
import { recognizedOn, sizesOn } from "../../../queries";
import { standingColumns, unitColumns, unitJoins } from "../../past/queries";
import { isPast } from "../../past/rules";
import { gradeColumn, type PointRow } from "../../queries";

/** A point as the list shows it: everything a column can ask for, as of the day looked at. */
export type ListedPoint = PointRow & {
  modelName: string;
  siteKind: string | null;
  address: string | null;
  origin: PointOrigin;
  /** The point's own, else its model's. */
  coreForce: string;
  /** The highest of the point's and its model's. */
  level: RecognitionLevel | null;
  nationwide: boolean;
  /** Đồng. */
  budgetFunding: number | null;
  socialFunding: number | null;
  contactPost: string | null;
  lastSession: Day | null;
  /** Of the indicator filtered by. */
  reading: number | null;
};

type Asked = { filter: { context: { asOf: Day }; indicator?: string }; sessions: boolean };
type Stored = Omit<ListedPoint, keyof UnitName | "modelName" | "coreForce" | "nationwide"> & {
  unitId: number;
  modelId: string;
  coreForce: string | null;
};

/** Everything a row shows, of the points whose ids and places `of` gives; units and models are named from what is kept. */
export async function rowsOf(
  tx: Tx,
  scope: Scope,
  { filter, sessions }: Asked,
  of: Sql,
): Promise<ListedPoint[]> {
  const { context, indicator } = filter;
  const { asOf } = context;
  const rows = await tx.$queryRaw<Stored[]>(sql`
    SELECT p.id, p.site, ${standingColumns(asOf)},
           s.teams, s.members, p.unit_id AS "unitId", p.model_id AS "modelId", ${gradeColumn} AS grade, r.rated_on::text AS "ratedOn",
           p.site_kind AS "siteKind", p.address, p.origin::text, p.core_force AS "coreForce",
           (SELECT max(level)::text FROM recognition WHERE point_id = p.id AND ${stands(asOf)}) AS level,
           p.budget_funding::float8 AS "budgetFunding", p.social_funding::float8 AS "socialFunding",
           p.contact_post AS "contactPost", ${sessions ? lastSession(asOf) : sql`NULL::text`} AS "lastSession",
           ${indicator ? sql`${lastReading(indicator, asOf)}::float8` : sql`NULL::float8`} AS reading
      FROM (${of}) f JOIN model_point p ON p.id = f.id ${sizesOn(asOf)}
      LEFT JOIN LATERAL (SELECT grade, rated_on FROM point_rating WHERE point_id = p.id AND rated_on <= ${asOf}::date ORDER BY rated_on DESC LIMIT 1) r ON TRUE
      LEFT JOIN code_item g ON g.list = 'grade' AND g.code = r.grade
     ORDER BY f.place`);
  const [units, models] = [await unitNames(tx, scope, asOf), await modelsOn(tx, scope, asOf)];
  return rows.map(({ unitId, modelId, ...row }) => {
    const model = models.get(modelId);
    return {
      ...row,
      ...(units.get(unitId) ?? { unitName: "", thenName: null, currentName: null }),
      modelName: model?.name ?? "",
      nationwide: model?.nationwide ?? false,
      coreForce: row.coreForce ?? model?.coreForce ?? "",
      level: higher(row.level, model?.level ?? null),
    };
  });
}

const higher = (one: RecognitionLevel | null, other: RecognitionLevel | null) =>
  recognitionLevels.findLast((level) => level === one || level === other) ?? null;

type UnitName = Pick<PointRow, "unitName" | "thenName" | "currentName">;

/** Every unit's name, with those of the units it was carried on by, on a past day and today. */
const unitNames = (tx: Tx, scope: Scope, asOf: Day): Promise<Map<number, UnitName>> =>
  cached(tx, scope, ["units"], `unit names ${today()} ${isPast(asOf) ? asOf : ""}`, async () => {
    const rows = await tx.$queryRaw<(UnitName & { id: number })[]>(
      sql`SELECT u.id, ${unitColumns(asOf)} FROM unit u ${unitJoins(asOf)}`,
    );
    return new Map(rows.map(({ id, ...names }) => [id, names]));
  });

type NamedModel = { name: string; coreForce: string; level: RecognitionLevel | null; nationwide: boolean };

/** What rows say of their models; a former model is the one it is part of on the day. */
const modelsOn = (tx: Tx, scope: Scope, asOf: Day): Promise<Map<string, NamedModel>> =>
  cached(tx, scope, ["security-models"], `models on ${asOf}`, async () => {
    const rows = await tx.$queryRaw<(NamedModel & { id: string })[]>(sql`
      SELECT o.model_id AS id, m.name, m.core_force AS "coreForce", r.level::text AS level, coalesce(r.nationwide, false) AS nationwide
        FROM app_models_on(${asOf}::date) o JOIN security_model m ON m.id = o.current_id
        LEFT JOIN (${recognizedOn(asOf)}) r ON r.model_id = o.current_id`);
    return new Map(rows.map(({ id, ...model }) => [id, model]));
  });

const lastSession = (asOf: Day): Sql => sql`
  (SELECT max(held_on)::text FROM outreach_session WHERE point_ids <> '{}' AND deleted_at IS NULL AND point_ids @> ARRAY[p.id] AND held_on <= ${asOf}::date)`;

/** A recognition that stands on a day; a day that is not known never hides it. */
export const stands = (asOf: Day): Sql =>
  sql`(decided_on IS NULL OR decided_on <= ${asOf}::date) AND (revoked_on IS NULL OR revoked_on > ${asOf}::date)`;

/** The last reading of an indicator by a day, of a point `p`; what was taken back is none. */
export const lastReading = (indicator: string, asOf: Day): Sql => sql`
  (SELECT i.value FROM indicator_reading i WHERE i.indicator_id = ${indicator}::uuid AND i.point_id = p.id AND i.period_to <= ${asOf}::date
     AND i.value IS NOT NULL ORDER BY i.period_to DESC LIMIT 1)`;
