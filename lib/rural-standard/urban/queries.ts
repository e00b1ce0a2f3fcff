import * as z from "zod";
import { may, type Scope } from "@/lib/core/access";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { type Sql, sql } from "@/lib/core/sql";
import { contextUnits, findUnit, type UnitOption, unitFilter, unitsInView } from "@/lib/units/queries";
import { unitRef } from "@/lib/units/rules";
import { listSets } from "../criteria/queries";
import { selvesOf } from "../queries";
import { standsOn } from "../rules";
import { communeRef } from "../schema";
import { urbanView } from "./schema";

export type UrbanRow = {
  ref: string;
  fullName: string;
  district: string | null;
  /** The decision that stands on the day; null when none does. */
  decisionNumber: string | null;
  decisionDate: Day | null;
  validFrom: Day | null;
};
type FoundWard = Omit<UrbanRow, "ref"> & { code: string; validTo: Day | null };

/** The wards in force on a day, each with whether it is đô thị văn minh then; the base is those wards alone (T2). */
export const listUrban = query({
  permission: "rural-standard.urban.list",
  input: urbanView,
  run: async (tx, { context, state }, scope) => {
    const ids = await unitsInView(tx, scope, context.unit, context.boundary);
    const wards = await tx.$queryRaw<FoundWard[]>(sql`
      SELECT ${columns} FROM unit u ${standing(context.asOf)}
       WHERE u.type = 'ward' AND (u.valid_from IS NULL OR u.valid_from <= ${context.asOf}::date) AND (u.valid_to IS NULL OR u.valid_to >= ${context.asOf}::date)
             ${unitFilter(ids ?? reachOf(scope), sql`u.id`)}
       ORDER BY u.province_code, u.full_name COLLATE "vi-x-icu", u.id`);
    const recognised = wards.filter(({ decisionNumber }) => decisionNumber !== null);
    const narrowed =
      state === undefined
        ? wards
        : wards.filter(({ decisionNumber }) => (decisionNumber !== null) === (state === "recognised"));
    return {
      rows: narrowed.map(urbanRow),
      base: wards.length,
      recognised: recognised.length,
      units: await contextUnits(tx, scope, context.boundary),
      may: { recognize: may(scope, "rural-standard.urban.recognize") },
    };
  },
});

const columns = sql`
  u.code, u.valid_to::text AS "validTo", u.full_name AS "fullName", u.district_name AS district,
  r.decision_number AS "decisionNumber", r.decision_date::text AS "decisionDate", r.valid_from::text AS "validFrom"`;

/** The recognition of a unit `u` or an earlier self of it that stands on a day, the latest. */
const standing = (day: Day): Sql => sql`
  LEFT JOIN LATERAL (
    SELECT decision_number, decision_date, valid_from FROM urban_recognition
     WHERE unit_id = ${selvesOf(sql`u.id`)} AND valid_from <= ${day}::date AND (revoked_on IS NULL OR revoked_on > ${day}::date)
     ORDER BY valid_from DESC LIMIT 1) r ON true`;

const reachOf = ({ reach }: Scope) => (reach === "all" ? null : reach);
const urbanRow = ({ code, validTo, ...row }: FoundWard): UrbanRow => ({
  ref: unitRef({ code, validTo }),
  ...row,
});

export type UrbanStep = {
  id: string;
  criteriaSet: string;
  citation: string | null;
  decisionNumber: string;
  decisionDate: Day;
  validFrom: Day;
  revokedOn: Day | null;
  revokedReason: string | null;
  version: number;
};

/** Every recognition a unit or an earlier self of it was ever granted, oldest decision first. */
export const listUrbanSteps = (tx: Tx, unitId: number) =>
  tx.$queryRaw<UrbanStep[]>(sql`
    SELECT r.id, r.criteria_set AS "criteriaSet", s.citation, r.decision_number AS "decisionNumber", r.decision_date::text AS "decisionDate",
           r.valid_from::text AS "validFrom", r.revoked_on::text AS "revokedOn", r.revoked_reason AS "revokedReason", r.version
      FROM urban_recognition r LEFT JOIN criteria_set s ON s.key = r.criteria_set WHERE r.unit_id = ${selvesOf(sql`${unitId}::int`)} ORDER BY r.decision_date, r.id`);

export type UrbanRecord = {
  unit: UnitOption & { ref: string };
  recognised: boolean;
  steps: UrbanStep[];
  /** The former wards and townships whose rows it carries, with where they stood on their last day. */
  parts: UrbanRow[];
  /** How many former communes it carries: those keep their rural steps (T6). */
  communes: number;
  may: { recognize: boolean; revoke: boolean };
};

/** A ward's dossier; a commune has none. */
export const getUrban = query({
  permission: "rural-standard.urban.read",
  input: z.object({ ref: communeRef }),
  run: async (tx, { ref }, scope): Promise<UrbanRecord> => {
    const unit = await findUnit(tx, scope, ref);
    if (unit.type === "commune") throw new AppError("not-found");
    const steps = await listUrbanSteps(tx, unit.id);
    const parts = await tx.$queryRaw<FoundWard[]>(sql`
      SELECT u.code, u.valid_to::text AS "validTo", u.full_name AS "fullName", u.district_name AS district,
             r.decision_number AS "decisionNumber", r.decision_date::text AS "decisionDate", r.valid_from::text AS "validFrom"
        FROM app_units_on(${today()}::date) o JOIN unit u ON u.id = o.unit_id
        LEFT JOIN LATERAL (
          SELECT decision_number, decision_date, valid_from FROM urban_recognition
           WHERE unit_id = ${selvesOf(sql`u.id`)} AND valid_from <= u.valid_to AND (revoked_on IS NULL OR revoked_on > u.valid_to)
           ORDER BY valid_from DESC LIMIT 1) r ON true
       WHERE o.current_id = ${unit.id} AND NOT o.unit_id = ${selvesOf(sql`${unit.id}::int`)} AND u.type <> 'commune' AND u.valid_to IS NOT NULL
       ORDER BY u.full_name COLLATE "vi-x-icu", u.id`);
    return {
      unit: { ...unit, ref: unitRef(unit) },
      recognised: steps.some((step) => standsOn(step, today())),
      steps,
      parts: parts.map(urbanRow),
      communes: await countCommunes(tx, unit.id),
      may: {
        recognize: may(scope, "rural-standard.urban.recognize"),
        revoke: may(scope, "rural-standard.urban.revoke"),
      },
    };
  },
});

async function countCommunes(tx: Tx, unitId: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>(sql`
    SELECT count(*)::int AS count FROM app_units_on(${today()}::date) o JOIN unit u ON u.id = o.unit_id
     WHERE o.current_id = ${unitId} AND u.type = 'commune'`);
  return row?.count ?? 0;
}

export type WardOption = { id: number; fullName: string; former: boolean; district: string | null };

/** What the form of a recognition offers: wards of today, and the wards and townships of before. */
export const newUrban = query({
  permission: "rural-standard.urban.recognize",
  input: z.object({ ref: communeRef.optional() }),
  run: async (tx, { ref }, scope) => {
    const wards = await tx.$queryRaw<WardOption[]>(sql`
      SELECT id, full_name AS "fullName", coalesce(valid_to < ${today()}::date, false) AS former, district_name AS district
        FROM unit WHERE type <> 'commune' ORDER BY 3, province_code, district_name NULLS FIRST, full_name COLLATE "vi-x-icu", id`);
    const chosen = ref === undefined ? undefined : await findUnit(tx, scope, ref);
    return {
      wards,
      chosen: chosen && { id: chosen.id, fullName: chosen.fullName },
      sets: await listSets(tx, "urban"),
    };
  },
});

/** The unit a recognition was granted to; not found out of reach. */
export async function unitOfUrban(tx: Tx, id: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ unitId: number }[]>(
    sql`SELECT unit_id AS "unitId" FROM urban_recognition WHERE id = ${id}::uuid FOR UPDATE`,
  );
  if (!row) throw new AppError("not-found");
  return row.unitId;
}
