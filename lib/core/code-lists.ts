import type { Tx } from "./db";
import { AppError } from "./errors";
import type { Locale } from "./locale";
import { sql } from "./sql";

/** Lists the city may extend without a new version of the portal. */
export type CodeList = "topic" | "field" | "force";
export type CodeItem = { code: string; labelVi: string; labelEn: string };

/** A list in its order. */
export const listCodes = (tx: Tx, list: CodeList) =>
  tx.$queryRaw<CodeItem[]>(
    sql`SELECT code, label_vi AS "labelVi", label_en AS "labelEn" FROM code_item WHERE list = ${list} ORDER BY position`,
  );

/** Refuses a field whose codes are not all in the list. */
export async function requireCodes(tx: Tx, list: CodeList, field: string, codes: readonly string[]) {
  const known = new Set((await listCodes(tx, list)).map(({ code }) => code));
  if (codes.some((code) => !known.has(code)))
    throw new AppError("invalid", { issues: [{ field, code: "unknown-choice" }] });
}

/** A list's labels by code, in the reader's language; without what every object inherits, since codes come from addresses. */
export const codeLabels = (items: readonly CodeItem[], locale: Locale): Record<string, string> =>
  Object.assign(
    Object.create(null),
    Object.fromEntries(items.map((item) => [item.code, locale === "vi" ? item.labelVi : item.labelEn])),
  );

/** A list as a choice offers it. */
export const codeOptions = (items: readonly CodeItem[], locale: Locale) =>
  items.map((item) => ({ value: item.code, label: locale === "vi" ? item.labelVi : item.labelEn }));

/** Codes in words of both languages, for telling two editions apart. */
export const namedCodes = (items: readonly CodeItem[], codes: readonly string[]): Record<Locale, string> => {
  const inWords = (locale: Locale) => codes.map((code) => codeLabels(items, locale)[code] ?? code).join(", ");
  return { vi: inWords("vi"), en: inWords("en") };
};
