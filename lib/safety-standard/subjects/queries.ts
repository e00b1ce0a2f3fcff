import * as z from "zod";
import { may } from "@/lib/core/access";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { pageSize } from "@/lib/core/paging";
import { query } from "@/lib/core/query";
import { empty, holdsWords, sql } from "@/lib/core/sql";
import { contextUnits, findUnit, formUnits, unitFilter, unitsInView } from "@/lib/units/queries";
import { existedOn, unitRef } from "@/lib/units/rules";
import type { SafetyKind, SafetyState } from "@/prisma/client/enums";
import { subjectFilter } from "./schema";

export type SubjectListRow = {
  id: string;
  kind: SafetyKind;
  name: string;
  unitName: string;
  currentName: string | null;
  validFrom: Day;
  validTo: Day | null;
};

/** Agencies, enterprises and schools of the units in view, by today's boundaries; a page of them. */
export const listSubjects = query({
  permission: "safety-standard.subjects.list",
  input: subjectFilter,
  run: async (tx, { unit, kind, q, state, page }, scope) => {
    const ids = await unitsInView(tx, scope, unit, "current");
    const rows = await tx.$queryRaw<(SubjectListRow & { total: number })[]>(sql`
      SELECT s.id, s.kind::text, s.name, u.full_name AS "unitName", CASE WHEN n.id <> u.id THEN n.full_name END AS "currentName",
             s.valid_from::text AS "validFrom", s.valid_to::text AS "validTo", count(*) OVER ()::int AS total
        FROM safety_subject s JOIN unit u ON u.id = s.unit_id JOIN app_units_on(${today()}::date) o ON o.unit_id = u.id JOIN unit n ON n.id = o.current_id
       WHERE (s.valid_to IS NULL OR s.valid_to >= ${today()}::date) = ${state === "current"} ${unitFilter(ids, sql`s.unit_id`)}
         ${kind ? sql`AND s.kind = ${kind}::safety_kind` : empty} ${q ? sql`AND ${holdsWords(sql`s.search_key`, q)}` : empty}
       ORDER BY n.full_name COLLATE "vi-x-icu", s.kind, s.name COLLATE "vi-x-icu", s.id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`);
    return {
      rows: rows.map(({ total: _, ...row }) => row),
      total: rows[0]?.total ?? 0,
      units: await contextUnits(tx, scope, "current"),
      may: { create: may(scope, "safety-standard.subjects.create") },
    };
  },
});

export type SubjectRecord = {
  id: string;
  kind: SafetyKind;
  name: string;
  unit: { ref: string; fullName: string };
  validFrom: Day;
  validTo: Day | null;
  endReason: string | null;
  version: number;
  years: { id: string; year: number; state: SafetyState }[];
  may: { rename: boolean; end: boolean; remove: boolean };
};

/** One of them with its years. */
export const getSubject = query({
  permission: "safety-standard.read",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }, scope): Promise<SubjectRecord> => {
    const subject = await findSubject(tx, id);
    const [unit] = await tx.$queryRaw<{ code: string; fullName: string; validTo: Day | null }[]>(
      sql`SELECT code, full_name AS "fullName", valid_to::text AS "validTo" FROM unit WHERE id = ${subject.unitId}`,
    );
    if (!unit) throw new AppError("not-found");
    const { unitId: _, ...rest } = subject;
    return {
      ...rest,
      unit: { ref: unitRef(unit), fullName: unit.fullName },
      years: await tx.$queryRaw<SubjectRecord["years"]>(
        sql`SELECT id, year, state::text FROM safety_record WHERE subject_id = ${id}::uuid ORDER BY year DESC`,
      ),
      may: {
        rename: may(scope, "safety-standard.subjects.update"),
        end: subject.validTo === null && may(scope, "safety-standard.subjects.end"),
        remove: may(scope, "safety-standard.subjects.remove") && !(await hasRecords(tx, id)),
      },
    };
  },
});

type StoredSubject = Omit<SubjectRecord, "unit" | "years" | "may"> & { unitId: number };

/** One of them; not found out of reach. */
export async function findSubject(tx: Tx, id: string, lock = false): Promise<StoredSubject> {
  const [row] = await tx.$queryRaw<StoredSubject[]>(sql`
    SELECT id, kind::text, name, unit_id AS "unitId", valid_from::text AS "validFrom", valid_to::text AS "validTo", end_reason AS "endReason", version
      FROM safety_subject WHERE id = ${id}::uuid ${lock ? sql`FOR UPDATE` : empty}`);
  if (!row) throw new AppError("not-found");
  return row;
}

/** Whether a year of it was ever registered, withdrawn or not. */
export async function hasRecords(tx: Tx, id: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>(
    sql`SELECT FROM safety_record WHERE subject_id = ${id}::uuid LIMIT 1`,
  );
  return found.length > 0;
}

/** What the form of a new one offers. */
export const newSubject = query({
  permission: "safety-standard.subjects.create",
  input: z.object({ unit: subjectFilter.shape.unit }),
  run: async (tx, { unit }, scope) => ({
    units: (await formUnits(tx, scope)).filter((each) => existedOn(each, today())),
    chosen: unit === undefined ? undefined : (await findUnit(tx, scope, unit)).id,
  }),
});

type Named = { unitId: number; kind: SafetyKind; name: string; except: string | null };

/** Whether a unit's list has another one of this kind and name, accents and letters' size aside (subject_one_name). */
export async function hasNamesake(tx: Tx, { unitId, kind, name, except }: Named): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>(sql`
    SELECT FROM safety_subject WHERE unit_id = ANY (app_self(${unitId})) AND kind = ${kind}::safety_kind AND search_key = app_fold(${name})
       AND valid_to IS NULL AND id IS DISTINCT FROM ${except}::uuid LIMIT 1`);
  return found.length > 0;
}

export type Lookalike = { id: string; name: string; kind: SafetyKind; validFrom: Day; validTo: Day | null };

/** Those of a unit's line whose name says the same without accents, or nearly. */
export const lookalikes = (tx: Tx, unitId: number, name: string, except: string | null) =>
  tx.$queryRaw<Lookalike[]>(sql`
    SELECT id, name, kind::text, valid_from::text AS "validFrom", valid_to::text AS "validTo" FROM safety_subject
     WHERE unit_id = ANY (app_line(${unitId})) AND id IS DISTINCT FROM ${except}::uuid AND valid_to IS NULL
       AND (search_key = app_fold(${name}) OR similarity(search_key, app_fold(${name})) > 0.75)
     ORDER BY similarity(search_key, app_fold(${name})) DESC, name LIMIT 5`);
