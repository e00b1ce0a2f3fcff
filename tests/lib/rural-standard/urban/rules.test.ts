import { describe, expect, it } from "vitest";
import { urbanFault } from "@/lib/rural-standard/urban/rules";

const sets = [{ key: "do-thi-2022", from: "2022-02-18", until: null, citation: "" }];
const ward = { type: "ward", validFrom: "2025-07-01", validTo: null } as const;
const township = { type: "township", validFrom: null, validTo: "2025-06-30" } as const;
const fault = (unit: Parameters<typeof urbanFault>[0], decisionDate: string, validFrom = decisionDate) =>
  urbanFault(unit, { decisionDate, validFrom }, sets);

describe("đô thị văn minh", () => {
  it("is for wards and townships, not for communes", () => {
    expect(fault(ward, "2026-01-15")).toBeUndefined();
    expect(fault(township, "2024-01-15")).toBeUndefined();
    expect(fault({ ...ward, type: "commune" }, "2026-01-15")).toEqual({
      field: "unitId",
      code: "not-a-ward",
    });
  });
  it("is granted while the unit is there and the programme runs, and counts no earlier than decided", () => {
    expect(fault(ward, "2025-06-30")).toEqual({ field: "unitId", code: "unit-not-then" });
    expect(fault(township, "2025-06-20", "2025-07-01")).toEqual({
      field: "validFrom",
      code: "unit-not-then",
    });
    expect(fault(township, "2022-02-17")).toEqual({
      field: "decisionDate",
      code: "before-programme:2022-02-18",
    });
    expect(fault(ward, "2026-01-15", "2026-01-14")).toEqual({ field: "validFrom", code: "before-decision" });
  });
});
