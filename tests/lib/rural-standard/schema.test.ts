import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addDays, today } from "@/lib/core/days";
import { levelFilterWords, ruralWords } from "@/lib/rural-standard/messages";
import {
  levelFilters,
  readCommuneFilter,
  readLadderView,
  ruralRecognize,
  ruralRevoke,
} from "@/lib/rural-standard/schema";

const recognition = {
  id: randomUUID(),
  unitId: "1",
  level: "standard",
  decisionNumber: "12/QĐ-UBND",
  decisionDate: "2020-01-01",
};
const faults = (change: object) =>
  Object.fromEntries(
    (ruralRecognize.safeParse({ ...recognition, ...change }).error?.issues ?? []).map((issue) => [
      issue.path[0],
      issue.message,
    ]),
  );

describe("a recognition's input", () => {
  it("is taken as typed, in NFC and without what was not asked", () => {
    const read = ruralRecognize.parse({
      ...recognition,
      decisionNumber: " 12/QĐ-UBND ".normalize("NFD"),
      criteriaSet: "x",
      revokedOn: "2020-01-01",
    });
    expect(read).toEqual({ ...recognition, unitId: 1 });
  });
  it("names each fault", () => {
    expect(faults({ level: "best" })).toEqual({ level: "unknown-choice" });
    expect(faults({ unitId: "một" })).toEqual({ unitId: "not-a-number" });
    expect(faults({ decisionDate: addDays(today(), 1) })).toEqual({ decisionDate: "in-the-future" });
    expect(faults({ decisionDate: "1974-12-31" })).toEqual({ decisionDate: "too-early:1975-04-30" });
    expect(faults({ decisionDate: "2025-02-30" })).toEqual({ decisionDate: "not-a-date" });
    expect(faults({ decisionNumber: "\ud800" })).toEqual({ decisionNumber: "bad-characters" });
    expect(faults({ decisionNumber: "a\u0000b" })).toEqual({ decisionNumber: "bad-characters" });
    expect(faults({ decisionNumber: "x".repeat(10_000_000) })).toEqual({ decisionNumber: "too-long:60" });
    expect(new Set(ruralRecognize.safeParse({}).error?.issues.map((issue) => issue.path[0]))).toEqual(
      new Set(Object.keys(recognition)),
    );
    expect(new Set(ruralRevoke.safeParse({}).error?.issues.map((issue) => issue.path[0]))).toEqual(
      new Set(["id", "version", "revokedOn", "reason"]),
    );
  });
  it("has words for every level filter and for the steps that are missing, in both languages", () => {
    for (const locale of ["vi", "en"] as const) {
      for (const filter of levelFilters) expect(levelFilterWords[locale][filter]).toBeTruthy();
      for (const code of [
        "level.needs-standard",
        "level.needs-advanced",
        "level.needs-both",
        "level.already-held",
        "unitId.not-a-commune",
      ] as const)
        expect(ruralWords[locale].errors[code]).toBeTruthy();
    }
  });
});

describe("the page's address", () => {
  it("leaves out what cannot be read", () => {
    expect(
      readCommuneFilter({
        level: "only-advanced",
        base: "current",
        province: "94",
        q: " Mỹ Khánh ",
        after: "12",
      }),
    ).toEqual({
      level: "only-advanced",
      base: "current",
      province: "94",
      q: "Mỹ Khánh",
      after: "12",
    });
    expect(
      readCommuneFilter({ level: "best", base: "72", province: "'; DROP", q: "\u0000", after: "1e9" }),
    ).toEqual({});
    expect([
      readLadderView({}),
      readLadderView({ view: "exclusive" }),
      readLadderView({ view: "pie" }),
    ]).toEqual(["cumulative", "exclusive", "cumulative"]);
  });
});
