import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Drawing, drawTall, drawWide, tall, wide } from "@/lib/units/lineage/drawing/rules";
import { branchesOf, generationsOf, type Lineage, relativesOn } from "@/lib/units/lineage/rules";

const merged = "2025-07-01";
const unit = (id: number, validFrom: string | null, validTo: string | null, fullName = `Đơn vị ${id}`) => ({
  id,
  code: String(31000 + id),
  fullName,
  district: null,
  validFrom,
  validTo,
  inReach: true,
});
type Kind = Lineage["edges"][number]["kind"];
const edge = (from: number, to: number, kind: Kind, on = merged) => ({
  from,
  to,
  kind,
  on,
  clause: "51",
  decision: "1668/NQ-UBTVQH15",
  share: null,
  note: null,
});
const former = (...ids: number[]) => ids.map((id) => unit(id, null, "2025-06-30"));
const today = (...ids: number[]) => ids.map((id) => unit(id, merged, null));

const histories: Record<string, Lineage> = {
  "Phú Lợi (4 → 1)": {
    units: [...former(1, 2, 3, 4), ...today(10)],
    edges: [1, 2, 3, 4].map((ward) => edge(ward, 10, "whole")),
  },
  "Bình Thủy, Cái Khế, Bùi Hữu Nghĩa (split)": {
    units: [...former(1, 2, 3, 4, 5), ...today(10, 11)],
    edges: [
      edge(1, 10, "whole"),
      edge(2, 10, "whole"),
      edge(3, 10, "remainder"),
      edge(3, 11, "part"),
      edge(4, 11, "whole"),
      edge(5, 11, "whole"),
    ],
  },
  "Long Tuyền (a part leaves)": {
    units: [...former(1, 2, 3), ...today(10, 11)],
    edges: [edge(1, 10, "remainder"), edge(1, 11, "part"), edge(2, 10, "whole"), edge(3, 11, "whole")],
  },
  "one unit, no change": { units: today(1), edges: [] },
  "three changes, one past two generations": {
    units: [
      unit(1, null, "2025-06-30"),
      unit(2, null, "2030-01-01"),
      unit(3, merged, "2027-12-31"),
      unit(4, "2028-01-01", "2030-01-01"),
      unit(5, "2030-01-02", null),
      unit(6, "2028-01-01", null),
    ],
    edges: [
      edge(1, 3, "unchanged"),
      edge(3, 4, "remainder", "2028-01-01"),
      edge(3, 6, "part", "2028-01-01"),
      edge(4, 5, "whole", "2030-01-02"),
      edge(2, 5, "whole", "2030-01-02"),
    ],
  },
  // A line that passes a generation gave way there; another has to give way to where it went.
  "two lines that give way past a generation": {
    units: [
      unit(0, null, "2027-12-31"),
      unit(1, null, "2025-12-31"),
      unit(2, null, "2025-12-31"),
      unit(3, null, "2026-12-31"),
      unit(4, null, "2026-12-31"),
      unit(5, "2026-01-01", "2027-12-31"),
      unit(6, "2026-01-01", "2029-12-31"),
      unit(7, "2027-01-01", "2028-12-31"),
      unit(8, "2028-01-01", null),
      unit(9, "2028-01-01", "2028-12-31"),
      unit(10, "2029-01-01", null),
      unit(11, "2029-01-01", "2029-12-31"),
      unit(12, "2030-01-01", null),
      unit(13, "2030-01-01", null),
    ],
    edges: [
      edge(1, 5, "remainder", "2026-01-01"),
      edge(1, 6, "part", "2026-01-01"),
      edge(2, 5, "whole", "2026-01-01"),
      edge(4, 7, "whole", "2027-01-01"),
      edge(3, 7, "whole", "2027-01-01"),
      edge(0, 8, "remainder", "2028-01-01"),
      edge(0, 9, "part", "2028-01-01"),
      edge(5, 8, "whole", "2028-01-01"),
      edge(9, 10, "remainder", "2029-01-01"),
      edge(9, 11, "part", "2029-01-01"),
      edge(7, 10, "whole", "2029-01-01"),
      edge(6, 12, "remainder", "2030-01-01"),
      edge(6, 13, "part", "2030-01-01"),
      edge(11, 12, "whole", "2030-01-01"),
    ],
  },
};

/** Histories as changes make them: every change ends units and begins new ones the next day. */
const random = fc
  .array(fc.record({ at: fc.nat(), also: fc.nat(), split: fc.boolean() }), { maxLength: 12 })
  .map((changes): Lineage => {
    const units = former(0, 1, 2, 3, 4).map((known) => ({ ...known, validTo: null as string | null }));
    const edges: Lineage["edges"] = [];
    for (const [step, { at, also, split }] of changes.entries()) {
      const on = `${2026 + step}-01-01`;
      const open = units.filter(({ validTo }) => validTo === null);
      const ended = [...new Set([open[at % open.length], open[also % open.length]])].filter(
        (known) => known !== undefined,
      );
      const begun = unit(units.length, on, null);
      const second = unit(units.length + 1, on, null);
      units.push(...(split ? [begun, second] : [begun]));
      for (const [position, known] of ended.entries()) {
        known.validTo = `${2025 + step}-12-31`;
        edges.push(edge(known.id, begun.id, split && position === 0 ? "remainder" : "whole", on));
        if (split && position === 0) edges.push(edge(known.id, second.id, "part", on));
      }
    }
    return { units, edges };
  });

type Rect = { x: number; y: number; width: number; height: number };
const overlap = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const pairs = <T>(list: readonly T[]) =>
  list.flatMap((a, at) => list.slice(at + 1).map((b) => [a, b] as const));

/** The faults of a drawing: what is missing, and what lies over something else. */
function faults(lineage: Lineage, { boxes, lines, width, height }: Drawing, isWide: boolean): string[] {
  const found = new Set<string>();
  const must = (ok: boolean, fault: string) => ok || found.add(fault);
  const ids = (list: readonly { id: number }[]) =>
    list
      .map(({ id }) => id)
      .sort()
      .join();
  must(ids(boxes.map(({ unit }) => unit)) === ids(lineage.units), "not every unit once");
  must(
    lines.every(({ edge }, at) => edge === lineage.edges[at]) && lines.length === lineage.edges.length,
    "not every edge once",
  );
  const places = boxes.map((box) => ({ ...box, width: isWide ? box.width : 200 }));
  const labels = lines.map(({ label: [x, y] }) => ({
    x,
    y: y - wide.labelHeight / 2,
    width: wide.label,
    height: wide.labelHeight,
  }));
  for (const [a, b] of pairs(places)) must(!overlap(a, b), "a box over a box");
  if (isWide) {
    for (const [a, b] of pairs(labels)) must(!overlap(a, b), "a label over a label");
    for (const label of labels) for (const box of places) must(!overlap(label, box), "a label over a box");
  }
  for (const { edge, points } of lines) {
    const [source, target] = [edge.from, edge.to].map(
      (id) => places.find((box) => box.unit.id === id) as Rect,
    );
    const [first, last] = [points[0], points.at(-1)];
    if (!source || !target || !first || !last) return ["an edge without ends"];
    must(first[0] === (isWide ? source.x + source.width : source.x), "does not begin at its source");
    must(first[1] > source.y && first[1] < source.y + source.height, "does not begin at its source");
    must(
      last[0] === target.x && last[1] > target.y && last[1] < target.y + target.height,
      "does not end at its target",
    );
    must(last[1] <= height && (!isWide || last[0] <= width), "leaves the drawing");
    for (const { x, y, px, py } of stretches(points)) {
      must(x === px || y === py, "a crooked line");
      const stretch = {
        x: Math.min(x, px) + 0.5,
        y: Math.min(y, py) + 0.5,
        width: Math.max(0.1, Math.abs(x - px) - 1),
        height: Math.max(0.1, Math.abs(y - py) - 1),
      };
      for (const box of places) must(!overlap(stretch, box), "a line through a box");
    }
  }
  const runs = lines.flatMap(({ edge, points }) =>
    stretches(points).map(({ x, y, px, py }) => ({
      to: edge.to,
      across: x !== px,
      at: x !== px ? y : x,
      low: x !== px ? Math.min(x, px) : Math.min(y, py),
      high: x !== px ? Math.max(x, px) : Math.max(y, py),
    })),
  );
  for (const [a, b] of pairs(runs))
    if (a.to !== b.to && a.across === b.across && Math.abs(a.at - b.at) < 2)
      must(Math.min(a.high, b.high) <= Math.max(a.low, b.low), "two lines on each other");
  return [...found];
}

const stretches = (points: readonly (readonly [number, number])[]) =>
  points.slice(1).map(([x, y], at) => {
    const [px, py] = points[at] as readonly [number, number];
    return { x, y, px, py };
  });

function sound(lineage: Lineage) {
  expect(faults(lineage, drawWide(lineage), true)).toEqual([]);
  expect(faults(lineage, drawTall(lineage), false)).toEqual([]);
}

describe("the drawing of a lineage", () => {
  for (const [name, lineage] of Object.entries(histories)) {
    it(`draws ${name}: every unit, every edge, nothing over another`, () => {
      sound(lineage);
    });
  }

  it("draws any history so", () => {
    fc.assert(
      fc.property(random, (lineage) => {
        sound(lineage);
      }),
      { numRuns: 500 },
    );
  });

  it("puts the four wards in one column, the unit they formed in the middle of the next", () => {
    const { boxes } = drawWide(histories["Phú Lợi (4 → 1)"] as Lineage);
    expect(boxes.map(({ x }) => x > 0)).toEqual([false, false, false, false, true]);
    const [top, bottom, heir] = [boxes[0], boxes[3], boxes[4]];
    expect(heir && heir.y + heir.height / 2).toBe(
      ((top?.y ?? 0) + (bottom?.y ?? 0) + (bottom?.height ?? 0)) / 2,
    );
  });

  it("gives a phone one column, in the order of time", () => {
    const { boxes } = drawTall(histories["three changes, one past two generations"] as Lineage);
    expect(boxes.map(({ unit }) => unit.id)).toEqual([1, 3, 2, 4, 6, 5]);
    expect(boxes[1]?.height).toBe(tall.head + 2 * tall.label);
  });
});

describe("lineage as a list", () => {
  const split = histories["Bình Thủy, Cái Khế, Bùi Hữu Nghĩa (split)"] as Lineage;

  it("nests what a unit came from, and tells where the rest of a divided one went (T4)", () => {
    const back = branchesOf(split, 10, true);
    expect(back.map(({ unit: { id }, edge: { kind } }) => [id, kind])).toEqual([
      [1, "whole"],
      [2, "whole"],
      [3, "remainder"],
    ]);
    expect(back.at(-1)?.others.map(({ to, kind }) => [to, kind])).toEqual([[11, "part"]]);
  });

  it("follows several changes forward", () => {
    const [branch] = branchesOf(histories["three changes, one past two generations"] as Lineage, 1, false);
    expect(branch?.unit.id).toBe(3);
    expect(branch?.branches.map(({ unit: { id } }) => id)).toEqual([4, 6]);
    expect(branch?.branches[0]?.branches[0]?.others.map(({ from }) => from)).toEqual([2]);
  });

  it("never puts a unit before one it came from", () => {
    fc.assert(
      fc.property(random, (lineage) => {
        const generation = generationsOf(lineage);
        return lineage.edges.every(({ from, to }) => (generation.get(from) ?? 0) < (generation.get(to) ?? 0));
      }),
    );
  });

  it("offers the units of a day on which there was no such unit", () => {
    const phuLoi = histories["Phú Lợi (4 → 1)"] as Lineage;
    expect(relativesOn(phuLoi, 10, "2025-05-15").map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    expect(relativesOn(phuLoi, 1, "2025-08-01").map(({ id }) => id)).toEqual([10]);
    expect(relativesOn(phuLoi, 10, "2025-08-01")).toEqual([]);
    const chain = histories["three changes, one past two generations"] as Lineage;
    expect(relativesOn(chain, 5, "2026-01-01").map(({ id }) => id)).toEqual([2, 3]);
  });
});
