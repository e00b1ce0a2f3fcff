import * as z from "zod";
import type { Scope } from "@/lib/core/access";
import type { Boundary } from "@/lib/core/context";
import { cached } from "@/lib/core/data-version";
import { type Day, isKnownDay, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { empty, holdsWords, join, type Sql, sql } from "@/lib/core/sql";
import type { Qualifier, UnitType } from "@/prisma/client/enums";
import { holdingOn } from "./facts/queries";
import { unitListFilter } from "./schema";

export type UnitOption = {
  id: number;
  code: string;
  fullName: string;
  type: UnitType;
  validFrom: Day | null;
  validTo: Day | null;
  district: string | null;
};

const optionColumns = sql`id, code, full_name AS "fullName", type::text, valid_from::text AS "validFrom", valid_to::text AS "validTo", district_name AS district`;

/** The units of the actor's reach, today's first; for choosing one in a form or a filter. */
export const listUnitOptions = query({
  permission: "units.list",
  input: z.object({}),
  run: (tx, _, scope) => formUnits(tx, scope),
});

/** The units a form offers: those of the actor's reach, former ones after today's. Kept under the units' version. */
export const formUnits = (tx: Tx, scope: Scope): Promise<UnitOption[]> =>
  contextUnits(tx, scope, "historical");

export type UnitRow = UnitOption & {
  areaKm2: number | null;
  population: number | null;
  populationQualifier: Qualifier | null;
  formerArea: string | null;
  predecessorCount: number;
  currentName: string | null;
};

/**
 * What a context bar offers: today's units by today's boundaries, former ones too at the time. Kept in this
 * process under the units' version, since every page of figures asks for it.
 */
export const contextUnits = (tx: Tx, scope: Scope, boundary: Boundary): Promise<UnitOption[]> =>
  cached(tx, scope, ["units"], `options ${boundary}`, () =>
    tx.$queryRaw<UnitOption[]>(sql`
      SELECT ${optionColumns} FROM unit
       WHERE ${inReach(scope, "id")} AND ${boundary === "current" ? inForceOn(today(), sql`unit`) : sql`(valid_from IS NULL OR valid_from <= ${today()}::date)`}
       ORDER BY coalesce(valid_to, '9999-12-31') >= ${today()}::date DESC, valid_to, district_name, type, full_name COLLATE "vi-x-icu"`),
  );

/** The units that existed on a day, by name without accents; the actor's reach only. Area and population are those of the day. */
export const listUnits = query({
  permission: "units.list",
  input: unitListFilter,
  run: (tx, { q, type, asOf = today() }, scope) =>
    tx.$queryRaw<UnitRow[]>(sql`
      SELECT u.id, u.code, u.full_name AS "fullName", u.type::text, u.valid_from::text AS "validFrom", u.valid_to::text AS "validTo",
             u.district_name AS district, k.area::float8 AS "areaKm2", k.population::int, k.qualifier AS "populationQualifier",
             coalesce(u.former_area, u.province_name) AS "formerArea",
             (SELECT count(*)::int FROM unit_succession s WHERE s.successor_id = u.id AND s.predecessor_id <> u.id) AS "predecessorCount",
             CASE WHEN o.current_id <> u.id THEN c.full_name END AS "currentName"
        FROM unit u
        LEFT JOIN app_units_on(${today()}::date) o ON o.unit_id = u.id LEFT JOIN unit c ON c.id = o.current_id
        LEFT JOIN (
          SELECT unit_id, max(value) FILTER (WHERE kind = 'area') AS area, max(value) FILTER (WHERE kind = 'population') AS population,
                 max(qualifier::text) FILTER (WHERE kind = 'population') AS qualifier
            FROM (${holdingOn(asOf)}) h GROUP BY unit_id) k ON k.unit_id = u.id
       WHERE ${inReach(scope, "u.id")} AND ${inForceOn(asOf, sql`u`)}
         ${type ? sql`AND u.type = ${type}::unit_type` : empty}
         ${q ? sql`AND (${holdsWords(sql`u.search_key`, q)} OR u.code = ${q})` : empty}
       ORDER BY u.full_name COLLATE "vi-x-icu", u.code LIMIT 400`),
});

/** The unit a URL names: "31510", or "31178@2025-06-30" for the one that had the code that day. Not found outside the reach. */
export async function findUnit(tx: Tx, scope: Scope, ref: string): Promise<UnitOption> {
  const [code = "", day = ""] = ref.split("@");
  const on = day ? (isKnownDay(day) ? day : null) : today();
  const found = on
    ? await tx.$queryRaw<UnitOption[]>(sql`
        SELECT ${optionColumns} FROM unit
         WHERE code = ${code} AND ${inForceOn(on, sql`unit`)} AND ${inReach(scope, "id")}`)
    : [];
  if (!found[0]) throw new AppError("not-found");
  return found[0];
}

/** The unit of an id when it lies in the reach. */
export async function unitById(tx: Tx, scope: Scope, id: number): Promise<UnitOption> {
  const [found] = await tx.$queryRaw<UnitOption[]>(
    sql`SELECT ${optionColumns} FROM unit WHERE id = ${id} AND ${inReach(scope, "id")}`,
  );
  if (!found) throw new AppError("not-found");
  return found;
}

/**
 * The units whose rows a view counts: null = all. By today's boundaries a unit brings the units it carries on;
 * at the time, it stands alone. Without a unit, everything in the actor's reach.
 */
export async function unitsInView(
  tx: Tx,
  scope: Scope,
  ref: string | undefined,
  boundary: Boundary,
): Promise<readonly number[] | null> {
  if (!ref) return scope.reach === "all" ? null : scope.reach;
  const unit = await findUnit(tx, scope, ref);
  if (boundary === "historical") return [unit.id];
  const [row] = await tx.$queryRaw<{ line: number[] }[]>(sql`SELECT app_line(${unit.id}) AS line`);
  return row?.line ?? [unit.id];
}

/** `AND column = ANY (ids)`, or nothing when every unit counts. `column` is the code's own, never a reader's. */
export const unitFilter = (ids: readonly number[] | null, column: Sql = sql`unit_id`): Sql =>
  ids === null ? empty : sql`AND ${column} = ANY (${[...ids]}::int[])`;

/** The condition that a unit exists on a day; `alias` is the code's own name of the table. */
export const inForceOn = (day: Day, alias: Sql): Sql =>
  sql`(${alias}.valid_from IS NULL OR ${alias}.valid_from <= ${day}::date) AND (${alias}.valid_to IS NULL OR ${alias}.valid_to >= ${day}::date)`;

const idColumns = { id: sql`id`, "u.id": sql`u.id` };
const inReach = (scope: Scope, column: keyof typeof idColumns): Sql =>
  scope.reach === "all"
    ? sql`TRUE`
    : sql`${idColumns[column]} IN (${scope.reach.length ? join([...scope.reach]) : sql`NULL`})`;
