import { describe, expect, it } from "vitest";
import { contextParams, href, readContext } from "@/lib/core/context";

const now = "2026-11-22";

describe("the context of a page (U7)", () => {
  it("falls back to the reporting year, today's boundaries, standings of today", () => {
    expect(readContext({}, now)).toEqual({
      period: { key: "r2026", from: "2025-12-15", to: "2026-12-14" },
      boundary: "current",
      asOf: now,
      unit: undefined,
    });
  });
  it("takes standings at the end of a period that is over, or on the day asked for", () => {
    expect(readContext({ from: "2025-01-01", to: "2025-08-11" }, now).asOf).toBe("2025-08-11");
    expect(readContext({ period: "2025", asOf: "2025-11-26" }, now).asOf).toBe("2025-11-26");
  });
  it("lets a named period win over the dates a form without scripts sends along", () => {
    expect(readContext({ period: "2025", from: "2026-01-01", to: "2026-02-01" }, now).period.key).toBe(
      "2025",
    );
    expect(readContext({ period: "", from: "2026-01-01", to: "2026-02-01" }, now).period).toEqual({
      key: "",
      from: "2026-01-01",
      to: "2026-02-01",
    });
  });
  it("drops what it cannot read", () => {
    const read = readContext(
      { unit: "31510'; --", boundary: ["x"], asOf: "2025-02-30", from: "b", to: "a" },
      now,
    );
    expect(read).toEqual(readContext({}, now));
    expect(readContext({ unit: "31178@2025-06-30", boundary: "historical" }, now)).toMatchObject({
      unit: "31178@2025-06-30",
      boundary: "historical",
    });
  });
  it("comes back the same from its own address", () => {
    for (const params of [
      { period: "r2025-m8", unit: "31510" },
      { from: "2025-01-01", to: "2025-08-11", boundary: "historical" },
    ]) {
      const context = readContext(params, now);
      expect(readContext(contextParams(context), now)).toEqual(context);
    }
    expect(href("/a", { x: "1 2", y: undefined, z: "" })).toBe("/a?x=1+2");
  });
});
