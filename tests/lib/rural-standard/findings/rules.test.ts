import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dossierDay,
  findingFault,
  type Judged,
  leaves,
  nextStep,
  programmeOf,
  progressOf,
} from "@/lib/rural-standard/findings/rules";

const criterion = (code: string, result: Judged["result"] = null, confirmed = true): Judged => ({
  ...{ id: code, level: "standard", code, name: code, group: null, isSecurity: code === "19.2" },
  ...{ parent: code.includes(".") ? (code.split(".")[0] ?? null) : null, result, confirmed },
  waits: confirmed ? null : result,
});
const set = { key: "2021-2025", from: "2022-01-01", until: "2026-02-14", citation: "" };
const former = { type: "commune", validFrom: null, validTo: "2025-06-30" } as const;
const ward = { type: "ward", validFrom: "2025-07-01", validTo: null } as const;

describe("where a unit stands by the criteria of a step", () => {
  it("tells met, not met and not judged apart (T17), and names what is missing part by part", () => {
    const found = progressOf([
      criterion("1", "met"),
      criterion("2", "not_met"),
      criterion("3"),
      criterion("19"),
      criterion("19.1", "met"),
      criterion("19.2"),
    ]);
    expect(found.total).toBe(4);
    expect(found.counts).toEqual({ met: 1, not_met: 1, not_applicable: 0, unjudged: 2 });
    expect(found.missing.map(({ code }) => code)).toEqual(["2", "3", "19.2"]);
  });
  it("judges a criterion of several parts by them", () => {
    const whole = (first: Judged["result"], second: Judged["result"]) =>
      progressOf([criterion("19"), criterion("19.1", first), criterion("19.2", second)]).branches[0]?.state;
    expect(whole("met", "met")).toBe("met");
    expect(whole("met", null)).toBe("unjudged");
    expect(whole("not_met", null)).toBe("not_met");
    expect(whole("met", "not_applicable")).toBe("met");
    expect(whole("not_applicable", "not_applicable")).toBe("not_applicable");
    expect(leaves([criterion("18"), criterion("19"), criterion("19.1")]).map(({ code }) => code)).toEqual([
      "18",
      "19.1",
    ]);
  });
  it("counts what a ward found as met, and says that it waits", () => {
    const found = progressOf([criterion("1", "met", false), criterion("2", "met")]);
    expect([found.counts.met, found.waiting, found.missing]).toEqual([2, 1, []]);
  });
  it("counts a later finding of a ward's as waiting beside the confirmed one that stands", () => {
    const found = progressOf([{ ...criterion("1", "not_met"), waits: "met" }, criterion("2", "met")]);
    expect([found.counts.met, found.waiting, found.missing.length]).toEqual([1, 1, 1]);
  });
  it("leaves criteria of one group of communes out of every count but what waits, and lists them", () => {
    const ofGroup = (one: Judged) => ({ ...one, group: "Nhóm 1" });
    const found = progressOf([
      criterion("1", "met"),
      ofGroup(criterion("2")),
      criterion("3"),
      criterion("3.1", "met"),
      ofGroup(criterion("3.2")),
      criterion("4"),
      ofGroup(criterion("4.1", "not_met", false)),
    ]);
    expect([found.branches.length, found.total, found.byGroup, found.waiting]).toEqual([4, 2, 3, 1]);
    expect(found.counts).toEqual({ met: 2, not_met: 0, not_applicable: 0, unjudged: 0 });
    expect(found.missing).toEqual([]);
  });
  it("for any results: states add up to the criteria, and nothing is missing exactly when all are met or do not apply", () => {
    const result = fc.constantFrom(null, "met", "not_met", "not_applicable") as fc.Arbitrary<
      Judged["result"]
    >;
    fc.assert(
      fc.property(fc.array(result, { minLength: 1, maxLength: 25 }), (results) => {
        const list = results.map((one, at) => criterion(String(at + 1), one));
        const { counts, total, missing } = progressOf(list);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total);
        expect(missing.length === 0).toBe(results.every((one) => one === "met" || one === "not_applicable"));
      }),
    );
  });
});

describe("what comes next and when", () => {
  it("is the step above the one that stands", () => {
    expect((["none", "standard", "advanced", "exemplary"] as const).map(nextStep)).toEqual([
      "standard",
      "advanced",
      "exemplary",
      undefined,
    ]);
    expect([programmeOf("commune"), programmeOf("ward"), programmeOf("township")]).toEqual([
      "rural",
      "urban",
      "urban",
    ]);
  });
  it("shows a day within the unit's own, never ahead", () => {
    expect(dossierDay(former, undefined, "2026-11-26")).toBe("2025-06-30");
    expect(dossierDay(former, "2023-05-01", "2026-11-26")).toBe("2023-05-01");
    expect(dossierDay(ward, "2020-01-01", "2026-11-26")).toBe("2025-07-01");
    expect(dossierDay(ward, "2030-01-01", "2026-11-26")).toBe("2026-11-26");
  });
});

describe("a finding", () => {
  it("is made while the unit and the set are there, for a unit of the set's kind", () => {
    expect(findingFault(former, "rural", set, "2024-05-05")).toBeUndefined();
    expect(findingFault(former, "urban", set, "2024-05-05")).toEqual({
      field: "criteria",
      code: "other-kind",
    });
    expect(findingFault(ward, "rural", set, "2025-08-05")).toEqual({ field: "criteria", code: "other-kind" });
    expect(findingFault(former, "rural", set, "2025-07-01")).toEqual({
      field: "judgedOn",
      code: "unit-not-then",
    });
    expect(findingFault(former, "rural", set, "2021-12-31")).toEqual({
      field: "judgedOn",
      code: "set-not-then",
    });
  });
});
