import { describe, expect, it } from "vitest";
import { acts, canDo, dayFault, registrationFault, states } from "@/lib/safety-standard/records/rules";
import { countingDay, yearsUpTo } from "@/lib/safety-standard/rules";

const open = (selfMet: boolean | null) =>
  Object.fromEntries(states.map((state) => [state, acts.filter((act) => canDo(act, { state, selfMet }))]));

describe("what can be done to a record", () => {
  it("follows the order of the year", () => {
    expect(open(true)).toEqual({
      registered: ["score", "withdraw"],
      scored: ["score", "propose", "withdraw"],
      proposed: ["recognize", "refuse", "withdraw"],
      recognized: ["revoke"],
      refused: ["score"],
      revoked: ["score"],
      withdrawn: [],
    });
  });

  it("proposes only what meets the criteria by its own account", () => {
    expect(open(false).scored).toEqual(["score", "withdraw"]);
  });
});

describe("days", () => {
  const record = {
    year: 2026,
    registeredOn: "2026-02-10",
    scoredOn: "2026-10-20",
    proposedOn: "2026-11-02",
    decidedOn: "2026-11-20",
  };

  it("run forward", () => {
    expect(dayFault("score", record, "2026-02-09")).toEqual({
      field: "scoredOn",
      code: "before-last:2026-02-10",
    });
    expect(dayFault("propose", record, "2026-10-19")).toMatchObject({ field: "proposedOn" });
    expect(dayFault("recognize", record, "2026-11-01")).toMatchObject({ field: "decidedOn" });
    expect(dayFault("revoke", record, "2026-11-19")).toMatchObject({ field: "revokedOn" });
    expect(dayFault("recognize", record, "2026-11-02")).toBeUndefined();
  });

  it("lie in a year from 2022 to this one", () => {
    expect(registrationFault(2021, "2021-02-01", "2026-11-26")).toEqual({
      field: "year",
      code: "before-circular:2022",
    });
    expect(registrationFault(2027, "2026-02-01", "2026-11-26")).toEqual({
      field: "year",
      code: "in-the-future",
    });
    expect(registrationFault(2025, "2026-02-01", "2026-11-26")).toEqual({
      field: "registeredOn",
      code: "not-in-year:2025",
    });
    expect(registrationFault(2026, "2026-02-01", "2026-11-26")).toBeUndefined();
  });

  it("count a year by its last one, or by today while it runs", () => {
    expect([countingDay(2025, "2026-11-26"), countingDay(2026, "2026-11-26")]).toEqual([
      "2025-12-31",
      "2026-11-26",
    ]);
    expect(yearsUpTo("2026-11-26")).toEqual([2026, 2025, 2024, 2023, 2022]);
  });
});
