import { addDays, type Day } from "@/lib/core/days";
import { fold } from "@/lib/core/format";
import type { SuccessionKind, UnitType } from "@/prisma/client/enums";
import { lastFormerDay } from "../schema";
import { type ChangeState, type Row, rows } from "./catalog";
import {
  besides,
  type Extent,
  labelOf,
  leftOf,
  noSize,
  shareOf,
  sizeOf,
  sumOf,
  typedExtent,
} from "./extents/rules";
import type { ChangeInput } from "./schema";

/** A unit as the rules see it. */
export type UnitState = {
  id: number;
  code: string;
  name: string;
  fullName: string;
  type: UnitType;
  validFrom: Day | null;
  validTo: Day | null;
  areaKm2: number | null;
  population: number | null;
  labelLat: number | null;
  labelLon: number | null;
};

/** A unit that comes of a change. */
export type BegunUnit = Omit<UnitState, "id" | "validFrom" | "validTo"> & {
  /** Whose province, district and the like it keeps; null for a unit made of nothing. */
  like: number | null;
  /** The row of the form that names it; null for a unit that only goes on. */
  row: Row | null;
};

/** `to` is a place in the plan's `begins`; `share` runs from 0 to 1. */
export type PlannedEdge = { from: number; to: number; kind: SuccessionKind; share: number | null };

/** What a change does: units that end the day before, units that begin on the day, and what passes into what. */
export type Plan = { ends: number[]; begins: BegunUnit[]; edges: PlannedEdge[] };
/** A field and why: a code, or "code:day|name". */
export type Fault = { field: string; code: string };
type Planned =
  | {
      plan: Plan /** Units in force on the day that have the full name of one to come. */;
      sameName: UnitState[];
    }
  | { faults: Fault[] };

/** The first word of a unit's full name: it is part of the name, whatever language the screen speaks. */
const typeNames: Record<UnitType, string> = { ward: "Phường", commune: "Xã", township: "Thị trấn" };

/** "Phường Phú Lợi" and "Phú Lợi" name the same unit. */
const bareName = (typed: string): string => typed.replace(/^(phường|xã|thị trấn)\s+(?=\S)/iu, "");

/**
 * What a change of units does, or why it cannot be. Every unit it touches ends the day before and goes on as a new
 * one, so that records stay where they were written. Lineage runs forward in time and a unit changes once a day:
 * neither circles nor overlaps can come of it (T3–T5).
 */
export function planChange(units: readonly UnitState[], input: ChangeInput): Planned {
  const faults: Fault[] = [];
  const draft = draftOf(units, input, faults);
  const untimely = [...draft.touched].flatMap(([id, field]): Fault[] => {
    const unit = units.find((known) => known.id === id);
    const code = unit ? touchFault(unit, input.effectiveOn) : "unknown-choice";
    return code ? [{ field, code }] : [];
  });
  const ends = [...draft.touched.keys()];
  const plan = { ends, begins: draft.begins, edges: draft.edges };
  // The code of a unit that has already gone on is its successor's: that is told once, at the unit.
  if (untimely.length === 0) faults.push(...codeFaults(units, plan, input.effectiveOn));
  faults.push(...untimely, ...nameFaults(plan), ...typeFaults(plan, input.effectiveOn));
  const first = faults.filter(({ field }, at) => faults.findIndex((other) => other.field === field) === at);
  return first.length > 0 ? { faults: first } : { plan, sameName: sameNames(units, plan, input.effectiveOn) };
}

type Draft = { touched: Map<number, string>; begins: BegunUnit[]; edges: PlannedEdge[] };

function draftOf(units: readonly UnitState[], input: ChangeInput, faults: Fault[]): Draft {
  const draft: Draft = { touched: new Map(), begins: [], edges: [] };
  const fault = (field: string, code: string) => faults.push({ field, code });
  const unitOf = (id: number | undefined) => units.find((unit) => unit.id === id);
  /** A unit that the change ends; one that is named twice is told. */
  const touch = (id: number | undefined, field: string): UnitState | undefined => {
    if (id === undefined) fault(field, "required-choice");
    else if (draft.touched.has(id)) fault(field, `named-twice:${unitOf(id)?.fullName ?? ""}`);
    else draft.touched.set(id, field);
    return unitOf(id);
  };
  const begin = (unit: BegunUnit): number => draft.begins.push(unit) - 1;
  const pass = (from: UnitState | undefined, to: number, kind: SuccessionKind, share: number | null = null) =>
    from && draft.edges.push({ from: from.id, to, kind, share });
  /** The unit goes on under its name: only its extent changed. */
  const goOn = (unit: UnitState, row: Row | null, extent: Extent) =>
    begin({ ...carriedOn(unit), ...extent, row });

  switch (input.kind) {
    case "create":
      begin(newUnit(input, "1", undefined, {}));
      break;
    case "rename":
    case "retype": {
      const unit = touch(input.unitId, "unitId");
      if (!unit) break;
      const next = newUnit(input, "1", unit, sizeOf(unit));
      if (input.kind === "rename" && next.name === unit.name) fault("name1", "same-name");
      if (input.kind === "retype" && next.type === unit.type) fault("type1", "same-type");
      pass(unit, begin(next), "unchanged");
      break;
    }
    case "merge": {
      const wholes = input.unitIds.map((id) => touch(id, "unitIds"));
      const parts = input.partUnitIds.map((id) => touch(id, "partUnitIds"));
      if (wholes.length === 0 || wholes.length + parts.length < 2) fault("unitIds", "too-few-units");
      if (parts.length !== 1 && input.share1 !== undefined) fault("share1", "share-of-one");
      const whole = wholes.filter((unit) => unit !== undefined);
      const largest = [...whole].sort((a, b) => (b.areaKm2 ?? 0) - (a.areaKm2 ?? 0))[0];
      const sum = parts.length > 0 ? {} : sumOf(whole);
      const merged = begin(newUnit(input, "1", largest, { ...labelOf(largest), ...sum }));
      for (const unit of whole) pass(unit, merged, "whole");
      for (const unit of parts) {
        if (!unit) continue;
        pass(unit, goOn(unit, null, noSize), "remainder");
        pass(unit, merged, "part", shareOf(input, "1"));
      }
      break;
    }
    case "split":
      split(input, touch(input.unitId, "unitId"), { begin, pass, fault });
      break;
    case "transfer": {
      const giver = touch(input.unitId, "unitId");
      const receiver = touch(input.toUnitId, "toUnitId");
      if (!giver || !receiver || giver === receiver) break;
      const after = typedExtent(input, "1");
      const left = { ...leftOf(sumOf([giver, receiver]), [after]), ...typedExtent(input, "2") };
      pass(giver, goOn(giver, "2", { ...noSize, ...left }), "remainder");
      const to = goOn(receiver, "1", { ...noSize, ...after });
      pass(giver, to, "part", shareOf(input, "1"));
      pass(receiver, to, "unchanged");
      break;
    }
    case "dissolve": {
      const unit = touch(input.unitId, "unitId");
      const main = touch(input.toUnitId, "toUnitId");
      const others = input.partUnitIds.map((id) => touch(id, "partUnitIds"));
      if (!unit || !main) break;
      const sum = others.length > 0 ? noSize : { ...noSize, ...sumOf([unit, main]) };
      const to = goOn(main, "1", { ...sum, ...typedExtent(input, "1") });
      pass(unit, to, others.length > 0 ? "remainder" : "whole");
      pass(main, to, "unchanged");
      for (const other of others) {
        if (!other) continue;
        const part = goOn(other, null, noSize);
        pass(unit, part, "part");
        pass(other, part, "unchanged");
      }
      break;
    }
  }
  return draft;
}

type Tools = {
  begin: (unit: BegunUnit) => number;
  pass: (from: UnitState | undefined, to: number, kind: SuccessionKind, share: number | null) => unknown;
  fault: (field: string, code: string) => unknown;
};

function split(input: ChangeInput, unit: UnitState | undefined, { begin, pass, fault }: Tools) {
  const filled = rows.filter((row) => input[`name${row}`] !== undefined);
  for (const row of rows) {
    if (filled.includes(row) && input[`type${row}`] === undefined) fault(`type${row}`, "required-choice");
    const stray = (["type", "code", "share", "area", "population", "point"] as const).some(
      (field) => input[`${field}${row}`] !== undefined,
    );
    if (!filled.includes(row) && stray) fault(`name${row}`, "required");
  }
  if (filled.length < 2) fault("name2", "too-few-successors");
  if (input.main.length !== 1) fault("main", input.main.length === 0 ? "main-missing" : "main-twice");
  else if (!filled.includes(input.main[0] as Row)) fault("main", "main-missing");
  const sum = filled.reduce((total, row) => total + (shareOf(input, row) ?? 0), 0);
  if (sum > 1.00001) fault("share1", "shares-over");
  if (!unit) return;
  const others = filled.filter((row) => !input.main.includes(row));
  filled.forEach((row, at) => {
    const isMain = input.main.includes(row);
    const rest = isMain
      ? leftOf(
          unit,
          others.map((other) => typedExtent(input, other)),
        )
      : {};
    const label = isMain ? labelOf(unit) : besides(unit, at);
    if (!isMain && input.main.length === 1 && input[`code${row}`] === undefined)
      fault(`code${row}`, "required");
    pass(
      unit,
      begin(newUnit(input, row, unit, { ...label, ...rest })),
      isMain ? "remainder" : "part",
      shareOf(input, row),
    );
  });
}

const carriedOn = ({ id, validFrom: _, validTo: __, ...unit }: UnitState) => ({ ...unit, like: id });

/** A unit a row of the form names; what the row leaves empty it has from the unit it comes of. */
function newUnit(input: ChangeInput, row: Row, of: UnitState | undefined, extent: Extent): BegunUnit {
  const type = input[`type${row}`] ?? of?.type ?? "commune";
  const name = bareName(input[`name${row}`] ?? of?.name ?? "");
  return {
    code: input[`code${row}`] ?? of?.code ?? "",
    name,
    fullName: `${typeNames[type]} ${name}`,
    type,
    ...noSize,
    labelLat: null,
    labelLon: null,
    ...extent,
    ...typedExtent(input, row),
    like: of?.id ?? null,
    row,
  };
}

/** Why a unit cannot change on a day: it has to be there the day before, and not to change on or after it. */
function touchFault(unit: UnitState, on: Day): string | undefined {
  const { validFrom, validTo, fullName } = unit;
  if (validFrom !== null && validFrom === on) return `begins-that-day:${on}|${fullName}`;
  if (validFrom !== null && validFrom > on) return `not-yet:${validFrom}|${fullName}`;
  if (validTo === null) return undefined;
  const change = addDays(validTo, 1);
  if (change === on) return `changes-that-day:${on}|${fullName}`;
  return change < on ? `ended:${validTo}|${fullName}` : `changes-later:${change}|${fullName}`;
}

/** A code names one unit at a time: it must be free from the day on (T5). */
function codeFaults(units: readonly UnitState[], plan: Plan, on: Day): Fault[] {
  return plan.begins.flatMap(({ code, row }, at) => {
    const field = `code${row ?? "1"}`;
    if (plan.begins.findIndex((other) => other.code === code) !== at)
      return [{ field, code: `code-twice:${code}` }];
    const holder = units.find(
      (unit) =>
        unit.code === code && !plan.ends.includes(unit.id) && (unit.validTo === null || unit.validTo >= on),
    );
    return holder ? [{ field, code: `code-taken:${holder.fullName}` }] : [];
  });
}

const nameFaults = ({ begins }: Plan): Fault[] =>
  begins.flatMap(({ fullName, row }, at) =>
    begins.findIndex((other) => fold(other.fullName) === fold(fullName)) === at
      ? []
      : [{ field: `name${row ?? "1"}`, code: `name-twice:${fullName}` }],
  );

/** After that day there are communes, wards and special zones only (Law 72/2025/QH15, Art. 1). */
const typeFaults = ({ begins }: Plan, on: Day): Fault[] =>
  on <= lastFormerDay
    ? []
    : begins.flatMap(({ type, row }) =>
        type === "township" ? [{ field: `type${row ?? "1"}`, code: `no-township:${lastFormerDay}` }] : [],
      );

const sameNames = (units: readonly UnitState[], plan: Plan, on: Day): UnitState[] =>
  units.filter(
    (unit) =>
      !plan.ends.includes(unit.id) &&
      (unit.validFrom === null || unit.validFrom <= on) &&
      (unit.validTo === null || unit.validTo >= on) &&
      plan.begins.some(({ fullName }) => fullName.normalize("NFC") === unit.fullName.normalize("NFC")),
  );

/** The place in `begins` that carries a unit's records on; undefined for a unit the change leaves alone. */
export const carrierIn = ({ edges }: Pick<Plan, "edges">, id: number): number | undefined =>
  edges.find(({ from, kind }) => from === id && kind !== "part")?.to;

/** Counts by what is counted. */
export type Counts = Record<string, number>;

/** What each unit to come will show by the boundaries of the day: all that the units it carries on showed. */
export function countsAfter(
  plan: Pick<Plan, "ends" | "begins" | "edges">,
  before: ReadonlyMap<number, Counts>,
): Counts[] {
  const after: Counts[] = plan.begins.map(() => ({}));
  for (const id of plan.ends) {
    const counts = after[carrierIn(plan, id) ?? -1];
    if (!counts) continue;
    for (const [what, count] of Object.entries(before.get(id) ?? {}))
      counts[what] = (counts[what] ?? 0) + count;
  }
  return after;
}

export const stateOf = (
  { effectiveOn, undone }: { effectiveOn: Day; undone: boolean },
  on: Day,
): ChangeState => (undone ? "undone" : effectiveOn > on ? "waiting" : "in-effect");

/** Where the records that hang on a unit are found; the unit as code@first day, since codes are used again (T5). */
export function dependentHref(source: string, ref: string): string {
  const unit = `unit=${ref}&boundary=historical`;
  if (source === "outreach_session") return `/outreach-sessions?${unit}`;
  if (source === "session_plan") return `/outreach-sessions/calendar?${unit}`;
  if (source === "session_template") return "/outreach-sessions/templates";
  if (source === "nil_declaration") return `/outreach-sessions/totals?${unit}`;
  if (source === "award") return `/awards?${unit}`;
  if (source === "app_user") return "/users";
  if (source === "unit_boundary") return "/map/boundaries";
  if (source === "unit_fact") return `/units/${ref}/facts`;
  if (source.startsWith("residential_area")) return `/units/${ref}/areas`;
  if (source.startsWith("safety_")) return `/safety-standard/${ref}`;
  if (/^(model_point|point_|indicator_|recognition)/.test(source))
    return `/security-models/points?status=all&${unit}`;
  return `/units/${ref}`;
}
