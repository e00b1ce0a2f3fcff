import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPhrases, phraseBook, tokenize } from "@/lib/outreach-sessions/paste/words/rules";

describe("words of a pasted text", () => {
  it("keeps offsets into the text as given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        let end = 0;
        for (const token of tokenize(text)) {
          expect(token.from).toBeGreaterThanOrEqual(end);
          expect(text.slice(token.from, token.to)).toBe(token.raw);
          end = token.to;
        }
      }),
    );
  });

  it("folds places of the tone, capitals and hidden signs", () => {
    const keys = (text: string) => tokenize(text).map(({ key }) => key);
    expect(keys("HOÀ ma tuý lượ\u200bt")).toEqual(keys("hòa ma túy lượt"));
    expect(keys("Tổ quốc".normalize("NFD"))).toEqual(keys("tổ quốc"));
    expect(keys("tờ")).not.toEqual(keys("tổ"));
  });

  it("finds the longest phrase, without accents unless they are asked for", () => {
    const book = phraseBook(
      [
        ["ma túy", 1],
        ["tội phạm ma túy", 2],
        ["=pháo", 3],
        ["phòng chống tội phạm", 4],
        ["phòng chống tội phạm ma túy", 5],
      ] as const,
      "apart",
    );
    const found = (text: string) => findPhrases(book, tokenize(text)).map(({ value }) => value);
    expect(found("tội phạm ma túy, ma tuy, pháo, phao")).toEqual([2, 1, 3]);
    expect(found("phòng, chống tội phạm, ma túy")).toEqual([4, 1]);
    expect(found("phòng, chống tội phạm ma túy")).toEqual([5]);
    expect(found("mà tủy")).toEqual([]);
  });
});
