import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { awardCreate, awardRevoke, readAwardFilter } from "@/lib/awards/schema";
import { addDays, today } from "@/lib/core/days";

const award = {
  id: randomUUID(),
  form: "merit_certificate",
  recipientKind: "individual",
  recipientName: "Cá nhân thứ nhất",
  issuer: "Công an thành phố Cần Thơ",
  decisionNumber: "811/QĐ-CATP",
  decisionDate: "2025-08-11",
  achievement: "Thành tích xuất sắc trong phong trào",
};
const faults = (change: object) =>
  Object.fromEntries(
    (awardCreate.safeParse({ ...award, ...change }).error?.issues ?? []).map((issue) => [
      issue.path[0],
      issue.message,
    ]),
  );

describe("an award's input", () => {
  it("is read trimmed, in NFC, without what was not asked", () => {
    const read = awardCreate.parse({
      ...award,
      recipientName: "  Tập thể tổ 3 ".normalize("NFD"),
      revokedOn: "2025-01-01",
      version: 9,
      createdAt: "x",
    });
    expect(read).toEqual({ ...award, recipientName: "Tập thể tổ 3", acceptSimilar: false });
    expect(awardCreate.parse({ ...award, acceptSimilar: "on" }).acceptSimilar).toBe(true);
  });

  it("names one fault a field, each its own", () => {
    const missing = awardCreate.safeParse({}).error?.issues ?? [];
    expect(new Set(missing.map((issue) => issue.path[0]))).toEqual(new Set(Object.keys(award)));
    expect(faults({ form: "cup" })).toEqual({ form: "unknown-choice" });
    expect(faults({ recipientKind: "" })).toEqual({ recipientKind: "unknown-choice" });
    expect(faults({ recipientName: "x".repeat(10_000_000) })).toEqual({ recipientName: "too-long:200" });
    expect(faults({ achievement: "a\u0000b" })).toEqual({ achievement: "bad-characters" });
    expect(faults({ issuer: "\udc00" })).toEqual({ issuer: "bad-characters" });
    expect(faults({ decisionDate: addDays(today(), 1) })).toEqual({ decisionDate: "in-the-future" });
    expect(faults({ decisionDate: "1975-04-29" })).toEqual({ decisionDate: "too-early:1975-04-30" });
    expect(faults({ decisionDate: "31/12/2024" })).toEqual({ decisionDate: "not-a-date" });
    expect(faults({ unitId: "Phú Lợi" })).toEqual({ unitId: "not-a-number" });
    expect(faults({ recipientTitle: "x".repeat(201) })).toEqual({ recipientTitle: "too-long:200" });
  });

  it("keeps citizen ID numbers out, but not money, dates or telephone numbers", () => {
    expect(faults({ recipientName: "Người nhận 092123456789" })).toEqual({
      recipientName: "identity-number",
    });
    expect(faults({ recipientTitle: "CCCD 092 123 456 789" })).toEqual({ recipientTitle: "identity-number" });
    expect(faults({ achievement: "số 361234567" })).toEqual({ achievement: "identity-number" });
    expect(
      faults({
        achievement:
          "vận động 100.000.000 đồng, 250 000 000 đồng từ 15/12/2024 đến 14/12/2025, điện thoại 0292 3820 113",
      }),
    ).toEqual({});
  });

  it("takes a revocation with a day and a reason only", () => {
    const issues = awardRevoke
      .safeParse({ id: award.id, version: "1" })
      .error?.issues.map((issue) => [issue.path[0], issue.code]);
    expect(issues?.map(([field]) => field)).toEqual(["revokedOn", "reason"]);
  });
});

describe("the page's address", () => {
  it("leaves out what cannot be read", () => {
    expect(
      readAwardFilter({
        form: "diploma",
        recipientKind: "household",
        state: "all",
        q: ["khóm 3", "x"],
        after: award.id,
      }),
    ).toEqual({
      form: "diploma",
      recipientKind: "household",
      state: "all",
      q: "khóm 3",
      after: award.id,
    });
    expect(
      readAwardFilter({
        form: "cup",
        recipientKind: "1",
        state: "x",
        q: "\u0000",
        after: "2025_x",
        unitId: "3",
      }),
    ).toEqual({});
  });
});
