import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bubbleRadius,
  byValue,
  classAt,
  classesOf,
  qualifierOf,
  type Ranked,
  stepOf,
  totalOf,
  unitValue,
} from "@/lib/statistics/map/rules";
import { mapParams, readBreaks, readMapView } from "@/lib/statistics/map/schema";

const quantile = (count: number) => ({ classes: "quantile" as const, count, breaks: [] });
const equal = (count: number) => ({ classes: "equal" as const, count, breaks: [] });
const manual = (...breaks: number[]) => ({ classes: "manual" as const, count: 5, breaks });
const bare = (classes: { from: number; to: number; units: number }[]) =>
  classes.map(({ from, to, units }) => [from, to, units]);

describe("classes", () => {
  it("hold as many units each where values allow it", () => {
    const ten = Array.from({ length: 10 }, (_, index) => index + 1);
    expect(bare(classesOf(ten, quantile(5), 0))).toEqual([
      [1, 2, 2],
      [3, 4, 2],
      [5, 6, 2],
      [7, 8, 2],
      [9, 10, 2],
    ]);
  });

  it("never part equal values: with many of them there are fewer classes", () => {
    expect(bare(classesOf([4, 4, 4, 4, 4, 4, 4, 5, 6, 7, 8, 9, 9], quantile(5), 0))).toEqual([
      [4, 5, 8],
      [6, 8, 3],
      [9, 9, 2],
    ]);
    expect(bare(classesOf([4, 4, 4], quantile(6), 0))).toEqual([[4, 4, 3]]);
    expect(bare(classesOf([7], equal(5), 0))).toEqual([[7, 7, 1]]);
    expect(bare(classesOf([1, 2], quantile(6), 0))).toEqual([
      [1, 1, 1],
      [2, 2, 1],
    ]);
  });

  it("keep none apart from some, and few values apart from each other", () => {
    const few = [...Array(80).fill(0), 1, 1, 1, 1, 1, 2];
    expect(bare(classesOf(few, quantile(5), 0))).toEqual([
      [0, 0, 80],
      [1, 1, 5],
      [2, 2, 1],
    ]);
    expect(bare(classesOf([0, 0, 0, 0, 0, 12, 20, 25, 30, 40, 50], quantile(5), 0))).toEqual([
      [0, 0, 5],
      [12, 20, 2],
      [25, 25, 1],
      [30, 40, 2],
      [50, 50, 1],
    ]);
    expect(bare(classesOf([0, 0, 1], quantile(5), 0))).toEqual([
      [0, 0, 2],
      [1, 1, 1],
    ]);
    expect(bare(classesOf([0, 0], equal(5), 0))).toEqual([[0, 0, 2]]);
  });

  it("are equally wide, without those that nobody is in", () => {
    expect(bare(classesOf([1, 2, 101], equal(5), 0))).toEqual([
      [1, 20, 2],
      [81, 101, 1],
    ]);
    expect(bare(classesOf([0, 1, 101], equal(5), 0))).toEqual([
      [0, 0, 1],
      [1, 25, 1],
      [76, 101, 1],
    ]);
  });

  it("have the borders that were typed, empty ones too, and begin with the least value", () => {
    expect(bare(classesOf([3, 12, 400], manual(10, 50, 100), 0))).toEqual([
      [3, 9, 1],
      [10, 49, 1],
      [50, 99, 0],
      [100, 400, 1],
    ]);
    expect(bare(classesOf([30], manual(10), 0))).toEqual([[10, 30, 1]]);
    expect(bare(classesOf([3], manual(10), 0))).toEqual([
      [3, 9, 1],
      [10, 10, 0],
    ]);
  });

  it("are cut at numbers as they are written", () => {
    expect(bare(classesOf([0.06, 0.14, 1.26], equal(3), 1))).toEqual([
      [0.1, 0.4, 2],
      [0.9, 1.3, 1],
    ]);
    expect(classesOf([], quantile(5), 0)).toEqual([]);
  });

  it("take every value in exactly one, one after the other, whatever the values (ties, zeros, decimals)", () => {
    const values = fc.array(
      fc.oneof(
        fc.constant(0),
        fc.integer({ min: 0, max: 5_000 }),
        fc.double({ min: 0, max: 50, noNaN: true }),
      ),
      {
        minLength: 1,
        maxLength: 120,
      },
    );
    const view = fc.oneof(
      fc.integer({ min: 3, max: 6 }).map(quantile),
      fc.integer({ min: 3, max: 6 }).map(equal),
      fc
        .uniqueArray(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 5 })
        .map((list) => manual(...list.sort((a, b) => a - b))),
    );
    fc.assert(
      fc.property(values, view, fc.constantFrom(0, 1, 2), (given, how, digits) => {
        const classes = classesOf(given, how, digits);
        expect(classes.length).toBeLessThanOrEqual(6);
        expect(classes.reduce((sum, { units }) => sum + units, 0)).toBe(given.length);
        for (const [index, { from, to }] of classes.entries()) {
          expect(to).toBeGreaterThanOrEqual(from);
          const next = classes[index + 1];
          if (next) expect(next.from).toBeGreaterThan(to);
        }
        for (const value of given) {
          const at = classAt(classes, value, digits);
          expect(at).toBeGreaterThanOrEqual(0);
          expect(stepOf(at, classes.length)).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });

  it("grow darker with their values", () => {
    for (const count of [1, 2, 3, 4, 5, 6]) {
      const steps = Array.from({ length: count }, (_, index) => stepOf(index, count));
      expect([...new Set(steps)].sort()).toEqual(steps);
      expect(steps.at(-1)).toBeGreaterThanOrEqual(4);
    }
  });
});

describe("a unit's value", () => {
  it("of sessions tells a number, nil and no data apart (T17)", () => {
    expect(unitValue("sessions", { sessions: 3, entries: 4, declared: true })).toEqual({
      state: "counted",
      value: 3,
    });
    expect(unitValue("sessions", { sessions: 0, entries: 2 })).toEqual({ state: "counted", value: 0 });
    expect(unitValue("sessions", { declared: true })).toEqual({ state: "nil", value: 0 });
    expect(unitValue("sessions", {})).toEqual({ state: "none", value: null });
  });

  it("per 10,000 people is no data where either is not known, and 0 where nil was declared", () => {
    expect(unitValue("sessions-per-10k", { sessions: 5, entries: 5, population: 20_000 }).value).toBe(2.5);
    expect(unitValue("sessions-per-10k", { sessions: 5, entries: 5, population: null }).state).toBe("none");
    expect(unitValue("sessions-per-10k", { population: 20_000 }).state).toBe("none");
    expect(unitValue("sessions-per-10k", { declared: true, population: 20_000 })).toEqual({
      state: "nil",
      value: 0,
    });
  });

  it("of sizes is a lower bound where a point never gave one, and none where no point did", () => {
    expect(unitValue("members", { points: 3, members: 40, membersUnknown: 1 })).toEqual({
      state: "counted",
      value: 40,
      atLeast: true,
    });
    expect(unitValue("teams", { points: 2, teams: 0, teamsUnknown: 2 })).toEqual({
      state: "none",
      value: null,
    });
    expect(unitValue("teams", {})).toEqual({ state: "counted", value: 0 });
  });

  it("of the rural standard is inapplicable without communes, and a share of the base otherwise", () => {
    expect(unitValue("standard", {}).state).toBe("inapplicable");
    expect(unitValue("standard-share", { communes: 3, standard: 2 })).toEqual({
      state: "counted",
      value: 2 / 3,
      base: 3,
    });
    expect(unitValue("exemplary", { communes: 3 })).toEqual({ state: "counted", value: 0, base: 3 });
  });

  it("of a unit nobody counted is no data, never 0", () => {
    expect(unitValue("population", { population: null }).state).toBe("none");
    expect(unitValue("density", { population: 10, area: null }).state).toBe("none");
    expect(unitValue("density", { population: 10, area: 0 }).state).toBe("none");
  });
});

describe("what all units come to", () => {
  it("is a ratio of sums, of the units that have both parts", () => {
    const units = [
      { sessions: 10, entries: 10, population: 10_000 },
      { sessions: 0, declared: true, population: 30_000 },
      { sessions: 99, entries: 99, population: null },
      { population: 50_000 },
    ];
    expect(totalOf("sessions-per-10k", {}, units).value).toBe(2.5);
    expect(
      totalOf("density", {}, [{ population: 10, area: 2 }, { population: 30, area: 3 }, { population: 5 }])
        .value,
    ).toBe(8);
  });

  it("is a lower bound where a unit is not known, and the whole's own count where units share things", () => {
    expect(totalOf("population", {}, [{ population: 10 }, { population: null }])).toEqual({
      state: "counted",
      value: 10,
      atLeast: true,
    });
    expect(totalOf("models", { models: 4 }, [{ models: 3 }, { models: 3 }]).value).toBe(4);
  });

  it("keeps a lower bound a lower bound in the sum, and makes a quotient by one an estimate (T7)", () => {
    const more = {
      population: 95_000,
      populationQualifier: "at_least",
      area: 10,
      sessions: 19,
      entries: 19,
    } as const;
    const exact = {
      population: 5_000,
      populationQualifier: "exact",
      area: 10,
      sessions: 1,
      entries: 1,
    } as const;
    const bound = { state: "counted", atLeast: true };
    expect(unitValue("population", more)).toEqual({ ...bound, value: 95_000 });
    expect(unitValue("density", more)).toEqual({ ...bound, value: 9_500 });
    expect(unitValue("sessions-per-10k", more)).toEqual({ state: "counted", value: 2, about: true });
    expect(unitValue("sessions-per-10k", { ...more, sessions: 0 })).toEqual({ state: "counted", value: 0 });
    expect(totalOf("population", {}, [more, exact])).toEqual({ ...bound, value: 100_000 });
    expect(totalOf("density", {}, [more, exact])).toEqual({ ...bound, value: 5_000 });
    expect(totalOf("sessions-per-10k", {}, [more, exact])).toEqual({
      state: "counted",
      value: 2,
      about: true,
    });
    expect(qualifierOf(totalOf("population", {}, [more, { ...exact, populationQualifier: "about" }]))).toBe(
      "about",
    );
    expect(qualifierOf(unitValue("density", { ...more, areaQualifier: "at_least" }))).toBe("about");
    expect(qualifierOf(totalOf("population", {}, [exact, exact]))).toBe("exact");
  });

  it("is nil only where every unit declared it, and no data where nobody logged anything (T17)", () => {
    expect(totalOf("sessions", {}, [{ declared: true }, { declared: true }])).toEqual({
      state: "nil",
      value: 0,
    });
    expect(totalOf("sessions", {}, [{ declared: true }, {}]).state).toBe("none");
    expect(totalOf("sessions", {}, []).state).toBe("none");
    expect(totalOf("sessions", { sessions: 2, entries: 3 }, [{}])).toEqual({ state: "counted", value: 2 });
  });
});

it("bubbles are as large as their values: four times as much is twice as wide, nothing is no bubble", () => {
  expect(bubbleRadius(100, 100, 80)).toBe(80);
  expect(bubbleRadius(25, 100, 80)).toBe(40);
  expect(bubbleRadius(0, 100, 80)).toBe(0);
  expect(bubbleRadius(5, 0, 80)).toBe(0);
});

it("units stand from the greatest down, then nil, no data and what is not applicable", () => {
  const units: Ranked[] = [
    { name: "d", state: "none", value: null },
    { name: "c", state: "nil", value: 0 },
    { name: "b", state: "counted", value: 0 },
    { name: "a", state: "counted", value: 0 },
    { name: "z", state: "counted", value: 9 },
    { name: "e", state: "inapplicable", value: null },
  ];
  expect(
    units
      .sort(byValue)
      .map(({ name }) => name)
      .join(""),
  ).toBe("zabcde");
});

describe("the address of a map", () => {
  it("says figure, form and classes; what cannot be read is as usual", () => {
    expect(readMapView({})).toEqual({
      figure: "sessions",
      as: "areas",
      classes: "quantile",
      count: 5,
      breaks: [],
    });
    expect(readMapView({ figure: "x", as: "3d", classes: "jenks", count: "99", breaks: "a;b" })).toEqual(
      readMapView({}),
    );
    const asked = { figure: "points", as: "bubbles", classes: "manual", count: "6", breaks: "50; 10" };
    expect(readMapView(asked)).toEqual({
      figure: "points",
      as: "bubbles",
      classes: "manual",
      count: 6,
      breaks: [10, 50],
    });
    const view = readMapView(asked);
    expect(readMapView(mapParams(view))).toEqual(view);
  });

  it("draws bubbles of counts only, and falls back where no border was typed", () => {
    expect(readMapView({ figure: "density", as: "bubbles" }).as).toBe("areas");
    expect(readMapView({ classes: "manual" }).classes).toBe("quantile");
  });

  it("reads borders as people write them", () => {
    expect(readBreaks("1.250; 10 20,5;20,5")).toEqual([10, 20.5, 1250]);
    expect(readBreaks("1;2;3;4;5;6;7")).toEqual([1, 2, 3, 4, 5]);
    expect(readBreaks("-3; 1e9; NaN; ;")).toEqual([]);
  });
});
