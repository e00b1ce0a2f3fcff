/** The two languages of the screen; Vietnamese is the first and the default. */
export const locales = ["vi", "en"] as const;
export type Locale = (typeof locales)[number];

/** Words of a domain: the same keys in both languages, held by the type. */
export type Words<T> = Record<Locale, T>;

export const isLocale = (value: unknown): value is Locale => value === "vi" || value === "en";
