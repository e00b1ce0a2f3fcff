import { describe, expect, it } from "vitest";
import { contextInput, readContext } from "@/lib/core/context";
import { firstDay, lastDay } from "@/lib/core/days";
import { contextParams, href } from "@/lib/core/href";
import { parsePeriod } from "@/lib/core/periods";
import { boundaries, roles } from "@/lib/core/policy";

const now = "2026-11-22";

describe("the context of a page (U7)", () => {
  it("falls back to the reporting year, today's boundaries, standings of today", () => {
    expect(readContext({}, "leader", now)).toEqual({
      period: { key: "r2026", from: "2025-12-15", to: "2026-12-14" },
      boundary: "current",
      asOf: now,
      unit: undefined,
    });
  });
  it("shows each role the boundaries it works by, until the address says otherwise", () => {
    expect(roles.map((role) => readContext({}, role, now).boundary)).toEqual([
      "current",
      "current",
      "current",
      "current",
      "historical",
    ]);
    for (const role of roles)
      for (const boundary of boundaries) {
        const read = readContext({ boundary }, role, now);
        expect(read.boundary).toBe(boundary);
        expect(contextParams(read).boundary, "links keep it").toBe(boundary);
      }
  });
  it("takes standings at the end of a period that is over, or on the day asked for", () => {
    expect(readContext({ from: "2025-01-01", to: "2025-08-11" }, "leader", now).asOf).toBe("2025-08-11");
    expect(readContext({ period: "2025", asOf: "2025-11-26" }, "leader", now).asOf).toBe("2025-11-26");
  });
  it("takes the reporting year of a day asked for alone, so that counts and standings are of one time", () => {
    expect(readContext({ asOf: "2025-11-26" }, "leader", now)).toMatchObject({
      period: { from: "2024-12-15", to: "2025-12-14" },
      asOf: "2025-11-26",
    });
  });
  it("lets a named period win over the dates a form without scripts sends along", () => {
    expect(
      readContext({ period: "2025", from: "2026-01-01", to: "2026-02-01" }, "leader", now).period.key,
    ).toBe("2025");
    expect(readContext({ period: "", from: "2026-01-01", to: "2026-02-01" }, "leader", now).period).toEqual({
      key: "",
      from: "2026-01-01",
      to: "2026-02-01",
    });
  });
  it("drops what it cannot read", () => {
    const read = readContext(
      { unit: "31510'; --", boundary: ["x"], asOf: "2025-02-30", from: "b", to: "a" },
      "leader",
      now,
    );
    expect(read).toEqual(readContext({}, "leader", now));
    expect(readContext({ unit: "31178@2025-06-30", boundary: "historical" }, "leader", now)).toMatchObject({
      unit: "31178@2025-06-30",
      boundary: "historical",
    });
  });
  it("has a period for every day it can be asked for, and takes no other day", () => {
    for (const asOf of ["1970-01-01", "0000-01-01", "1975-04-29", "2101-01-01", "9999-12-31"]) {
      expect(readContext({ asOf }, "leader", now).asOf).toBe(now);
      expect(contextInput.safeParse({ ...readContext({}, "leader", now), asOf }).success).toBe(false);
    }
    for (const day of ["1970-01-01", firstDay, "1975-12-31", "2100-12-14", lastDay, "2500-01-01"]) {
      const { period } = readContext({}, "leader", day);
      expect(period).toEqual(parsePeriod(period.key));
    }
    for (const params of [{ asOf: firstDay }, { asOf: lastDay }, { period: "f1976" }, { period: "2100" }])
      expect(contextInput.safeParse(readContext(params, "leader", now)).error).toBeUndefined();
    expect(readContext({ period: "2101" }, "leader", now).period.key).toBe("r2026");
  });
  it("comes back the same from its own address", () => {
    for (const params of [
      { period: "r2025-m8", unit: "31510" },
      { from: "2025-01-01", to: "2025-08-11", boundary: "historical" },
    ]) {
      const context = readContext(params, "leader", now);
      expect(readContext(contextParams(context), "leader", now)).toEqual(context);
    }
    expect(href("/a", { x: "1 2", y: undefined, z: "" })).toBe("/a?x=1+2");
  });
});
