import type * as z from "zod";
import { standsAtEnd } from "@/lib/awards/queries";
import { reaches, type Scope } from "@/lib/core/access";
import { cached, type Domain } from "@/lib/core/data-version";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { query } from "@/lib/core/query";
import { type Sql, sql } from "@/lib/core/sql";
import { sessionFacts } from "@/lib/outreach-sessions/queries";
import { declaredNil } from "@/lib/outreach-sessions/totals/queries";
import { standings } from "@/lib/rural-standard/queries";
import { pointsInForce } from "@/lib/security-models/queries";
import { holdingOn } from "@/lib/units/facts/queries";
import { type UnitMap, unitMap } from "@/lib/units/map/queries";
import { unitFilter } from "@/lib/units/queries";
import { type FigureGroup, natures } from "./catalog";
import { type Counted, type MapValue, totalOf, unitValue } from "./rules";
import { mapInput } from "./schema";

type Context = z.output<typeof mapInput>["context"];

export type FigureMap = {
  map: UnitMap;
  /** One for each of the map's units, in their order. */
  values: MapValue[];
  total: MapValue;
  /** What counts in no unit on the map: of the city's own bodies, or of units of another time. Null where units do not add up. */
  outside: number | null;
  /** Of which boundaries the map is; those of the day asked for cannot be drawn before 01/07/2025. */
  drawn: { boundary: Context["boundary"]; day: Day; asked: boolean };
};

const domainsOf: Record<FigureGroup, Domain[]> = {
  sessions: ["outreach-sessions"],
  points: ["security-models"],
  awards: ["awards"],
  rural: ["rural-standard"],
  units: ["units"],
};

/**
 * A figure by unit with the shapes of the units: today's, each with what it carries on, or those of a day, each with
 * its own rows. Readers of a part of the city get the values of that part only (S18).
 */
export const getMap = query({
  permission: "map.read",
  input: mapInput,
  run: async (tx, { context: asked, figure }, scope): Promise<FigureMap> => {
    const { map, ...drawn } = await mapOf(tx, scope, asked);
    const context = { ...asked, boundary: drawn.boundary };
    const { group } = natures[figure];
    const { units, whole } = await cached(
      tx,
      scope,
      domainsOf[group],
      `map ${today()} ${group} ${JSON.stringify(context)}`,
      async () => split(await tx.$queryRaw<Row[]>(counts[group](context, scope))),
    );
    const inReach = map.units.filter(({ id }) => reaches(scope, id));
    const countedOf = (id: number): Counted => units.get(id) ?? {};
    const values = map.units.map(
      ({ id }): MapValue =>
        reaches(scope, id) ? unitValue(figure, countedOf(id)) : { state: "hidden", value: null },
    );
    const total = totalOf(
      figure,
      whole,
      inReach.map(({ id }) => countedOf(id)),
    );
    const onMap = values.reduce((sum, { value }) => sum + (value ?? 0), 0);
    const { adds } = natures[figure];
    return { map, values, total, outside: adds ? (total.value ?? 0) - onMap : null, drawn };
  },
});

async function mapOf(tx: Tx, scope: Scope, { boundary, asOf }: Context) {
  const day = boundary === "historical" ? asOf : today();
  const map = await unitMap(tx, scope, day);
  if (map.units.length > 0) return { map, boundary, day, asked: true };
  return {
    map: await unitMap(tx, scope, today()),
    boundary: "current" as const,
    day: today(),
    asked: false,
  };
}

type Row = Counted & { id: number | null; whole: boolean };

/** Sums arrive as numbers; the row of the whole beside those of units. */
function split(rows: readonly Row[]): { units: Map<number, Counted>; whole: Counted } {
  const units = new Map<number, Counted>();
  let whole: Counted = {};
  for (const { id, whole: isWhole, ...counted } of rows) {
    if (isWhole) whole = counted;
    else if (id !== null) units.set(id, counted);
  }
  return { units, whole };
}

const reachOf = (scope: Scope) => (scope.reach === "all" ? null : scope.reach);

/** Each unit in reach with the one it is shown as. */
const line = ({ boundary }: Context, ids: readonly number[] | null): Sql => sql`
  SELECT o.unit_id, ${boundary === "current" ? sql`o.current_id` : sql`o.unit_id`} AS shown FROM app_units_on(${today()}::date) o WHERE TRUE ${unitFilter(ids, sql`o.unit_id`)}`;

const byUnit = sql`GROUP BY GROUPING SETS ((l.shown), ())`;
const whose = sql`l.shown AS id, grouping(l.shown) = 1 AS whole`;

const counts: Record<FigureGroup, (context: Context, scope: Scope) => Sql> = {
  sessions: (context, scope) => {
    const ids = reachOf(scope);
    const { from, to } = context.period;
    return sql`
      WITH facts AS MATERIALIZED (${sessionFacts(from, to, ids)}),
           line AS MATERIALIZED (${line(context, ids)}),
           ${declaredNil(context.period, ids)},
           known AS (${knownOn(context.asOf)}),
           counted AS (SELECT ${whose}, coalesce(sum(f.sessions) FILTER (WHERE app_is_gathering(f.channel)), 0)::float8 AS sessions,
               coalesce(sum(f.attendances) FILTER (WHERE app_is_gathering(f.channel)), 0)::float8 AS attendances,
               coalesce(sum(f.at_least) FILTER (WHERE app_is_gathering(f.channel)), 0)::float8 AS "atLeast", coalesce(sum(f.sessions), 0)::float8 AS entries
               FROM facts f JOIN line l ON l.unit_id = f.unit_id ${byUnit})
      SELECT coalesce(c.id, d.shown) AS id, coalesce(c.whole, false) AS whole, coalesce(c.sessions, 0) AS sessions, coalesce(c.attendances, 0) AS attendances,
             coalesce(c."atLeast", 0) AS "atLeast", coalesce(c.entries, 0) AS entries, coalesce(d.declared, false) AS declared,
             k.population, k."populationQualifier"
        FROM counted c FULL JOIN declared d ON d.shown = c.id LEFT JOIN known k ON k.unit_id = coalesce(c.id, d.shown)`;
  },
  points: (context, scope) => {
    const ids = reachOf(scope);
    return sql`
      WITH line AS MATERIALIZED (${line(context, ids)})
      SELECT ${whose}, count(*)::float8 AS points, count(DISTINCT p.model_id)::float8 AS models, coalesce(sum(p.teams), 0)::float8 AS teams,
             count(*) FILTER (WHERE p.teams IS NULL)::float8 AS "teamsUnknown", coalesce(sum(p.members), 0)::float8 AS members,
             count(*) FILTER (WHERE p.members IS NULL)::float8 AS "membersUnknown"
        FROM (${pointsInForce(context.asOf, ids)}) p JOIN line l ON l.unit_id = p.unit_id ${byUnit}`;
  },
  awards: (context, scope) => {
    const ids = reachOf(scope);
    const { from, to } = context.period;
    return sql`
      WITH line AS MATERIALIZED (${line(context, ids)})
      SELECT ${whose}, count(*)::float8 AS awards
        FROM award a LEFT JOIN line l ON l.unit_id = a.unit_id
       WHERE a.decision_date BETWEEN ${from}::date AND ${to}::date AND ${standsAtEnd(context.period)} ${unitFilter(ids, sql`a.unit_id`)}
       ${byUnit}`;
  },
  // By today's boundaries the 167 communes of 30/06/2025, each with the unit it lies in; at the time those of the day.
  rural: (context, scope) => {
    const ids = reachOf(scope);
    const base = context.boundary === "current" ? "former" : "current";
    return sql`
      WITH line AS MATERIALIZED (${line(context, ids)})
      SELECT ${whose}, count(*)::float8 AS communes, count(*) FILTER (WHERE c.standing >= 'standard')::float8 AS standard,
             count(*) FILTER (WHERE c.standing >= 'advanced')::float8 AS advanced, count(*) FILTER (WHERE c.standing >= 'exemplary')::float8 AS exemplary
        FROM (${standings(scope, { ids, asOf: context.asOf, base })}) c JOIN line l ON l.unit_id = c.id ${byUnit}`;
  },
  units: ({ asOf }, scope) => sql`
    SELECT k.unit_id AS id, false AS whole, k.population, k."populationQualifier", k.area, k."areaQualifier"
      FROM (${knownOn(asOf)}) k WHERE TRUE ${unitFilter(reachOf(scope), sql`k.unit_id`)}`,
};

/** People and area of each unit as its page tells them on a day, one row a unit with how sure they are (T7). */
const knownOn = (day: Day): Sql => sql`
  SELECT h.unit_id, max(h.value) FILTER (WHERE h.kind = 'population')::float8 AS population, max(h.value) FILTER (WHERE h.kind = 'area')::float8 AS area,
         max(h.qualifier::text) FILTER (WHERE h.kind = 'population') AS "populationQualifier", max(h.qualifier::text) FILTER (WHERE h.kind = 'area') AS "areaQualifier"
    FROM (${holdingOn(day)}) h GROUP BY 1`;
