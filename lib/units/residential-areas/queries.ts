import { randomUUID } from "node:crypto";
import * as z from "zod";
import { may, reaches, type Scope } from "@/lib/core/access";
import type { Boundary } from "@/lib/core/context";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import type { Permission } from "@/lib/core/policy";
import { query } from "@/lib/core/query";
import { empty, holdsWords, type Sql, sql } from "@/lib/core/sql";
import type { AreaKind } from "@/prisma/client/enums";
import { findUnit, formUnits, type UnitOption, unitById } from "../queries";
import { unitBook } from "../resolve/queries";
import { wantsDays } from "../resolve/rules";
import { existedOn, unitRef } from "../rules";
import { areaKey, chosenUnits, isReady, readAreas } from "./rules";
import { type AreaPreview, type AreaSheet, areaList, areasOfUnit, listOfUnit, newAreaOf } from "./schema";

export type AreaRow = {
  id: string;
  kind: AreaKind;
  name: string;
  validFrom: Day | null;
  validTo: Day | null;
  households: number | null;
  population: number | null;
  /** The unit it was recorded under, where that is not the one looked at. */
  origin: string | null;
  mergedInto: string | null;
};
type AreaSums = { areas: number; households: number | null; population: number | null; without: number };

/** Names ("Khóm 2" before "Khóm 10") by their kind. */
const inOrder = sql`a.kind, length(regexp_replace(a.name, '\\D', '', 'g')) > 0 DESC, nullif(regexp_replace(a.name, '\\D', '', 'g'), '')::numeric, a.name COLLATE "vi-x-icu", a.id`;

/** The unit an area belongs to by the boundaries of a day, as a join: `o.current_id`. */
const unitOn = (day: Day): Sql => sql`
  LEFT JOIN LATERAL (SELECT m.unit_id FROM residential_area_move m WHERE m.area_id = a.id AND m.moved_on <= ${day}::date ORDER BY m.moved_on DESC LIMIT 1) m ON true
  JOIN app_units_on(${day}::date) o ON o.unit_id = coalesce(m.unit_id, a.unit_id)`;

const thereOn = (day: Day): Sql =>
  sql`((a.valid_from IS NULL OR a.valid_from <= ${day}::date) AND (a.valid_to IS NULL OR a.valid_to >= ${day}::date))`;

type InView = { asOf: Day; boundary: Boundary };

/** The areas `a` that are a unit's: by today's boundaries those of it now, at the time those that were its own that day. */
const ofUnit = (unitId: number, { asOf, boundary }: InView): Sql =>
  sql`FROM residential_area a ${unitOn(boundary === "current" ? today() : asOf)} WHERE o.current_id = ${unitId}`;

/** Those of them that are there on the day: the one figure of a unit's areas, as FROM and WHERE of a SELECT. */
export const areasInForce = (unitId: number, view: InView): Sql =>
  sql`${ofUnit(unitId, view)} AND ${thereOn(view.asOf)}`;

/**
 * A unit's areas as of a day: by today's boundaries those that are its own now, at the time those that were its own
 * on that day. Ended ones are those that had gone by then.
 */
export const listAreas = query({
  permission: "units.areas.list",
  input: areasOfUnit,
  run: async (tx, { ref, context, q, state }, scope) => {
    const unit = await findUnit(tx, scope, ref);
    const { asOf, boundary } = context;
    const on = boundary === "current" ? today() : asOf;
    const states = {
      current: sql`AND ${thereOn(asOf)}`,
      ended: sql`AND a.valid_to < ${asOf}::date`,
      all: sql`AND (a.valid_from IS NULL OR a.valid_from <= ${asOf}::date)`,
    };
    const rows = await tx.$queryRaw<AreaRow[]>(sql`
      SELECT a.id, a.kind::text, a.name, a.valid_from::text AS "validFrom", a.valid_to::text AS "validTo", a.households, a.population,
             CASE WHEN a.unit_id <> ${unit.id} THEN (SELECT u.full_name FROM unit u WHERE u.id = a.unit_id) END AS origin,
             (SELECT t.name FROM residential_area t WHERE t.id = a.merged_into_id) AS "mergedInto"
        ${ofUnit(unit.id, context)} ${states[state]} ${q ? sql`AND ${holdsWords(sql`a.search_key`, q)}` : empty}
       ORDER BY ${inOrder} LIMIT 1000`);
    const [sums] = await tx.$queryRaw<AreaSums[]>(sql`
      SELECT count(*)::int AS areas, sum(a.households)::int AS households, sum(a.population)::int AS population,
             count(*) FILTER (WHERE a.households IS NULL OR a.population IS NULL)::int AS without
        ${areasInForce(unit.id, context)}`);
    return {
      unit: { ...unit, ref: unitRef(unit) },
      rows,
      sums: sums as AreaSums,
      /** False where the unit has no areas by these boundaries on this day, because it did not exist then. */
      existed: existedOn(unit, on),
      changes: await changesOf(tx, unit.id),
      may: {
        create: mayIn(scope, "units.areas.create", unit.id),
        import: mayIn(scope, "units.areas.import", unit.id),
      },
    };
  },
});

const mayIn = (scope: Scope, permission: Permission, unitId: number | null): boolean =>
  may(scope, permission) && reaches(scope, unitId);

/** Days on which the unit came or went: marks on a line of time. */
const changesOf = async (tx: Tx, unitId: number): Promise<Day[]> =>
  (
    await tx.$queryRaw<{ day: Day }[]>(sql`
      SELECT DISTINCT effective_on::text AS day FROM unit_succession
       WHERE (successor_id = ${unitId} OR predecessor_id = ${unitId}) AND effective_on <= ${today()}::date ORDER BY day`)
  ).map(({ day }) => day);

/** A unit before an area of it is added. */
export const newArea = query({
  permission: "units.areas.create",
  input: newAreaOf,
  run: async (tx, { ref }, scope) => {
    const unit = await findUnit(tx, scope, ref);
    return { ...unit, ref: unitRef(unit) };
  },
});

export type AreaRecord = AreaRow & {
  version: number;
  note: string | null;
  createdAt: Date;
  updatedAt: Date;
  recordedBy: string | null;
  /** The unit it was recorded under, and the one it belongs to today. */
  recorded: NamedRef & { id: number };
  unit: NamedRef & { id: number };
  mergedIntoId: string | null;
  mergedHere: { id: string; name: string }[];
  moves: { unit: string; movedOn: Day; decision: string }[];
};
type NamedRef = { ref: string; fullName: string };
/** A division that took a part of an area's unit to another one. */
export type Division = { unitId: number; unit: string; on: Day; decision: string };

/** An area with its lineage, and what may be done with it. */
export const getArea = query({
  permission: "units.areas.read",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }, scope) => {
    const area = await findArea(tx, id);
    const inForce = area.validTo === null;
    const changes = {
      update: mayIn(scope, "units.areas.update", area.unit.id),
      end: inForce && mayIn(scope, "units.areas.end", area.unit.id),
      reopen: !inForce && mayIn(scope, "units.areas.reopen", area.unit.id),
      move: inForce && mayIn(scope, "units.areas.move", area.unit.id),
    };
    const divisions = changes.move ? await divisionsOf(tx, id) : [];
    return {
      ...area,
      may: { ...changes, move: divisions.length > 0 },
      divisions,
      others: changes.end ? await othersOf(tx, id, area.unit.id) : [],
    };
  },
});

/** An area before it is changed; one that belongs to another unit by now is not found. */
export const editArea = query({
  permission: "units.areas.update",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }, scope) => {
    const area = await findArea(tx, id);
    if (!reaches(scope, area.unit.id)) throw new AppError("not-found");
    return area;
  },
});

/** An area as it stands; not found outside the reach. */
export async function findArea(tx: Tx, id: string): Promise<AreaRecord> {
  type Stored = Omit<AreaRecord, "recorded" | "unit"> & { recorded: UnitPart; unit: UnitPart };
  type UnitPart = { id: number; code: string; fullName: string; validFrom: Day | null; validTo: Day | null };
  const part = (unit: Sql) =>
    sql`jsonb_build_object('id', ${unit}.id, 'code', ${unit}.code, 'fullName', ${unit}.full_name, 'validFrom', ${unit}.valid_from, 'validTo', ${unit}.valid_to)`;
  const [row] = await tx.$queryRaw<Stored[]>(sql`
    SELECT a.id, a.kind::text, a.name, a.valid_from::text AS "validFrom", a.valid_to::text AS "validTo", a.households, a.population, a.note,
           a.version, a.created_at AS "createdAt", a.updated_at AS "updatedAt", c.name AS "recordedBy", ${part(sql`r`)} AS recorded, ${part(sql`u`)} AS unit,
           NULL AS origin, a.merged_into_id AS "mergedIntoId", t.name AS "mergedInto",
           coalesce((SELECT jsonb_agg(jsonb_build_object('id', h.id, 'name', h.name) ORDER BY h.name) FROM residential_area h WHERE h.merged_into_id = a.id), '[]') AS "mergedHere",
           coalesce((SELECT jsonb_agg(jsonb_build_object('unit', n.full_name, 'movedOn', v.moved_on, 'decision', v.decision) ORDER BY v.moved_on DESC)
             FROM residential_area_move v JOIN unit n ON n.id = v.unit_id WHERE v.area_id = a.id), '[]') AS moves
      FROM residential_area a JOIN unit r ON r.id = a.unit_id JOIN unit u ON u.id = app_area_unit(a.id, ${today()}::date)
      LEFT JOIN residential_area t ON t.id = a.merged_into_id LEFT JOIN app_user c ON c.id = a.created_by_id
     WHERE a.id = ${id}::uuid`);
  if (!row) throw new AppError("not-found");
  const named = (unit: UnitPart) => ({ id: unit.id, ref: unitRef(unit), fullName: unit.fullName });
  return { ...row, recorded: named(row.recorded), unit: named(row.unit) };
}

/** The divisions by which an area could have gone to another unit, since it was recorded or last moved. */
export const divisionsOf = (tx: Tx, id: string): Promise<Division[]> =>
  tx.$queryRaw<Division[]>(sql`
    SELECT s.successor_id AS "unitId", u.full_name AS unit, s.effective_on::text AS "on", s.decision
      FROM residential_area a, unit_succession s JOIN unit u ON u.id = s.successor_id
     WHERE a.id = ${id}::uuid AND s.kind = 'part' AND s.effective_on <= ${today()}::date
       AND (a.valid_from IS NULL OR a.valid_from <= s.effective_on)
       AND s.effective_on > coalesce((SELECT max(m.moved_on) FROM residential_area_move m WHERE m.area_id = a.id), '-infinity')
       AND s.predecessor_id = app_area_unit(a.id, s.effective_on - 1)
     ORDER BY s.effective_on, u.full_name COLLATE "vi-x-icu"`);

/** The other areas of a unit in force today: what an area can be merged into. */
const othersOf = (tx: Tx, id: string, unitId: number): Promise<{ id: string; name: string }[]> =>
  tx.$queryRaw<{ id: string; name: string }[]>(sql`
    SELECT a.id, a.name FROM residential_area a ${unitOn(today())}
     WHERE o.current_id = ${unitId} AND a.valid_to IS NULL AND a.id <> ${id}::uuid ORDER BY ${inOrder} LIMIT 500`);

/** What a list says, line by line; nothing of it is stored. */
export const previewAreas = query({
  permission: "units.areas.import",
  input: areaList,
  run: async (tx, list, scope): Promise<AreaPreview> => {
    if (list.unitId !== undefined) await unitById(tx, scope, list.unitId);
    const sheet = await readList(tx, scope, list);
    const { units } = await unitBook(tx, scope);
    return {
      ...sheet,
      id: randomUUID(),
      lines: sheet.lines.map((line) => ({
        ...line,
        ready: isReady(line),
        dated: line.unit !== undefined && wantsDays(line.unit, units),
      })),
      ready: sheet.lines.filter(isReady).length,
      asked: sheet.lines.filter((line) => line.faults.unit && (line.candidates?.length ?? 0) > 0).length,
    };
  },
});

/** The units a list can be for, and the one it was opened from. */
export const newAreaList = query({
  permission: "units.areas.import",
  input: listOfUnit,
  run: async (tx, { ref }, scope): Promise<{ units: UnitOption[]; unit?: UnitOption & { ref: string } }> => {
    const found = ref ? await findUnit(tx, scope, ref) : undefined;
    return { units: await formUnits(tx, scope), unit: found && { ...found, ref: unitRef(found) } };
  },
});

type List = { text: string; day: Day; unitId?: number; choices: readonly string[] };

/** A list read against the units of the reach and the areas there are. */
export async function readList(tx: Tx, scope: Scope, { choices, ...list }: List): Promise<AreaSheet> {
  const book = await unitBook(tx, scope);
  const sheet = readAreas({ ...list, today: today(), book, chosen: chosenUnits(choices) });
  const known = await knownAreas(tx, sheet.lines.filter(isReady));
  return {
    ...sheet,
    lines: sheet.lines.map((line) => {
      const same = line.unit && line.values && known.get(areaKey(line.unit.id, line.values));
      return same && !line.same ? { ...line, same } : line;
    }),
  };
}

type KnownArea = { id: string; name: string; movedTo?: string };
type Sought = { unit: { id: number }; values: { kind: AreaKind; name: string } };

/**
 * The areas in force that some say again, by what makes them the same; a former unit's areas are those of its carrier.
 * One recorded under the unit that a division took elsewhere holds its name there as well, and says where it is now.
 */
export async function knownAreas(
  tx: Tx,
  sought: readonly Sought[],
  except: string | null = null,
): Promise<Map<string, KnownArea>> {
  if (sought.length === 0) return new Map();
  const asked = sought.map(({ unit, values }) => ({ unit: unit.id, kind: values.kind, name: values.name }));
  const rows = await tx.$queryRaw<
    { unit: number; kind: AreaKind; said: string; id: string; name: string; movedTo: string | null }[]
  >(sql`
    SELECT s.unit, s.kind, s.name AS said, a.id, a.name, CASE WHEN NOT here.own THEN u.full_name END AS "movedTo"
      FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS s (unit int, kind text, name text)
      JOIN residential_area a ON a.kind = s.kind::area_kind AND a.search_key = app_fold(s.name) AND a.valid_to IS NULL
      JOIN unit u ON u.id = app_area_unit(a.id, ${today()}::date)
      CROSS JOIN LATERAL (SELECT u.id = app_carrier(s.unit, ${today()}::date) AS own) here
     WHERE (here.own OR a.unit_id = s.unit) AND a.id IS DISTINCT FROM ${except}::uuid
     ORDER BY here.own`);
  return new Map(
    rows.map(({ unit, kind, said, id, name, movedTo }) => [
      areaKey(unit, { kind, name: said }),
      { id, name, ...(movedTo && { movedTo }) },
    ]),
  );
}
