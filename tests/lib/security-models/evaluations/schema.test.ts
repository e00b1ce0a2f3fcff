import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { campaignOpen, criteriaOf, evaluationPropose } from "@/lib/security-models/evaluations/schema";

const typed = (more: object = {}) => ({
  id: randomUUID(),
  periodFrom: "2025-12-15",
  periodTo: "2026-06-14",
  name: "Xếp loại 6 tháng",
  dueOn: "2026-06-24",
  leastDays: "90",
  criterion1: "Tổ chức",
  most1: "40",
  criterion3: "Kết quả",
  most3: "60",
  least1: "80",
  least2: "50",
  ...more,
});
const faults = (more: object) =>
  campaignOpen
    .safeParse(typed(more))
    .error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`) ?? [];

describe("a campaign's form", () => {
  it("brings rows together under keys of their own, blank ones left out", () => {
    expect(criteriaOf(campaignOpen.parse(typed()))).toEqual([
      { key: "c1", label: "Tổ chức", most: 40 },
      { key: "c2", label: "Kết quả", most: 60 },
    ]);
  });

  it.each([
    [{ criterion2: "Hồ sơ" }, "most2 most-missing"],
    [{ most2: "10" }, "criterion2 criterion-missing"],
    [{ criterion2: "tổ chức", most2: "10" }, "criterion2 repeated"],
    [
      { criterion1: undefined, most1: undefined, criterion3: undefined, most3: undefined },
      "criterion1 criterion-missing",
    ],
    [{ most1: "0" }, "most1 too-small:1"],
    [{ most1: "nhiều" }, "most1 not-a-number"],
    [{ dueOn: "2026-06-14" }, "dueOn not-after-period"],
    [{ dueOn: "2027-06-15" }, "dueOn too-late"],
    [{ periodFrom: "2026-06-15" }, "periodTo before-start"],
    [{ periodFrom: "2024-06-13" }, "periodTo too-long-a-period"],
    [{ least2: "80" }, "least2 not-descending"],
    [{ least1: "101" }, "least1 too-large:100"],
    [{ leastDays: "-1" }, "leastDays too-small:0"],
  ])("refuses %j", (more, fault) => {
    expect(faults(more)).toContain(fault);
  });

  it("tells faults of rows and of days together", () => {
    expect(faults({ dueOn: "2026-01-01", criterion2: "Hồ sơ", name: undefined })).toEqual(
      expect.arrayContaining(["dueOn not-after-period", "most2 most-missing"]),
    );
  });
});

describe("a sheet's form", () => {
  it("keeps no key that it does not ask", () => {
    const sheet = evaluationPropose.parse({
      id: randomUUID(),
      campaignId: randomUUID(),
      pointId: randomUUID(),
      version: "0",
      c1: "12",
      c9: "5",
      state: "confirmed",
      total: "100",
    });
    expect(sheet).toMatchObject({ c1: 12, version: 0 });
    expect(Object.keys(sheet)).not.toEqual(expect.arrayContaining(["c9", "state", "total"]));
  });
});
