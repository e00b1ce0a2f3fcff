import { describe, expect, it } from "vitest";
import {
  countTrees,
  everyYear,
  fitting,
  growTrees,
  type Linked,
  layTrees,
  strongestYear,
} from "@/lib/security-models/replication/rules";

const links = (text: string): Linked[] =>
  text.split(" ").map((pair) => {
    const [id = "", parentId = null] = pair.split("<");
    return { id, parentId };
  });

/** Random forests, each link pointing to an earlier point, as copies follow their originals. */
function forest(seed: number, size: number): Linked[] {
  let state = seed * 2_654_435_761;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  return Array.from({ length: size }, (_, nth) => ({
    id: `p${nth}`,
    parentId: nth === 0 || next() < 0.15 ? null : `p${Math.floor(next() * nth)}`,
  }));
}

describe("trees of copies", () => {
  it("hold an original, its copies and theirs, in the order given", () => {
    const [first, second] = growTrees(links("a b<a c<b d<a e"));
    expect(first).toMatchObject({
      size: 4,
      node: { id: "a" },
      branches: [{ size: 2 }, { node: { id: "d" } }],
    });
    expect(second).toMatchObject({ size: 1, node: { id: "e" }, depth: 0 });
  });

  it("begin where the original is not there, and end where a circle closes", () => {
    expect(growTrees(links("b<gone c<b")).map(({ node }) => node.id)).toEqual(["b"]);
    const circle = growTrees(links("a<c b<a c<b"));
    expect(circle.map(({ size }) => size)).toEqual([3]);
  });

  it("count originals, copies and generations apart", () => {
    expect(countTrees(growTrees(links("a b<a c<b d<a e")))).toEqual({
      originals: 2,
      copies: 3,
      generations: 2,
    });
    expect(countTrees(growTrees(links("a b")))).toEqual({ originals: 0, copies: 0, generations: 0 });
  });

  it("show the largest that fit, at least one, and say how many are left", () => {
    const trees = growTrees(links("a b<a c d<c e<c f<c g"));
    expect(fitting(trees, 100)).toMatchObject({
      left: 0,
      shown: [{ node: { id: "c" } }, { node: { id: "a" } }],
    });
    expect(fitting(trees, 5)).toMatchObject({ left: 1, shown: [{ node: { id: "c" } }] });
    expect(fitting(trees, 1)).toMatchObject({ left: 1, shown: [{ node: { id: "c" } }] });
    expect(fitting(growTrees(links("a b")), 10)).toEqual({ shown: [], left: 0 });
  });
});

describe("their drawing", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "of a random forest (%i) places every point once, none over another",
    (seed) => {
      const points = forest(seed, 10 + seed * 23);
      const trees = growTrees(points);
      const { placed, lines, columns, rows } = layTrees(trees);
      expect(placed.map(({ node }) => node.id).sort()).toEqual(points.map(({ id }) => id).sort());
      expect(new Set(placed.map(({ column, row }) => `${column} ${row}`)).size).toBe(points.length);
      expect(columns).toBe(countTrees(trees).generations + 1);
      expect(Math.max(...placed.map(({ row }) => row))).toBe(rows - 1);
      expect(lines).toHaveLength(points.filter(({ parentId }) => parentId !== null).length);
      for (const { from, to } of lines) {
        expect(to.column).toBe(from.column + 1);
        expect(to.row).toBeGreaterThanOrEqual(from.row);
        expect(to.node.parentId).toBe(from.node.id);
      }
    },
  );

  it("never leads a line through a point that is not its own", () => {
    const { placed, lines } = layTrees(growTrees(forest(11, 150)));
    for (const { from, to } of lines)
      expect(
        placed.filter(({ column, row }) => column === from.column && row > from.row && row <= to.row),
      ).toEqual([]);
  });

  it("of nothing is nothing", () => {
    expect(layTrees([])).toEqual({ placed: [], lines: [], columns: 0, rows: 0 });
  });
});

describe("growth by year", () => {
  const years = [
    { year: 2020, fresh: 2, replicated: 0 },
    { year: 2022, fresh: 1, replicated: 3 },
    { year: 2023, fresh: 0, replicated: 4 },
  ];

  it("leaves out no year up to the last", () => {
    expect(everyYear(years, 2025).map(({ year, fresh, replicated }) => [year, fresh + replicated])).toEqual([
      [2020, 2],
      [2021, 0],
      [2022, 4],
      [2023, 4],
      [2024, 0],
      [2025, 0],
    ]);
    expect(everyYear([], 2025)).toEqual([]);
  });

  it("was strongest in the latest of equal years, and nowhere when nothing grew", () => {
    expect(strongestYear(years)?.year).toBe(2023);
    expect(strongestYear([{ year: 2020, fresh: 0, replicated: 0 }])).toBeUndefined();
  });
});
