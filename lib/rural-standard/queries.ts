import * as z from "zod";
import { may, type Scope } from "@/lib/core/access";
import { type Day, earlier, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { cutPage, pageSize } from "@/lib/core/paging";
import { query } from "@/lib/core/query";
import { holdsWords, join, type Sql, sql } from "@/lib/core/sql";
import {
  contextUnits,
  findUnit,
  type UnitOption,
  unitById,
  unitFilter,
  unitsInView,
} from "@/lib/units/queries";
import { isDissolved, unitRef } from "@/lib/units/rules";
import type { RuralLevel } from "@/prisma/client/enums";
import { type Base, firstCurrentDay, lastFormerDay } from "./catalog";
import { listSets } from "./criteria/queries";
import {
  type Cumulative,
  criteriaSetOn,
  nextLevels,
  type RuralLadder,
  revocationFault,
  type Standing,
  type Step,
  standingOn,
  withExclusive,
} from "./rules";
import { communeFilter, communeRef, type LevelFilter } from "./schema";

/** "Itself or an earlier self of it", for a comparison of a row's unit with a unit. */
export const selvesOf = (unit: Sql): Sql => sql`ANY ((SELECT app_self(${unit}))::int[])`;

export type View = {
  /** The units in view (`unitsInView`); null = every unit. */
  ids: readonly number[] | null;
  asOf: Day;
  base?: Base;
};

/** The ladder of the communes in view on a day: cumulative counts, exclusive counts in `only`, and what they are shares of. */
export async function ruralLadder(tx: Tx, scope: Scope, view: View): Promise<RuralLadder> {
  const [counts] = await tx.$queryRaw<(Cumulative & { base: number })[]>(sql`
    SELECT count(*)::int AS base,
           count(*) FILTER (WHERE standing >= 'standard')::int AS standard,
           count(*) FILTER (WHERE standing >= 'advanced')::int AS advanced,
           count(*) FILTER (WHERE standing >= 'exemplary')::int AS exemplary
      FROM (${standings(scope, view)}) c`);
  return withExclusive(counts ?? { base: 0, standard: 0, advanced: 0, exemplary: 0 });
}

/**
 * Each commune of the base with where it stands on the day (NULL = no step) and the day it reached each step:
 * the highest step whose lower steps all stand. A step counts from the day it is valid until the day before it is taken back;
 * a commune that goes on under another name or within other bounds keeps the steps of its earlier selves.
 */
export function standings(scope: Scope, view: View): Sql {
  const { ids, asOf, base = "former" } = view;
  return standingsOn(scope, { ids, base }, sql`${asOf}::date`, sql`${baseDay(base, asOf)}::date`);
}

/** The same on a day that the statement itself knows, of the communes in force on another, or of all there ever were. */
export function standingsOn(
  scope: Scope,
  { ids }: Pick<View, "ids" | "base">,
  day: Sql,
  inForceOn?: Sql,
): Sql {
  const units = ids ?? (scope.reach === "all" ? null : scope.reach);
  const inForce = inForceOn
    ? sql`AND (u.valid_from IS NULL OR u.valid_from <= ${inForceOn}) AND (u.valid_to IS NULL OR u.valid_to >= ${inForceOn})`
    : sql``;
  return sql`
    SELECT u.id, s.standard, s.advanced, s.exemplary,
           CASE WHEN s.standard IS NULL THEN NULL WHEN s.advanced IS NULL THEN 'standard'
                WHEN s.exemplary IS NULL THEN 'advanced' ELSE 'exemplary' END::rural_level AS standing
      FROM unit u
      LEFT JOIN (
        SELECT e.unit_id, min(r.valid_from) FILTER (WHERE r.level = 'standard') AS standard,
               min(r.valid_from) FILTER (WHERE r.level = 'advanced') AS advanced, min(r.valid_from) FILTER (WHERE r.level = 'exemplary') AS exemplary
          FROM app_selves() e JOIN rural_recognition r ON r.unit_id = e.self_id
         WHERE r.valid_from <= ${day} AND (r.revoked_on IS NULL OR r.revoked_on > ${day})
         GROUP BY e.unit_id) s ON s.unit_id = u.id
     WHERE u.type = 'commune' ${inForce}
           ${unitFilter(units, sql`u.id`)}`;
}

/** The day whose communes are the base (T2): 30/06/2025 whatever the day asked about, or that day itself since 01/07/2025. */
export const baseDay = (base: Base, asOf: Day): Day =>
  base === "former" ? lastFormerDay : asOf < firstCurrentDay ? firstCurrentDay : asOf;

export type CommuneRow = {
  ref: string;
  /** Dissolved since: one of the 167, not of today's communes. */
  former: boolean;
  fullName: string;
  district: string | null;
  province: string;
  standing: Standing;
  /** The day of each step that stands; null when it does not. */
  standard: Day | null;
  advanced: Day | null;
  exemplary: Day | null;
  /** The unit that carries the commune's rows today, when it is another one. */
  currentName: string | null;
};

type FoundCommune = Omit<CommuneRow, "ref" | "former"> & { id: number; code: string; validTo: Day | null };

/** The ladder of the communes in view, and a page of those that the filter leaves. */
export const listCommunes = query({
  permission: "rural-standard.list",
  input: communeFilter,
  run: async (tx, { context, base = "former", q, level, province, district, after }, scope) => {
    const view = {
      ids: await unitsInView(tx, scope, context.unit, context.boundary),
      asOf: context.asOf,
      base,
    };
    const narrowed = [sql`TRUE`];
    if (level) narrowed.push(levelConditions[level]);
    if (province) narrowed.push(sql`"provinceCode" = ${province}`);
    if (district) narrowed.push(sql`"districtCode" = ${district}`);
    if (q) narrowed.push(holdsWords(sql`app_fold(concat_ws(' ', "fullName", district, "currentName"))`, q));
    const order =
      context.boundary === "historical"
        ? sql`"provinceCode", district COLLATE "vi-x-icu"`
        : sql`"currentName" COLLATE "vi-x-icu"`;
    const found = await tx.$queryRaw<(FoundCommune & { total: number })[]>(sql`
      WITH named AS (
        SELECT c.id, u.code, u.valid_to::text AS "validTo", u.full_name AS "fullName", u.district_name AS district, u.district_code AS "districtCode", c.standing,
               c.standard::text, c.advanced::text, c.exemplary::text, p.code AS "provinceCode", p.name AS province,
               CASE WHEN o.current_id <> c.id THEN n.full_name END AS "currentName"
          FROM (${standings(scope, view)}) c JOIN unit u ON u.id = c.id
          LEFT JOIN app_units_on(${today()}::date) o ON o.unit_id = c.id LEFT JOIN unit n ON n.id = o.current_id
          CROSS JOIN LATERAL (${provinceIn(base)}) p),
      placed AS (
        SELECT named.*, row_number() OVER (ORDER BY ${order}, "fullName" COLLATE "vi-x-icu", id) AS place, count(*) OVER ()::int AS total
          FROM named WHERE ${join(narrowed, " AND ")})
      SELECT id, code, "validTo", "fullName", district, province, coalesce(standing::text, 'none') AS standing, standard, advanced, exemplary, "currentName", total
        FROM placed WHERE place > coalesce((SELECT place FROM placed WHERE id = ${Number(after ?? 0)}), 0) ORDER BY place LIMIT ${pageSize + 1}`);
    const page = cutPage(found, (row) => String(row.id));
    return {
      rows: page.rows.map(communeRow),
      next: page.next,
      total: found[0]?.total ?? 0,
      ladder: await ruralLadder(tx, scope, view),
      provinces: await listFormerProvinces(tx),
      districts: district ? await listDistricts(tx, district) : [],
      units: await contextUnits(tx, scope, context.boundary),
      may: { recognize: may(scope, "rural-standard.recognize") },
    };
  },
});

const levelConditions: Record<LevelFilter, Sql> = {
  standard: sql`standing >= 'standard'`,
  advanced: sql`standing >= 'advanced'`,
  exemplary: sql`standing = 'exemplary'`,
  none: sql`standing IS NULL`,
  "only-standard": sql`standing = 'standard'`,
  "only-advanced": sql`standing = 'advanced'`,
};

/** The former province of a commune `u`, by the base it is counted in. */
export const provinceIn = (base: Base): Sql => (base === "former" ? ownProvince : formerProvince);

const ownProvince = sql`SELECT u.province_code AS code, u.province_name AS name`;

// A unit of today carries the province of the units that it, or its first self, was formed from.
const formerProvince = sql`
  SELECT coalesce(min(f.province_code), u.province_code) AS code, coalesce(min(f.province_name), u.province_name) AS name
    FROM unit_succession e JOIN unit f ON f.id = e.predecessor_id
   WHERE e.successor_id = ${selvesOf(sql`u.id`)} AND f.valid_to <= ${lastFormerDay}::date`;

const communeRow = ({ id: _, code, validTo, ...row }: FoundCommune): CommuneRow => ({
  ref: unitRef({ code, validTo }),
  former: isDissolved({ validTo }),
  fullName: row.fullName,
  district: row.district,
  province: row.province,
  standing: row.standing,
  standard: row.standard,
  advanced: row.advanced,
  exemplary: row.exemplary,
  currentName: row.currentName,
});

const listFormerProvinces = (tx: Tx) =>
  tx.$queryRaw<{ code: string; name: string }[]>(sql`
    SELECT DISTINCT province_code AS code, province_name AS name FROM unit WHERE valid_to = ${lastFormerDay}::date AND province_code IS NOT NULL ORDER BY 1`);

const listDistricts = (tx: Tx, code: string) =>
  tx.$queryRaw<{ code: string; name: string }[]>(sql`
    SELECT DISTINCT district_code AS code, district_name AS name FROM unit WHERE district_code = ${code} AND valid_to = ${lastFormerDay}::date`);

export type StepRecord = Step & {
  id: string;
  /** The texts that set the criteria. */
  citation: string | null;
  decisionNumber: string;
  revokedReason: string | null;
  version: number;
  mayRevoke: boolean;
};

export type CommuneRecord = {
  unit: UnitOption & { ref: string };
  standing: Standing;
  steps: StepRecord[];
  /** The day up to which a decision can name this commune: today, or its last day. */
  decidableOn: Day;
  next: RuralLevel[];
  /** The set of criteria in force on that day. */
  setKey: string | undefined;
  current: { ref: string; fullName: string } | null;
  /** The communes of 30/06/2025 whose rows this unit carries today, with where they stood. */
  parts: CommuneRow[];
  may: { recognize: boolean };
};

/** A commune's dossier; a unit that never was a commune has one only when it carries on former communes (T6). */
export const getCommune = query({
  permission: "rural-standard.read",
  input: z.object({ ref: communeRef }),
  run: async (tx, { ref }, scope): Promise<CommuneRecord> => {
    const unit = await findUnit(tx, scope, ref);
    const all = await wholeLadder(tx, unit.id);
    const own = new Set((await listSteps(tx, unit.id)).map(({ id }) => id));
    const steps = all.filter(({ id }) => own.has(id));
    const decidableOn = earlier(unit.validTo ?? today(), today());
    const sets = await listSets(tx, "rural");
    const parts = await listParts(tx, scope, unit.id);
    if (unit.type !== "commune" && parts.length === 0) throw new AppError("not-found");
    const revocable = may(scope, "rural-standard.revoke");
    return {
      unit: { ...unit, ref: unitRef(unit) },
      standing: standingOn(steps, today()),
      steps: steps.map((step) => ({
        ...step,
        mayRevoke: revocable && step.revokedOn === null && revocationFault(all, step, today()) === undefined,
      })),
      decidableOn,
      next: nextLevels(unit, all, decidableOn, sets),
      setKey: criteriaSetOn(sets, decidableOn)?.key,
      current: await findCarrier(tx, unit.id),
      parts,
      may: { recognize: may(scope, "rural-standard.recognize") && unit.type === "commune" },
    };
  },
});

type StoredStep = Omit<StepRecord, "mayRevoke">;

/** Every step a commune or an earlier self of it was ever granted, oldest first; none while it is no commune. */
export const listSteps = (tx: Tx, unitId: number) =>
  stepsOf(
    tx,
    sql`r.unit_id = ${selvesOf(sql`${unitId}::int`)} AND EXISTS (SELECT FROM unit u WHERE u.id = ${unitId} AND u.type = 'commune')`,
  );

/** The steps of a commune with those of its later selves, which stand on one another (T1). */
export const wholeLadder = (tx: Tx, unitId: number) =>
  stepsOf(tx, sql`r.unit_id = ANY ((SELECT app_all_selves(${unitId}::int))::int[])`);

const stepsOf = (tx: Tx, whose: Sql) =>
  tx.$queryRaw<StoredStep[]>(sql`
    SELECT r.id, r.level::text, r.criteria_set AS "criteriaSet", r.decision_number AS "decisionNumber", r.decision_date::text AS "decisionDate",
           r.valid_from::text AS "validFrom", r.revoked_on::text AS "revokedOn", r.revoked_reason AS "revokedReason", r.version, s.citation
      FROM rural_recognition r LEFT JOIN criteria_set s ON s.key = r.criteria_set WHERE ${whose} ORDER BY r.valid_from, r.level, r.id`);

/** The commune a step was granted to; not found out of reach. */
export async function unitOfStep(tx: Tx, id: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ unitId: number }[]>(
    sql`SELECT unit_id AS "unitId" FROM rural_recognition WHERE id = ${id}::uuid`,
  );
  if (!row) throw new AppError("not-found");
  return row.unitId;
}

/** The unit as it is today, or was last: its latest self of the same kind, which its dossier is kept under. */
export async function latestSelf(tx: Tx, scope: Scope, unit: UnitOption): Promise<UnitOption> {
  const [row] = await tx.$queryRaw<{ id: number }[]>(sql`
    SELECT u.id FROM app_selves() s JOIN unit u ON u.id = s.unit_id
     WHERE s.self_id = ${unit.id} AND (u.type = 'commune') = ${unit.type === "commune"} AND (u.valid_from IS NULL OR u.valid_from <= ${today()}::date)
     ORDER BY u.valid_from DESC NULLS LAST LIMIT 1`);
  return row && row.id !== unit.id ? unitById(tx, scope, row.id) : unit;
}

async function findCarrier(tx: Tx, unitId: number) {
  const [row] = await tx.$queryRaw<{ code: string; fullName: string; validTo: Day | null }[]>(sql`
    SELECT n.code, n.full_name AS "fullName", n.valid_to::text AS "validTo"
      FROM app_units_on(${today()}::date) o JOIN unit n ON n.id = o.current_id WHERE o.unit_id = ${unitId} AND o.current_id <> o.unit_id`);
  return row ? { ref: unitRef(row), fullName: row.fullName } : null;
}

async function listParts(tx: Tx, scope: Scope, unitId: number): Promise<CommuneRow[]> {
  const rows = await tx.$queryRaw<FoundCommune[]>(sql`
    SELECT c.id, u.code, u.valid_to::text AS "validTo", u.full_name AS "fullName", u.district_name AS district, u.province_name AS province,
           coalesce(c.standing::text, 'none') AS standing, c.standard::text, c.advanced::text, c.exemplary::text, NULL AS "currentName"
      FROM app_units_on(${today()}::date) o JOIN (${standings(scope, { ids: null, asOf: today() })}) c ON c.id = o.unit_id JOIN unit u ON u.id = c.id
     WHERE o.current_id = ${unitId} AND o.unit_id <> ${unitId} ORDER BY u.full_name COLLATE "vi-x-icu", c.id`);
  return rows.map(communeRow);
}

export type CommuneOption = Pick<
  UnitOption,
  "id" | "code" | "fullName" | "validFrom" | "validTo" | "district"
> & { province: string; standing: Standing };

/** What the form of a recognition offers: communes of today and all that ended, each with where it stands. */
export const newRecognition = query({
  permission: "rural-standard.recognize",
  input: z.object({ ref: communeRef.optional() }),
  run: async (tx, { ref }, scope) => {
    const communes = await tx.$queryRaw<CommuneOption[]>(sql`
      SELECT u.id, u.code, u.full_name AS "fullName", u.valid_from::text AS "validFrom", u.valid_to::text AS "validTo", u.district_name AS district,
             p.name AS province, coalesce(c.standing::text, 'none') AS standing
        FROM unit u JOIN (${standingsOn(scope, { ids: null }, sql`${today()}::date`)}) c ON c.id = u.id
        CROSS JOIN LATERAL (${formerProvince}) p
       WHERE u.valid_from IS NULL OR u.valid_from <= ${today()}::date
       ORDER BY CASE WHEN u.valid_to < ${today()}::date THEN u.valid_to END DESC, p.code, u.district_name NULLS FIRST, u.full_name COLLATE "vi-x-icu", u.id`);
    const chosen = ref === undefined ? undefined : (await findUnit(tx, scope, ref)).id;
    return {
      communes,
      chosen: communes.find(({ id }) => id === chosen),
      sets: await listSets(tx, "rural"),
    };
  },
});
