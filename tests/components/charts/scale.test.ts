import { describe, expect, it } from "vitest";
import { isLabelled, ticksOf } from "@/components/charts/scale";

describe("a scale", () => {
  it("says no half of what is counted", () => {
    expect(ticksOf(3, [1, 3, null])).toEqual([0, 3]);
    expect(ticksOf(4, [1, 3])).toEqual([0, 2, 4]);
    expect(ticksOf(3, [1.5, 2])).toEqual([0, 1.5, 3]);
  });

  it("writes the months of a year so far apart that they fit a phone, the last one always", () => {
    const written = Array.from({ length: 12 }, (_, at) => at).filter((at) => isLabelled(at, 12, 5));
    expect(written).toEqual([2, 5, 8, 11]);
  });
});
