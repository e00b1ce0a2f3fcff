import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  drawMap,
  type Place,
  type Point,
  pathOf,
  placesOf,
  schematicCells,
  signedArea,
} from "@/lib/units/map/rules";

const near = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Inside a convex ring or on its edge. */
function holds(ring: readonly Point[], [x, y]: Point): boolean {
  const sides = ring.map(([fromX, fromY], index) => {
    const [toX, toY] = ring[(index + 1) % ring.length] as Point;
    return (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX);
  });
  return sides.every((side) => side >= -1e-9) || sides.every((side) => side <= 1e-9);
}

const spots = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })), {
    minLength: 3,
    maxLength: 40,
    selector: String,
  })
  .map((points) => points.map((at, index) => ({ key: `k${index}`, at: at as Point })));

describe("cells of the scheme", () => {
  it("hold their own site and no other", () => {
    fc.assert(
      fc.property(spots, (sites) => {
        const cells = schematicCells(sites);
        for (const { key, at } of sites) {
          expect(holds(cells.get(key) ?? [], at)).toBe(true);
          expect([...cells].filter(([other, ring]) => other !== key && holds(ring, at))).toEqual([]);
        }
      }),
    );
  });

  it("do not overlap: together they are as large as what they cover, every place near a site in one cell", () => {
    fc.assert(
      fc.property(
        spots,
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0 })),
        (sites, [turn, pick]) => {
          const cells = [...schematicCells(sites).values()];
          // A place a little off some site is in the cell of the site that is nearest, and inside no other.
          const { at } = sites[pick % sites.length] as (typeof sites)[number];
          const place: Point = [at[0] + 0.3 * Math.cos(turn * 6.28), at[1] + 0.3 * Math.sin(turn * 6.28)];
          const distances = sites.map((site) => near(site.at, place)).sort((a, b) => a - b);
          fc.pre((distances[1] as number) - (distances[0] as number) > 1e-6);
          expect(cells.filter((ring) => holds(ring, place))).toHaveLength(1);
        },
      ),
    );
  });

  it("are the same whatever the order of the sites", () => {
    fc.assert(
      fc.property(spots, fc.infiniteStream(fc.integer()), (sites, dice) => {
        const weights = new Map(sites.map(({ key }) => [key, dice.next().value as number]));
        const shuffled = [...sites].sort((a, b) => Number(weights.get(a.key)) - Number(weights.get(b.key)));
        expect([...schematicCells(shuffled)].sort()).toEqual([...schematicCells(sites)].sort());
      }),
    );
  });

  it("are the same whatever the order of units on one spot", () => {
    const sites = ["a", "b", "c"].map((key) => ({ key, at: (key === "c" ? [9, 9] : [5, 5]) as Point }));
    expect([...schematicCells([...sites].reverse())].sort()).toEqual([...schematicCells(sites)].sort());
  });

  it("are set apart where two units stand on one spot, as the parts of a divided one do", () => {
    const at: Point = [5, 5];
    const cells = schematicCells([
      { key: "a", at },
      { key: "b", at },
      { key: "c", at: [9, 9] },
    ]);
    for (const key of ["a", "b", "c"])
      expect(Math.abs(signedArea(cells.get(key) ?? []))).toBeGreaterThan(0.1);
  });

  it("are there for one site, for two and for sites in a row", () => {
    const row = (count: number) =>
      schematicCells(Array.from({ length: count }, (_, x) => ({ key: String(x), at: [x, 0] as Point })));
    for (const count of [1, 2, 5])
      for (const ring of row(count).values()) expect(Math.abs(signedArea(ring))).toBeGreaterThan(0.1);
    expect(schematicCells([]).size).toBe(0);
  });
});

describe("the drawing", () => {
  const places: [string, Place][] = [
    ["a", [105.7, 10]],
    ["b", [105.8, 10.1]],
    ["c", [105.9, 9.9]],
  ];
  const units = places.map(([key, at]) => ({ key, at }));

  it("fits into its width with north above south and east to the right", () => {
    const { height, drawn } = drawMap(units);
    const [a, b, c] = drawn.map(({ at }) => at) as [Point, Point, Point];
    expect(b[1]).toBeLessThan(a[1]);
    expect(c[0]).toBeGreaterThan(b[0]);
    for (const { d } of drawn) expect(d).toMatch(/^M\d+ \d+l[-\d ]+z$/);
    expect(height).toBeGreaterThan(400);
  });

  it("takes a unit's official shape where there is one, with its holes", () => {
    const square = (lon: number, lat: number, half: number): Place[] => [
      [lon - half, lat - half],
      [lon + half, lat - half],
      [lon + half, lat + half],
      [lon - half, lat + half],
      [lon - half, lat - half],
    ];
    const shape = [[square(105.7, 10, 0.05), square(105.7, 10, 0.01).reverse()]];
    const { drawn } = drawMap([{ key: "a", at: [105.7, 10], shape }, ...units.slice(1)]);
    expect(drawn.map(({ official }) => official)).toEqual([true, false, false]);
    expect(drawn[0]?.d.match(/M/g)).toHaveLength(2);
  });

  it("writes a ring from point to point, points on one spot once, a line not at all", () => {
    expect(
      pathOf([
        [1, 2],
        [3, 5],
        [3, 5],
        [0, 4],
      ]),
    ).toBe("M1 2l2 3-3-1z");
    expect(
      pathOf([
        [1, 2],
        [3, 5],
      ]),
    ).toBe("");
    expect(pathOf([])).toBe("");
  });
});

describe("where a unit stands", () => {
  it("is where its label does, amid its predecessors otherwise, through any number of changes; unknown stays unknown", () => {
    const known = new Map<string, Place>([
      ["1", [105, 10]],
      ["2", [107, 12]],
      ["3", [100, 9]],
    ]);
    const edges = [
      { predecessor: "1", successor: "4" },
      { predecessor: "2", successor: "4" },
      { predecessor: "4", successor: "5" },
      { predecessor: "9", successor: "8" },
      { predecessor: "8", successor: "9" },
    ];
    expect([...placesOf(["3", "5", "8"], known, edges)]).toEqual([
      ["3", [100, 9]],
      ["5", [106, 11]],
    ]);
  });
});
