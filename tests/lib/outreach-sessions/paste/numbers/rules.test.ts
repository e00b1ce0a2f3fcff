import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumber } from "@/lib/outreach-sessions/paste/numbers/rules";
import { tokenize } from "@/lib/outreach-sessions/paste/words/rules";

const read = (text: string) => {
  const tokens = tokenize(text);
  const number = readNumber(tokens, 0);
  return number && number.end === tokens.length ? number.value : undefined;
};

const digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
type Way = { thousand: string; zero: string; four: string; short: boolean };

/** A whole number as it is said, 1–999,999, in one of the usual ways. */
function say(value: number, way: Way): string {
  const thousands = Math.floor(value / 1000);
  const rest = value % 1000;
  if (thousands === 0) return sayGroup(rest, way, false);
  const head = `${sayGroup(thousands, way, false)} ${way.thousand}`;
  if (rest === 0) return head;
  if (way.short && rest < 10) return `${head} ${way.zero} ${digits[rest]}`;
  return `${head} ${sayGroup(rest, way, true)}`;
}

function sayGroup(value: number, way: Way, full: boolean): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const words = hundreds > 0 || full ? [`${digits[hundreds]} trăm`] : [];
  if (tens === 0 && ones > 0) words.push(...(words.length > 0 ? [way.zero] : []), digits[ones] as string);
  if (tens === 1) words.push("mười", ...(ones > 0 ? [ones === 5 ? "lăm" : (digits[ones] as string)] : []));
  if (tens > 1) {
    const last = { 0: [], 1: ["mốt"], 4: [way.four], 5: ["lăm"] }[ones] ?? [digits[ones] as string];
    words.push(`${digits[tens]} mươi`, ...last);
  }
  return words.join(" ");
}

const ways = fc.record({
  thousand: fc.constantFrom("nghìn", "ngàn"),
  zero: fc.constantFrom("linh", "lẻ"),
  four: fc.constantFrom("tư", "bốn"),
  short: fc.boolean(),
});

describe("numbers of reports", () => {
  it.each([
    ["12.770", 12770],
    ["12 770", 12770],
    ["12\u202f770", 12770],
    ["12,770", 12770],
    ["1.234.567", 1234567],
    ["05", 5],
    ["0", 0],
    ["1,2 nghìn", 1200],
    ["1.5 triệu", 1500000],
    ["1,250 triệu", 1250000],
    ["3 ngàn", 3000],
    ["2k", 2000],
    ["2 triệu 500 nghìn", 2500000],
    ["1 nghìn 2 trăm", 1200],
    ["2 nghìn 350", 2350],
    ["mười lăm", 15],
    ["hai mươi mốt", 21],
    ["ba tư", 34],
    ["ba trăm linh tư", 304],
    ["hai nghìn lẻ năm", 2005],
    ["một ngàn rưỡi", 1500],
    ["trăm rưỡi", undefined],
    ["một trăm rưỡi", 150],
    ["hai chục rưỡi", 25],
    ["mot tram hai muoi", 120],
    ["hai muoi mot", 21],
    ["35 (ba mươi lăm)", 35],
    ["ba mươi lăm (35)", 35],
    ["hai nghìn năm", undefined],
    ["một trăm hai", undefined],
    ["2 nghìn 5", undefined],
    ["26,9", undefined],
    ["0912345678", undefined],
    ["0912 345 678", undefined],
    ["0292.3821.114", undefined],
    ["95%", undefined],
    ["12/KH", undefined],
    ["11/8", undefined],
    ["14:30", undefined],
    ["1.2.3", undefined],
    ["không", undefined],
    ["1.000.000.000", undefined],
  ])("%s", (text, value) => {
    expect(read(text)).toBe(value);
  });

  it("gives back every number in every way of writing it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.constantFrom("", ".", ",", " ", "\u00a0", "\u2009", "\u202f"),
        (value, sign) => {
          expect(read(String(value).replace(/\B(?=(\d{3})+$)/g, sign))).toBe(value);
        },
      ),
    );
  });

  it("gives back every number in words, composed or not", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), ways, fc.boolean(), (value, way, apart) => {
        const text = say(value, way);
        expect(read(apart ? text.normalize("NFD") : text), text).toBe(value);
      }),
      { numRuns: 2_000 },
    );
  });

  it("says when two ways of one number differ or it can be read twice", () => {
    const doubts = (text: string) => readNumber(tokenize(text), 0)?.doubts;
    expect(doubts("35 (ba mươi sáu)")).toEqual(["numbers-differ"]);
    expect(doubts("12,770")).toEqual(["comma-in-number"]);
    expect(doubts("hai nghìn năm")).toEqual(["unclear-number"]);
  });
});
