import { type Place, type Shape, signedArea } from "../rules";
import { type Budget, budgetOfFile, crossesItself } from "./rings/rules";

/** Why a whole file is refused. */
export type FileFault =
  | "not-utf8"
  | "not-json"
  | "not-geojson"
  | "too-deep"
  | "too-many-points"
  | "metres"
  | "other-crs"
  | "swapped"
  | "elsewhere"
  | "no-code"
  | "unclear-code"
  | "no-unit"
  | "no-shape";

/** Why a feature's shape is not taken. */
export const shapeFaults = [
  "no-geometry",
  "not-polygon",
  "number",
  "unclosed",
  "few-points",
  "crossing",
  "flat",
  "outside",
] as const;
export type ShapeFault = (typeof shapeFaults)[number];

/** What was found in a file; codes are five digits, nothing else of the file's words is kept. */
export type BoundaryReport = {
  features: number;
  points: number;
  /** Points after simplifying. */
  kept: number;
  property: string;
  /** Codes of no unit of today. */
  extra: string[];
  /** Features without any code of five digits. */
  unnamed: number;
  /** Codes of several features: which one is meant is not guessed. */
  duplicates: string[];
  faulty: { code: string; fault: ShapeFault }[];
};

export type Found = { report: Omit<BoundaryReport, "kept">; shapes: Map<string, Shape> };
export type Refused = { fault: FileFault; properties?: string[] };

/** Points of a file at most: twenty times what a city's hundred units need. */
export const mostPoints = 300_000;
const mostDepth = 12;
/** Commas and colons, so that no file of empty lists swells in memory. */
const mostParts = 2_500_000;

/**
 * The shapes of a GeoJSON file by units' codes. Before it is parsed its depth and the number of its parts are
 * counted, so that a hostile file costs no more than reading it once. `known` = units of today with where they are.
 */
export function readBoundaries(
  file: Uint8Array,
  known: ReadonlyMap<string, Place>,
  property?: string,
): Found | Refused {
  const swollen = swelling(file);
  if (swollen) return { fault: swollen };
  let text: string;
  try {
    // Drops the mark that some programs put before UTF-8.
    text = new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return { fault: "not-utf8" };
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { fault: "not-json" };
  }
  const features = featuresOf(parsed);
  if (!features) return { fault: "not-geojson" };
  if (namesOtherCrs(parsed)) return { fault: "other-crs" };
  const where = lieOf(features, boxAbout([...known.values()]));
  if (where) return { fault: where };
  const chosen = codeProperty(features, known, property);
  return "fault" in chosen ? chosen : shapesOf(features, known, chosen.property);
}

type Feature = { properties: Record<string, unknown>; geometry: unknown };

/** Counts what JSON is made of without taking it apart; quoted text does not count. */
function swelling(file: Uint8Array): FileFault | undefined {
  let [depth, lists, parts, quoted] = [0, 0, 0, false];
  for (let at = 0; at < file.length; at++) {
    const byte = file[at];
    if (quoted) {
      if (byte === 0x5c) at++;
      else if (byte === 0x22) quoted = false;
    } else if (byte === 0x22) quoted = true;
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > mostDepth) return "too-deep";
      // Every point is a list; rings, polygons and features are few beside them.
      if (++lists > mostPoints * 1.2) return "too-many-points";
    } else if (byte === 0x5d || byte === 0x7d) depth--;
    else if ((byte === 0x2c || byte === 0x3a) && ++parts > mostParts) return "too-many-points";
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function featuresOf(parsed: unknown): Feature[] | undefined {
  if (!isObject(parsed) || parsed.type !== "FeatureCollection" || !Array.isArray(parsed.features))
    return undefined;
  if (parsed.features.length === 0 || !parsed.features.every(isObject)) return undefined;
  return parsed.features.map(({ properties, geometry }) => ({
    properties: isObject(properties) ? properties : {},
    geometry,
  }));
}

/** GeoJSON is WGS84; an older file may name another system. */
function namesOtherCrs(parsed: unknown): boolean {
  const { crs } = parsed as { crs?: unknown };
  if (crs === undefined || crs === null) return false;
  return !/4326|CRS:?84/i.test(JSON.stringify(crs).slice(0, 500));
}

type Box = { west: number; south: number; east: number; north: number };

/** Half a degree beyond the units' labels: some fifty kilometres. */
function boxAbout(places: readonly Place[]): Box {
  const part = (index: 0 | 1) => places.map((place) => place[index]);
  return {
    west: Math.min(...part(0)) - 0.5,
    east: Math.max(...part(0)) + 0.5,
    south: Math.min(...part(1)) - 0.5,
    north: Math.max(...part(1)) + 0.5,
  };
}
const within = ({ west, east, south, north }: Box, [lon, lat]: Place) =>
  lon >= west && lon <= east && lat >= south && lat <= north;

/** Tells a file that lies elsewhere by the first point of each feature: metres of VN-2000, or places the other way round. */
function lieOf(features: readonly Feature[], box: Box): FileFault | undefined {
  const firsts = features
    .map(({ geometry }) => firstPlace(isObject(geometry) ? geometry.coordinates : undefined))
    .filter((place) => place !== undefined);
  const most = (test: (place: Place) => boolean) => firsts.filter(test).length * 2 > firsts.length;
  if (firsts.length === 0 || !most((place) => !within(box, place))) return undefined;
  if (most(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 180)) return "metres";
  if (most(([x, y]) => within(box, [y, x]))) return "swapped";
  return "elsewhere";
}

function firstPlace(coordinates: unknown): Place | undefined {
  let inner = coordinates;
  while (Array.isArray(inner) && Array.isArray(inner[0])) inner = inner[0];
  return isPlace(inner) ? [inner[0], inner[1]] : undefined;
}

const isPlace = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);

const usual = ["code", "ma", "maxa", "madvhc", "maphuongxa", "maphuong", "unitcode", "id"];
const plain = (name: string) =>
  name
    .normalize("NFD")
    .replace(/[^a-z0-9]/gi, "")
    .toLowerCase();

/** A code however it was written: 31510, "31510", " 31510 "; undefined where it is none. */
function codeIn(value: unknown): string | undefined {
  const typed = typeof value === "number" || typeof value === "string" ? String(value).trim() : "";
  return /^\d{4,5}$/.test(typed) ? typed.padStart(5, "0") : undefined;
}

/** The property that names most units; of several that name as many, one with a usual name, else none. */
function codeProperty(
  features: readonly Feature[],
  known: ReadonlyMap<string, Place>,
  asked: string | undefined,
): { property: string } | Refused {
  const names = [
    ...new Set(features.flatMap(({ properties }) => Object.keys(properties).slice(0, 40))),
  ].slice(0, 60);
  const offered = names.filter((name) => /^[\p{L}\p{N} _.-]{1,60}$/u.test(name)).slice(0, 20);
  const ranked = (asked === undefined ? names : names.filter((name) => name === asked))
    .map((name) => ({
      name,
      found: new Set(
        features.map(({ properties }) => codeIn(properties[name])).filter((code) => code && known.has(code)),
      ).size,
      usual: usual.includes(plain(name)),
    }))
    .filter(({ found }) => found > 0)
    .sort((a, b) => b.found - a.found || Number(b.usual) - Number(a.usual));
  const [first, second] = ranked;
  if (!first) return { fault: asked === undefined ? "no-code" : "no-unit", properties: offered };
  if (second && second.found === first.found && second.usual === first.usual)
    return { fault: "unclear-code", properties: offered };
  return { property: first.name };
}

function shapesOf(
  features: readonly Feature[],
  known: ReadonlyMap<string, Place>,
  property: string,
): Found | Refused {
  const box = boxAbout([...known.values()]);
  const budget = budgetOfFile();
  const report = { features: features.length, points: 0, property, unnamed: 0 };
  const times = new Map<string, number>();
  const shapes = new Map<string, Shape>();
  const faulty: BoundaryReport["faulty"] = [];
  for (const { properties, geometry } of features) {
    const code = codeIn(properties[property]);
    if (code === undefined) {
      report.unnamed++;
      continue;
    }
    times.set(code, (times.get(code) ?? 0) + 1);
    if (!known.has(code) || times.get(code) !== 1) continue;
    const read = shapeOf(geometry, box, budget);
    if (typeof read === "string") faulty.push({ code, fault: read });
    else {
      shapes.set(code, read);
      for (const ring of read.flat()) report.points += ring.length;
    }
  }
  const codes = [...times.keys()].sort();
  const duplicates = codes.filter((code) => known.has(code) && (times.get(code) ?? 0) > 1);
  for (const code of duplicates) shapes.delete(code);
  return {
    report: {
      ...report,
      extra: codes.filter((code) => !known.has(code)).slice(0, 500),
      duplicates,
      faulty: faulty.filter(({ code }) => !duplicates.includes(code)),
    },
    shapes,
  };
}

export type Untaken = { code: string; why: ShapeFault | "duplicate" };

/** The units whose shapes were not taken, and why; a code that several features have is one of them. */
export const untaken = ({ faulty, duplicates }: Pick<BoundaryReport, "faulty" | "duplicates">): Untaken[] => [
  ...faulty.map(({ code, fault }) => ({ code, why: fault })),
  ...duplicates.map((code) => ({ code, why: "duplicate" as const })),
];

const mostTold = 5;

/**
 * Why no unit has a shape, for an address: "no-shape:31135=unclosed=Phường Cái Khế;…;+12", the number being those that
 * are not named one by one.
 */
export function noShape(all: readonly Untaken[], nameOf: (code: string) => string): string {
  const told = all.slice(0, mostTold).map(({ code, why }) => [code, why, nameOf(code)].join("="));
  return `no-shape:${[...told, ...(all.length > mostTold ? [`+${all.length - mostTold}`] : [])].join(";")}`;
}

/** The same read back; what is none of it, in an address that somebody wrote, is left out. */
export function readNoShape(argument: string): { units: (Untaken & { fullName: string })[]; more: number } {
  const parts = argument.split(";");
  return {
    units: parts.slice(0, mostTold).flatMap((part) => {
      const [code = "", why = "", fullName = ""] = part.split("=");
      const known = [...shapeFaults, "duplicate" as const].find((fault) => fault === why);
      const named = /^(Phường|Xã|Thị trấn) [\p{L}\p{N} '-]{1,60}$/u.test(fullName);
      return known && named && /^\d{5}$/.test(code) ? [{ code, why: known, fullName }] : [];
    }),
    more: Number(parts.at(-1)?.match(/^\+(\d{1,5})$/)?.[1] ?? 0),
  };
}

/** A feature's geometry as polygons with their rings turned as GeoJSON wants them, or what is wrong with it. */
function shapeOf(geometry: unknown, box: Box, budget: Budget): Shape | ShapeFault {
  if (geometry === null || geometry === undefined) return "no-geometry";
  if (!isObject(geometry) || !Array.isArray(geometry.coordinates)) return "not-polygon";
  const { type, coordinates } = geometry;
  const polygons = type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : [];
  if (polygons.length === 0) return "not-polygon";
  const shape: Shape = [];
  for (const polygon of polygons) {
    if (!Array.isArray(polygon) || polygon.length === 0) return "not-polygon";
    const rings: Place[][] = [];
    for (const [index, given] of polygon.entries()) {
      const ring = ringOf(given, box, budget);
      if (typeof ring === "string") return ring;
      // RFC 7946: the outer ring counter-clockwise, holes clockwise.
      rings.push(signedArea(ring) > 0 === (index === 0) ? ring : ring.reverse());
    }
    shape.push(rings);
  }
  return shape;
}

function ringOf(given: unknown, box: Box, budget: Budget): Place[] | ShapeFault {
  if (!Array.isArray(given)) return "not-polygon";
  const ring: Place[] = [];
  for (const place of given) {
    if (!isPlace(place)) return "number";
    if (!within(box, place)) return "outside";
    ring.push([place[0], place[1]]);
  }
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last) return "few-points";
  if (first[0] !== last[0] || first[1] !== last[1]) return "unclosed";
  if (ring.length < 4) return "few-points";
  if (crossesItself(ring, budget)) return "crossing";
  return Math.abs(signedArea(ring)) < 1e-12 ? "flat" : ring;
}
