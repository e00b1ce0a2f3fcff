import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "@/lib/core/days";
import { countsAfter, dependentHref, planChange, stateOf, type UnitState } from "@/lib/units/changes/rules";
import { carriers, existedOn } from "@/lib/units/rules";
import { carryOut, type Edge, input, inputOf, type Step, steps, unit, type World } from "./history";

const done = (units: readonly UnitState[], change: ReturnType<typeof input>) => {
  const planned = planChange(units, change);
  if ("faults" in planned) throw new Error(JSON.stringify(planned.faults));
  return planned;
};
const faultsOf = (units: readonly UnitState[], change: ReturnType<typeof input>) => {
  const planned = planChange(units, change);
  return "faults" in planned ? planned.faults : [];
};
const fault = (field: string, code: string) => ({ field, code });
const three = [unit(1), unit(2), unit(3)];

describe("what a change does", () => {
  it("renames and retypes into a new unit that keeps code and size, along an unchanged edge", () => {
    const { plan } = done(three, input("rename", { unitId: 2, name1: "Xã Sông Hậu" }));
    expect(plan.ends).toEqual([2]);
    expect(plan.begins[0]).toMatchObject({
      fullName: "Xã Sông Hậu",
      code: "10002",
      areaKm2: 20,
      population: 2_000,
      labelLat: 10,
    });
    expect(plan.edges).toEqual([{ from: 2, to: 0, kind: "unchanged", share: null }]);
    const retyped = done(three, input("retype", { unitId: 2, type1: "ward" })).plan.begins[0];
    expect(retyped).toMatchObject({ fullName: "Phường Số 2", name: "Số 2", type: "ward", areaKm2: 20 });
  });

  it("makes a township until 30/06/2025, and none after it", () => {
    const township = { unitId: 2, type1: "township" as const };
    const before = input("retype", { ...township, effectiveOn: "2025-06-30", decisionDate: "2025-05-01" });
    expect(done(three, before).plan.begins[0]).toMatchObject({ fullName: "Thị trấn Số 2" });
    expect(faultsOf(three, input("retype", { ...township, effectiveOn: "2025-07-01" }))).toEqual([
      fault("type1", "no-township:2025-06-30"),
    ]);
    const made = { name1: "Mới", type1: "township" as const, code1: "39001" };
    expect(faultsOf(three, input("create", made))).toEqual([fault("type1", "no-township:2025-06-30")]);
  });

  it("keeps the bare name where its kind was typed before it", () => {
    const made = input("create", { name1: "Xã Nhơn Ái Mới", type1: "commune", code1: "39001" });
    expect(done(three, made).plan.begins[0]).toMatchObject({
      name: "Nhơn Ái Mới",
      fullName: "Xã Nhơn Ái Mới",
    });
  });

  it("merges wholly with sums, and with a part of another without them", () => {
    const merged = { unitIds: [1, 2], name1: "Mới", type1: "ward" as const, code1: "10001" };
    const { plan } = done(three, input("merge", merged));
    expect(plan.begins).toMatchObject([{ fullName: "Phường Mới", areaKm2: 30, population: 3_000 }]);
    expect(plan.edges.map(({ from, kind }) => [from, kind])).toEqual([
      [1, "whole"],
      [2, "whole"],
    ]);
    const unknown = [unit(1, { population: null }), unit(2), unit(3)];
    expect(done(unknown, input("merge", merged)).plan.begins[0]).toMatchObject({
      areaKm2: 30,
      population: null,
    });
    const withPart = done(three, input("merge", { ...merged, partUnitIds: [3], share1: 12.5 })).plan;
    expect(withPart.ends).toEqual([1, 2, 3]);
    expect(withPart.begins).toMatchObject([{ areaKm2: null }, { fullName: "Xã Số 3", areaKm2: null }]);
    expect(withPart.edges.slice(2)).toEqual([
      { from: 3, to: 1, kind: "remainder", share: null },
      { from: 3, to: 0, kind: "part", share: 0.125 },
    ]);
  });

  it("splits with one remainder that has what the others leave (T4)", () => {
    const change = {
      unitId: 3,
      name1: "A",
      type1: "ward" as const,
      name2: "B",
      type2: "ward" as const,
      code2: "20002",
      area2: 12,
      main: ["1" as const],
    };
    const { plan } = done(three, input("split", change));
    expect(plan.begins).toMatchObject([
      { code: "10003", areaKm2: 18, population: null, labelLat: 10 },
      { code: "20002", areaKm2: 12 },
    ]);
    expect(plan.begins[1]?.labelLat).not.toBe(10);
    expect(plan.edges.map(({ to, kind }) => [to, kind])).toEqual([
      [0, "remainder"],
      [1, "part"],
    ]);
  });

  it("transfers a part between two that go on, and dissolves into those there are", () => {
    const moved = done(three, input("transfer", { unitId: 1, toUnitId: 2, share1: 20, area1: 25 })).plan;
    expect(moved.begins).toMatchObject([
      { fullName: "Xã Số 1", areaKm2: 5 },
      { fullName: "Xã Số 2", areaKm2: 25 },
    ]);
    expect(moved.edges).toEqual([
      { from: 1, to: 0, kind: "remainder", share: null },
      { from: 1, to: 1, kind: "part", share: 0.2 },
      { from: 2, to: 1, kind: "unchanged", share: null },
    ]);
    const gone = done(three, input("dissolve", { unitId: 1, toUnitId: 2 })).plan;
    expect(gone.begins).toMatchObject([{ fullName: "Xã Số 2", areaKm2: 30 }]);
    expect(gone.edges.map(({ from, kind }) => [from, kind])).toEqual([
      [1, "whole"],
      [2, "unchanged"],
    ]);
    const shared = done(three, input("dissolve", { unitId: 1, toUnitId: 2, partUnitIds: [3] })).plan;
    expect(shared.edges.map(({ from, to, kind }) => [from, to, kind])).toEqual([
      [1, 0, "remainder"],
      [2, 0, "unchanged"],
      [1, 1, "part"],
      [3, 1, "unchanged"],
    ]);
  });
});

describe("what a change cannot be", () => {
  const merge = (more: object) => input("merge", { name1: "M", type1: "ward", code1: "20001", ...more });
  const split = (more: object) =>
    input("split", {
      unitId: 1,
      name1: "A",
      type1: "ward",
      name2: "B",
      type2: "ward",
      code2: "20002",
      ...more,
    });

  it("a merger of fewer than two, or of a unit with itself", () => {
    expect(faultsOf(three, merge({ unitIds: [1] }))).toEqual([fault("unitIds", "too-few-units")]);
    expect(faultsOf(three, merge({ partUnitIds: [1, 2] }))).toEqual([fault("unitIds", "too-few-units")]);
    expect(faultsOf(three, merge({ unitIds: [1, 2], partUnitIds: [2] }))).toEqual([
      fault("partUnitIds", "named-twice:Xã Số 2"),
    ]);
  });

  it("a split without a main successor, with two, or with one that is not there", () => {
    expect(faultsOf(three, split({}))).toEqual([fault("main", "main-missing")]);
    expect(faultsOf(three, split({ main: ["1", "2"] }))).toContainEqual(fault("main", "main-twice"));
    expect(faultsOf(three, split({ main: ["4"] }))).toContainEqual(fault("main", "main-missing"));
    expect(faultsOf(three, split({ main: ["1"], share1: 60, share2: 50 }))).toEqual([
      fault("share1", "shares-over"),
    ]);
    expect(faultsOf(three, split({ main: ["1"], code3: "20003" }))).toEqual([fault("name3", "required")]);
  });

  it("a receiver among the givers", () => {
    expect(faultsOf(three, input("transfer", { unitId: 1, toUnitId: 1 }))).toEqual([
      fault("toUnitId", "named-twice:Xã Số 1"),
    ]);
    expect(faultsOf(three, input("dissolve", { unitId: 1, toUnitId: 2, partUnitIds: [1] }))).toEqual([
      fault("partUnitIds", "named-twice:Xã Số 1"),
    ]);
  });

  it("before a unit's start, on it, after its end, twice a day, or before a later change", () => {
    const on = (more: Partial<UnitState>) =>
      faultsOf([unit(1, more)], input("rename", { unitId: 1, name1: "M" }));
    expect(on({ validFrom: "2026-05-31" })).toEqual([]);
    expect(on({ validFrom: "2026-06-01" })).toEqual([fault("unitId", "begins-that-day:2026-06-01|Xã Số 1")]);
    expect(on({ validFrom: "2026-07-01" })).toEqual([fault("unitId", "not-yet:2026-07-01|Xã Số 1")]);
    expect(on({ validTo: "2026-05-30" })).toEqual([fault("unitId", "ended:2026-05-30|Xã Số 1")]);
    expect(on({ validTo: "2026-05-31" })).toEqual([fault("unitId", "changes-that-day:2026-06-01|Xã Số 1")]);
    expect(on({ validTo: "2026-12-31" })).toEqual([fault("unitId", "changes-later:2027-01-01|Xã Số 1")]);
    expect(faultsOf(three, input("rename", { unitId: 9, name1: "M" }))).toEqual([
      fault("unitId", "unknown-choice"),
    ]);
  });

  it("a code somebody has from that day on, by day (T5); one that ends with the change is free", () => {
    const renamed = (units: UnitState[], code1: string) =>
      faultsOf(units, input("rename", { unitId: 1, name1: "M", code1 }));
    expect(renamed(three, "10002")).toEqual([fault("code1", "code-taken:Xã Số 2")]);
    expect(renamed([unit(1), unit(2, { validTo: "2026-05-31" })], "10002")).toEqual([]);
    expect(renamed([unit(1), unit(2, { validTo: "2026-06-01" })], "10002")).toEqual([
      fault("code1", "code-taken:Xã Số 2"),
    ]);
    expect(renamed([unit(1), unit(2, { validFrom: "2027-01-01" })], "10002")).toEqual([
      fault("code1", "code-taken:Xã Số 2"),
    ]);
    expect(faultsOf(three, merge({ unitIds: [1, 2], code1: "10002" }))).toEqual([]);
    expect(faultsOf(three, split({ main: ["1"], code2: "10001" }))).toEqual([
      fault("code2", "code-twice:10001"),
    ]);
  });

  it("the same name twice; a full name in force is only asked about", () => {
    expect(faultsOf(three, split({ main: ["1"], name2: "a" }))).toEqual([
      fault("name2", "name-twice:Phường a"),
    ]);
    const named = (more: object) =>
      done(three, input("rename", { unitId: 1, name1: "Số 2", ...more })).sameName.map(({ id }) => id);
    expect(named({})).toEqual([2]);
    expect(done(three, input("retype", { unitId: 1, type1: "ward", name1: "Số 2" })).sameName).toEqual([]);
  });
});

it("waits for its day, then is in effect, unless it was undone", () => {
  expect(stateOf({ effectiveOn: "2026-06-01", undone: false }, "2026-05-31")).toBe("waiting");
  expect(stateOf({ effectiveOn: "2026-06-01", undone: false }, "2026-06-01")).toBe("in-effect");
  expect(stateOf({ effectiveOn: "2026-06-01", undone: true }, "2026-05-31")).toBe("undone");
});

/** Plays a history; each step takes effect so many days after the one before. */
function play(list: readonly Step[], each: (before: World, after: World, on: Day) => void = () => {}) {
  let world: World = { units: [1, 2, 3, 4, 5, 6].map((id) => unit(id)), edges: [] };
  let day = "2020-01-01";
  let number = 50_000;
  for (const step of list) {
    day = addDays(day, step.days);
    const open = world.units.filter(({ validTo }) => validTo === null);
    const change = inputOf(step, open, day, () => String(++number));
    if (!change) continue;
    const planned = planChange(world.units, change);
    if ("faults" in planned) throw new Error(`${step.kind}: ${JSON.stringify(planned.faults)}`);
    const after = carryOut(world, planned.plan, day);
    each(world, after, day);
    world = after;
  }
  return { ...world, last: day };
}

describe("random histories", () => {
  const rows = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 6_000 })), { maxLength: 60 });

  it("every row counts exactly once by the boundaries of any day, and the units of that day sum to all rows", () => {
    fc.assert(
      fc.property(steps(12), rows, fc.integer({ min: 0, max: 6_000 }), (list, places, shift) => {
        const { units, edges, last } = play(list);
        const day = addDays("2020-01-01", shift);
        // A row belongs to a unit that existed on its day (T3).
        const written = places.flatMap(([pick, after]) => {
          const on = addDays("2019-06-01", after);
          const there = units.filter((known) => existedOn(known, on));
          const unitId = there[pick % Math.max(1, there.length)]?.id;
          return unitId === undefined || on > day ? [] : [{ unitId, on }];
        });
        const ids = units.map(({ id }) => id);
        const to = carriers(ids, edges, day);
        const current = new Map<number, number>();
        const own = new Map<number, number>();
        for (const { unitId } of written) {
          const carrier = to.get(unitId) as number;
          current.set(carrier, (current.get(carrier) ?? 0) + 1);
          own.set(unitId, (own.get(unitId) ?? 0) + 1);
        }
        const sum = (counts: Map<number, number>) => [...counts.values()].reduce((a, b) => a + b, 0);
        expect(sum(current)).toBe(written.length);
        expect(sum(own)).toBe(written.length);
        for (const carrier of current.keys())
          expect(existedOn(units.find(({ id }) => id === carrier) as UnitState, day)).toBe(true);
        // At the time, a unit's total is its own rows; by today's boundaries it is the sum of its line's.
        for (const [carrier, count] of current)
          expect(
            ids.filter((id) => to.get(id) === carrier).reduce((all, id) => all + (own.get(id) ?? 0), 0),
          ).toBe(count);
        expect(() => carriers(ids, edges, last)).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });

  it("lineage never overlaps or turns back, each unit has one carrier at most, a code one holder a day", () => {
    fc.assert(
      fc.property(steps(12), (list) => {
        const { units, edges } = play(list);
        const of = (id: number) => units.find((known) => known.id === id) as UnitState;
        for (const { predecessorId, successorId, effectiveOn } of edges) {
          expect(of(successorId).validFrom).toBe(effectiveOn);
          expect(of(predecessorId).validTo).toBe(addDays(effectiveOn, -1));
        }
        for (const { id, validTo } of units) {
          const out = edges.filter(({ predecessorId }) => predecessorId === id);
          expect(out.filter(({ kind }) => kind !== "part")).toHaveLength(validTo === null ? 0 : 1);
        }
        for (const a of units)
          for (const b of units)
            if (a.id < b.id && a.code === b.code)
              expect(
                (a.validTo !== null && (b.validFrom ?? "") > a.validTo) ||
                  (b.validTo !== null && (a.validFrom ?? "") > b.validTo),
              ).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("the totals shown before are those after: what ends goes on in one unit of the plan", () => {
    fc.assert(
      fc.property(steps(8), (list) => {
        play(list, (before, after, on) => {
          const counts = new Map(before.units.map(({ id }) => [id, { rows: id }]));
          const begun = after.units.slice(before.units.length).map(({ id }) => id);
          const added = after.edges.slice(before.edges.length);
          const plan = {
            ends: [...new Set(added.map(({ predecessorId }) => predecessorId))],
            begins: begun.map(() => ({}) as never),
            edges: added.map((edge: Edge) => ({
              from: edge.predecessorId,
              to: begun.indexOf(edge.successorId),
              kind: edge.kind,
              share: null,
            })),
          };
          const sum = plan.ends.reduce((all, id) => all + id, 0);
          expect(countsAfter(plan, counts).reduce((all, { rows = 0 }) => all + rows, 0)).toBe(sum);
          expect(on > "2020-01-01").toBe(true);
        });
      }),
    );
  });

  it("the last change can be undone: without what it began, and with its units open again, all is as before", () => {
    fc.assert(
      fc.property(steps(8), (list) => {
        play(list, (before, after, on) => {
          const kept = after.units
            .filter(({ validFrom }) => validFrom !== on)
            .map((known) => (known.validTo === addDays(on, -1) ? { ...known, validTo: null } : known));
          expect(kept).toEqual(before.units);
          expect(after.edges.filter(({ effectiveOn }) => effectiveOn !== on)).toEqual(before.edges);
        });
      }),
    );
  });
});

it("names the unit with its first day wherever records are found, since a code is used again (T5)", () => {
  const ref = "31150@2026-01-01";
  const sources = [
    "outreach_session",
    "session_plan",
    "nil_declaration",
    "award",
    "model_point",
    "unit_fact",
    "safety_record",
    "residential_area",
    "unit_post",
    "unheard_of",
  ];
  for (const source of sources) expect(dependentHref(source, ref), source).toContain(ref);
});
