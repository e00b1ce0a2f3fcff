import { Delaunay } from "d3-delaunay";

/** A place as GeoJSON writes it: longitude, latitude, in degrees of WGS84. */
export type Place = readonly [lon: number, lat: number];
/** Polygons, each a closed outer ring and its holes. */
export type Shape = Place[][][];
/** A point of the drawing; y grows downwards. */
export type Point = readonly [x: number, y: number];
type Ring = Point[];

/** The drawing's width in its own units; the height follows from what is drawn. */
export const mapWidth = 1600;
const margin = 24;

type Flatten = (place: Place) => Point;

/** Equirectangular about a latitude: over a city's hundred kilometres no other projection looks different. */
export const flattenAbout = (latitude: number): Flatten => {
  const narrowing = Math.cos((latitude * Math.PI) / 180);
  return ([lon, lat]) => [lon * narrowing, -lat];
};

export type Site = { key: string; at: Point };

/**
 * A cell for each site: whatever lies nearer to it than to any other, within a rounded hull about all of them and
 * not farther from it than a few neighbours are. Convex rings, open, by key. The same whatever the order of the
 * sites; sites on one spot are set a little apart.
 */
export function schematicCells(given: readonly Site[]): Map<string, Ring> {
  const sites = apart([...given].sort((a, b) => compare(a.key, b.key)));
  if (sites.length === 0) return new Map();
  const points = sites.map(({ at }) => at);
  const spacing = spacingOf(points);
  const hull = convexHull(points.flatMap((at) => circle(at, spacing * hullReach)));
  const [left, top, right, bottom] = boundsOf(hull);
  const voronoi = Delaunay.from(
    points,
    ([x]) => x,
    ([, y]) => y,
  ).voronoi([left, top, right, bottom]);
  return new Map(
    sites.map(({ key, at }, index) => {
      const cell = (voronoi.cellPolygon(index) ?? []).slice(0, -1) as Point[];
      const near = circle(at, spacing * cellReach);
      return [key, clip(clip(cell.length > 2 ? cell : hull, hull), near)];
    }),
  );
}

// In spacings between neighbours: how far the hull goes beyond the outermost sites, and a cell from its own.
const hullReach = 0.62;
const cellReach = 1.5;
const corners = 48;

/** How far a site's nearest neighbour is, the middle one of all; 1 where there is none. */
function spacingOf(points: readonly Point[]): number {
  const nearest = points
    .map((at) => Math.min(...points.filter((other) => other !== at).map((other) => distance(at, other))))
    .filter((far) => Number.isFinite(far) && far > 0)
    .sort((a, b) => a - b);
  return nearest[Math.floor(nearest.length / 2)] ?? 1;
}

/** Sites on one spot, as the parts of a divided unit are, on a small circle about it. */
function apart(sites: readonly Site[]): Site[] {
  const spots = new Map<string, Site[]>();
  for (const site of sites) {
    const spot = site.at.map((part) => part.toFixed(6)).join();
    spots.set(spot, [...(spots.get(spot) ?? []), site]);
  }
  const spacing = spacingOf([...spots.values()].map(([first]) => (first as Site).at));
  return sites.map((site) => {
    const spot = spots.get(site.at.map((part) => part.toFixed(6)).join()) ?? [];
    if (spot.length < 2) return site;
    const turn = (2 * Math.PI * spot.indexOf(site)) / spot.length;
    const [x, y] = site.at;
    return {
      key: site.key,
      at: [x + Math.cos(turn) * spacing * 0.2, y + Math.sin(turn) * spacing * 0.2] as const,
    };
  });
}

const circle = ([x, y]: Point, radius: number): Ring =>
  Array.from({ length: corners }, (_, corner) => {
    const turn = (2 * Math.PI * corner) / corners;
    return [x + Math.cos(turn) * radius, y + Math.sin(turn) * radius] as const;
  });

/** Andrew's monotone chain; counter-clockwise where y grows upwards. */
function convexHull(points: readonly Point[]): Ring {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (ordered: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length > 1 && cross(chain.at(-2) as Point, chain.at(-1) as Point, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** What of a convex ring lies within another one (Sutherland–Hodgman). */
function clip(ring: Ring, within: Ring): Ring {
  const sign = Math.sign(signedArea(within));
  let kept = ring;
  within.forEach((from, index) => {
    const to = within[(index + 1) % within.length] as Point;
    const inside = (point: Point) => sign * cross(from, to, point) >= 0;
    const subject = kept;
    kept = [];
    subject.forEach((point, at) => {
      const before = subject.at(at - 1) as Point;
      if (inside(point) !== inside(before)) kept.push(crossing(before, point, from, to));
      if (inside(point)) kept.push(point);
    });
  });
  return kept;
}

function crossing(a: Point, b: Point, from: Point, to: Point): Point {
  const [far, near] = [cross(from, to, a), cross(from, to, b)];
  const share = far / (far - near);
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

const cross = (o: Point, a: Point, b: Point) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Twice nothing, once the area: positive where the ring turns counter-clockwise with y upwards. */
export function signedArea(ring: readonly Point[]): number {
  let twice = 0;
  ring.forEach(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] as Point;
    twice += x * nextY - nextX * y;
  });
  return twice / 2;
}

function boundsOf(points: readonly Point[]): [left: number, top: number, right: number, bottom: number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

export type MapUnit = {
  key: string;
  at: Place;
  /** Its official shape, where there is one. */
  shape?: Shape;
};
export type Drawn = { key: string; d: string; at: Point; area: number; official: boolean };

/**
 * Units as paths of one drawing, in the order given: official shapes where they are known, else schematic cells.
 * Everything is fitted to `mapWidth`; coordinates are whole numbers, written from point to point.
 */
export function drawMap(units: readonly MapUnit[]): { height: number; drawn: Drawn[] } {
  if (units.length === 0) return { height: mapWidth, drawn: [] };
  const latitudes = units.map(({ at }) => at[1]);
  const flatten = flattenAbout((Math.min(...latitudes) + Math.max(...latitudes)) / 2);
  const cells = units.every(({ shape }) => shape)
    ? new Map<string, Ring>()
    : schematicCells(units.map(({ key, at }) => ({ key, at: flatten(at) })));
  const flat = units.map(({ key, at, shape }) => ({
    key,
    at: flatten(at),
    official: shape !== undefined,
    rings: shape
      ? shape.flatMap((polygon) => polygon.map((ring) => ring.slice(0, -1).map(flatten)))
      : [cells.get(key) ?? []],
  }));
  const [left, top, right, bottom] = boundsOf(flat.flatMap(({ rings }) => rings.flat()));
  const scale = (mapWidth - 2 * margin) / Math.max(right - left, Number.EPSILON);
  const place = ([x, y]: Point): Point => [
    Math.round((x - left) * scale) + margin,
    Math.round((y - top) * scale) + margin,
  ];
  return {
    height: Math.round((bottom - top) * scale) + 2 * margin,
    drawn: flat.map(({ key, at, official, rings }) => {
      const placed = rings.map((ring) => ring.map(place));
      return {
        key,
        official,
        at: place(at),
        d: placed.map(pathOf).join(""),
        area: Math.abs(placed.reduce((sum, ring) => sum + signedArea(ring), 0)),
      };
    }),
  };
}

/** A ring as SVG writes it: where it begins, then from point to point; points on one spot once. */
export function pathOf(ring: readonly Point[]): string {
  const steps: string[] = [];
  let [x, y] = ring[0] ?? [0, 0];
  const start = `M${x} ${y}`;
  for (const [nextX, nextY] of ring.slice(1)) {
    if (nextX === x && nextY === y) continue;
    const [dx, dy] = [nextX - x, nextY - y];
    steps.push(`${dx}${dy < 0 ? "" : " "}${dy}`);
    [x, y] = [nextX, nextY];
  }
  return steps.length > 1 ? `${start}l${steps.join(" ").replaceAll(" -", "-")}z` : "";
}

type Before = { predecessor: string; successor: string };

/**
 * Where each unit stands: where its label does, or, for what came of others, amid those it came from.
 * Units of which nothing is known so far back are left out.
 */
export function placesOf(
  units: readonly string[],
  known: ReadonlyMap<string, Place>,
  edges: readonly Before[],
): Map<string, Place> {
  const found = new Map<string, Place>();
  const find = (key: string, depth: number): Place | undefined => {
    const own = known.get(key) ?? found.get(key);
    if (own || depth > 50) return own;
    const before = edges
      .filter(({ successor }) => successor === key)
      .map(({ predecessor }) => predecessor)
      .sort(compare)
      .map((predecessor) => find(predecessor, depth + 1))
      .filter((place) => place !== undefined);
    if (before.length === 0) return undefined;
    const middle = (part: 0 | 1) => before.reduce((sum, place) => sum + place[part], 0) / before.length;
    const place: Place = [middle(0), middle(1)];
    found.set(key, place);
    return place;
  };
  for (const key of units) {
    const place = find(key, 0);
    if (place) found.set(key, place);
  }
  return new Map([...found].filter(([key]) => units.includes(key)));
}
