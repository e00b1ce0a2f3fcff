import * as z from "zod";
import { may, reaches, type Scope } from "@/lib/core/access";
import { filesOf } from "@/lib/core/attached-files";
import type { CodeItem } from "@/lib/core/code-labels";
import { listsOfCodes } from "@/lib/core/code-lists";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { day, unitId } from "@/lib/core/fields";
import { cutPage, pageSize, readCursor, writeCursor } from "@/lib/core/paging";
import { query } from "@/lib/core/query";
import { empty, holdsWords, join, type Sql, sql } from "@/lib/core/sql";
import { contextUnits, formUnits, type UnitOption, unitFilter, unitsInView } from "@/lib/units/queries";
import { type PartnerUnit, partnerUnits } from "@/lib/units/resolve/queries";
import type { Channel, Qualifier, SessionTag } from "@/prisma/client/enums";
import { type Guidance, gatherings, isGathering, type Language } from "./catalog";
import { cutSpan } from "./rules";
import { linkedTo, type SessionFilter, sessionFilter } from "./schema";

export type SessionRow = {
  id: string;
  heldOn: Day;
  place: string;
  channel: Channel;
  topics: string[];
  attendance: number | null;
  attendanceQualifier: Qualifier;
  quantity: number | null;
  title: string | null;
  unitName: string;
  /** The reader's unit took part; the host counts it (T16). */
  joint: boolean;
};

/** How often a channel was used, and how much of its own unit that was. */
export type BroadcastTotals = { channel: Channel; sessions: number; quantity: number; views: number };
export type SessionTotals = { sessions: number; attendances: number; atLeast: number; about: number };

const listedColumns = sql`
  s.id, s.held_on::text AS "heldOn", s.place, s.title, s.channel::text, s.topics, s.attendance,
  s.attendance_qualifier::text AS "attendanceQualifier", s.quantity`;

/** A page of sessions, newest first, with the totals of everything the filter finds. */
export const listSessions = query({
  permission: "outreach-sessions.list",
  input: sessionFilter,
  run: async (tx, filter, scope) => {
    const ids = await unitsInView(tx, scope, filter.context.unit, filter.context.boundary);
    const cursor = readCursor(filter.cursor);
    const { from, to } = filter.context.period;
    const after = cursor ? sql`AND (s.held_on, s.id) < (${cursor.key}::date, ${cursor.id}::uuid)` : empty;
    const page = (of: Sql, joint: boolean) => sql`(
      SELECT s.id, s.held_on, s.place, s.title, s.channel, s.topics, s.attendance, s.attendance_qualifier, s.quantity, s.unit_id, ${joint}::boolean AS joint
        FROM outreach_session s
       WHERE s.deleted_at IS NULL AND s.held_on BETWEEN ${from}::date AND ${to}::date ${of} ${narrowed(filter)} ${after}
       ORDER BY s.held_on DESC, s.id DESC LIMIT ${pageSize + 1})`;
    // Two ordered reads, each by its own index: what the units host, and what they took part in.
    const hosted = filter.kind === "joint" ? [] : [page(unitFilter(ids, sql`s.unit_id`), false)];
    const joined = ids === null ? [] : [page(tookPart(ids), true)];
    if (filter.kind === "joint" && ids === null) hosted.push(page(sql`AND s.co_unit_ids <> '{}'`, false));
    const found = await tx.$queryRaw<SessionRow[]>(sql`
      SELECT ${listedColumns}, s.joint, u.full_name AS "unitName"
        FROM (${join([...hosted, ...joined], " UNION ALL ")}) s JOIN unit u ON u.id = s.unit_id
       ORDER BY s.held_on DESC, s.id DESC LIMIT ${pageSize + 1}`);
    return {
      ...cutPage(found, (row) => writeCursor(row.heldOn, row.id)),
      totals: await totalsOf(tx, filter, ids),
      guided: filter.guided && (await guidedBy(tx, filter, filter.guided, ids)),
      broadcasts: asksBroadcasts(filter) ? await broadcastsOf(tx, filter, ids) : [],
      joint: ids === null && filter.kind !== "joint" ? 0 : await jointSessions(tx, from, to, ids),
      lists: await listsOfCodes(tx, ["topic", "audience"]),
      linked: await namesOf(tx, filter),
      units: await contextUnits(tx, scope, filter.context.boundary),
      may: { create: may(scope, "outreach-sessions.create") },
    };
  },
});

/** How many of the latest linked sessions stand on the page of a point or model. */
const mostLinked = 5;

/**
 * The latest sessions held with a point, or with any point of a model, in the period and units of the context, and
 * what all of them come to: the same rows and totals as the list narrowed to `point` or `model`.
 */
export const linkedSessions = query({
  permission: "outreach-sessions.list",
  input: linkedTo,
  run: async (tx, filter, scope) => {
    const ids = await unitsInView(tx, scope, filter.context.unit, filter.context.boundary);
    const { from, to } = filter.context.period;
    const rows = await tx.$queryRaw<SessionRow[]>(sql`
      SELECT ${listedColumns}, false AS joint, u.full_name AS "unitName"
        FROM outreach_session s JOIN unit u ON u.id = s.unit_id
       WHERE s.deleted_at IS NULL AND s.held_on BETWEEN ${from}::date AND ${to}::date ${unitFilter(ids, sql`s.unit_id`)} ${narrowed(filter)}
       ORDER BY s.held_on DESC, s.id DESC LIMIT ${mostLinked}`);
    return {
      rows,
      totals: await totalsOf(tx, filter, ids),
      may: { create: may(scope, "outreach-sessions.create") },
    };
  },
});

/** What the point and the model are called that a list is narrowed to; nothing of a point out of reach. */
async function namesOf(tx: Tx, { point, model }: SessionFilter): Promise<{ point?: string; model?: string }> {
  if (!point && !model) return {};
  const [row] = await tx.$queryRaw<{ point: string | null; model: string | null }[]>(sql`
    SELECT (SELECT m.name || ' – ' || p.site FROM model_point p JOIN security_model m ON m.id = p.model_id WHERE p.id = ${point ?? null}::uuid) AS point,
           (SELECT name FROM security_model WHERE id = ${model ?? null}::uuid) AS model`);
  return { point: row?.point ?? undefined, model: row?.model ?? undefined };
}

async function totalsOf(
  tx: Tx,
  filter: SessionFilter,
  ids: readonly number[] | null,
): Promise<SessionTotals> {
  const [totals] = await tx.$queryRaw<SessionTotals[]>(sql`
    SELECT coalesce(sum(sessions), 0)::int AS sessions, coalesce(sum(attendances), 0)::float8 AS attendances,
           coalesce(sum(at_least), 0)::int AS "atLeast", coalesce(sum(about), 0)::int AS about
      FROM (${filteredFacts(filter, ids)}) f
     WHERE channel::text IN (${join([...gatherings])}) ${filter.channel ? sql`AND channel = ${filter.channel}::channel` : empty}
       ${filter.kind === "broadcast" || filter.kind === "joint" ? sql`AND FALSE` : empty}`);
  return totals ?? { sessions: 0, attendances: 0, atLeast: 0, about: 0 };
}

const asksBroadcasts = ({ kind, channel }: SessionFilter) =>
  channel ? !isGathering(channel) && kind !== "gathering" && kind !== "joint" : kind === "broadcast";

/** Each channel with a unit of its own by itself, never added (T8). */
async function broadcastsOf(
  tx: Tx,
  filter: SessionFilter,
  ids: readonly number[] | null,
): Promise<BroadcastTotals[]> {
  const { channel } = filter;
  const found = await tx.$queryRaw<BroadcastTotals[]>(sql`
    SELECT channel::text, sum(sessions)::int AS sessions, sum(quantity)::float8 AS quantity, sum(views)::float8 AS views
      FROM (${filteredFacts(filter, ids)}) f
     WHERE NOT app_is_gathering(channel) ${channel ? sql`AND channel = ${channel}::channel` : empty}
     GROUP BY f.channel HAVING sum(sessions) > 0 ORDER BY f.channel`);
  return found.length === 0 && channel ? [{ channel, sessions: 0, quantity: 0, views: 0 }] : found;
}

const guidedColumns: Record<Guidance, Sql> = {
  vneid: sql`s.vneid_guided`,
  levelTwo: sql`s.level_two_guided`,
  onlineService: sql`s.online_service_guided`,
  weapons: sql`s.weapons_handed_in`,
  pledges: sql`s.pledges`,
};

/** How many of one kind of guidance the filter's gatherings gave. */
async function guidedBy(tx: Tx, filter: SessionFilter, kind: Guidance, ids: readonly number[] | null) {
  const { from, to } = filter.context.period;
  const [row] = await tx.$queryRaw<{ count: number }[]>(sql`
    SELECT coalesce(sum(${guidedColumns[kind]}), 0)::float8 AS count FROM outreach_session s
     WHERE s.deleted_at IS NULL AND s.held_on BETWEEN ${from}::date AND ${to}::date AND app_is_gathering(s.channel) ${unitFilter(ids, sql`s.unit_id`)} ${narrowed(filter)}`);
  return row?.count ?? 0;
}

/** Counts from the rollups; from the rows only when the filter asks what rollups do not know. */
function filteredFacts(filter: SessionFilter, ids: readonly number[] | null): Sql {
  const { from, to } = filter.context.period;
  return filter.q ||
    filter.topic ||
    filter.audience ||
    filter.language ||
    filter.guided ||
    filter.point ||
    filter.model
    ? sql`SELECT s.unit_id, s.channel, 1 AS sessions, coalesce(s.attendance, 0) AS attendances, coalesce(s.quantity, 0) AS quantity, coalesce(s.views, 0) AS views,
                 (s.attendance_qualifier = 'at_least')::int AS at_least, (s.attendance_qualifier = 'about')::int AS about
            FROM outreach_session s WHERE s.deleted_at IS NULL AND s.held_on BETWEEN ${from}::date AND ${to}::date ${unitFilter(ids, sql`s.unit_id`)} ${narrowed(filter)}`
    : sessionFacts(from, to, ids);
}

/** Sessions of other units in which one of these took part. */
const tookPart = (ids: readonly number[]) =>
  sql`AND s.co_unit_ids <> '{}' AND s.co_unit_ids && ${[...ids]}::int[] AND NOT s.unit_id = ANY (${[...ids]}::int[])`;

/** How many gatherings of others the units took part in, of the whole city how many had partners: a column of its own, never part of a total (T16). */
async function jointSessions(tx: Tx, from: Day, to: Day, ids: readonly number[] | null): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>(
    sql`SELECT count(*)::int AS count FROM outreach_session s WHERE s.deleted_at IS NULL AND s.held_on BETWEEN ${from}::date AND ${to}::date AND app_is_gathering(s.channel) ${ids ? tookPart(ids) : sql`AND s.co_unit_ids <> '{}'`}`,
  );
  return row?.count ?? 0;
}

function narrowed(filter: SessionFilter): Sql {
  const { kind, channel, topic, audience, language, guided, point, model, q } = filter;
  const parts: Sql[] = [];
  if (audience) parts.push(sql`AND ${audience} = ANY (s.audiences)`);
  if (language) parts.push(sql`AND ${language} = ANY (s.languages)`);
  if (guided) parts.push(sql`AND ${guidedColumns[guided]} > 0`);
  if (point) parts.push(sql`AND ${point}::uuid = ANY (s.point_ids) AND s.point_ids <> '{}'`);
  if (model)
    parts.push(sql`AND s.point_ids <> '{}' AND s.point_ids && ${pointsOf(model, filter.context.asOf)}`);
  if (kind && kind !== "joint") parts.push(sql`AND app_is_gathering(s.channel) = ${kind === "gathering"}`);
  if (channel) parts.push(sql`AND s.channel = ${channel}::channel`);
  if (topic) parts.push(sql`AND ${topic} = ANY (s.topics)`);
  if (q) parts.push(sql`AND ${holdsWords(sql`app_fold(concat_ws(' ', s.title, s.place, s.note))`, q)}`);
  return parts.length ? join(parts, " ") : empty;
}

/** The points of a model in reach, with those of models that had been merged into it by a day. */
const pointsOf = (model: string, asOf: Day) => sql`ARRAY(
  SELECT p.id FROM app_models_on(${asOf}::date) o JOIN model_point p ON p.model_id = o.model_id WHERE o.current_id = ${model}::uuid)`;

/**
 * Every count of a span as rows (unit, atom, channel, sums): whole half-month atoms from the rollups,
 * ragged ends from the rows. A calendar or 15→14 period never touches the rows.
 */
export function sessionFacts(from: Day, to: Day, ids: readonly number[] | null): Sql {
  const { atoms, ragged } = cutSpan(from, to);
  const rows = ragged.map(
    (span) => sql`
      UNION ALL
      SELECT unit_id, app_atom(held_on), channel, 1, coalesce(attendance, 0), coalesce(quantity, 0), coalesce(views, 0),
             (attendance_qualifier = 'at_least')::int, (attendance_qualifier = 'about')::int, coalesce(vneid_guided, 0), coalesce(level_two_guided, 0),
             coalesce(online_service_guided, 0), coalesce(weapons_handed_in, 0), coalesce(pledges, 0)
        FROM outreach_session
       WHERE deleted_at IS NULL AND held_on BETWEEN ${span.from}::date AND ${span.to}::date ${unitFilter(ids)}`,
  );
  return sql`
    SELECT unit_id, atom AS at, channel, sessions, attendances, quantity, views, at_least, about,
           vneid_guided, level_two_guided, online_service_guided, weapons_handed_in, pledges
      FROM session_rollup_channel
     WHERE atom >= ${atoms.from}::date AND atom < ${atoms.until}::date ${unitFilter(ids)}
    ${rows.length ? join(rows, " ") : empty}`;
}

/**
 * Counts of gatherings by tag over a span as rows (unit, atom, tag, code, sums): a session once under each of its
 * topics, audiences, languages; "joint" rows stand with every unit that took part, their code says with whom.
 */
export function tagFacts(
  from: Day,
  to: Day,
  ids: readonly number[] | null,
  tags: readonly SessionTag[],
): Sql {
  const { atoms, ragged } = cutSpan(from, to);
  const wanted = sql`${[...tags]}::session_tag[]`;
  const rows = ragged.map(
    (span) => sql`
      UNION ALL
      SELECT t.of_unit, app_atom(s.held_on), t.tag, t.code, 1, coalesce(s.attendance, 0),
             (s.attendance_qualifier = 'at_least')::int, (s.attendance_qualifier = 'about')::int
        FROM outreach_session s CROSS JOIN LATERAL app_session_tags(s.unit_id, s.topics, s.audiences, s.languages, s.co_unit_ids) t
       WHERE s.deleted_at IS NULL AND app_is_gathering(s.channel) AND s.held_on BETWEEN ${span.from}::date AND ${span.to}::date
         AND t.tag = ANY (${wanted}) ${unitFilter(ids, sql`t.of_unit`)}`,
  );
  return sql`
    SELECT unit_id, atom AS at, tag, code, sessions, attendances, at_least, about FROM session_rollup_tag
     WHERE tag = ANY (${wanted}) AND atom >= ${atoms.from}::date AND atom < ${atoms.until}::date ${unitFilter(ids)}
    ${rows.length ? join(rows, " ") : empty}`;
}

/** A point a session can be linked with. */
export type LinkedPoint = { id: string; site: string; model: string };

export type SessionRecord = SessionRow & {
  unitId: number;
  vneidGuided: number | null;
  levelTwoGuided: number | null;
  onlineServiceGuided: number | null;
  weaponsHandedIn: number | null;
  pledges: number | null;
  views: number | null;
  presenters: string | null;
  languages: Language[];
  audiences: string[];
  coUnitIds: number[];
  coAgencies: string[];
  pointIds: string[];
  event: string | null;
  directives: string[];
  notDuplicateOf: string[];
  note: string | null;
  partners: { id: number; fullName: string }[];
  points: LinkedPoint[];
  recordedBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
};

const recordColumns = sql`
  s.id, s.unit_id AS "unitId", s.held_on::text AS "heldOn", s.place, s.title, s.channel::text, s.topics, s.attendance,
  s.attendance_qualifier::text AS "attendanceQualifier", s.quantity, s.views, s.vneid_guided AS "vneidGuided", s.level_two_guided AS "levelTwoGuided",
  s.online_service_guided AS "onlineServiceGuided", s.weapons_handed_in AS "weaponsHandedIn", s.pledges, s.presenters, s.languages, s.audiences,
  s.co_unit_ids AS "coUnitIds", s.co_agencies AS "coAgencies", s.point_ids AS "pointIds", s.event, s.directives,
  s.not_duplicate_of AS "notDuplicateOf", s.note, s.version, s.created_at AS "createdAt", s.updated_at AS "updatedAt"`;

const recordLists = ["topic", "audience", "force", "event", "directive"] as const;

/** One session with what the actor may do to it; a unit that took part only reads it. */
export const getSession = query({
  permission: "outreach-sessions.read",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }, scope) => {
    const session = await findSession(tx, id);
    const own = reaches(scope, session.unitId);
    return {
      ...session,
      joint: !own,
      lists: await listsOfCodes(tx, recordLists),
      files: await filesOf(tx, { sessionId: id }),
      may: {
        update: own && may(scope, "outreach-sessions.update"),
        delete: own && may(scope, "outreach-sessions.delete"),
        addFiles: own && may(scope, "outreach-sessions.files.add"),
        keepTemplate: may(scope, "outreach-sessions.templates.create"),
        removeFiles: own && may(scope, "outreach-sessions.files.remove"),
      },
    };
  },
});

/** One session for its form, open only to those who may change it. */
export const editSession = query({
  permission: "outreach-sessions.update",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }, scope) => {
    const session = await findSession(tx, id);
    if (!reaches(scope, session.unitId)) throw new AppError("not-found");
    return { session, book: await bookOf(tx, scope, session) };
  },
});

/** The session of an id, with the names of what it refers to; not found when deleted or out of reach. */
export async function findSession(tx: Tx, id: string): Promise<SessionRecord> {
  const [row] = await tx.$queryRaw<SessionRecord[]>(sql`
    SELECT ${recordColumns}, u.full_name AS "unitName", c.name AS "recordedBy", false AS joint,
           coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'fullName', p.full_name) ORDER BY p.full_name) FROM unit p WHERE p.id = ANY (s.co_unit_ids)), '[]') AS partners,
           coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'site', p.site, 'model', m.name) ORDER BY m.name)
                       FROM model_point p JOIN security_model m ON m.id = p.model_id WHERE p.id = ANY (s.point_ids)), '[]') AS points
      FROM outreach_session s JOIN unit u ON u.id = s.unit_id LEFT JOIN app_user c ON c.id = s.created_by_id
     WHERE s.id = ${id}::uuid AND s.deleted_at IS NULL`);
  if (!row) throw new AppError("not-found");
  return row;
}

export type LookAlike = { id: string; label: string; detail: string };

/**
 * Sessions of the same unit and day that this one may be a second entry of: the same channel at the same or
 * nearly the same place, or nearly the same title. What was once decided to be another session is not shown again.
 */
export const lookAlikes = (
  tx: Tx,
  session: { id: string; unitId: number; heldOn: Day; place: string; title?: string; channel: string },
) =>
  tx.$queryRaw<LookAlike[]>(sql`
    SELECT s.id, coalesce(s.title, s.place) AS label,
           concat_ws(' · ', to_char(s.held_on, 'DD/MM/YYYY'), CASE WHEN s.title IS NOT NULL THEN s.place END, coalesce(s.attendance, s.quantity)::text, c.name) AS detail
      FROM outreach_session s LEFT JOIN app_user c ON c.id = s.created_by_id
     WHERE s.deleted_at IS NULL AND s.unit_id = ${session.unitId} AND s.held_on = ${session.heldOn}::date AND s.id <> ${session.id}::uuid
       AND NOT ${session.id}::uuid = ANY (s.not_duplicate_of)
       AND NOT s.id = ANY (coalesce((SELECT o.not_duplicate_of FROM outreach_session o WHERE o.id = ${session.id}::uuid), '{}'))
       AND (s.channel = ${session.channel}::channel AND similarity(app_fold(s.place), app_fold(${session.place})) >= 0.7
         OR similarity(app_fold(s.title), app_fold(${session.title ?? ""})) >= 0.6)
     ORDER BY s.created_at DESC LIMIT 5`);

export type SessionTemplateRow = {
  id: string;
  name: string;
  own: boolean;
  place: string | null;
  channel: Channel;
  topics: string[];
  audiences: string[];
  languages: Language[];
  presenters: string | null;
};

/** Everything a session's form offers an actor; the device keeps it for the days without signal. */
export type SessionBook = {
  lists: Record<(typeof recordLists)[number], CodeItem[]>;
  /** Units the actor may log for, today's first. */
  units: UnitOption[];
  /** Units that can take part, of every day: a session is held together with units of its own day (T16). */
  partners: PartnerUnit[];
  points: LinkedPoint[];
  /** Points are offered for the unit that is chosen: who reaches the whole city is not shown all of them. */
  pointsByUnit: boolean;
  templates: SessionTemplateRow[];
  /** The unit that a new session starts from: one that was asked for, or that of a point. */
  startUnit?: number;
  /** The officer's last session of any channel: what seldom changes of it, and all but its counts for "once more". */
  last?: Partial<SessionRecord>;
  recent: { topics: string[]; places: string[] };
};

/**
 * What a new session's form starts from. Topics are not carried over from the last session: a tick that nobody
 * made would be reported as work; they only stand first.
 */
export const newSession = query({
  permission: "outreach-sessions.create",
  input: z.object({
    point: z.uuid().optional().catch(undefined),
    unit: unitId().optional().catch(undefined),
  }),
  run: async (tx, { point, unit }, scope) => {
    if (!point && !(unit && reaches(scope, unit))) return bookOf(tx, scope);
    const [found] = await tx.$queryRaw<(LinkedPoint & { unitId: number })[]>(sql`
      SELECT p.id, p.site, m.name AS model, o.current_id AS "unitId"
        FROM model_point p JOIN security_model m ON m.id = p.model_id JOIN app_units_on(${today()}::date) o ON o.unit_id = p.unit_id
       WHERE p.id = ${point ?? null}::uuid`);
    const { unitId: startUnit = unit, ...start } = found ?? {};
    const points = found ? [start as LinkedPoint] : [];
    return { ...(await bookOf(tx, scope, { unitId: startUnit, points })), startUnit };
  },
});

/** The points of a unit and of those it carries on that run on a day; nothing of a unit out of reach. */
export const pointsToLink = query({
  permission: "outreach-sessions.create",
  input: z.object({ unit: unitId(), day: day().catch(() => today()) }),
  run: (tx, { unit, day: on }) =>
    tx.$queryRaw<LinkedPoint[]>(sql`
      SELECT p.id, p.site, m.name AS model FROM model_point p JOIN security_model m ON m.id = p.model_id
       WHERE ${runningIn(sql`${unit}::int`, on)} ORDER BY m.name, p.site LIMIT ${mostPoints}`),
});

const mostPoints = 300;
const runningIn = (unit: Sql, on: Day): Sql =>
  sql`p.unit_id = ANY (app_line(${unit})) AND p.started_on <= ${on}::date AND (p.ended_on IS NULL OR p.ended_on > ${on}::date)`;

type About = { unitId?: number; heldOn?: Day; points: LinkedPoint[] };

/**
 * Everything the form of a session or a plan offers an actor. A ward is offered its points; the city those that run
 * in the unit the form is about, or opens with.
 */
export async function bookOf(
  tx: Tx,
  scope: Scope,
  { unitId: about, heldOn, points: linked }: About = { points: [] },
): Promise<SessionBook> {
  const pointsByUnit = scope.reach === "all";
  const reach = scope.reach === "all" ? null : scope.reach;
  const offered = pointsByUnit
    ? runningIn(sql`coalesce(${about ?? null}::int, (SELECT "unitId" FROM latest))`, heldOn ?? today())
    : sql`p.status <> 'ended' ${unitFilter(reach, sql`p.unit_id`)}`;
  const [row] = (await tx.$queryRaw(sql`
    WITH recent AS MATERIALIZED (
           SELECT * FROM outreach_session s WHERE created_by_id = ${scope.userId}::uuid AND deleted_at IS NULL ${unitFilter(reach)} ORDER BY created_at DESC LIMIT 60),
         carried AS MATERIALIZED (SELECT * FROM app_units_on(${today()}::date)),
         -- Host and partners as the units that go on today: the new session is of today until it says another day.
         latest AS (
           SELECT place, title, channel, topics, presenters, languages, audiences, co_agencies AS "coAgencies", h.current_id AS "unitId",
                  ARRAY(SELECT DISTINCT c.current_id FROM carried c WHERE c.unit_id = ANY (r.co_unit_ids) AND c.current_id <> h.current_id) AS "coUnitIds"
             FROM recent r JOIN carried h ON h.unit_id = r.unit_id ORDER BY created_at DESC LIMIT 1)
    SELECT jsonb_build_object(
      'last', (SELECT to_jsonb(l) FROM latest l),
      'recent', jsonb_build_object(
        'topics', (SELECT coalesce(jsonb_agg(topic), '[]') FROM (SELECT topic FROM recent, unnest(topics) topic GROUP BY 1 ORDER BY count(*) DESC, max(created_at) DESC LIMIT 6) t),
        'places', (SELECT coalesce(jsonb_agg(place), '[]') FROM (SELECT place FROM recent GROUP BY 1 ORDER BY max(created_at) DESC LIMIT 12) p)),
      'templates', (SELECT coalesce(jsonb_agg(t), '[]') FROM (
         SELECT id, name, unit_id IS NOT NULL AS own, place, channel, topics, audiences, languages, presenters FROM session_template
          WHERE removed_at IS NULL ORDER BY unit_id NULLS LAST, name) t),
      'points', (SELECT coalesce(jsonb_agg(p), '[]') FROM (
         SELECT p.id, p.site, m.name AS model FROM model_point p JOIN security_model m ON m.id = p.model_id
          WHERE ${offered} ORDER BY m.name, p.site LIMIT ${mostPoints}) p)
    ) AS book`)) as [{ book: Omit<SessionBook, "lists" | "units" | "partners" | "pointsByUnit"> }];
  const { last, points, ...book } = row.book;
  const shown = new Map([...linked, ...points].map((point) => [point.id, point]));
  return {
    ...book,
    last: last ?? undefined,
    points: [...shown.values()],
    pointsByUnit,
    lists: await listsOfCodes(tx, recordLists),
    units: await formUnits(tx, scope),
    partners: await partnerUnits(tx, scope),
  };
}
