import * as fc from "fast-check";
import { expect, it } from "vitest";
import { placeLabels } from "@/components/charts/map-labels";

const room = { width: 1600, size: 26, most: 40 };

it("no name lies over another, and those of the largest areas come first", () => {
  const areas = fc.array(
    fc.record({
      name: fc.string({ minLength: 1, maxLength: 14 }),
      at: fc.tuple(fc.integer({ min: 0, max: 1600 }), fc.integer({ min: 0, max: 1700 })),
      area: fc.integer({ min: 1, max: 90_000 }),
    }),
    { maxLength: 110 },
  );
  fc.assert(
    fc.property(areas, (given) => {
      const labels = placeLabels(
        given.map((area, index) => ({ ...area, key: String(index) })),
        room,
      );
      expect(labels.length).toBeLessThanOrEqual(room.most);
      for (const [index, one] of labels.entries())
        for (const other of labels.slice(index + 1)) {
          const halves = ((one.name.length + other.name.length) * 0.56 * room.size) / 2;
          expect(Math.abs(one.x - other.x) > halves || Math.abs(one.y - other.y) > room.size).toBe(true);
        }
    }),
  );
});

it("the reader's own unit is named whatever its size", () => {
  const at = [800, 800] as const;
  const [first] = placeLabels(
    [
      { key: "a", name: "Phú Lợi", at, area: 1, marked: true },
      { key: "b", name: "Phú Hữu", at, area: 9_000 },
    ],
    room,
  );
  expect(first?.key).toBe("a");
});
