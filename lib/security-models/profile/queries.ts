import * as z from "zod";
import { may } from "@/lib/core/access";
import { type Context, contextInput } from "@/lib/core/context";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import { inForceOn, unitFilter, unitsInView } from "@/lib/units/queries";
import { unitRef } from "@/lib/units/rules";
import { indicatorsOf } from "../indicators/queries";
import { mergedFrom, seenModel } from "../lineage/queries";
import { photosOfModel } from "../points/files/queries";
import { ofModel, runsOn } from "../points/queries";
import { recognitionsOf } from "../recognitions/queries";
import { replicationSummary } from "../replication/queries";

/** A unit in view with the points of a model that run there; 0 where it does not run. */
export type SpreadUnit = { ref: string; name: string; area: string; points: number };
/** A year of a model's life: what began, what ended, and how many points ran on its last day. */
export type GrowthYear = { from: Day; to: Day; started: number; ended: number; points: number };
/** A round of ratings: how many points got which grade. */
export type RatingRound = {
  ratedOn: Day;
  grades: { code: string; labelVi: string; labelEn: string; position: number; points: number }[];
};

type ModelProfile = {
  spread: SpreadUnit[];
  growth: GrowthYear[];
  rounds: RatingRound[];
  /** The first day of its first point in view. */
  firstOn: Day | null;
};

/** What a model's page tells beside its facts, counts and points. */
export const getProfile = query({
  permission: "security-models.read",
  input: z.object({ id: z.uuid(), context: contextInput }),
  run: async (tx, { id, context }, scope) => {
    await seenModel(tx, scope, id);
    const ids = await unitsInView(tx, scope, context.unit, context.boundary);
    return {
      ...(await profileOf(tx, id, context, ids)),
      recognitions: await recognitionsOf(tx, id, context.asOf),
      replication: await replicationSummary(tx, id, context.asOf, ids),
      indicators: await indicatorsOf(tx, id, context, ids),
      strip: await photosOfModel(tx, id, ids),
      mergedFrom: await mergedFrom(tx, id),
      may: {
        recognize: scope.reach === "all" && may(scope, "security-models.recognitions.grant"),
        define: may(scope, "security-models.indicators.create"),
        record: may(scope, "security-models.readings.record"),
        merge: may(scope, "security-models.merge"),
        delete: may(scope, "security-models.delete"),
      },
    };
  },
});

const yearsShown = 12;
const roundsShown = 6;

/**
 * Where a model runs, how it grew and how its points were rated, up to a day, for the units in view; one statement.
 * By today's boundaries every unit in view is told, also those without a point; at the time only those with one.
 */
async function profileOf(
  tx: Tx,
  modelId: string,
  { asOf, boundary }: Pick<Context, "asOf" | "boundary">,
  ids: readonly number[] | null,
): Promise<ModelProfile> {
  const current = boundary === "current";
  const [row] = await tx.$queryRaw<
    {
      spread: { code: string; name: string; validTo: Day | null; area: string; points: number }[];
      growth: GrowthYear[];
      rounds: RatingRound[];
      firstOn: Day | null;
    }[]
  >(sql`
    WITH own AS MATERIALIZED (
           SELECT id, unit_id, started_on, ended_on FROM model_point
            WHERE started_on <= ${asOf}::date AND ${ofModel(modelId, asOf)} ${unitFilter(ids)}),
         line AS (SELECT unit_id, CASE WHEN ${current} THEN current_id ELSE unit_id END AS shown FROM app_units_on(${today()}::date)),
         running AS (SELECT line.shown, count(*)::int AS points FROM own JOIN line ON line.unit_id = own.unit_id WHERE ${runsOn(asOf)} GROUP BY 1),
         years AS (
           SELECT year, make_date(year, 1, 1) AS first, least(make_date(year, 12, 31), ${asOf}::date) AS last
             FROM (SELECT greatest(extract(year FROM min(started_on))::int, extract(year FROM ${asOf}::date)::int - ${yearsShown - 1}::int) AS first FROM own) f
             CROSS JOIN LATERAL generate_series(f.first, extract(year FROM ${asOf}::date)::int) AS year),
         rated AS (
           SELECT r.rated_on, r.grade, count(*)::int AS points FROM point_rating r JOIN own ON own.id = r.point_id
            WHERE r.rated_on <= ${asOf}::date GROUP BY 1, 2)
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('code', u.code, 'name', u.full_name, 'validTo', u.valid_to,
                'area', coalesce(u.former_area, u.province_name, ''), 'points', coalesce(r.points, 0)) ORDER BY u.full_name COLLATE "vi-x-icu"), '[]')
         FROM unit u LEFT JOIN running r ON r.shown = u.id
        WHERE r.points > 0 OR (${current} AND ${inForceOn(today(), sql`u`)} ${unitFilter(ids, sql`u.id`)})) AS spread,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('from', y.first, 'to', y.last,
                'started', (SELECT count(*) FROM own WHERE started_on BETWEEN y.first AND y.last),
                'ended', (SELECT count(*) FROM own WHERE ended_on BETWEEN y.first AND y.last),
                'points', (SELECT count(*) FROM own WHERE started_on <= y.last AND (ended_on IS NULL OR ended_on > y.last))) ORDER BY y.year), '[]')
         FROM years y) AS growth,
      (SELECT coalesce(jsonb_agg(x ORDER BY x."ratedOn" DESC), '[]') FROM (
         SELECT r.rated_on AS "ratedOn", jsonb_agg(jsonb_build_object('code', r.grade, 'labelVi', g.label_vi, 'labelEn', g.label_en,
                  'position', g.position, 'points', r.points) ORDER BY g.position) AS grades
           FROM rated r JOIN code_item g ON g.list = 'grade' AND g.code = r.grade GROUP BY r.rated_on ORDER BY r.rated_on DESC LIMIT ${roundsShown}) x) AS rounds,
      (SELECT min(started_on)::text FROM own) AS "firstOn"`);
  const { spread, growth, rounds, firstOn } = row as NonNullable<typeof row>;
  return {
    spread: spread.map(({ code, validTo, ...unit }) => ({ ...unit, ref: unitRef({ code, validTo }) })),
    growth,
    rounds,
    firstOn,
  };
}
