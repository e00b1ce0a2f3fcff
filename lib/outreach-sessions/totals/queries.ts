import type * as z from "zod";
import { may, type Scope } from "@/lib/core/access";
import { contextInput } from "@/lib/core/context";
import { cached } from "@/lib/core/data-version";
import { addDays, type Day, earlier, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { query } from "@/lib/core/query";
import { empty, type Sql, sql } from "@/lib/core/sql";
import { contextUnits, findUnit, inForceOn, unitFilter, unitsInView } from "@/lib/units/queries";
import { unitRef } from "@/lib/units/rules";
import type { Channel, SessionTag } from "@/prisma/client/enums";
import type { Guidance } from "../catalog";
import { carriers, loggedIn, type NilDeclarationRow } from "../nil-declarations/queries";
import { sessionFacts, tagFacts } from "../queries";
import { byRank, type Comparison, comparable, sameSpan, stateOf, type UnitState } from "./rules";

type Context = z.output<typeof contextInput>;

/** The whole period; the part of it that is compared; as much of the period before; as much of last year's. */
export type Compared = { all: number; now: number; previous: number; lastYear: number };

type Sure = { atLeast: number; about: number };
export type ChannelTotals = Sure & {
  channel: Channel;
  sessions: Compared;
  attendances: Compared;
  quantity: Compared;
  views: Compared;
};
/** What a topic, audience or language counts; a session with two counts whole under both, so they add up to no total. */
export type TagTotals = Sure & {
  code: string;
  labelVi: string | null;
  labelEn: string | null;
  sessions: Compared;
  attendances: Compared;
};
export type UnitTotals = Sure & {
  ref: string;
  name: string;
  state: UnitState;
  sessions: Compared;
  attendances: number;
  /** Everything logged, broadcasts too. */
  entries: number;
  joint: number;
  declarations: NilDeclarationRow[];
};
export type Totals = {
  comparison: Comparison | undefined;
  gatherings: Sure & { sessions: Compared; attendances: Compared };
  channels: ChannelTotals[];
  guided: Record<Guidance, Compared>;
  tags: Record<"topic" | "audience" | "language", TagTotals[]>;
  /** Gatherings of others in which the units in view took part; null where all are in view (T16). */
  joint: Compared | null;
  units: UnitTotals[];
  declarations: NilDeclarationRow[];
  /** Units in view that were there on the last day, logged nothing and declared nothing. */
  silent: { id: number; name: string }[];
};

/**
 * Everything the page of totals shows: counts of the period and of the two it is compared with, by channel, tag
 * and unit, and each unit's state (T17); one statement, kept under the data's version.
 */
export const getTotals = query({
  permission: "outreach-sessions.totals",
  input: contextInput,
  run: async (tx, context, scope) => {
    const { period, boundary, unit } = context;
    const totals = await cached(
      tx,
      scope,
      ["outreach-sessions", "units"],
      `totals ${today()} ${JSON.stringify({ period, boundary, unit })}`,
      () => compute(tx, context, scope),
    );
    return {
      ...totals,
      unitOptions: await contextUnits(tx, scope, boundary),
      may: {
        declare: may(scope, "outreach-sessions.nil-declarations.declare"),
        withdraw: may(scope, "outreach-sessions.nil-declarations.withdraw"),
      },
    };
  },
});

type Counted = Omit<Totals, "comparison" | "tags" | "units" | "declarations"> & {
  tags: (TagTotals & { tag: "topic" | "audience" | "language" })[];
  units: (Omit<UnitTotals, "ref" | "state" | "declarations"> & {
    id: number;
    code: string;
    validTo: Day | null;
    declared: boolean;
  })[];
  declarations: (NilDeclarationRow & { shown: number })[];
};

async function compute(tx: Tx, context: Context, scope: Scope): Promise<Totals> {
  const ids = await unitsInView(tx, scope, context.unit, context.boundary);
  const chosen = context.unit ? (await findUnit(tx, scope, context.unit)).id : null;
  const comparison = comparable(context.period, today());
  const [row] = await tx.$queryRaw<{ counts: Counted }[]>(count(context, ids, chosen, comparison));
  const { tags, units, declarations, ...counts } = (row as { counts: Counted }).counts;
  return {
    ...counts,
    comparison,
    joint: ids === null ? null : counts.joint,
    silent: ids === null || context.period.to > today() ? [] : counts.silent,
    tags: {
      topic: tags.filter(({ tag }) => tag === "topic"),
      audience: tags.filter(({ tag }) => tag === "audience"),
      language: tags.filter(({ tag }) => tag === "language"),
    },
    declarations,
    units: units
      .map(({ id, code, validTo, declared, ...figures }) => ({
        ...figures,
        ref: unitRef({ code, validTo }),
        state: stateOf({ entries: figures.entries, declared }),
        declarations: declarations.filter(({ shown }) => shown === id),
      }))
      .sort(byRank),
  };
}

const nothing = ({ from }: { from: Day }) => ({ from, to: addDays(from, -1) });

/**
 * The CTEs `stated` (declarations that stand) and `declared` (shown, declared: every day of the period was declared
 * nil), for a CTE `line` of units (unit_id) and the unit each is shown as (shown).
 */
export function declaredNil(period: Context["period"], ids: readonly number[] | null): Sql {
  // Days to come cannot be known to hold nothing.
  const end = earlier(period.to, today());
  const first = sql`greatest(${period.from}::date, u.valid_from)`;
  const last = sql`least(${end}::date, u.valid_to)`;
  return sql`
    stated AS MATERIALIZED (SELECT d.* FROM nil_declaration d WHERE d.withdrawn_at IS NULL AND d.period_from <= ${period.to}::date AND d.period_to >= ${period.from}::date ${unitFilter(ids, sql`d.unit_id`)}),
    -- Nil when every day of every unit that is carried was declared, by itself or by the unit that carries it (T17).
    declared AS (SELECT n.shown, bool_and(n.days <@ coalesce(c.days, '{}'::datemultirange)) AS declared
        FROM (SELECT l.shown, l.unit_id, daterange(${first}, ${last}, '[]') AS days FROM line l JOIN unit u ON u.id = l.unit_id WHERE ${first} <= ${last}) n
        LEFT JOIN LATERAL (SELECT range_agg(daterange(d.period_from, d.period_to, '[]')) AS days FROM stated d WHERE d.unit_id IN (n.unit_id, n.shown)) c ON TRUE GROUP BY 1)`;
}

function count(
  { period, boundary }: Context,
  ids: readonly number[] | null,
  chosen: number | null,
  comparison: Comparison | undefined,
): Sql {
  const none = nothing(period);
  const { now, previous, lastYear } = comparison ?? { now: none, previous: none, lastYear: none };
  // A year's previous one is last year's: counted once, told twice.
  const once = sameSpan(previous, lastYear);
  const inSpans = (facts: (from: Day, to: Day) => Sql) => sql`
    SELECT 'all' AS span, a.* FROM (${facts(period.from, period.to)}) a
    UNION ALL SELECT 'lastYear', l.* FROM (${facts(lastYear.from, lastYear.to)}) l
    ${once ? empty : sql`UNION ALL SELECT 'previous', p.* FROM (${facts(previous.from, previous.to)}) p`}`;
  const before = once ? sql`'lastYear'` : sql`'previous'`;
  const compared = (value: Sql) => sql`jsonb_build_object(
    'all', coalesce(sum(${value}) FILTER (WHERE span = 'all'), 0),
    'now', coalesce(sum(${value}) FILTER (WHERE span = 'all' AND at <= ${now.to}::date), 0),
    'previous', coalesce(sum(${value}) FILTER (WHERE span = ${before}), 0),
    'lastYear', coalesce(sum(${value}) FILTER (WHERE span = 'lastYear'), 0))`;
  const whole = (value: Sql) => sql`coalesce(sum(${value}) FILTER (WHERE span = 'all'), 0)`;
  const sure = sql`'atLeast', ${whole(sql`at_least`)}, 'about', ${whole(sql`about`)}`;
  const sessions = compared(sql`sessions`);
  const attendances = compared(sql`attendances`);
  const tags = (list: readonly SessionTag[]) => inSpans((from, to) => tagFacts(from, to, ids, list));
  const shown =
    chosen !== null ? sql`${chosen}::int` : boundary === "current" ? sql`o.current_id` : sql`o.unit_id`;
  const listed =
    boundary === "current"
      ? inForceOn(today(), sql`u`)
      : sql`(u.valid_from IS NULL OR u.valid_from <= ${period.to}::date) AND (u.valid_to IS NULL OR u.valid_to >= ${period.from}::date)`;
  return sql`
    WITH facts AS MATERIALIZED (${inSpans((from, to) => sessionFacts(from, to, ids))}),
         -- Few rows for what is told of all units together; a group lies on one side of the compared part's end.
         sums AS MATERIALIZED (SELECT span, channel, min(at) AS at, sum(sessions) AS sessions, sum(attendances) AS attendances, sum(quantity) AS quantity, sum(views) AS views,
             sum(at_least) AS at_least, sum(about) AS about, sum(vneid_guided) AS vneid_guided, sum(level_two_guided) AS level_two_guided,
             sum(online_service_guided) AS online_service_guided, sum(weapons_handed_in) AS weapons_handed_in, sum(pledges) AS pledges
             FROM facts GROUP BY span, channel, at <= ${now.to}::date),
         tagged AS MATERIALIZED (SELECT span, tag, code, min(at) AS at, sum(sessions) AS sessions, sum(attendances) AS attendances, sum(at_least) AS at_least, sum(about) AS about
             FROM (${tags(["topic", "audience", "language"])}) t GROUP BY span, tag, code, at <= ${now.to}::date),
         carried AS MATERIALIZED (SELECT * FROM ${carriers()}),
         line AS MATERIALIZED (SELECT o.unit_id, ${shown} AS shown FROM carried o WHERE TRUE ${unitFilter(ids, sql`o.unit_id`)}),
         partners AS MATERIALIZED (SELECT span, at, unit_id, code, sum(sessions) AS sessions FROM (${tags(["joint"])}) t GROUP BY 1, 2, 3, 4),
         -- Where a unit carries on several partners of a session, or its host, it counts once or not at all.
         taken AS (SELECT l.shown, p.span, p.at, p.code, max(p.sessions) AS sessions FROM partners p JOIN line l ON l.unit_id = p.unit_id
             LEFT JOIN line h ON h.unit_id = split_part(p.code, ':', 1)::int WHERE h.shown IS DISTINCT FROM l.shown GROUP BY 1, 2, 3, 4),
         ${declaredNil(period, ids)},
         by_unit AS (SELECT l.shown, ${sessions} AS sessions, ${whole(sql`attendances`)} AS attendances, ${whole(sql`at_least`)} AS at_least, ${whole(sql`about`)} AS about
             FROM facts f JOIN line l ON l.unit_id = f.unit_id WHERE app_is_gathering(f.channel) GROUP BY 1),
         logged AS (SELECT l.shown, sum(sessions) AS entries FROM facts JOIN line l ON l.unit_id = facts.unit_id WHERE span = 'all' GROUP BY 1 HAVING sum(sessions) > 0),
         joint_of AS (SELECT shown, sum(sessions) AS sessions FROM taken WHERE span = 'all' GROUP BY 1),
         rows_of AS (SELECT u.id FROM unit u WHERE ${chosen !== null ? sql`u.id = ${chosen}` : sql`${listed} ${unitFilter(ids, sql`u.id`)}`} UNION SELECT shown FROM logged)
    SELECT jsonb_build_object(
      'gatherings', (SELECT jsonb_build_object('sessions', ${sessions}, 'attendances', ${attendances}, ${sure}) FROM sums WHERE app_is_gathering(channel)),
      'channels', (SELECT coalesce(jsonb_agg(x), '[]') FROM (SELECT jsonb_build_object('channel', channel, 'sessions', ${sessions}, 'attendances', ${attendances},
          'quantity', ${compared(sql`quantity`)}, 'views', ${compared(sql`views`)}, ${sure}) AS x FROM sums GROUP BY channel HAVING sum(sessions) > 0 ORDER BY channel) c),
      'guided', (SELECT jsonb_build_object('vneid', ${compared(sql`vneid_guided`)}, 'levelTwo', ${compared(sql`level_two_guided`)}, 'onlineService', ${compared(sql`online_service_guided`)},
          'weapons', ${compared(sql`weapons_handed_in`)}, 'pledges', ${compared(sql`pledges`)}) FROM sums WHERE app_is_gathering(channel)),
      'tags', (SELECT coalesce(jsonb_agg(x), '[]') FROM (SELECT t.tag, t.code, c.label_vi AS "labelVi", c.label_en AS "labelEn", ${sessions} AS sessions, ${attendances} AS attendances,
               ${whole(sql`t.at_least`)} AS "atLeast", ${whole(sql`t.about`)} AS about
          FROM tagged t LEFT JOIN code_item c ON c.list = t.tag::text AND c.code = t.code
         GROUP BY 1, 2, 3, 4 HAVING sum(t.sessions) > 0 ORDER BY ${whole(sql`t.sessions`)} DESC, t.code) x),
      'joint', (SELECT ${sessions} FROM (SELECT p.span, p.at, p.code, max(p.sessions) AS sessions FROM partners p
          WHERE NOT EXISTS (SELECT FROM line h WHERE h.unit_id = split_part(p.code, ':', 1)::int) GROUP BY 1, 2, 3) j),
      'units', (SELECT coalesce(jsonb_agg(x), '[]') FROM (
          SELECT u.id, u.code, u.full_name AS name, u.valid_to AS "validTo", coalesce(b.sessions, '{"all": 0, "now": 0, "previous": 0, "lastYear": 0}') AS sessions,
                 coalesce(b.attendances, 0) AS attendances, coalesce(b.at_least, 0) AS "atLeast", coalesce(b.about, 0) AS about, coalesce(g.entries, 0) AS entries,
                 coalesce(j.sessions, 0) AS joint, coalesce(d.declared, false) AS declared
            FROM rows_of r JOIN unit u ON u.id = r.id LEFT JOIN by_unit b ON b.shown = u.id LEFT JOIN logged g ON g.shown = u.id LEFT JOIN declared d ON d.shown = u.id LEFT JOIN joint_of j ON j.shown = u.id) x),
      'declarations', (SELECT coalesce(jsonb_agg(x), '[]') FROM (
          SELECT d.id, d.unit_id AS "unitId", u.full_name AS "unitName", l.shown, d.period_from AS "from", d.period_to AS "to", d.note, a.name AS "declaredBy",
                 d.declared_at AS "declaredAt", ${loggedIn(sql`d.unit_id`, sql`d.period_from`, sql`d.period_to`, sql`carried`)} AS logged
            FROM stated d JOIN unit u ON u.id = d.unit_id JOIN line l ON l.unit_id = d.unit_id LEFT JOIN app_user a ON a.id = d.declared_by_id
           ORDER BY d.period_from, d.declared_at) x),
      'silent', (SELECT coalesce(jsonb_agg(x), '[]') FROM (
          SELECT u.id, u.full_name AS name FROM line l JOIN unit u ON u.id = l.unit_id
           WHERE (u.valid_from IS NULL OR u.valid_from <= ${period.to}::date) AND (u.valid_to IS NULL OR u.valid_to >= ${period.to}::date)
             AND NOT EXISTS (SELECT FROM stated d WHERE d.unit_id = u.id)
             AND NOT EXISTS (SELECT FROM facts f JOIN line c ON c.unit_id = f.unit_id WHERE f.span = 'all' AND f.sessions > 0 AND (c.unit_id = u.id OR c.shown = u.id))
           ORDER BY u.full_name COLLATE "vi-x-icu") x)
    ) AS counts`;
}
