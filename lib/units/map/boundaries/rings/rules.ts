import { feature, quantize } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";
import { drawMap, type MapUnit, type Place, type Shape } from "../../rules";

/**
 * Pairs of edges of a whole file that are still compared; past them its rings are taken as they are. Enough for every
 * border of the city to the metre, and no more than a second's work, however many rings a file has.
 */
export type Budget = { comparisons: number };
export const budgetOfFile = (): Budget => ({ comparisons: 20_000_000 });

/** True when two edges of a closed ring cross; edges that merely touch do not. Draws on the file's budget. */
export function crossesItself(ring: readonly Place[], budget: Budget): boolean {
  const edges = ring
    .slice(1)
    .map((to, index) => {
      const from = ring[index] as Place;
      return { from, to, left: Math.min(from[0], to[0]), right: Math.max(from[0], to[0]) };
    })
    .sort((a, b) => a.left - b.left);
  for (const [index, edge] of edges.entries())
    for (let other = index + 1; other < edges.length; other++) {
      const next = edges[other] as (typeof edges)[number];
      if (next.left > edge.right) break;
      if (--budget.comparisons < 0) return false;
      if (cross(edge.from, edge.to, next.from, next.to)) return true;
    }
  return false;
}

const side = (o: Place, a: Place, b: Place) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);

function cross(a: Place, b: Place, c: Place, d: Place): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** How long the paths of a map may be all together, in characters. */
export const mostPath = 48_000;

type Kept = { id: string; geometry: { coordinates: Place[][][] } };

/**
 * Shapes with fewer points: borders that two units share stay shared, since both are drawn from the same arcs.
 * As many points are kept as `most` characters of paths have room for; every unit keeps a shape.
 */
export function simplifyShapes(shapes: ReadonlyMap<string, Shape>, most = mostPath): Map<string, Shape> {
  const units = [...shapes].sort(([a], [b]) => (a < b ? -1 : 1));
  const features = units.map(([id, shape]) => ({
    type: "Feature",
    id,
    properties: {},
    geometry: { type: "MultiPolygon", coordinates: shape },
  }));
  const whole = topology({ units: { type: "FeatureCollection", features } as never });
  // Half a metre: corners that two files of one border round differently fall together.
  const weighed = presimplify(quantize(whole as never, 1e5) as never);
  const weights = (weighed.arcs as unknown as [number, number, number][][])
    .flat()
    .map(([, , weight]) => weight)
    .filter(Number.isFinite)
    .sort((a, b) => b - a);
  const withPoints = (points: number): Map<string, Shape> => {
    const cut = simplify(weighed, weights[Math.floor(points)] ?? 0);
    const { features: left } = feature(cut, cut.objects.units as never) as unknown as { features: Kept[] };
    return new Map(
      left.map(({ id, geometry }) => [id, solid(geometry.coordinates, shapes.get(id) as Shape)] as const),
    );
  };
  for (let points = most / 5; ; ) {
    const kept = withPoints(points);
    const length = lengthOf(kept);
    if (points < 100 || length <= most) return kept;
    // A point takes about as much room as before: the next try is nearly always the last.
    points *= Math.min(0.9, (0.97 * most) / length);
  }
}

/** Rings that still enclose something, to a metre; the greatest of the unit's own where none is left. */
function solid(shape: Place[][][], given: Shape): Shape {
  const rounded = shape
    .map((polygon) => polygon.map(round).filter((ring) => ring.length >= 4))
    .filter((polygon) => polygon.length > 0);
  if (rounded.length > 0) return rounded;
  const [greatest] = given.map(([outer = []]) => outer).sort((a, b) => b.length - a.length);
  return [[round(greatest ?? [])]];
}

const round = (ring: readonly Place[]): Place[] =>
  ring
    .map(([lon, lat]) => [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5] as const)
    .filter(
      ([lon, lat], index, all) => index === 0 || lon !== all[index - 1]?.[0] || lat !== all[index - 1]?.[1],
    );

/** The characters of the paths a map is drawn with. */
function lengthOf(shapes: ReadonlyMap<string, Shape>): number {
  const units: MapUnit[] = [...shapes].map(([key, shape]) => ({
    key,
    shape,
    at: shape[0]?.[0]?.[0] ?? [0, 0],
  }));
  return drawMap(units).drawn.reduce((sum, { d }) => sum + d.length, 0);
}
