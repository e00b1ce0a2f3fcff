import { numeralWords } from "../catalog";
import type { Doubt } from "../schema";
import { findPhrase, phraseBook, type Token } from "../words/rules";

/** A number with the index behind its last token; without `value` when it cannot be told. */
export type NumberRead = { value?: number; end: number; doubts: Doubt[] };

const most = 999_999_999;
const numerals = phraseBook(Object.entries(numeralWords));
const scales: Record<string, number> = { chuc: 10, tram: 100, nghin: 1e3, k: 1e3, trieu: 1e6, ty: 1e9 };

/**
 * Reads the whole number that begins at a token: "12.770", "12 770", "1,2 nghìn", "ba trăm linh tư",
 * "2 triệu rưỡi", "35 (ba mươi lăm)". A comma before exactly three digits is a thousands mark, since what is
 * counted here is whole, but a decimal one before "nghìn" or "triệu". Undefined when no count begins here:
 * parts of days, times, document and phone numbers, percentages, decimals.
 */
export function readNumber(tokens: Token[], at: number): NumberRead | undefined {
  const first = readOne(tokens, at);
  if (!first) return undefined;
  if (tokens[first.end]?.raw !== "(") return first;
  const again = readOne(tokens, first.end + 1);
  if (!again || tokens[again.end]?.raw !== ")") return first;
  const same = again.value === first.value;
  return { ...first, end: again.end + 1, doubts: same ? first.doubts : [...first.doubts, "numbers-differ"] };
}

function readOne(tokens: Token[], at: number): NumberRead | undefined {
  const cursor = new Cursor(tokens, at);
  const value = readScaled(cursor);
  if (value === undefined || isCompound(tokens, cursor.at)) return undefined;
  // "không người nào": the word says none only inside a number.
  if (value === 0 && tokens[at]?.kind === "word") return undefined;
  const whole = Math.round(value * 1e3) / 1e3;
  if (!Number.isInteger(whole) || whole > most) return undefined;
  const doubts: Doubt[] = cursor.comma ? ["comma-in-number"] : [];
  return cursor.unclear
    ? { end: cursor.at, doubts: ["unclear-number"] }
    : { value: whole, end: cursor.at, doubts };
}

/** What stands behind it makes it a percentage, a time, a day or a document's number. */
function isCompound(tokens: Token[], end: number): boolean {
  const next = tokens[end];
  if (!next) return false;
  if (next.raw === "%" || next.raw === "‰" || next.raw === "°") return true;
  const glued = tokens[end + 1];
  return next.gap === 0 && /^[/:.,]$/.test(next.raw) && glued?.gap === 0 && glued.kind !== "mark";
}

class Cursor {
  unclear = false;
  comma = false;
  constructor(
    readonly tokens: Token[],
    public at: number,
  ) {}
  peek(): string | number | undefined {
    const match = findPhrase(numerals, this.tokens, this.at);
    return match?.value;
  }
  take(...words: string[]): string | undefined {
    const word = this.peek();
    if (typeof word !== "string" || !words.includes(word)) return undefined;
    this.at += 1;
    return word;
  }
}

/** Thousands and millions, each once and falling: "2 triệu 500 nghìn", "hai nghìn lẻ năm", "một ngàn rưỡi". */
function readScaled(cursor: Cursor): number | undefined {
  let total: number | undefined;
  let last = Number.POSITIVE_INFINITY;
  for (;;) {
    const start = cursor.at;
    const group = readGroup(cursor);
    if (!group) return total;
    const scale = scales[cursor.take("nghin", "k", "trieu", "ty") ?? ""];
    if (scale === undefined || scale >= last) {
      if (total === undefined) return group.value;
      if (scale !== undefined || group.value >= last) {
        cursor.at = start;
        return total;
      }
      // "hai nghìn năm" and "2 nghìn 5" are 2,500 to some and 2,005 to others.
      cursor.unclear ||= group.lone || (group.digits && group.value < 100);
      return total + group.value;
    }
    if (group.comma !== undefined) cursor.comma = false;
    total = (total ?? 0) + (group.comma ?? group.value) * scale;
    last = scale;
    if (cursor.take("ruoi")) return total + scale / 2;
    if (cursor.take("linh")) return total + (readUnit(cursor) ?? 0);
  }
}

type Group = { value: number; lone: boolean; digits: boolean; comma?: number };

/** Under a thousand in words, or any number in digits. */
function readGroup(cursor: Cursor): Group | undefined {
  const digits = readDigits(cursor);
  const head = digits?.value ?? readUnit(cursor);
  if (head === undefined) {
    if (!cursor.take("muoi")) return undefined;
    return { value: 10 + (readUnit(cursor, "lam") ?? 0), lone: false, digits: false };
  }
  const small = Number.isInteger(head) && head < 10;
  if (small && cursor.take("tram"))
    return { value: head * 100 + readBelowHundred(cursor), lone: false, digits: false };
  if (small && cursor.take("muoi", "muoi0"))
    return { value: head * 10 + (readUnit(cursor, "lam", "mot1", "tu") ?? 0), lone: false, digits: false };
  if (cursor.take("chuc"))
    return { value: head * 10 + (cursor.take("ruoi") ? 5 : 0), lone: false, digits: false };
  const short = digits ? undefined : cursor.take("mot1", "lam", "tu");
  if (short) return { value: head * 10 + (endings[short] as number), lone: false, digits: false };
  return { value: head, lone: !digits, digits: !!digits, ...(digits?.comma && { comma: digits.comma }) };
}

const endings: Record<string, number> = { mot1: 1, tu: 4, lam: 5 };

function readBelowHundred(cursor: Cursor): number {
  if (cursor.take("ruoi")) return 50;
  if (cursor.take("linh")) return readUnit(cursor, "tu", "lam") ?? 0;
  if (cursor.take("muoi")) return 10 + (readUnit(cursor, "lam") ?? 0);
  const start = cursor.at;
  const tens = readUnit(cursor);
  if (tens === undefined) return 0;
  if (cursor.take("muoi", "muoi0")) return tens * 10 + (readUnit(cursor, "lam", "mot1", "tu") ?? 0);
  const short = cursor.take("mot1", "lam", "tu");
  if (short) return tens * 10 + (endings[short] as number);
  // "một trăm hai" is 120 to some and 102 to others; "hai trăm ba nghìn" likewise.
  cursor.unclear = true;
  cursor.at = start + 1;
  return tens;
}

/** A digit's word, or one of the endings that only stand behind tens. */
function readUnit(cursor: Cursor, ...also: string[]): number | undefined {
  const word = cursor.peek();
  if (typeof word === "number") {
    cursor.at += 1;
    return word;
  }
  const ending = cursor.take(...also);
  return ending === undefined ? undefined : endings[ending];
}

function readDigits(cursor: Cursor): { value: number; comma?: number } | undefined {
  const { tokens, at } = cursor;
  const first = tokens[at];
  if (first?.kind !== "digits" || first.raw.length > 9 || isTail(tokens, at)) return undefined;
  let digits = first.raw;
  let end = at + 1;
  const sign = groupSign(tokens, at);
  if (sign)
    while (groupSign(tokens, end - 1, true) === sign) {
      end += sign === " " ? 1 : 2;
      digits += tokens[end - 1]?.raw;
    }
  if (digits.length > 2 && digits.startsWith("0")) return undefined;
  const fraction = sign === "," ? undefined : readFraction(tokens, end, sign);
  if (fraction) digits += `.${fraction}`;
  cursor.at = end + (fraction ? 2 : 0);
  if (sign !== ",") return { value: Number(digits) };
  cursor.comma = true;
  return { value: Number(digits), ...(end === at + 3 && { comma: Number(digits) / 1000 }) };
}

/** The thousands mark between this run of digits and a next one of exactly three. */
function groupSign(tokens: Token[], at: number, inside = false): string | undefined {
  const [head, sign, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!head || head.raw.length > 3 || (!inside && head.raw.startsWith("0")) || !sign) return undefined;
  if (sign.kind === "digits") return sign.gap === 1 && sign.raw.length === 3 ? " " : undefined;
  const joined = sign.gap === 0 && next?.gap === 0 && next.kind === "digits" && next.raw.length === 3;
  return joined && (sign.raw === "." || sign.raw === ",") ? sign.raw : undefined;
}

function readFraction(tokens: Token[], end: number, grouped: string | undefined): string | undefined {
  const [sign, next] = [tokens[end], tokens[end + 1]];
  if (sign?.gap !== 0 || next?.gap !== 0 || next.kind !== "digits") return undefined;
  if (sign.raw === "," || (sign.raw === "." && !grouped && next.raw.length < 3)) return next.raw;
  return undefined;
}

/** These digits belong to something before them: "PV05", "8" of "11/8", "30" of "14h30". */
function isTail(tokens: Token[], at: number): boolean {
  const [head, sign] = [tokens[at - 2], tokens[at - 1]];
  if (!sign || tokens[at]?.gap !== 0) return false;
  if (sign.kind === "word" || sign.kind === "digits") return true;
  return sign.gap === 0 && head?.kind === "digits" && /^[/.,:\-–]$/.test(sign.raw);
}
