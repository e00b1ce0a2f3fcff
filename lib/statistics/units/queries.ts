import * as z from "zod";
import { standsAtEnd } from "@/lib/awards/queries";
import { contextInput } from "@/lib/core/context";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import { type SessionTotals, sessionFacts } from "@/lib/outreach-sessions/queries";
import { declaredNil } from "@/lib/outreach-sessions/totals/queries";
import { standings } from "@/lib/rural-standard/queries";
import type { Standing } from "@/lib/rural-standard/rules";
import { pointsInForce } from "@/lib/security-models/queries";
import { findUnit, unitFilter, unitsInView } from "@/lib/units/queries";
import { areasInForce } from "@/lib/units/residential-areas/queries";
import { unitRef } from "@/lib/units/rules";

/** How many of its communes a unit's page names; all of them are a click away. */
const communesShown = 12;

export type UnitThings = {
  models: {
    models: number;
    points: number;
    teams: number;
    members: number;
    teamsUnknown: number;
    membersUnknown: number;
  };
  /** `entries`: everything logged, broadcasts too; `nil`: every day of every unit in view was declared nil (T17). */
  sessions: SessionTotals & { entries: number; nil: boolean };
  awards: number;
  /** The communes of 30/06/2025 in view with where they stand; `base` 0 = there is none among them. */
  rural: { base: number; standard: number; advanced: number; exemplary: number };
  /** Where the commune of today itself stands by decisions since 01/07/2025; null where it is none. */
  own: Standing | null;
  communes: { ref: string; fullName: string; standing: Standing }[];
  areas: number;
};

/**
 * What a unit has on a day, in one statement: models in force, sessions and awards of the period, its communes on the
 * rural ladder, residential areas. By today's boundaries with the units it carries on, at the time its own alone;
 * areas lie in a place and are those of whichever unit it belongs to that day.
 */
export const getUnitThings = query({
  permission: "units.read",
  input: z.object({ context: contextInput.required({ unit: true }) }),
  run: async (tx, { context }, scope): Promise<UnitThings> => {
    const { period, asOf, boundary } = context;
    const unit = await findUnit(tx, scope, context.unit);
    const ids = await unitsInView(tx, scope, context.unit, boundary);
    const [row] = await tx.$queryRaw<[{ things: Things }]>(sql`
      WITH points AS MATERIALIZED (${pointsInForce(asOf, ids)}),
           facts AS MATERIALIZED (${sessionFacts(period.from, period.to, ids)}),
           held AS (SELECT * FROM facts WHERE app_is_gathering(channel)),
           line AS (SELECT u.id AS unit_id, ${unit.id}::int AS shown FROM unit u WHERE TRUE ${unitFilter(ids, sql`u.id`)}),
           ${declaredNil(period, ids)},
           communes AS MATERIALIZED (${standings(scope, { ids, asOf, base: "former" })})
      SELECT jsonb_build_object(
        'models', (SELECT jsonb_build_object('models', count(DISTINCT model_id), 'points', count(*), 'teams', coalesce(sum(teams), 0), 'members', coalesce(sum(members), 0),
                     'teamsUnknown', count(*) FILTER (WHERE teams IS NULL), 'membersUnknown', count(*) FILTER (WHERE members IS NULL)) FROM points),
        'sessions', (SELECT jsonb_build_object('sessions', coalesce(sum(sessions), 0), 'attendances', coalesce(sum(attendances), 0),
                     'atLeast', coalesce(sum(at_least), 0), 'about', coalesce(sum(about), 0)) FROM held)
                     || jsonb_build_object('entries', (SELECT coalesce(sum(sessions), 0) FROM facts), 'nil', coalesce((SELECT declared FROM declared), false)),
        'awards', (SELECT count(*) FROM award WHERE decision_date BETWEEN ${period.from}::date AND ${period.to}::date
                     AND ${standsAtEnd(period)} ${unitFilter(ids)}),
        'rural', (SELECT jsonb_build_object('base', count(*), 'standard', count(standing), 'advanced', count(*) FILTER (WHERE standing >= 'advanced'),
                     'exemplary', count(*) FILTER (WHERE standing = 'exemplary')) FROM communes),
        'own', (SELECT coalesce(standing::text, 'none') FROM (${standings(scope, { ids: [unit.id], asOf, base: "current" })}) c),
        'communes', (SELECT coalesce(jsonb_agg(c ORDER BY c.place), '[]') FROM (
                     SELECT u.code, u.valid_from AS "validFrom", u.valid_to AS "validTo", u.full_name AS "fullName", coalesce(c.standing::text, 'none') AS standing,
                            row_number() OVER (ORDER BY c.standing DESC NULLS LAST, u.full_name COLLATE "vi-x-icu") AS place
                       FROM communes c JOIN unit u ON u.id = c.id ORDER BY place LIMIT ${communesShown}) c),
        'areas', (SELECT count(*) ${areasInForce(unit.id, context)})
      ) AS things`);
    return {
      ...row.things,
      communes: row.things.communes.map(({ fullName, standing, ...dated }) => ({
        fullName,
        standing,
        ref: unitRef(dated),
      })),
    };
  },
});

type Things = Omit<UnitThings, "communes"> & {
  communes: (Omit<UnitThings["communes"][number], "ref"> & {
    code: string;
    validFrom: string | null;
    validTo: string | null;
  })[];
};
