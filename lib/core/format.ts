import type { Locale } from "./locale";

const numberFormats = {
  vi: new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 }),
};

/** 12770 → "12.770" (vi), "12,770" (en). */
export function formatNumber(value: number, locale: Locale): string {
  return numberFormats[locale].format(value);
}

/** 0.6587 → "65,9 %" (vi), "65.9 %" (en); one decimal. A missing share (base 0) is "–". */
export function formatShare(share: number | null, locale: Locale): string {
  if (share === null) return "–";
  const text = (share * 100).toFixed(1);
  return `${locale === "vi" ? text.replace(".", ",") : text}\u00a0%`;
}

/** "2025-08-11" → "11/08/2025". Dates are days without a zone, held as ISO text. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.split("-");
  return `${day}/${month}/${year}`;
}

const timeFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Ho_Chi_Minh",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** A moment as "14:32 11/08/2025", Asia/Ho_Chi_Minh. */
export function formatTime(at: Date): string {
  const part = Object.fromEntries(timeFormat.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part.hour}:${part.minute} ${part.day}/${part.month}/${part.year}`;
}

/** Text as searches compare it: no accents, no case, no punctuation ("Sư sãi, Phật tử" → "su sai phat tu"); the twin of app_fold. */
export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
