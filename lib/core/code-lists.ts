import type { CodeItem } from "./code-labels";
import type { Day } from "./days";
import type { Tx } from "./db";
import { AppError } from "./errors";
import { empty, sql } from "./sql";

/** Lists the city may extend without a new version of the portal. */
export type CodeList =
  | "topic"
  | "field"
  | "force"
  | "audience"
  | "event"
  | "directive"
  | "site"
  | "grade"
  | "ethnic-group";

/** True of a code that was in use on a day; codes without days always are. */
const inUse = (day: Day) =>
  sql`(c.valid_from IS NULL OR c.valid_from <= ${day}::date) AND (c.valid_to IS NULL OR c.valid_to >= ${day}::date)`;

/** A list in its order, with codes that are no longer in use, since old records name them. */
export const listCodes = (tx: Tx, list: CodeList) =>
  tx.$queryRaw<CodeItem[]>(
    sql`SELECT code, label_vi AS "labelVi", label_en AS "labelEn" FROM code_item WHERE list = ${list} ORDER BY position`,
  );

/** What a dated list offered on a day, in its order. */
export const codesOn = (tx: Tx, list: CodeList, day: Day) =>
  tx.$queryRaw<CodeItem[]>(
    sql`SELECT code, label_vi AS "labelVi", label_en AS "labelEn" FROM code_item c WHERE list = ${list} AND ${inUse(day)} ORDER BY position`,
  );

/** Several lists in one statement, each in its order. */
export async function listsOfCodes<L extends CodeList>(
  tx: Tx,
  lists: readonly L[],
): Promise<Record<L, CodeItem[]>> {
  const rows = await tx.$queryRaw<(CodeItem & { list: L })[]>(sql`
    SELECT list, code, label_vi AS "labelVi", label_en AS "labelEn" FROM code_item WHERE list = ANY (${[...lists]}::text[]) ORDER BY list, position`);
  const found = Object.fromEntries(lists.map((list) => [list, [] as CodeItem[]])) as Record<L, CodeItem[]>;
  for (const { list, ...item } of rows) found[list].push(item);
  return found;
}

/** Refuses every field whose codes are not all in its list, or (with a day) were not in use then: `{ topics: ["topic", codes] }`. */
export async function requireListed(
  tx: Tx,
  fields: Record<string, [CodeList, readonly string[]]>,
  day?: Day,
) {
  const asked = Object.entries(fields).flatMap(([field, [list, codes]]) =>
    codes.map((code) => ({ field, list, code })),
  );
  if (asked.length === 0) return;
  const unknown = await tx.$queryRaw<{ field: string }[]>(sql`
    SELECT DISTINCT a.field FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS a (field text, list text, code text)
      LEFT JOIN code_item c ON c.list = a.list AND c.code = a.code ${day ? sql`AND ${inUse(day)}` : empty} WHERE c.code IS NULL`);
  if (unknown.length > 0)
    throw new AppError("invalid", {
      issues: unknown.map(({ field }) => ({ field, code: "unknown-choice" })),
    });
}
