import type { Locale } from "./locale";

/** An entry of a list that is kept in the database, in both languages. */
export type CodeItem = { code: string; labelVi: string; labelEn: string };

/** A list's labels by code, in the reader's language; without what every object inherits, since codes come from addresses. */
export const codeLabels = (items: readonly CodeItem[], locale: Locale): Record<string, string> =>
  Object.assign(
    Object.create(null),
    Object.fromEntries(items.map((item) => [item.code, locale === "vi" ? item.labelVi : item.labelEn])),
  );

/** The names whose code is on no list: what an old or mistyped address asks for and nothing can answer. */
export const unlisted = <N extends string>(
  asked: Partial<Record<NoInfer<N>, string>>,
  lists: Record<N, readonly { code: string }[]>,
): N[] =>
  (Object.keys(lists) as N[]).filter(
    (name) => asked[name] !== undefined && !lists[name].some(({ code }) => code === asked[name]),
  );

/** A list as a choice offers it. */
export const codeOptions = (items: readonly CodeItem[], locale: Locale) =>
  items.map((item) => ({ value: item.code, label: locale === "vi" ? item.labelVi : item.labelEn }));

/** Codes in words of both languages, for telling two editions apart. */
export const namedCodes = (items: readonly CodeItem[], codes: readonly string[]): Record<Locale, string> => {
  const inWords = (locale: Locale) => codes.map((code) => codeLabels(items, locale)[code] ?? code).join(", ");
  return { vi: inWords("vi"), en: inWords("en") };
};
