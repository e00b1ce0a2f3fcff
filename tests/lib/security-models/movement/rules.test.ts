import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entries, exits, measures, signs } from "@/lib/security-models/movement/catalog";
import { leftOver, lineOf, linesOf, type Movement } from "@/lib/security-models/movement/rules";

const few = fc.nat(50);
const fields = ["drugs", "fire-prevention"];
const kind = {
  block: fc.constantFrom("residential", "school"),
  fields: fc.uniqueArray(fc.constantFrom(...fields)),
  principles: fc.constant<string[]>([]),
};
/** What a stay goes out with is what it came in with and what changed meanwhile. */
const stay = fc
  .record({
    ...kind,
    entry: fc.constantFrom(...entries),
    exit: fc.constantFrom(...exits),
    count: few,
    size: few,
    up: few,
    down: few,
  })
  .map(({ size, up, down, ...rest }) => {
    const [gained, lost] = [up, Math.min(down, size + up)];
    const told = { in: size, out: size + gained - lost, inUnknown: 1, outUnknown: 0 };
    const change = { up: gained, down: lost };
    return {
      stays: { ...rest, of: "points" as const, teams: told, members: told },
      changes: {
        block: rest.block,
        fields: rest.fields,
        principles: rest.principles,
        teams: change,
        members: change,
      },
    };
  });
const movement: fc.Arbitrary<Movement> = fc.array(stay, { maxLength: 12 }).map((all) => ({
  stays: all.map(({ stays }) => stays),
  changes: all.map(({ changes }) => changes),
}));

describe("the equation", () => {
  it("holds for whatever stays there are, in the total and in every row", () => {
    fc.assert(
      fc.property(movement, (told) => {
        for (const measure of measures) {
          expect(leftOver(lineOf(told, measure))).toBe(0);
          for (const { line } of linesOf(told, measure, "field", fields)) expect(leftOver(line)).toBe(0);
        }
      }),
    );
  });

  it("does not hold with any one sign the other way round", () => {
    fc.assert(
      fc.property(movement, (told) => {
        const line = lineOf(told, "points");
        for (const column of Object.keys(signs) as (keyof typeof signs)[]) {
          const turned = leftOver(line) - 2 * signs[column] * line[column].value;
          expect(turned === 0).toBe(line[column].value === 0);
        }
      }),
    );
  });

  it("shows every khối, of fields only those that have something, and what names none behind them", () => {
    const of = (named: string[]): Movement["stays"][number] => ({
      of: "points",
      block: "school",
      fields: named,
      principles: [],
      entry: "opening",
      exit: "closing",
      count: 1,
      teams: { in: 0, out: 0, inUnknown: 1, outUnknown: 1 },
      members: { in: 7, out: 7, inUnknown: 0, outUnknown: 0 },
    });
    const told = { stays: [of(["drugs"]), of([])], changes: [] };
    const values = (group: "block" | "field", known: string[]) =>
      linesOf(told, "points", group, known).map(({ value }) => value);
    expect(values("field", fields)).toEqual(["drugs", "none"]);
    expect(values("block", ["residential", "school"])).toEqual(["residential", "school"]);
    expect(lineOf(told, "teams").closing).toEqual({ value: 0, unknown: 2 });
    expect(lineOf(told, "members").closing).toEqual({ value: 14, unknown: 0 });
  });
});
