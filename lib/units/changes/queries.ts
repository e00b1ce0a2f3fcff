import * as z from "zod";
import { may } from "@/lib/core/access";
import { type Day, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { query } from "@/lib/core/query";
import { empty, sql } from "@/lib/core/sql";
import type { SuccessionKind, UnitType } from "@/prisma/client/enums";
import type { ChangeKind, ChangeState } from "./catalog";
import { type Plan, planChange, stateOf, type UnitState } from "./rules";
import { type ChangeInput, changeMake, changesView } from "./schema";
import { type Touched, touchedBy } from "./touched/queries";

const pageSize = 50;

/** A unit as a change names it, also after it was undone. */
export type NamedUnit = { id: number | null; code: string; fullName: string; type: UnitType };
export type BegunRecord = NamedUnit & {
  areaKm2: number | null;
  population: number | null;
};
export type Passage = { from: string; to: string; kind: SuccessionKind; share: number | null };

/** What a change does, in names: it is kept with the change as it read that day. */
export type Told = { ended: NamedUnit[]; begun: BegunRecord[]; passages: Passage[] };
export type Made = Told & { input: Partial<ChangeInput>; touched: Touched };

/** Every unit there was, is or will be, as the rules see it. */
export const unitStates = (tx: Tx): Promise<UnitState[]> =>
  tx.$queryRaw<UnitState[]>(sql`
    SELECT id, code, name, full_name AS "fullName", type::text, valid_from::text AS "validFrom", valid_to::text AS "validTo",
           area_km2::float8 AS "areaKm2", population, label_lat AS "labelLat", label_lon AS "labelLon" FROM unit`);

/** The plan of a change on the units as they stand; throws `invalid` with the faults, `similar` for a name that is in force. */
export async function plannedChange(tx: Tx, input: ChangeInput, acceptSimilar: boolean) {
  const units = await unitStates(tx);
  const planned = planChange(units, input);
  if ("faults" in planned) throw new AppError("invalid", { issues: planned.faults });
  if (planned.sameName.length > 0 && !acceptSimilar)
    throw new AppError("similar", {
      similar: planned.sameName.map(({ code, fullName }) => ({
        label: fullName,
        detail: code,
        href: `/units/${code}@${input.effectiveOn}`,
      })),
    });
  return { plan: planned.plan, units };
}

/** A plan in names. */
export function toldOf(units: readonly UnitState[], { ends, begins, edges }: Plan): Told {
  const unitOf = (id: number) => units.find((unit) => unit.id === id) as UnitState;
  return {
    ended: ends.map(unitOf).map(({ id, code, fullName, type }) => ({ id, code, fullName, type })),
    begun: begins.map(({ code, fullName, type, areaKm2, population }) => ({
      id: null,
      code,
      fullName,
      type,
      areaKm2,
      population,
    })),
    passages: edges.map(({ from, to, kind, share }) => ({
      from: unitOf(from).fullName,
      to: begins[to]?.fullName ?? "",
      kind,
      share,
    })),
  };
}

export type ChangeOption = { id: number; code: string; fullName: string; validFrom: Day | null };

/** What the form of a change offers: every unit without a last day. */
export const newChange = query({
  permission: "units.changes.make",
  input: z.object({}),
  run: (tx): Promise<ChangeOption[]> =>
    tx.$queryRaw<ChangeOption[]>(sql`
      SELECT id, code, full_name AS "fullName", valid_from::text AS "validFrom" FROM unit WHERE valid_to IS NULL
       ORDER BY full_name COLLATE "vi-x-icu", code`),
});

export type CheckedChange = Told & { touched: Touched; state: ChangeState };

/** What a change would do and touch; nothing is stored. */
export const checkChange = query({
  permission: "units.changes.make",
  input: changeMake,
  run: async (tx, { id: _, acceptSimilar, ...input }): Promise<CheckedChange> => {
    const { plan, units } = await plannedChange(tx, input, acceptSimilar);
    return {
      ...toldOf(units, plan),
      touched: await touchedBy(tx, plan, units, input.effectiveOn),
      state: stateOf({ effectiveOn: input.effectiveOn, undone: false }, today()),
    };
  },
});

type Stored = {
  id: string;
  kind: ChangeKind;
  effectiveOn: Day;
  decisionNumber: string;
  decisionDate: Day;
  undone: boolean;
  made: Made;
};
export type ChangeRow = Omit<Stored, "made" | "undone"> & Told & { state: ChangeState };

/** The changes, the latest first; `total` counts all of the state. */
export const listChanges = query({
  permission: "units.changes.list",
  input: changesView,
  run: async (tx, { state, page }, scope) => {
    const now = today();
    const condition = {
      waiting: sql`undone_at IS NULL AND effective_on > ${now}::date`,
      "in-effect": sql`undone_at IS NULL AND effective_on <= ${now}::date`,
      undone: sql`undone_at IS NOT NULL`,
    };
    const found = await tx.$queryRaw<(Stored & { total: number })[]>(sql`
      SELECT id, kind::text, effective_on::text AS "effectiveOn", decision_number AS "decisionNumber", decision_date::text AS "decisionDate",
             undone_at IS NOT NULL AS undone, jsonb_build_object('ended', made->'ended', 'begun', made->'begun', 'passages', made->'passages') AS made, count(*) OVER ()::int AS total
        FROM unit_change ${state ? sql`WHERE ${condition[state]}` : empty}
       ORDER BY effective_on DESC, created_at DESC, id LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}`);
    const shown = found.slice(0, pageSize);
    return {
      changes: shown.map(
        ({ total: _, made, undone, ...row }): ChangeRow => ({
          ...row,
          ...made,
          state: stateOf({ effectiveOn: row.effectiveOn, undone }, now),
        }),
      ),
      total: found[0]?.total ?? 0,
      next: found.length > pageSize,
      may: { make: may(scope, "units.changes.make") },
    };
  },
});

export type ChangeRecord = Stored & {
  note: string | null;
  version: number;
  createdAt: Date;
  createdBy: string | null;
  undoneAt: Date | null;
  undoneBy: string | null;
  undoneReason: string | null;
};

/** A change by its id, whatever became of it. */
export async function findChange(tx: Tx, id: string): Promise<ChangeRecord> {
  const [found] = await tx.$queryRaw<ChangeRecord[]>(sql`
    SELECT c.id, c.kind::text, c.effective_on::text AS "effectiveOn", c.decision_number AS "decisionNumber", c.decision_date::text AS "decisionDate",
           c.note, c.made, c.version, c.created_at AS "createdAt", m.name AS "createdBy", c.undone_at IS NOT NULL AS undone,
           c.undone_at AS "undoneAt", u.name AS "undoneBy", c.undone_reason AS "undoneReason"
      FROM unit_change c LEFT JOIN app_user m ON m.id = c.created_by_id LEFT JOIN app_user u ON u.id = c.undone_by_id
     WHERE c.id = ${id}::uuid`);
  if (!found) throw new AppError("not-found");
  return found;
}

/** One thing that keeps a change from being undone. */
export type Hanging =
  | { what: "records"; source: string; count: number; unit: string; ref: string }
  | { what: "later"; changeId: string; unit: string }
  | { what: "code"; code: string; unit: string; ref: string };

/** What hangs on a change: records of the units it began that count, later changes of them, and codes of ended units that others took. */
export async function hangsOn(tx: Tx, id: string, effectiveOn: Day): Promise<Hanging[]> {
  const begun = await tx.$queryRaw<
    { id: number; code: string; fullName: string; validFrom: Day; endedById: string | null }[]
  >(sql`
    SELECT id, code, full_name AS "fullName", valid_from::text AS "validFrom", ended_by_id AS "endedById" FROM unit
     WHERE begun_by_id = ${id}::uuid ORDER BY id`);
  const records = await tx.$queryRaw<{ source: string; unitId: number; count: number }[]>(sql`
    SELECT source, unit_id AS "unitId", sum(records)::int AS count FROM app_unit_dependents(${begun.map((unit) => unit.id)}::int[])
     GROUP BY 1, 2 ORDER BY 1, 2`);
  // Later changes are told once, also where a code went on with them.
  const later = begun.flatMap(({ fullName, endedById }): Hanging[] =>
    endedById ? [{ what: "later", changeId: endedById, unit: fullName }] : [],
  );
  const codes = await tx.$queryRaw<{ code: string; unit: string; ref: string }[]>(sql`
    SELECT p.code, o.full_name AS unit, p.code || coalesce('@' || o.valid_from, '') AS ref FROM unit p JOIN unit o ON o.code = p.code AND o.id <> p.id AND o.begun_by_id IS DISTINCT FROM ${id}::uuid
     WHERE p.ended_by_id = ${id}::uuid AND (o.valid_to IS NULL OR o.valid_to >= ${effectiveOn}::date)
       AND NOT coalesce(o.begun_by_id = ANY (${begun.flatMap(({ endedById }) => endedById ?? [])}::uuid[]), false) ORDER BY 1`);
  return [
    ...later,
    ...records.flatMap(({ unitId, ...rest }): Hanging[] => {
      const unit = begun.find((known) => known.id === unitId);
      // Its first day says which unit of that code is meant, whether that day has come or not (T5).
      return unit
        ? [{ what: "records", ...rest, unit: unit.fullName, ref: `${unit.code}@${unit.validFrom}` }]
        : [];
    }),
    ...codes.map((held): Hanging => ({ what: "code", ...held })),
  ];
}

/** A change with what was done and what became of it; for whoever may undo it, what stands in the way. */
export const getChange = query({
  permission: "units.changes.read",
  input: z.object({ id: z.uuid() }),
  run: async (tx, { id }, scope) => {
    const change = await findChange(tx, id);
    const undo = !change.undone && may(scope, "units.changes.undo");
    return {
      change,
      state: stateOf(change, today()),
      hanging: undo ? await hangsOn(tx, id, change.effectiveOn) : [],
      may: { undo },
    };
  },
});
