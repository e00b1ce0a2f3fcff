import type * as z from "zod";
import { standsAtEnd } from "@/lib/awards/queries";
import { may, type Scope } from "@/lib/core/access";
import { contextInput } from "@/lib/core/context";
import { cached, type Domain } from "@/lib/core/data-version";
import { addDays, type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import { type SessionTotals, sessionFacts, tagFacts } from "@/lib/outreach-sessions/queries";
import { comparable } from "@/lib/outreach-sessions/totals/rules";
import { ruralLadder } from "@/lib/rural-standard/queries";
import type { RuralLadder } from "@/lib/rural-standard/rules";
import { highlights, type IndicatorHighlight } from "@/lib/security-models/indicators/queries";
import { pointsInForce } from "@/lib/security-models/queries";
import { contextUnits, unitFilter, unitsInView } from "@/lib/units/queries";
import { unitRef } from "@/lib/units/rules";
import type { AwardForm, Channel } from "@/prisma/client/enums";
import { buckets, fill } from "./rules";

type Context = z.output<typeof contextInput>;

/** The same half-months of this year and of the last. */
type Compared<T> = { now: T; before: T };

export type SeriesPoint = { from: Day; to: Day; sessions: number; attendances: number };
export type UnitFigures = {
  ref: string;
  name: string;
  sessions: number;
  attendances: number;
  models: number;
  points: number;
  awards: number;
};
export type Overview = {
  /** How far the comparisons with last year reach; undefined when nothing of the period is over yet. */
  comparedTo?: Day;
  sessions: SessionTotals & {
    compared: Compared<SessionTotals>;
    guided: Record<"vneid" | "levelTwo" | "onlineService" | "weapons" | "pledges", number>;
  };
  broadcasts: { channel: Channel; sessions: number; quantity: number }[];
  channels: { channel: Channel; sessions: number; attendances: number }[];
  topics: { code: string; labelVi: string; labelEn: string; sessions: number; attendances: number }[];
  series: SeriesPoint[];
  units: UnitFigures[];
  models: { active: number; points: number; teams: number; members: number; growth: number[] };
  awards: { count: number; compared: Compared<number>; forms: { form: AwardForm; count: number }[] };
  /** What models' points report, the most-reported first. */
  indicators: IndicatorHighlight[];
  rural: RuralLadder;
  /** Splits that the unit in view took part in: which of its successors carries the old unit's rows (T4). */
  splits: { former: string; carrier: string; receiver: string; on: Day }[];
};

/**
 * Everything the dashboard shows, in few statements: counts of the period, standings of the day, for the units in
 * view by either boundary. Units are in lines of the view chosen. Each part is kept under the versions of what it
 * is counted from, so that a session just logged costs the count of the sessions alone.
 */
export const getOverview = query({
  permission: "overview.read",
  input: contextInput,
  run: async (tx, context, scope) => ({
    ...(await compute(tx, context, scope)),
    unitOptions: await contextUnits(tx, scope, context.boundary),
    lastSession: scope.unitId === null ? undefined : await lastSessionOf(tx),
    may: {
      logSession: may(scope, "outreach-sessions.create"),
      addModel: may(scope, "security-models.create"),
      addAward: may(scope, "awards.create"),
      addStep: may(scope, "rural-standard.recognize"),
      addUser: may(scope, "users.create"),
    },
  }),
});

/** The day of the last session in the actor's area; null when there is none. Row-level security keeps to the area. */
async function lastSessionOf(tx: Tx): Promise<Day | null> {
  const [row] = await tx.$queryRaw<{ day: Day | null }[]>(
    sql`SELECT max(held_on)::text AS day FROM outreach_session WHERE deleted_at IS NULL`,
  );
  return row?.day ?? null;
}

async function compute(tx: Tx, context: Context, scope: Scope): Promise<Overview> {
  let inView: ReturnType<typeof unitsInView> | undefined;
  const part = <T>(
    name: string,
    domains: readonly Domain[],
    count: (ids: readonly number[] | null) => Promise<T>,
  ) =>
    cached(tx, scope, domains, `overview ${name} ${JSON.stringify(context)}`, async () => {
      inView ??= unitsInView(tx, scope, context.unit, context.boundary);
      return count(await inView);
    });
  const [counts, standings, rural, splits] = [
    await part("sessions", ["outreach-sessions"], (ids) => sessionCounts(tx, context, ids)),
    await part("standings", ["security-models", "awards"], (ids) => standingCounts(tx, context, ids)),
    await part("rural", ["rural-standard"], (ids) =>
      ruralLadder(tx, scope, { ids, asOf: context.asOf, base: "former" }),
    ),
    await part("splits", ["units"], async (ids) =>
      context.unit && context.boundary === "current" && ids ? splitsOf(tx, ids) : [],
    ),
  ];
  const { atoms, units: sessionUnits, ...sessions } = counts;
  const { units: standingUnits, ...standing } = standings;
  const series: SeriesPoint[] = [];
  fill(buckets(context.period), atoms, (bar, inside) =>
    series.push({
      ...bar,
      sessions: inside.reduce((sum, atom) => sum + atom.sessions, 0),
      attendances: inside.reduce((sum, atom) => sum + atom.attendances, 0),
    }),
  );
  return {
    ...sessions,
    ...standing,
    comparedTo: comparable(context.period, today())?.now.to,
    series,
    units: joinUnits(sessionUnits, standingUnits),
    rural,
    splits,
  };
}

type UnitLine = { id: number; code: string; name: string; validTo: Day | null };
type SessionCounts = Pick<Overview, "sessions" | "broadcasts" | "channels" | "topics"> & {
  atoms: { at: Day; sessions: number; attendances: number }[];
  units: (UnitLine & { sessions: number; attendances: number })[];
};

const totals = sql`jsonb_build_object('sessions', coalesce(sum(sessions), 0), 'attendances', coalesce(sum(attendances), 0),
  'atLeast', coalesce(sum(at_least), 0), 'about', coalesce(sum(about), 0))`;

/** The period's sessions in one statement: totals, the same period last year, by channel, topic, half-month and unit. */
async function sessionCounts(
  tx: Tx,
  { period, boundary }: Context,
  ids: readonly number[] | null,
): Promise<SessionCounts> {
  const { now, lastYear } = comparable(period, today()) ?? nothing(period);
  const [row] = await tx.$queryRaw<{ counts: SessionCounts }[]>(sql`
    WITH facts AS MATERIALIZED (${sessionFacts(period.from, period.to, ids)}),
         held AS MATERIALIZED (SELECT * FROM facts WHERE app_is_gathering(channel)),
         line AS (SELECT unit_id, CASE WHEN ${boundary === "current"} THEN current_id ELSE unit_id END AS shown FROM app_units_on(${today()}::date))
    SELECT jsonb_build_object(
      'sessions', (SELECT ${totals} || jsonb_build_object('guided', jsonb_build_object(
          'vneid', coalesce(sum(vneid_guided), 0), 'levelTwo', coalesce(sum(level_two_guided), 0), 'onlineService', coalesce(sum(online_service_guided), 0),
          'weapons', coalesce(sum(weapons_handed_in), 0), 'pledges', coalesce(sum(pledges), 0))) FROM held)
        || jsonb_build_object('compared', jsonb_build_object('now', (SELECT ${totals} FROM held WHERE at <= ${now.to}::date),
          'before', (SELECT ${totals} FROM (${sessionFacts(lastYear.from, lastYear.to, ids)}) b WHERE app_is_gathering(channel)))),
      'broadcasts', (SELECT coalesce(jsonb_agg(x), '[]') FROM (SELECT channel, sum(sessions) AS sessions, sum(quantity) AS quantity FROM facts WHERE NOT app_is_gathering(channel) GROUP BY 1 HAVING sum(sessions) > 0 ORDER BY 1) x),
      'channels', (SELECT coalesce(jsonb_agg(x), '[]') FROM (SELECT channel, sum(sessions) AS sessions, sum(attendances) AS attendances FROM held GROUP BY 1 HAVING sum(sessions) > 0 ORDER BY 2 DESC) x),
      'topics', (SELECT coalesce(jsonb_agg(x), '[]') FROM (
          SELECT c.code, c.label_vi AS "labelVi", c.label_en AS "labelEn", sum(t.sessions) AS sessions, sum(t.attendances) AS attendances
            FROM (${tagFacts(period.from, period.to, ids, ["topic"])}) t JOIN code_item c ON c.list = 'topic' AND c.code = t.code
           GROUP BY 1, 2, 3 HAVING sum(t.sessions) > 0 ORDER BY 4 DESC) x),
      'atoms', (SELECT coalesce(jsonb_agg(x), '[]') FROM (SELECT at, sum(sessions) AS sessions, sum(attendances) AS attendances FROM held GROUP BY 1) x),
      'units', (SELECT coalesce(jsonb_agg(x), '[]') FROM (
          SELECT u.id, u.code, u.full_name AS name, u.valid_to AS "validTo", sum(sessions) AS sessions, sum(attendances) AS attendances
            FROM held JOIN line ON line.unit_id = held.unit_id JOIN unit u ON u.id = line.shown GROUP BY u.id) x)
    ) AS counts`);
  return (row as { counts: SessionCounts }).counts;
}

type StandingCounts = Pick<Overview, "models" | "awards" | "indicators"> & {
  units: (UnitLine & { models: number; points: number; awards: number })[];
};

/** Models and points in force on the day with their growth over the last twelve months, their indicators, and the period's awards. */
async function standingCounts(
  tx: Tx,
  { period, boundary, asOf }: Context,
  ids: readonly number[] | null,
): Promise<StandingCounts> {
  const { now, lastYear } = comparable(period, today()) ?? nothing(period);
  const [row] = await tx.$queryRaw<{ counts: StandingCounts }[]>(sql`
    WITH points AS MATERIALIZED (${pointsInForce(asOf, ids)}),
         spans AS MATERIALIZED (SELECT model_id, started_on, ended_on FROM model_point WHERE started_on <= ${asOf}::date ${unitFilter(ids)}),
         given AS MATERIALIZED (SELECT unit_id, form, decision_date FROM award WHERE decision_date BETWEEN ${period.from}::date AND ${period.to}::date AND ${standsAtEnd(period)} ${unitFilter(ids)}),
         line AS (SELECT unit_id, CASE WHEN ${boundary === "current"} THEN current_id ELSE unit_id END AS shown FROM app_units_on(${today()}::date))
    SELECT jsonb_build_object(
      'models', (SELECT jsonb_build_object('active', count(DISTINCT model_id), 'points', count(*), 'teams', coalesce(sum(teams), 0), 'members', coalesce(sum(members), 0)) FROM points)
        || jsonb_build_object('growth', (SELECT jsonb_agg(models ORDER BY day) FROM (
             SELECT day, count(model) AS models FROM (
               SELECT day, coalesce(o.current_id, p.model_id) AS model
                 FROM generate_series(${asOf}::date - interval '11 months', ${asOf}::date, interval '1 month') day
                 LEFT JOIN spans p ON p.started_on <= day::date AND (p.ended_on IS NULL OR p.ended_on > day::date)
                 LEFT JOIN (SELECT d, m.model_id, m.current_id FROM generate_series(${asOf}::date - interval '11 months', ${asOf}::date, interval '1 month') d
                   CROSS JOIN LATERAL app_merged_models(d::date) m) o ON o.d = day AND o.model_id = p.model_id
                GROUP BY 1, 2) ran
              GROUP BY day) g)),
      'awards', jsonb_build_object('count', (SELECT count(*) FROM given),
        'compared', jsonb_build_object('now', (SELECT count(*) FROM given WHERE decision_date <= ${now.to}::date),
          'before', (SELECT count(*) FROM award WHERE decision_date BETWEEN ${lastYear.from}::date AND ${lastYear.to}::date AND ${standsAtEnd(lastYear)} ${unitFilter(ids)})),
        'forms', (SELECT coalesce(jsonb_agg(x), '[]') FROM (SELECT form, count(*) AS count FROM given GROUP BY 1 ORDER BY 2 DESC) x)),
      'indicators', (SELECT coalesce(jsonb_agg(x), '[]') FROM (${highlights({ period, asOf }, ids)}) x),
      'units', (SELECT coalesce(jsonb_agg(x), '[]') FROM (
          SELECT u.id, u.code, u.full_name AS name, u.valid_to AS "validTo", count(DISTINCT model_id) AS models, count(model_id) AS points, count(form) AS awards
            FROM (SELECT unit_id, model_id, NULL AS form FROM points UNION ALL SELECT unit_id, NULL, form::text FROM given) t
            JOIN line ON line.unit_id = t.unit_id JOIN unit u ON u.id = line.shown GROUP BY u.id) x)
    ) AS counts`);
  return (row as { counts: StandingCounts }).counts;
}

const splitsOf = (tx: Tx, ids: readonly number[]) =>
  tx.$queryRaw<Overview["splits"]>(sql`
    SELECT f.full_name AS former, c.full_name AS carrier, r.full_name AS receiver, p.effective_on::text AS "on"
      FROM unit_succession p
      JOIN unit_succession m ON m.predecessor_id = p.predecessor_id AND m.kind = 'remainder'
      JOIN unit f ON f.id = p.predecessor_id JOIN unit c ON c.id = m.successor_id JOIN unit r ON r.id = p.successor_id
     WHERE p.kind = 'part' AND (p.successor_id = ANY (${[...ids]}::int[]) OR m.successor_id = ANY (${[...ids]}::int[]))`);

// Nothing of the period is over: an empty span on both sides.
const nothing = ({ from }: Context["period"]) => ({
  now: { from, to: addDays(from, -1) },
  lastYear: { from, to: addDays(from, -1) },
});

function joinUnits(sessions: SessionCounts["units"], standings: StandingCounts["units"]): UnitFigures[] {
  const lines = new Map<number, UnitFigures>();
  for (const unit of [...sessions, ...standings]) {
    const { id, code, name, validTo, ...figures } = unit;
    const nothing = {
      ref: unitRef({ code, validTo }),
      name,
      sessions: 0,
      attendances: 0,
      models: 0,
      points: 0,
      awards: 0,
    };
    lines.set(id, { ...(lines.get(id) ?? nothing), ...figures });
  }
  return [...lines.values()].sort(
    (a, b) => b.sessions - a.sessions || b.attendances - a.attendances || a.name.localeCompare(b.name, "vi"),
  );
}
