import { describe, expect, it } from "vitest";
import { dayFault, levelsFor, standingOn } from "@/lib/security-models/recognitions/rules";

describe("recognitions", () => {
  it("of a ward are of its own level", () => {
    expect(levelsFor(false)).toEqual(["commune"]);
    expect(levelsFor(true)).toEqual(["commune", "city", "ministry"]);
  });

  it("stand from their day to the day before they are revoked; a day not known hides nothing", () => {
    const granted = { decidedOn: "2025-03-01", revokedOn: "2025-06-01" };
    expect(standingOn(granted, "2025-02-28")).toBe("later");
    expect(standingOn(granted, "2025-03-01")).toBe("in-force");
    expect(standingOn(granted, "2025-05-31")).toBe("in-force");
    expect(standingOn(granted, "2025-06-01")).toBe("revoked");
    expect(standingOn({ decidedOn: null, revokedOn: null }, "2001-01-01")).toBe("in-force");
  });

  it("come while their subject runs", () => {
    const subject = { startedOn: "2024-05-01", until: "2025-05-01" };
    expect(dayFault(subject, "2024-04-30")).toBe("before-begin:2024-05-01");
    expect(dayFault(subject, "2024-05-01")).toBeUndefined();
    expect(dayFault(subject, "2025-04-30")).toBeUndefined();
    expect(dayFault(subject, "2025-05-01")).toBe("after-end:2025-05-01");
    expect(dayFault(subject, undefined)).toBeUndefined();
    expect(dayFault({ startedOn: null, until: null }, "2024-05-01")).toBeUndefined();
  });
});
