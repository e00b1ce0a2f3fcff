import { Prisma } from "@/prisma/client/client";
import { fold } from "./format";

export const { sql, join, empty } = Prisma;
export type Sql = Prisma.Sql;

/** More words than anybody types; the rest of a pasted page is not looked for. */
const mostWords = 20;

/**
 * The condition that a folded text holds what was typed, accents typed or not: as it stands, or each of its words, the
 * last one perhaps half typed, in any order ("lien gia pccc", but not every "Tân …" for "tan an").
 */
export function holdsWords(folded: Sql, typed: string): Sql {
  const phrase = fold(typed);
  const words = [...new Set(phrase.split(" "))];
  const whole = sql`${folded} LIKE ${`%${phrase}%`}`;
  if (words.length === 1) return whole;
  // The bare column, which has an index, beside the word's borders: "phu loi" is no "phuong hiep loi". The last word
  // may still be half typed.
  const each = words.slice(0, mostWords).map((word, at) => {
    const holds = sql`${folded} LIKE ${`%${word}%`}`;
    if (!/^[\p{L}\p{N}]+$/u.test(word)) return holds;
    return sql`${holds} AND ${folded} ~ ${at === words.length - 1 ? `\\m${word}` : `\\m${word}\\M`}`;
  });
  return sql`(${whole} OR ${join(each, " AND ")})`;
}
