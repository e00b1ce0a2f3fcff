import * as z from "zod";
import { may, type Scope } from "@/lib/core/access";
import { listCodes } from "@/lib/core/code-lists";
import type { Day } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { cutPage, pageSize, readCursor, writeCursor } from "@/lib/core/paging";
import { query } from "@/lib/core/query";
import { empty, join, type Sql, sql } from "@/lib/core/sql";
import { contextUnits, unitFilter, unitsInView } from "@/lib/units/queries";
import type { Channel, Qualifier } from "@/prisma/client/enums";
import { gatherings } from "./catalog";
import { cutSpan } from "./rules";
import { type SessionFilter, sessionFilter } from "./schema";

export type SessionRow = {
  id: string;
  heldOn: Day;
  place: string;
  channel: Channel;
  topics: string[];
  attendance: number | null;
  attendanceQualifier: Qualifier;
  quantity: number | null;
  unitName: string;
};

export type SessionTotals = { sessions: number; attendances: number; atLeast: number; about: number };

/** A page of sessions, newest first, with the totals of everything the filter finds. */
export const listSessions = query({
  permission: "outreach-sessions.list",
  input: sessionFilter,
  run: async (tx, filter, scope) => {
    const ids = await unitsInView(tx, scope, filter.context.unit, filter.context.boundary);
    const cursor = readCursor(filter.cursor);
    const { from, to } = filter.context.period;
    const found = await tx.$queryRaw<SessionRow[]>(sql`
      SELECT s.id, s.held_on::text AS "heldOn", s.place, s.channel::text, s.topics, s.attendance, s.attendance_qualifier::text AS "attendanceQualifier",
             s.quantity, u.full_name AS "unitName"
        FROM outreach_session s JOIN unit u ON u.id = s.unit_id
       WHERE s.deleted_at IS NULL AND s.held_on BETWEEN ${from}::date AND ${to}::date ${unitFilter(ids, sql`s.unit_id`)} ${narrowed(filter)}
         ${cursor ? sql`AND (s.held_on, s.id) < (${cursor.key}::date, ${cursor.id}::uuid)` : empty}
       ORDER BY s.held_on DESC, s.id DESC LIMIT ${pageSize + 1}`);
    return {
      ...cutPage(found, (row) => writeCursor(row.heldOn, row.id)),
      totals: await totalsOf(tx, filter, ids),
      topics: await listCodes(tx, "topic"),
      units: await contextUnits(tx, scope, filter.context.boundary),
      may: { create: may(scope, "outreach-sessions.create") },
    };
  },
});

/** Totals from the rollups; from the rows only when the filter asks what rollups do not know. */
async function totalsOf(
  tx: Tx,
  filter: SessionFilter,
  ids: readonly number[] | null,
): Promise<SessionTotals> {
  const { from, to } = filter.context.period;
  const facts =
    filter.q || filter.topic
      ? sql`SELECT s.unit_id, s.channel, 1 AS sessions, coalesce(s.attendance, 0) AS attendances, (s.attendance_qualifier = 'at_least')::int AS at_least, (s.attendance_qualifier = 'about')::int AS about
              FROM outreach_session s WHERE s.deleted_at IS NULL AND s.held_on BETWEEN ${from}::date AND ${to}::date ${unitFilter(ids, sql`s.unit_id`)} ${narrowed(filter)}`
      : sessionFacts(from, to, ids);
  const [totals] = await tx.$queryRaw<SessionTotals[]>(sql`
    SELECT coalesce(sum(sessions), 0)::int AS sessions, coalesce(sum(attendances), 0)::float8 AS attendances,
           coalesce(sum(at_least), 0)::int AS "atLeast", coalesce(sum(about), 0)::int AS about
      FROM (${facts}) f
     WHERE channel::text IN (${join([...gatherings])}) ${filter.channel ? sql`AND channel = ${filter.channel}::channel` : empty}
       ${filter.kind === "broadcast" ? sql`AND FALSE` : empty}`);
  return totals ?? { sessions: 0, attendances: 0, atLeast: 0, about: 0 };
}

function narrowed({ kind, channel, topic, q }: SessionFilter): Sql {
  const parts: Sql[] = [];
  if (kind) parts.push(sql`AND app_is_gathering(s.channel) = ${kind === "gathering"}`);
  if (channel) parts.push(sql`AND s.channel = ${channel}::channel`);
  if (topic) parts.push(sql`AND ${topic} = ANY (s.topics)`);
  if (q)
    parts.push(sql`AND app_fold(s.place || ' ' || coalesce(s.note, '')) LIKE '%' || app_fold(${q}) || '%'`);
  return parts.length ? join(parts, " ") : empty;
}

/**
 * Every count of a span as rows (unit, atom, channel, sums): whole half-month atoms from the rollups,
 * ragged ends from the rows. A calendar or 15→14 period never touches the rows.
 */
export function sessionFacts(from: Day, to: Day, ids: readonly number[] | null): Sql {
  const { atoms, ragged } = cutSpan(from, to);
  const rows = ragged.map(
    (span) => sql`
      UNION ALL
      SELECT unit_id, app_atom(held_on), channel, 1, coalesce(attendance, 0), coalesce(quantity, 0),
             (attendance_qualifier = 'at_least')::int, (attendance_qualifier = 'about')::int, coalesce(vneid_guided, 0), coalesce(level_two_guided, 0),
             coalesce(online_service_guided, 0), coalesce(weapons_handed_in, 0), coalesce(pledges, 0)
        FROM outreach_session
       WHERE deleted_at IS NULL AND held_on BETWEEN ${span.from}::date AND ${span.to}::date ${unitFilter(ids)}`,
  );
  return sql`
    SELECT unit_id, atom AS at, channel, sessions, attendances, quantity, at_least, about,
           vneid_guided, level_two_guided, online_service_guided, weapons_handed_in, pledges
      FROM session_rollup_channel
     WHERE atom >= ${atoms.from}::date AND atom < ${atoms.until}::date ${unitFilter(ids)}
    ${rows.length ? join(rows, " ") : empty}`;
}

/** Counts of gatherings by topic over a span: a session once under each of its topics. */
export function topicFacts(from: Day, to: Day, ids: readonly number[] | null): Sql {
  const { atoms, ragged } = cutSpan(from, to);
  const rows = ragged.map(
    (span) => sql`
      UNION ALL
      SELECT unit_id, topic, 1, coalesce(attendance, 0) FROM outreach_session CROSS JOIN LATERAL unnest(topics) AS topic
       WHERE deleted_at IS NULL AND app_is_gathering(channel) AND held_on BETWEEN ${span.from}::date AND ${span.to}::date ${unitFilter(ids)}`,
  );
  return sql`
    SELECT unit_id, topic, sessions, attendances FROM session_rollup_topic
     WHERE atom >= ${atoms.from}::date AND atom < ${atoms.until}::date ${unitFilter(ids)}
    ${rows.length ? join(rows, " ") : empty}`;
}

export type SessionRecord = SessionRow & {
  unitId: number;
  vneidGuided: number | null;
  levelTwoGuided: number | null;
  onlineServiceGuided: number | null;
  weaponsHandedIn: number | null;
  pledges: number | null;
  note: string | null;
  recordedBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
};

const recordColumns = sql`
  s.id, s.unit_id AS "unitId", s.held_on::text AS "heldOn", s.place, s.channel::text, s.topics, s.attendance,
  s.attendance_qualifier::text AS "attendanceQualifier", s.quantity, s.vneid_guided AS "vneidGuided", s.level_two_guided AS "levelTwoGuided",
  s.online_service_guided AS "onlineServiceGuided", s.weapons_handed_in AS "weaponsHandedIn", s.pledges, s.note, s.version,
  s.created_at AS "createdAt", s.updated_at AS "updatedAt"`;

/** One session with what the actor may do to it. */
export const getSession = query({
  permission: "outreach-sessions.read",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }, scope) => ({
    ...(await findSession(tx, id)),
    topicItems: await listCodes(tx, "topic"),
    may: mayOf(scope),
  }),
});

/** One session for its form, open only to those who may change it. */
export const editSession = query({
  permission: "outreach-sessions.update",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }) => ({ ...(await findSession(tx, id)), topicItems: await listCodes(tx, "topic") }),
});

/** The session of an id, with its unit's and writer's names; not found when deleted or out of reach. */
export async function findSession(tx: Tx, id: string): Promise<SessionRecord> {
  const [row] = await tx.$queryRaw<SessionRecord[]>(sql`
    SELECT ${recordColumns}, u.full_name AS "unitName", c.name AS "recordedBy"
      FROM outreach_session s JOIN unit u ON u.id = s.unit_id LEFT JOIN app_user c ON c.id = s.created_by_id
     WHERE s.id = ${id}::uuid AND s.deleted_at IS NULL`);
  if (!row) throw new AppError("not-found");
  return row;
}

/**
 * What a new session's form starts from: the topics, and place and channel of the officer's last gathering.
 * Topics are not carried over: a tick that nobody made would be reported as work.
 */
export const newSession = query({
  permission: "outreach-sessions.create",
  input: z.object({}),
  run: async (tx, _, scope) => {
    const [last] = await tx.$queryRaw<Pick<SessionRecord, "place" | "channel">[]>(sql`
      SELECT place, channel::text FROM outreach_session
       WHERE created_by_id = ${scope.userId}::uuid AND deleted_at IS NULL AND app_is_gathering(channel) ${unitFilter(scope.reach === "all" ? null : scope.reach)}
       ORDER BY created_at DESC LIMIT 1`);
    return { topicItems: await listCodes(tx, "topic"), last };
  },
});

const mayOf = (scope: Scope) => ({
  update: may(scope, "outreach-sessions.update"),
  delete: may(scope, "outreach-sessions.delete"),
});
