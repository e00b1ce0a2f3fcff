import { describe, expect, it } from "vitest";
import {
  additionFault,
  type Criterion,
  keyOf,
  parentOf,
  positionOf,
  startFault,
} from "@/lib/rural-standard/criteria/rules";
import { referenceCriteria, referenceCriteriaSets } from "@/prisma/seed/reference/lists";

const criterion = (code: string, level: Criterion["level"] = "standard"): Criterion => ({
  ...{ id: code, level, code, name: code, group: null, isSecurity: false },
  parent: parentOf(code),
});

describe("the sets of criteria that come with the project", () => {
  const of = (key: string, level: string | null, whole = true) =>
    referenceCriteria().filter(
      (one) => one.setKey === key && one.level === level && (one.parent === null) === whole,
    );

  it("have 19 criteria each for standard and advanced in 2021–2025, security being 19.2", () => {
    for (const level of ["standard", "advanced"]) {
      expect(of("2021-2025", level)).toHaveLength(19);
      expect(of("2021-2025", level, false).map(({ code, isSecurity }) => [code, isSecurity])).toEqual([
        ["19.1", false],
        ["19.2", true],
      ]);
    }
  });
  it("have 10 criteria and three groups of communes since 15/02/2026, security in criterion 10", () => {
    const criteria = of("2026-2030", "standard");
    expect(criteria).toHaveLength(10);
    expect(criteria.filter(({ isSecurity }) => isSecurity).map(({ code }) => code)).toEqual(["10"]);
    const set = referenceCriteriaSets().find(({ key }) => key === "2026-2030");
    expect(set).toMatchObject({ validFrom: "2026-02-15", validTo: null });
    expect(set?.communeGroups).toHaveLength(3);
    // What is not entered is said, not made up (T17).
    expect(set?.note).toContain("chưa nhập");
  });
  it("have 9 criteria for wards, security being the fourth", () => {
    const criteria = of("do-thi-2022", null);
    expect(criteria).toHaveLength(9);
    expect(criteria.find(({ isSecurity }) => isSecurity)?.code).toBe("4");
  });
  it("follow each other without a gap or an overlap", () => {
    const rural = referenceCriteriaSets().filter(({ programme }) => programme === "rural");
    for (const [at, { validTo }] of rural.slice(0, -1).entries())
      expect(
        new Date(`${rural[at + 1]?.validFrom}T00:00:00Z`).getTime() - Date.parse(`${validTo}T00:00:00Z`),
      ).toBe(86_400_000);
  });
  it("name every criterion once, and each part's whole", () => {
    const all = referenceCriteria();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { setKey, level, parent } of all.filter(({ parent }) => parent !== null))
      expect(all.some((one) => one.setKey === setKey && one.level === level && one.code === parent)).toBe(
        true,
      );
  });
});

describe("a criterion's number", () => {
  it("says what it is part of and where it stands", () => {
    expect([parentOf("19"), parentOf("19.2")]).toEqual([null, "19"]);
    expect(["2", "19.10", "19.2", "19", "10"].sort((a, b) => positionOf(a) - positionOf(b))).toEqual([
      "2",
      "10",
      "19",
      "19.2",
      "19.10",
    ]);
  });
});

describe("adding to a set", () => {
  const others = [criterion("19"), criterion("19.2")];
  it("wants a step in a rural set and none in an urban one", () => {
    expect(additionFault("rural", [], criterion("1", null))).toEqual({ field: "level", code: "required" });
    expect(additionFault("urban", [], criterion("1"))).toEqual({ field: "level", code: "only-rural" });
    expect(additionFault("urban", [], criterion("1", null))).toBeUndefined();
  });
  it("wants a number of its own within the step, and the whole before its parts", () => {
    expect(additionFault("rural", others, criterion("19.2"))).toEqual({ field: "code", code: "taken" });
    expect(additionFault("rural", others, criterion("19", "advanced"))).toBeUndefined();
    expect(additionFault("rural", others, criterion("18.1"))).toEqual({
      field: "code",
      code: "parent-missing:18",
    });
    expect(additionFault("rural", others, { ...criterion("19.2"), group: "Nhóm 2" })).toBeUndefined();
  });
  it("wants the next set to begin after the last one", () => {
    expect(startFault({ from: "2026-02-15" }, "2026-02-15")).toEqual({
      field: "from",
      code: "not-after-last:2026-02-15",
    });
    expect(startFault({ from: "2026-02-15" }, "2026-02-16")).toBeUndefined();
    expect(startFault(undefined, "2020-01-01")).toBeUndefined();
    expect([keyOf("rural", "2031-2035"), keyOf("urban", "2027")]).toEqual(["2031-2035", "do-thi-2027"]);
  });
});
