import { describe, expect, it } from "vitest";
import { awardForms, commonFirst, recipientKinds, states } from "@/lib/awards/catalog";
import { awardFormWords, awardStateWords, awardsWords, recipientKindWords } from "@/lib/awards/messages";
import { yearSpan } from "@/lib/awards/rules";
import { AwardForm, RecipientKind } from "@/prisma/client/enums";

describe("an award", () => {
  it("is compared with others of its calendar year", () => {
    expect(yearSpan("2025-08-11")).toEqual({ from: "2025-01-01", to: "2025-12-31" });
  });
});

describe("the lists of the law", () => {
  it("are all of them, named in both languages, none twice", () => {
    expect([...awardForms].sort()).toEqual(Object.values(AwardForm).sort());
    expect([...recipientKinds].sort()).toEqual(Object.values(RecipientKind).sort());
    expect(commonFirst[0]).toBe("merit_certificate");
    for (const locale of ["vi", "en"] as const) {
      for (const labels of [awardFormWords[locale], recipientKindWords[locale], awardStateWords[locale]])
        expect(new Set(Object.values(labels)).size).toBe(Object.keys(labels).length);
      expect(Object.keys(awardStateWords[locale])).toEqual([...states]);
    }
  });
  it("show a compared value as the screen does", () => {
    expect(awardsWords.vi.show("form", "merit_certificate")).toBe("Giấy khen");
    expect(awardsWords.vi.show("decisionDate", "2025-08-11")).toBe("11/08/2025");
    expect(awardsWords.en.show("recipientTitle", null)).toBe("");
  });
});
