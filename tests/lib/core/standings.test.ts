import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readContext } from "@/lib/core/context";
import { isAhead, upToToday } from "@/lib/core/standings";

const now = "2026-11-22";

describe("standings ahead of today", () => {
  it("are those of today: nobody knows figures of a day to come", () => {
    const read = (asOf: string) => readContext(upToToday({ asOf, period: "r2026" }, now), "leader", now);
    for (const asOf of ["2026-11-23", "2030-01-01", "2100-12-31"]) expect(read(asOf).asOf).toBe(now);
    for (const asOf of [now, "2025-11-26", "1975-04-30"]) expect(read(asOf).asOf).toBe(asOf);
  });

  it("what is no day stays as it was, and everything else with it", () => {
    for (const params of [{}, { asOf: "x" }, { asOf: "2026-02-30" }, { asOf: "9999-12-31", unit: "31510" }])
      expect(upToToday(params, now)).toEqual(params);
    expect(upToToday({ asOf: ["2030-01-01", "2025-01-01"], q: "a" }, now)).toEqual({ asOf: now, q: "a" });
    expect(isAhead(undefined, now)).toBe(false);
  });

  it("are told only by pages of what is decided ahead: units and the ladder", () => {
    const app = join(process.cwd(), "app");
    const asks = readdirSync(app, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith("page.tsx"))
      .filter((name) =>
        /readContext\((?!\s*(?:upToToday|\{ \.\.\.upToToday))/.test(readFileSync(join(app, name), "utf8")),
      )
      .map((name) => name.replace("(portal)/", "").replace("/page.tsx", ""));
    expect(asks.toSorted()).toEqual([
      "rural-standard",
      "rural-standard/progress",
      "rural-standard/urban",
      // Its own year, to today.
      "security-models/points/[pointId]",
      "units/[ref]",
      "units/[ref]/areas",
    ]);
  });
});
