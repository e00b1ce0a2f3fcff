import { may, type Scope } from "@/lib/core/access";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { keptForm } from "@/lib/core/kept-forms";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import { findUnit, type UnitOption } from "@/lib/units/queries";
import { unitRef } from "@/lib/units/rules";
import type { FindingResult, RuralLevel } from "@/prisma/client/enums";
import { levels } from "../catalog";
import { listSets, type SetRecord } from "../criteria/queries";
import type { Criterion } from "../criteria/rules";
import { listSteps, selvesOf } from "../queries";
import { criteriaSetOn, type Standing, standingOn } from "../rules";
import { type EvidenceFiles, filesOfEntries } from "./files/queries";
import { dossierDay, type Judged, leaves, nextStep, type Progress, programmeOf, progressOf } from "./rules";
import { dossierView, newFindingsView } from "./schema";

type Evidence = {
  /** Those recorded together by one document; null where nothing was found. */
  entryId: string | null;
  judgedOn: Day | null;
  documentNumber: string | null;
  documentDate: Day | null;
  note: string | null;
  /** Null when it is somebody outside the reader's reach, or without an account. */
  recordedBy: string | null;
};

/** A criterion with the finding that stands on the day, and the one after it that the city has not confirmed. */
export type JudgedCriterion = Judged & Evidence & { waitingId: string | null; waitingEntryId: string | null };

/** One finding of a unit's history, whether it still stands or not. */
export type FindingRecord = Evidence & {
  id: string;
  code: string;
  name: string;
  level: RuralLevel | null;
  result: FindingResult;
  recordedAt: Date;
  confirmed: boolean;
  stands: boolean;
  /** The last word on its criterion, not yet confirmed by the city. */
  waits: boolean;
  withdrawnReason: string | null;
  version: number;
};

/** The security criterion at the end of a year; null = no finding of that year. */
export type SecurityYear = Evidence & Pick<Judged, "result" | "confirmed" | "waits"> & { year: number };

export type Dossier = {
  unit: UnitOption & { ref: string };
  day: Day;
  /** The days it can be looked at: the unit's own, from the first of the set on. */
  first: Day;
  last: Day;
  /** The first day of its first self; null = not known. */
  since: Day | null;
  standing: Standing;
  sets: SetRecord[];
  set: SetRecord | undefined;
  /** The steps the set has criteria for; one without a name in a set for wards. */
  levels: RuralLevel[];
  level: RuralLevel | undefined;
  next: RuralLevel | undefined;
  progress: Progress<JudgedCriterion>;
  /** The findings of the set that wait for the city's word. */
  waiting: string[];
  security: SecurityYear[];
  history: FindingRecord[];
  /** What the findings shown rest on, by entry. */
  files: EvidenceFiles;
  may: { record: boolean; confirm: boolean; withdraw: boolean };
};

/** How many years the security criterion is shown for. */
const securityYears = 5;
const mostHistory = 100;

/** What was found of a commune or ward by the criteria of a step, on a day of its own. */
export const getDossier = query({
  permission: "rural-standard.findings.read",
  input: dossierView,
  run: async (tx, { ref, asOf, ...asked }, scope): Promise<Dossier> => {
    const unit = await findUnit(tx, scope, ref);
    const programme = programmeOf(unit.type);
    const sets = await listSets(tx, programme);
    const since = await firstDay(tx, unit);
    const last = dossierDay(unit, undefined, today());
    const day = dossierDay({ ...unit, validFrom: since }, asOf, today());
    const set =
      sets.find(({ key }) => key === asked.set) ??
      criteriaSetOn(sets, day) ??
      sets.findLast(({ from }) => from <= day);
    const standing = standingOn(await listSteps(tx, unit.id), day);
    const next = programme === "rural" ? nextStep(standing) : undefined;
    const level = programme === "rural" ? (asked.level ?? next ?? "exemplary") : undefined;
    const all = set ? await judgedCriteria(tx, unit.id, set.key, day) : [];
    const security = await securityByYear(tx, unit.id, programme === "rural" ? "standard" : null, day);
    const history = set ? await listFindings(tx, unit.id, set.key, level ?? null) : [];
    const entries = [
      ...[...all, ...security, ...history].map(({ entryId }) => entryId),
      ...all.map(({ waitingEntryId }) => waitingEntryId),
    ].filter((id) => id !== null);
    return {
      unit: { ...unit, ref: unitRef(unit) },
      day,
      first: set && (since ?? set.from) < set.from ? set.from : (since ?? set?.from ?? last),
      last,
      since,
      standing,
      sets,
      set,
      levels: levels.filter((one) => all.some((criterion) => criterion.level === one)),
      level,
      next,
      progress: progressOf(all.filter((one) => one.level === (level ?? null))),
      waiting: all.flatMap(({ waitingId }) => waitingId ?? []),
      security,
      history,
      files: await filesOfEntries(tx, entries),
      may: mayOf(scope, unit, set),
    };
  },
});

/** The first day of a unit's selves of its kind; null when it is not known. */
async function firstDay(tx: Tx, unit: UnitOption): Promise<Day | null> {
  const [row] = await tx.$queryRaw<{ since: Day | null }[]>(sql`
    SELECT CASE WHEN bool_and(valid_from IS NOT NULL) THEN min(valid_from)::text END AS since
      FROM unit WHERE id = ${selvesOf(sql`${unit.id}::int`)} AND (type = 'commune') = ${unit.type === "commune"}`);
  return row?.since ?? null;
}

function mayOf(scope: Scope, unit: UnitOption, set: SetRecord | undefined) {
  // The days of the unit and of the set must meet somewhere up to today.
  const meets =
    set !== undefined &&
    set.from <= (unit.validTo ?? today()) &&
    (set.until === null || unit.validFrom === null || unit.validFrom <= set.until);
  return {
    record: meets && may(scope, "rural-standard.findings.record"),
    confirm: may(scope, "rural-standard.findings.confirm"),
    withdraw: may(scope, "rural-standard.findings.withdraw"),
  };
}

/**
 * Every criterion of a set with the finding that stands on a day: the latest that the city confirmed, or else the latest
 * of the ward's; one after it that is not confirmed waits beside it. Those of earlier selves are a unit's own. A criterion
 * that was taken out was entered by mistake, before anybody was judged by it: it counts on no day.
 */
export const judgedCriteria = (tx: Tx, unitId: number, setKey: string, day: Day) =>
  tx.$queryRaw<JudgedCriterion[]>(sql`
    SELECT c.id, c.level::text, c.code, c.parent, c.name, c.commune_group AS "group", c.is_security AS "isSecurity",
           w.id AS "waitingId", w.entry_id AS "waitingEntryId", w.result::text AS waits, f.entry_id AS "entryId", f.result::text, f.judged_on::text AS "judgedOn", f.document_number AS "documentNumber",
           f.document_date::text AS "documentDate", f.note, f.confirmed_at IS NOT NULL AS confirmed, u.name AS "recordedBy"
      FROM criterion c
      LEFT JOIN LATERAL (
        SELECT * FROM criterion_finding f WHERE f.unit_id = ${selvesOf(sql`${unitId}::int`)} AND f.criterion_id = c.id AND f.judged_on <= ${day}::date
           AND f.withdrawn_at IS NULL ORDER BY ${standingFirst} LIMIT 1) f ON true
      LEFT JOIN LATERAL (
        SELECT * FROM criterion_finding f WHERE f.unit_id = ${selvesOf(sql`${unitId}::int`)} AND f.criterion_id = c.id AND f.judged_on <= ${day}::date
           AND f.withdrawn_at IS NULL ORDER BY ${latestFirst} LIMIT 1) w ON w.confirmed_at IS NULL
      LEFT JOIN app_user u ON u.id = f.recorded_by_id
     WHERE c.set_key = ${setKey} AND c.ended_on IS NULL
     ORDER BY c.level, c.position, c.commune_group NULLS FIRST`);

const latestFirst = sql`f.judged_on DESC, f.created_at DESC, f.id`;
const standingFirst = sql`f.confirmed_at IS NULL, ${latestFirst}`;

/** The security criterion by year up to a day: the finding of each year that stands, and the years without one. */
const securityByYear = (tx: Tx, unitId: number, level: RuralLevel | null, day: Day) =>
  tx.$queryRaw<SecurityYear[]>(sql`
    SELECT y.year, f.entry_id AS "entryId", f.result::text, f.judged_on::text AS "judgedOn", f.document_number AS "documentNumber", f.document_date::text AS "documentDate",
           f.note, f.confirmed_at IS NOT NULL AS confirmed, w.result::text AS waits, u.name AS "recordedBy"
      FROM generate_series(extract(year FROM ${day}::date)::int - ${securityYears - 1}::int, extract(year FROM ${day}::date)::int) AS y (year)
      LEFT JOIN LATERAL (${securityOf(unitId, level, day)} ORDER BY ${standingFirst} LIMIT 1) f ON true
      LEFT JOIN LATERAL (${securityOf(unitId, level, day)} ORDER BY ${latestFirst} LIMIT 1) w ON w.confirmed_at IS NULL
      LEFT JOIN app_user u ON u.id = f.recorded_by_id
     WHERE EXISTS (SELECT FROM unit n WHERE n.id = ${selvesOf(sql`${unitId}::int`)} AND (n.type = 'commune') = ${level !== null}
                      AND (n.valid_from IS NULL OR extract(year FROM n.valid_from) <= y.year))
     ORDER BY y.year DESC`);

const securityOf = (unitId: number, level: RuralLevel | null, day: Day) => sql`
  SELECT f.* FROM criterion_finding f JOIN criterion c ON c.id = f.criterion_id
   WHERE f.unit_id = ${selvesOf(sql`${unitId}::int`)} AND c.is_security AND c.level IS NOT DISTINCT FROM ${level}::rural_level AND f.withdrawn_at IS NULL
     AND f.judged_on BETWEEN make_date(y.year, 1, 1) AND least(make_date(y.year, 12, 31), ${day}::date)`;

/** The findings of a step as they were recorded, the latest first; what stands and what waits as in `judgedCriteria`. */
const listFindings = (tx: Tx, unitId: number, setKey: string, level: RuralLevel | null) =>
  tx.$queryRaw<FindingRecord[]>(sql`
    SELECT f.id, f.entry_id AS "entryId", c.code, c.name, c.level::text, f.result::text, f.judged_on::text AS "judgedOn", f.document_number AS "documentNumber",
           f.document_date::text AS "documentDate", f.note, f.created_at AS "recordedAt", f.confirmed_at IS NOT NULL AS confirmed,
           f.withdrawn_reason AS "withdrawnReason", f.version, u.name AS "recordedBy",
           f.withdrawn_at IS NULL AND row_number() OVER (PARTITION BY f.criterion_id, f.withdrawn_at IS NULL ORDER BY ${standingFirst}) = 1 AS stands,
           f.withdrawn_at IS NULL AND f.confirmed_at IS NULL
             AND row_number() OVER (PARTITION BY f.criterion_id, f.withdrawn_at IS NULL ORDER BY ${latestFirst}) = 1 AS waits
      FROM criterion_finding f JOIN criterion c ON c.id = f.criterion_id LEFT JOIN app_user u ON u.id = f.recorded_by_id
     WHERE f.unit_id = ${selvesOf(sql`${unitId}::int`)} AND c.set_key = ${setKey} AND c.level IS NOT DISTINCT FROM ${level}::rural_level
     ORDER BY f.created_at DESC, c.position LIMIT ${mostHistory}`);

/** The findings of some ids that wait for the city's word, of a unit or its earlier selves by one set. */
export const waitingFindings = (tx: Tx, unitId: number, setKey: string, ids: readonly string[]) =>
  tx.$queryRaw<{ code: string }[]>(sql`
    SELECT c.code FROM criterion_finding f JOIN criterion c ON c.id = f.criterion_id
     WHERE f.id = ANY (${[...ids]}::uuid[]) AND f.unit_id = ${selvesOf(sql`${unitId}::int`)} AND c.set_key = ${setKey}
       AND f.confirmed_at IS NULL AND f.withdrawn_at IS NULL
     ORDER BY c.level, c.position FOR UPDATE OF f`);

/** What the form of new findings offers: the criteria that are judged for a step, with where each stands. */
export const newFindings = query({
  permission: "rural-standard.findings.record",
  input: newFindingsView,
  run: async (tx, { ref, asOf, kept, ...asked }, scope) => {
    const unit = await findUnit(tx, scope, ref);
    const programme = programmeOf(unit.type);
    const sets = await listSets(tx, programme);
    const day = dossierDay(unit, asOf, today());
    const set = sets.find(({ key }) => key === asked.set) ?? criteriaSetOn(sets, day);
    const standing = standingOn(await listSteps(tx, unit.id), day);
    const level = programme === "rural" ? (asked.level ?? nextStep(standing) ?? "exemplary") : undefined;
    const criteria = set ? leaves(await judgedCriteria(tx, unit.id, set.key, day)) : [];
    return {
      unit: { ...unit, ref: unitRef(unit) },
      set,
      level,
      day,
      criteria: criteria.filter((one) => one.level === (level ?? null)),
      kept: await keptForm(tx, kept),
    };
  },
});

type FoundCriterion = Criterion & { setKey: string; judgedByParts: boolean };

/** The criteria of some ids, each with its set. */
export const findCriteria = (tx: Tx, ids: readonly string[]) =>
  tx.$queryRaw<FoundCriterion[]>(sql`
    SELECT c.id, c.level::text, c.code, c.parent, c.name, c.commune_group AS "group", c.is_security AS "isSecurity", c.set_key AS "setKey",
           EXISTS (SELECT FROM criterion p WHERE p.set_key = c.set_key AND p.level IS NOT DISTINCT FROM c.level AND p.parent = c.code AND p.ended_on IS NULL) AS "judgedByParts"
      FROM criterion c WHERE c.id = ANY (${[...ids]}::uuid[]) AND c.ended_on IS NULL ORDER BY c.position`);
