import { describe, expect, it } from "vitest";
import {
  budgetOfFile,
  crossesItself,
  mostPath,
  simplifyShapes,
} from "@/lib/units/map/boundaries/rings/rules";
import { type Found, mostPoints, readBoundaries } from "@/lib/units/map/boundaries/rules";
import { drawMap, type Place, type Shape, signedArea } from "@/lib/units/map/rules";

const known = new Map<string, Place>([
  ["31510", [105.97, 9.6]],
  ["31135", [105.78, 10.03]],
  ["31147", [105.76, 10.02]],
]);

const square = ([lon, lat]: Place, half = 0.01): Place[] => [
  [lon - half, lat - half],
  [lon + half, lat - half],
  [lon + half, lat + half],
  [lon - half, lat + half],
  [lon - half, lat - half],
];
const at = (code: string) => known.get(code) as Place;
const polygon = (code: unknown, rings: unknown, more: object = {}) => ({
  type: "Feature",
  properties: { ma_xa: code, ten: "Phường", ...more },
  geometry: { type: "Polygon", coordinates: rings },
});
const whole = [...known].map(([code, place]) => polygon(code, [square(place)]));
const bytes = (text: string) => new TextEncoder().encode(text);
const collection = (features: unknown[], more: object = {}) =>
  bytes(JSON.stringify({ type: "FeatureCollection", ...more, features }));
const read = (file: Uint8Array, property?: string) => readBoundaries(file, known, property);
const fault = (file: Uint8Array, property?: string) => (read(file, property) as { fault?: string }).fault;
const found = (features: unknown[]) => read(collection(features)) as Found;

describe("a file of boundaries", () => {
  it("gives the shapes by the units' codes, however they are written, and finds the property by itself", () => {
    for (const write of [String, Number, (code: string) => ` ${code} `]) {
      const { shapes, report } = found(
        [...known].map(([code, place]) => polygon(write(code), [square(place)], { stt: 7 })),
      );
      expect([...shapes.keys()].sort()).toEqual([...known.keys()].sort());
      expect(report).toMatchObject({
        features: 3,
        points: 15,
        property: "ma_xa",
        extra: [],
        duplicates: [],
        faulty: [],
      });
    }
  });

  it("drops the mark before UTF-8", () => {
    expect(fault(new Uint8Array([0xef, 0xbb, 0xbf, ...collection(whole)]))).toBeUndefined();
  });

  it("says what is missing in the units, extra in the file, there twice, or without a code", () => {
    const [first, second] = whole as [object, object];
    const { shapes, report } = found([
      first,
      second,
      second,
      polygon("99999", [square(at("31510"))]),
      polygon("không", [square(at("31510"))]),
    ]);
    expect([...shapes.keys()]).toEqual(["31510"]);
    expect(report).toMatchObject({ extra: ["99999"], duplicates: ["31135"], unnamed: 1 });
  });

  it("turns rings as GeoJSON wants them, whichever way they came", () => {
    const ring = square(at("31510"));
    const hole = square(at("31510"), 0.005);
    for (const rings of [
      [ring, hole],
      [[...ring].reverse(), [...hole].reverse()],
    ]) {
      const [[outer, inner]] = found([polygon("31510", rings)]).shapes.get("31510") as [[Place[], Place[]]];
      expect(signedArea(outer)).toBeGreaterThan(0);
      expect(signedArea(inner)).toBeLessThan(0);
    }
  });

  it("takes a MultiPolygon, and leaves a height aside", () => {
    const high = square(at("31510")).map((place) => [...place, 3.5]);
    const { shapes } = found([
      {
        type: "Feature",
        properties: { code: 31510 },
        geometry: { type: "MultiPolygon", coordinates: [[high], [square(at("31135"))]] },
      },
    ]);
    expect(shapes.get("31510")).toHaveLength(2);
    expect(shapes.get("31510")?.[0]?.[0]?.[0]).toHaveLength(2);
  });
});

describe("a shape that cannot be right is named and not taken", () => {
  const [lon, lat] = at("31510");
  const bowTie: Place[] = [
    [lon, lat],
    [lon + 0.02, lat + 0.02],
    [lon + 0.02, lat],
    [lon, lat + 0.02],
    [lon, lat],
  ];
  it.each([
    ["a line", { type: "LineString", coordinates: square(at("31510")) }, "not-polygon"],
    ["a point", { type: "Point", coordinates: [lon, lat] }, "not-polygon"],
    ["no geometry", null, "no-geometry"],
    ["an empty polygon", { type: "Polygon", coordinates: [] }, "not-polygon"],
    [
      "text for a number",
      {
        type: "Polygon",
        coordinates: [
          [
            ["105.9", lat],
            [lon, lat],
            [lon, lat],
            [lon, lat],
          ],
        ],
      },
      "number",
    ],
    ["a ring left open", { type: "Polygon", coordinates: [square(at("31510")).slice(0, -1)] }, "unclosed"],
    [
      "three points",
      {
        type: "Polygon",
        coordinates: [
          [
            [lon, lat],
            [lon + 0.01, lat],
            [lon, lat],
          ],
        ],
      },
      "few-points",
    ],
    ["a bow-tie", { type: "Polygon", coordinates: [bowTie] }, "crossing"],
    [
      "a corner far away",
      {
        type: "Polygon",
        coordinates: [[...square(at("31510")).slice(0, 3), [10, 50], ...square(at("31510")).slice(4)]],
      },
      "outside",
    ],
  ])("%s", (_, geometry, named) => {
    const others = whole.slice(1);
    const { report, shapes } = found([
      { type: "Feature", properties: { ma_xa: "31510" }, geometry },
      ...others,
    ]);
    expect(report.faulty).toEqual([{ code: "31510", fault: named }]);
    expect(shapes.size).toBe(2);
  });

  it("1e999 is no number", () => {
    const text = new TextDecoder().decode(collection(whole)).replace(String(at("31510")[0] - 0.01), "1e999");
    expect((read(bytes(text)) as Found).report.faulty).toEqual([{ code: "31510", fault: "number" }]);
  });
});

describe("a file that is no such file is refused with its reason", () => {
  it.each([
    ["nothing", "", "not-json"],
    ["blanks", "   ", "not-json"],
    ["a table", "code,name\n31510,Phú Lợi", "not-json"],
    ["half a file", new TextDecoder().decode(collection(whole)).slice(0, 300), "not-json"],
    ["NaN", `{"type":"FeatureCollection","features":[{"geometry":{"coordinates":[NaN]}}]}`, "not-json"],
    [
      "Infinity",
      `{"type":"FeatureCollection","features":[{"geometry":{"coordinates":[Infinity]}}]}`,
      "not-json",
    ],
    ["a list", "[]", "not-geojson"],
    ["null", "null", "not-geojson"],
    ["another type", `{"type":"Topology","objects":{}}`, "not-geojson"],
    ["no features", `{"type":"FeatureCollection","features":[]}`, "not-geojson"],
    ["features that are none", `{"type":"FeatureCollection","features":[1,null]}`, "not-geojson"],
    ["features as an object", `{"type":"FeatureCollection","features":{"length":3}}`, "not-geojson"],
  ])("%s", (_, text, named) => {
    expect(fault(bytes(text))).toBe(named);
  });

  it("Windows-1258", () => {
    const text = Buffer.from(`{"type":"FeatureCollection","ten":"Ph\u00fd\u00f0\u00fe"}`, "latin1");
    expect(fault(text)).toBe("not-utf8");
  });

  it("metres of VN-2000, another system by name, places the other way round, another city", () => {
    const moved = (move: (place: Place) => Place) =>
      collection(
        whole.map((feature) =>
          polygon(feature.properties.ma_xa, [square(move(at(String(feature.properties.ma_xa))))]),
        ),
      );
    expect(fault(moved(([lon, lat]) => [lon * 5_500, lat * 110_000]))).toBe("metres");
    expect(fault(moved(([lon, lat]) => [lat, lon]))).toBe("swapped");
    expect(fault(moved(([lon, lat]) => [lon, lat + 11]))).toBe("elsewhere");
    const crs = (name: string) => collection(whole, { crs: { type: "name", properties: { name } } });
    expect(fault(crs("urn:ogc:def:crs:EPSG::9209"))).toBe("other-crs");
    expect(fault(crs("urn:ogc:def:crs:OGC:1.3:CRS84"))).toBeUndefined();
  });

  it("no property with codes, two of them, the wrong one chosen; names are told only where they are plain", () => {
    const named = (properties: object) =>
      collection(whole.map((feature) => ({ ...feature, properties: { ...properties, x: 1 } })));
    expect(read(named({ ten: "Phú Lợi", "<script>": 1 }))).toEqual({
      fault: "no-code",
      properties: ["ten", "x"],
    });
    const twice = collection(
      whole.map((feature) => ({
        ...feature,
        properties: { a1: feature.properties.ma_xa, b1: feature.properties.ma_xa },
      })),
    );
    expect(fault(twice)).toBe("unclear-code");
    expect(fault(twice, "b1")).toBeUndefined();
    expect(fault(twice, "ten")).toBe("no-unit");
  });

  it("deep nesting and a million points, before any of it is parsed", () => {
    const deep = "[".repeat(5_000_000) + "]".repeat(5_000_000);
    expect(fault(bytes(deep))).toBe("too-deep");
    expect(fault(bytes(`{"type":"FeatureCollection","features":${"[".repeat(50)}`))).toBe("too-deep");
    const many = `[${"[1,2],".repeat(1_000_000)}[1,2]]`;
    expect(
      fault(bytes(`{"type":"FeatureCollection","features":[{"geometry":{"coordinates":${many}}}]}`)),
    ).toBe("too-many-points");
    expect(fault(bytes(`[${"[],".repeat(mostPoints * 2)}[]]`))).toBe("too-many-points");
    expect(fault(bytes(`[${"1,".repeat(5_000_000)}1]`))).toBe("too-many-points");
  });

  it("brackets within names are no nesting, and a script in a name goes nowhere", () => {
    const name = `<script>alert(1)</script>${"[".repeat(100)}\\"`;
    const { shapes, report } = found(
      whole.map((feature) => ({ ...feature, properties: { ...feature.properties, ten: name } })),
    );
    expect(shapes.size).toBe(3);
    expect(JSON.stringify([report, [...shapes]])).not.toContain("script");
  });
});

describe("simpler shapes", () => {
  // Two neighbours with a jagged border of many points between them.
  const border: Place[] = Array.from({ length: 4_000 }, (_, step) => [
    105.8 + 0.002 * Math.sin(step / 3),
    9.9 + step * 0.00005,
  ]);
  const [top, bottom] = [border.at(-1) as Place, border[0] as Place];
  const close = (ring: Place[]): Place[] => [...ring, ring[0] as Place];
  const shapes = new Map<string, Shape>([
    ["west", [[close([...border, [105.7, top[1]], [105.7, bottom[1]]])]]],
    ["east", [[close([[105.9, bottom[1]], [105.9, top[1]], ...[...border].reverse()])]]],
  ]);
  const simple = simplifyShapes(shapes, 6_000);
  const pointsOf = (key: string) => (simple.get(key) as Shape).flat(2);

  it("are drawn in no more characters than there is room for", () => {
    const length = (given: ReadonlyMap<string, Shape>) =>
      drawMap([...given].map(([key, shape]) => ({ key, at: [105.8, 10] as Place, shape }))).drawn.reduce(
        (sum, { d }) => sum + d.length,
        0,
      );
    expect(length(shapes)).toBeGreaterThan(12_000);
    expect(length(simple)).toBeLessThanOrEqual(6_000);
    expect(length(simple)).toBeGreaterThan(2_000);
    expect(mostPath).toBeLessThanOrEqual(60_000);
  });

  it("share their borders as before: every point of one between its corners is a point of the other", () => {
    const east = new Set(pointsOf("east").map(String));
    const between = pointsOf("west").filter(([lon]) => lon > 105.75);
    expect(between.length).toBeGreaterThan(50);
    expect(between.filter((place) => !east.has(String(place)))).toEqual([]);
  });

  it("lose no unit, however small", () => {
    const small = new Map([...shapes, ["islet", [[square([105.95, 10], 0.00005)]]] as [string, Shape]]);
    expect(simplifyShapes(small, 1_000).get("islet")?.[0]?.[0]?.length).toBeGreaterThanOrEqual(4);
  });
});

describe("edges that cross", () => {
  it("are told from edges that meet", () => {
    expect(crossesItself(square([1, 1]), budgetOfFile())).toBe(false);
    expect(
      crossesItself(
        [
          [0, 0],
          [2, 2],
          [2, 0],
          [0, 2],
          [0, 0],
        ],
        budgetOfFile(),
      ),
    ).toBe(true);
    // Touches itself in a corner, as an area around a lake with one shore point does.
    expect(
      crossesItself(
        [
          [0, 0],
          [4, 0],
          [2, 2],
          [4, 4],
          [0, 4],
          [2, 2],
          [0, 0],
        ],
        budgetOfFile(),
      ),
    ).toBe(false);
  });

  it("are looked for within one budget for all rings of a file", () => {
    // Long flat edges lie over each other in full: each pair is compared.
    const comb = Array.from({ length: 200 }, (_, step): Place => [step % 2, step / 100]);
    const ring: Place[] = [...comb, [1, 3], [-1, 3], [-1, -1], [0, 0]];
    const budget = { comparisons: 30_000 };
    expect(crossesItself(ring, budget)).toBe(false);
    const left = budget.comparisons;
    expect(left).toBeLessThan(15_000);
    crossesItself(ring, budget);
    expect(budget.comparisons).toBeLessThan(0);
    // What is past it is taken as it is.
    expect(
      crossesItself(
        [
          [0, 0],
          [2, 2],
          [2, 0],
          [0, 2],
          [0, 0],
        ],
        budget,
      ),
    ).toBe(false);
  });
});
