import * as z from "zod";
import { may, reach, type Scope } from "@/lib/core/access";
import { type Day, earlier, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { pageSize } from "@/lib/core/paging";
import { query } from "@/lib/core/query";
import { empty, holdsWords, type Sql, sql } from "@/lib/core/sql";
import { contextUnits, findUnit, type UnitOption, unitFilter, unitsInView } from "@/lib/units/queries";
import { existedOn, unitRef } from "@/lib/units/rules";
import type { AreaKind, SafetyKind, SafetyState } from "@/prisma/client/enums";
import { considered } from "../queries";
import { countingDay, yearFault } from "../rules";
import { type Act, acts, canDo, decidedByCity, isRegistered } from "./rules";
import { recordFilter, registrationView, type Standing } from "./schema";

export type StoredRecord = {
  id: string;
  year: number;
  kind: SafetyKind;
  /** The unit it was registered in. */
  unitId: number;
  /** The unit that counts it by today's boundaries: where its area is now, or the one that carries its unit. */
  currentId: number;
  name: string;
  areaKind: AreaKind | null;
  state: SafetyState;
  registeredOn: Day;
  scoredOn: Day | null;
  score: number | null;
  selfMet: boolean | null;
  proposedOn: Day | null;
  decisionNumber: string | null;
  decidedOn: Day | null;
  decidedBy: string | null;
  revokedOn: Day | null;
  reason: string | null;
  version: number;
};

const stored = (condition: Sql): Sql => sql`
  SELECT r.id, r.year, r.kind::text, r.unit_id AS "unitId",
         coalesce(app_area_unit(r.area_id, ${today()}::date), app_carrier(r.unit_id, ${today()}::date)) AS "currentId", coalesce(a.name, s.name, u.full_name) AS name, a.kind::text AS "areaKind", r.state::text,
         r.registered_on::text AS "registeredOn", r.scored_on::text AS "scoredOn", r.score, r.self_met AS "selfMet", r.proposed_on::text AS "proposedOn",
         r.decision_number AS "decisionNumber", r.decided_on::text AS "decidedOn", r.decided_by AS "decidedBy", r.revoked_on::text AS "revokedOn", r.reason, r.version
    FROM safety_record r JOIN unit u ON u.id = r.unit_id LEFT JOIN residential_area a ON a.id = r.area_id LEFT JOIN safety_subject s ON s.id = r.subject_id
   WHERE ${condition}`;

/** Records that are about to change, held until the transaction ends; not found when one is out of reach. */
export async function lockRecords(tx: Tx, ids: readonly string[]): Promise<StoredRecord[]> {
  const rows = await tx.$queryRaw<StoredRecord[]>(
    sql`${stored(sql`r.id = ANY (${[...ids]}::uuid[])`)} ORDER BY r.id FOR UPDATE OF r`,
  );
  if (rows.length < ids.length) throw new AppError("not-found");
  return rows;
}

export type RecordStep = {
  id: string;
  state: SafetyState;
  happenedOn: Day;
  detail: {
    score?: number;
    selfMet?: boolean;
    decisionNumber?: string;
    decidedBy?: string;
    reason?: string;
  };
  by: string | null;
};

export type RecordView = StoredRecord & {
  unit: { ref: string; fullName: string };
  /** Where it is counted by today's boundaries, when that is another unit. */
  current: { ref: string; fullName: string } | null;
  steps: RecordStep[];
  may: Record<Act, boolean>;
};

/** A subject's year with every step it took. */
export const getRecord = query({
  permission: "safety-standard.read",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }, scope): Promise<RecordView> => {
    const [record] = await tx.$queryRaw<StoredRecord[]>(stored(sql`r.id = ${id}::uuid`));
    if (!record) throw new AppError("not-found");
    const units = await tx.$queryRaw<
      { id: number; code: string; fullName: string; validTo: Day | null }[]
    >(sql`
      SELECT id, code, full_name AS "fullName", valid_to::text AS "validTo" FROM unit
       WHERE id IN (${record.unitId}, ${record.currentId})`);
    const named = units.map((unit) => ({ id: unit.id, ref: unitRef(unit), fullName: unit.fullName }));
    const own = named.find((unit) => unit.id === record.unitId);
    if (!own) throw new AppError("not-found");
    return {
      ...record,
      unit: own,
      current: named.find((unit) => unit.id !== record.unitId) ?? null,
      steps: await stepsOf(tx, id),
      may: actsFor(scope, record),
    };
  },
});

const stepsOf = (tx: Tx, id: string) =>
  tx.$queryRaw<RecordStep[]>(sql`
    SELECT s.id::text, s.state::text, s.happened_on::text AS "happenedOn", s.detail, coalesce(u.title, u.name) AS by
      FROM safety_step s LEFT JOIN app_user u ON u.id = s.written_by_id WHERE s.record_id = ${id}::uuid ORDER BY s.id DESC LIMIT 100`);

/** What the reader may do next: the level that decides decides, a ward does the rest of what it registered or counts. */
function actsFor(scope: Scope, record: StoredRecord): Record<Act, boolean> {
  const level = decidedByCity(record.kind) ? "communes" : "records";
  const needed = {
    score: "safety-standard.records.score",
    propose: "safety-standard.records.propose",
    recognize: `safety-standard.${level}.recognize`,
    refuse: `safety-standard.${level}.refuse`,
    revoke: `safety-standard.${level}.revoke`,
    withdraw: "safety-standard.records.withdraw",
  } as const;
  return Object.fromEntries(
    acts.map((act) => [act, canDo(act, record) && may(scope, needed[act]) && writes(scope, record)]),
  ) as Record<Act, boolean>;
}

/** A moved area's years are written on by the unit it is in today, too (app_writes_record). */
function writes(scope: Scope, { unitId, currentId }: StoredRecord): boolean {
  const own = reach(scope, "safety-standard.read");
  return own === "all" || own.includes(unitId) || own.includes(currentId);
}

/** One that can be registered, or is. */
export type Candidate = {
  kind: SafetyKind;
  id: string | null;
  name: string;
  areaKind: AreaKind | null;
  recordId: string | null;
  state: SafetyState | null;
  /** Whether it was registered the year before. */
  lastYear: boolean;
};

/** Who is of a unit on a day, with where each stands in a year. */
export const candidatesOf = (tx: Tx, unitId: number, year: number, day: Day): Promise<Candidate[]> =>
  tx.$queryRaw<Candidate[]>(sql`
    SELECT c.kind::text, c.id, c.name, c.area_kind AS "areaKind", c.record_id AS "recordId", r.state::text,
           EXISTS (SELECT FROM safety_record l WHERE l.year = ${year - 1} AND l.state <> 'withdrawn'
             AND CASE WHEN c.id IS NULL THEN l.kind = 'commune' AND app_carrier(l.unit_id, ${day}::date) = ${unitId} ELSE c.id IN (l.area_id, l.subject_id) END) AS "lastYear"
      FROM (${considered(year, day)}) c LEFT JOIN safety_record r ON r.id = c.record_id WHERE c.then_id = ${unitId}
     ORDER BY c.kind = 'commune' DESC, c.kind, length(c.name), c.name COLLATE "vi-x-icu", c.id`);

/** What the form of a registration offers: who is of the unit on the last day of the year it existed, or today. */
export const newRegistration = query({
  permission: "safety-standard.records.register",
  input: registrationView,
  run: async (tx, { ref, year, from }, scope) => {
    const unit = await findUnit(tx, scope, ref);
    const day = registrableDay(unit, year);
    if (!day) throw new AppError("not-found");
    const all = await candidatesOf(tx, unit.id, year, day);
    const open = all.filter(({ state }) => !isRegistered(state));
    return {
      unit: { ...unit, ref: unitRef(unit) },
      day,
      registered: all.length - open.length,
      lastYear: all.filter(({ lastYear }) => lastYear).length,
      open: open.map((row) => ({ ...row, chosen: from === "all" || row.lastYear })),
    };
  },
});

/** The day whose list a registration starts from; undefined when the unit did not exist in the year. */
function registrableDay(unit: UnitOption, year: number): Day | undefined {
  if (yearFault(year, today())) return undefined;
  const day = earlier(countingDay(year, today()), unit.validTo ?? "9999-12-31");
  return day >= `${year}-01-01` && existedOn(unit, day) ? day : undefined;
}

export type Waiting = {
  id: string;
  kind: SafetyKind;
  name: string;
  score: number | null;
  proposedOn: Day | null;
};
const waitingView = z.object({
  ref: registrationView.shape.ref,
  year: registrationView.shape.year,
  act: z.enum(["propose", "recognize"]),
});

/**
 * What can be proposed, or recognised by one decision, in a unit's year: everybody but the commune itself. An area waits
 * where it is today, or was on a former unit's last day.
 */
export const listWaiting = query({
  permission: "safety-standard.records.propose",
  input: waitingView,
  run: async (tx, { ref, year, act }, scope) => {
    const unit = await findUnit(tx, scope, ref);
    const decides = may(scope, "safety-standard.records.recognize");
    if (act === "recognize" && !decides) throw new AppError("denied");
    const day = earlier(unit.validTo ?? "9999-12-31", today());
    const rows = await tx.$queryRaw<Waiting[]>(sql`
      SELECT r.id, r.kind::text, coalesce(a.name, s.name) AS name, r.score, r.proposed_on::text AS "proposedOn"
        FROM safety_record r LEFT JOIN residential_area a ON a.id = r.area_id LEFT JOIN safety_subject s ON s.id = r.subject_id
        LEFT JOIN app_areas_on(${day}::date) o ON o.area_id = r.area_id
       WHERE r.year = ${year} AND r.kind <> 'commune'
         AND CASE WHEN r.area_id IS NULL THEN r.unit_id = ANY (app_line(${unit.id}))
                  ELSE coalesce(o.unit_id, app_area_unit(r.area_id, ${day}::date)) = ${unit.id} END
         AND ${act === "propose" ? sql`r.state = 'scored' AND r.self_met` : sql`r.state = 'proposed'`}
       ORDER BY r.kind, length(coalesce(a.name, s.name)), coalesce(a.name, s.name) COLLATE "vi-x-icu", r.id`);
    return { unit: { ref: unitRef(unit), fullName: unit.fullName }, rows };
  },
});

export type ListedRecord = {
  kind: SafetyKind;
  name: string;
  areaKind: AreaKind | null;
  unitName: string;
  unitRef: string;
  recordId: string | null;
  state: SafetyState | null;
  score: number | null;
  decidedOn: Day | null;
};

/** The rows behind the figures of a year: everybody considered in view, with where each stands; a page of them. */
export const listRecords = query({
  permission: "safety-standard.list",
  input: recordFilter,
  run: async (tx, { year, boundary, unit, kind, standing, q, page }, scope) => {
    const ids = await unitsInView(tx, scope, unit, boundary);
    const group = boundary === "current" ? sql`c.now_id` : sql`c.then_id`;
    const day = countingDay(year, today());
    const rows = await tx.$queryRaw<
      (Omit<ListedRecord, "unitRef"> & { code: string; validTo: Day | null; total: number })[]
    >(sql`
      SELECT c.kind::text, c.name, c.area_kind AS "areaKind", u.full_name AS "unitName", u.code, u.valid_to::text AS "validTo", r.id AS "recordId", r.state::text,
             r.score, r.decided_on::text AS "decidedOn", count(*) OVER ()::int AS total
        FROM (${considered(year, day)}) c JOIN unit u ON u.id = ${group} LEFT JOIN safety_record r ON r.id = c.record_id
       WHERE TRUE ${unitFilter(ids, group)} ${kind ? sql`AND c.kind = ${kind}::safety_kind` : empty} ${standing ? standingConditions[standing] : empty}
         ${q ? sql`AND ${holdsWords(sql`app_fold(c.name)`, q)}` : empty}
       ORDER BY u.full_name COLLATE "vi-x-icu", u.id, c.kind, length(c.name), c.name COLLATE "vi-x-icu", c.id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`);
    return {
      rows: rows.map(({ code, validTo, total: _, ...row }) => ({
        ...row,
        unitRef: unitRef({ code, validTo }),
      })),
      total: rows[0]?.total ?? 0,
      day,
      units: await contextUnits(tx, scope, boundary),
    };
  },
});

const standingConditions: Record<Standing, Sql> = {
  registered: sql`AND r.state <> 'withdrawn'`,
  recognized: sql`AND r.state = 'recognized'`,
  open: sql`AND r.state NOT IN ('recognized', 'withdrawn')`,
  none: sql`AND (r.state IS NULL OR r.state = 'withdrawn')`,
};
