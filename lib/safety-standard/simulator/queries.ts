import { may, type Scope } from "@/lib/core/access";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { query } from "@/lib/core/query";
import { sql } from "@/lib/core/sql";
import { findUnit, type UnitOption } from "@/lib/units/queries";
import { existedOn, unitRef } from "@/lib/units/rules";
import type { AreaKind, SafetyKind, SafetyState } from "@/prisma/client/enums";
import { considered, disciplinesOf, type KindTallies, knownOf, talliesOf } from "../queries";
import { isRegistered } from "../records/rules";
import { countingDay } from "../rules";
import { thresholdsOn } from "../thresholds/queries";
import type { Thresholds, UnitYear } from "./rules";
import { unitYearView } from "./schema";

/** One that is considered in a year, with where its record stands; null = not registered. */
export type SubjectRow = {
  kind: SafetyKind;
  /** Null for the commune itself. */
  id: string | null;
  name: string;
  areaKind: AreaKind | null;
  /** The unit of the year, when it is not the one whose page this is. */
  thenName: string | null;
  thenRef: string | null;
  recordId: string | null;
  state: SafetyState | null;
  score: number | null;
  selfMet: boolean | null;
  registeredOn: Day | null;
  decidedOn: Day | null;
  decisionNumber: string | null;
};

export type UnitYearRecord = {
  unit: UnitOption & { ref: string };
  year: number;
  /** The day that is counted by. */
  day: Day;
  /** Whether the unit stood on that day; else there is nothing to be simulated, only rows to be shown. */
  stood: boolean;
  /** Where a unit that was dissolved before that day is counted. */
  carrier: { ref: string; fullName: string } | null;
  /** The units of the year whose rows this one carries today. */
  former: { ref: string; fullName: string }[];
  rows: SubjectRow[];
  tallies: KindTallies;
  known: Omit<UnitYear, "tallies">;
  thresholds: Thresholds;
  discipline: { disciplined: boolean; source: string } | null;
  may: { register: boolean; recognize: boolean; propose: boolean; discipline: boolean; subjects: boolean };
};

/** A unit's year: everybody considered, what the law asks, and what is known; the conditions follow by rules.ts. */
export const getUnitYear = query({
  permission: "safety-standard.read",
  input: unitYearView,
  run: async (tx, { ref, year }, scope): Promise<UnitYearRecord> => {
    const unit = await findUnit(tx, scope, ref);
    const day = countingDay(year, today());
    const stood = existedOn(unit, day);
    const rows = await rowsOf(tx, unit.id, year, day);
    const discipline = (await disciplinesOf(tx, [unit.id], year)).get(unit.id) ?? null;
    const known = (await knownOf(tx, scope.reach === "all" ? null : scope.reach, year, day))(unit.id);
    const own = { ...unit, ref: unitRef(unit) };
    return {
      unit: own,
      year,
      day,
      stood,
      carrier: unit.validTo !== null && unit.validTo < day ? await carrierOf(tx, unit.id, day) : null,
      former: formerOf(rows),
      rows,
      tallies: countOf(rows),
      known,
      thresholds: await thresholdsOn(tx, day),
      discipline,
      may: rightsOf(scope, unit, year),
    };
  },
});

async function rowsOf(tx: Tx, unitId: number, year: number, day: Day): Promise<SubjectRow[]> {
  const rows = await tx.$queryRaw<
    (Omit<SubjectRow, "thenRef"> & { thenCode: string; thenValidTo: Day | null })[]
  >(sql`
    SELECT c.kind::text, c.id, c.name, c.area_kind AS "areaKind", CASE WHEN c.then_id <> ${unitId} THEN u.full_name END AS "thenName",
           u.code AS "thenCode", u.valid_to::text AS "thenValidTo", r.id AS "recordId", r.state::text, r.score, r.self_met AS "selfMet",
           r.registered_on::text AS "registeredOn", r.decided_on::text AS "decidedOn", r.decision_number AS "decisionNumber"
      FROM (${considered(year, day)}) c JOIN unit u ON u.id = c.then_id LEFT JOIN safety_record r ON r.id = c.record_id
     WHERE ${unitId} IN (c.then_id, c.now_id)
     ORDER BY c.kind = 'commune' DESC, c.kind, u.full_name COLLATE "vi-x-icu", length(c.name), c.name COLLATE "vi-x-icu", c.id`);
  return rows.map(({ thenCode, thenValidTo, ...row }) => ({
    ...row,
    thenRef: row.thenName === null ? null : unitRef({ code: thenCode, validTo: thenValidTo }),
  }));
}

function countOf(rows: readonly SubjectRow[]): KindTallies {
  const of = (kind: SafetyKind) => {
    const own = rows.filter((row) => row.kind === kind);
    return {
      kind,
      base: own.length,
      registered: own.filter(({ state }) => isRegistered(state)).length,
      recognized: own.filter(({ state }) => state === "recognized").length,
    };
  };
  return talliesOf([...new Set(rows.map(({ kind }) => kind))].map(of));
}

function formerOf(rows: readonly SubjectRow[]) {
  const named = new Map(
    rows.flatMap(({ thenRef, thenName }) => (thenRef && thenName ? [[thenRef, thenName] as const] : [])),
  );
  return [...named].map(([ref, fullName]) => ({ ref, fullName }));
}

async function carrierOf(tx: Tx, unitId: number, day: Day) {
  const [row] = await tx.$queryRaw<{ code: string; fullName: string; validTo: Day | null }[]>(sql`
    SELECT code, full_name AS "fullName", valid_to::text AS "validTo" FROM unit WHERE id = app_carrier(${unitId}, ${day}::date) AND id <> ${unitId}`);
  return row ? { ref: unitRef(row), fullName: row.fullName } : null;
}

/** What may be entered here: only of a unit that existed in the year. */
function rightsOf(scope: Scope, unit: UnitOption, year: number): UnitYearRecord["may"] {
  const within =
    (unit.validFrom === null || unit.validFrom <= `${year}-12-31`) &&
    (unit.validTo === null || unit.validTo >= `${year}-01-01`);
  return {
    register: within && may(scope, "safety-standard.records.register"),
    propose: may(scope, "safety-standard.records.propose"),
    recognize: may(scope, "safety-standard.records.recognize"),
    discipline: within && may(scope, "safety-standard.discipline.record"),
    subjects: existedOn(unit, today()) && may(scope, "safety-standard.subjects.create"),
  };
}
