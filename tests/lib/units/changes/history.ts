import * as fc from "fast-check";
import { addDays, type Day } from "@/lib/core/days";
import type { ChangeKind } from "@/lib/units/changes/catalog";
import type { Plan, UnitState } from "@/lib/units/changes/rules";
import type { ChangeInput } from "@/lib/units/changes/schema";

/** An edge as it stands once a plan was carried out. */
export type Edge = {
  predecessorId: number;
  successorId: number;
  kind: "whole" | "unchanged" | "part" | "remainder";
  effectiveOn: Day;
};
export type World = { units: UnitState[]; edges: Edge[] };

export const unit = (id: number, more: Partial<UnitState> = {}): UnitState => ({
  id,
  code: String(10_000 + id),
  name: `Số ${id}`,
  fullName: `Xã Số ${id}`,
  type: "commune",
  validFrom: null,
  validTo: null,
  areaKm2: 10 * id,
  population: 1_000 * id,
  labelLat: 10,
  labelLon: 105,
  ...more,
});

export const input = (kind: ChangeKind, more: Partial<ChangeInput> = {}): ChangeInput => ({
  kind,
  unitIds: [],
  partUnitIds: [],
  main: [],
  effectiveOn: "2026-06-01",
  decisionNumber: "01/NQ",
  decisionDate: "2026-05-01",
  ...more,
});

/** The world after a plan, as the commands leave it; `next` is the first id that is free. */
export function carryOut({ units, edges }: World, plan: Plan, on: Day): World {
  const next = Math.max(0, ...units.map(({ id }) => id)) + 1;
  return {
    units: [
      ...units.map((unit) => (plan.ends.includes(unit.id) ? { ...unit, validTo: addDays(on, -1) } : unit)),
      ...plan.begins.map(({ like: _, row: __, ...begun }, at) => ({
        ...begun,
        id: next + at,
        validFrom: on,
        validTo: null,
      })),
    ],
    edges: [
      ...edges,
      ...plan.edges.map(({ from, to, kind }) => ({
        predecessorId: from,
        successorId: next + to,
        kind,
        effectiveOn: on,
      })),
    ],
  };
}

/** A step of a random history: what is done, to which of the units there are, after how many days. */
export type Step = { kind: ChangeKind; picks: number[]; days: number };
export const steps = (most: number) =>
  fc.array(
    fc.record({
      kind: fc.constantFrom<ChangeKind>(
        "create",
        "rename",
        "retype",
        "merge",
        "split",
        "transfer",
        "dissolve",
      ),
      picks: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
      days: fc.integer({ min: 1, max: 400 }),
    }),
    { minLength: 1, maxLength: most },
  );

/**
 * The change a step makes of the units in force; `fresh` gives codes and names nobody had. Some codes are used
 * again, as the law does (T5). Undefined where too few units are left.
 */
export function inputOf(
  { kind, picks }: Step,
  open: readonly UnitState[],
  on: Day,
  fresh: () => string,
): ChangeInput | undefined {
  const left = [...open];
  const pick = (at: number) => left.splice((picks[at] ?? 0) % Math.max(1, left.length), 1)[0];
  const often = (picks[5] ?? 0) % 3;
  const needed = { create: 0, rename: 1, retype: 1, merge: 3, split: 1, transfer: 2, dissolve: 3 }[kind];
  if (left.length < needed) return undefined;
  const common = { effectiveOn: on, decisionDate: "2020-01-01" };
  const name = () => `Mới ${fresh()}`;
  switch (kind) {
    case "create":
      return input(kind, { ...common, name1: name(), type1: "commune", code1: fresh() });
    case "rename":
      return input(kind, { ...common, unitId: pick(0)?.id, name1: name() });
    case "retype": {
      const unit = pick(0);
      return input(kind, { ...common, unitId: unit?.id, type1: unit?.type === "ward" ? "commune" : "ward" });
    }
    case "merge": {
      const [a, b] = [pick(0) as UnitState, pick(1) as UnitState];
      const code1 = often ? fresh() : a.code;
      const partUnitIds = often === 1 ? [(pick(2) as UnitState).id] : [];
      return input(kind, {
        ...common,
        unitIds: [a.id, b.id],
        partUnitIds,
        name1: name(),
        type1: "ward",
        code1,
      });
    }
    case "split": {
      const main = often === 0 ? ("2" as const) : ("1" as const);
      const third = often === 2 ? { name3: name(), type3: "ward" as const, code3: fresh() } : {};
      return input(kind, {
        ...common,
        unitId: pick(0)?.id,
        name1: name(),
        type1: "ward",
        ...(main === "1" ? {} : { code1: fresh() }),
        name2: name(),
        type2: "ward",
        ...(main === "2" ? {} : { code2: fresh() }),
        ...third,
        main: [main],
      });
    }
    case "transfer":
      return input(kind, { ...common, unitId: pick(0)?.id, toUnitId: pick(1)?.id });
    case "dissolve":
      return input(kind, {
        ...common,
        unitId: pick(0)?.id,
        toUnitId: pick(1)?.id,
        partUnitIds: often ? [(pick(2) as UnitState).id] : [],
      });
  }
}
