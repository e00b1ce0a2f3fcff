import * as z from "zod";
import { firstDay, isDay, lastDay, today } from "./days";

/*
 * Every field speaks in codes ("required", "too-long:200"), never in sentences, so that one schema serves
 * the form, the action, an import's row and the outbox; words are found where they are shown.
 */

// Control characters but tab and line breaks; NUL would be refused by Postgres with a fault instead of a word.
// U+FFFD stands where a broken letter was: forms deliver half a surrogate pair and torn UTF-8 as that.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/;

/** A line or paragraph of text: NFC, trimmed, no control characters or broken surrogates, at most `max` characters. */
export function text(max: number) {
  return z
    .string({ error: "required" })
    .refine((value) => value.isWellFormed() && !unprintable.test(value), {
      error: "bad-characters",
      abort: true,
    })
    .transform((value) => value.normalize("NFC").replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().min(1, "required").max(max, `too-long:${max}`));
}

/** True of text that holds a telephone number: eight digits or more in a row, whatever stands between them. */
export const holdsPhoneNumber = (text: string): boolean => /(?:\d[\s.()+-]*){8,}/.test(text);

/** A whole number typed by hand: "1.250" and "1 250" are 1250; anything else is refused, never guessed. */
export function whole(min: number, max: number) {
  return z
    .union([z.string(), z.number()], { error: "required" })
    .transform((value, context) => {
      const typed = String(value).trim();
      const digits = /^-?\d{1,3}([.\u00a0 ]\d{3})+$/.test(typed) ? typed.replace(/[.\u00a0 ]/g, "") : typed;
      if (!/^-?\d+$/.test(digits)) {
        context.addIssue({ code: "custom", message: "not-a-number" });
        return z.NEVER;
      }
      // Past what a number holds exactly it is a number still, and beyond any bound.
      return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number(digits), Number.MAX_SAFE_INTEGER));
    })
    .pipe(z.number().min(min, `too-small:${min}`).max(max, `too-large:${max}`));
}

/** A year of four digits; years are told without a mark between their digits. */
export function year(min: number, max: number) {
  return z
    .union([z.string(), z.number()], { error: "required" })
    .transform((value) => String(value).trim())
    .pipe(z.string().regex(/^\d{1,4}$/, "not-a-year"))
    .transform(Number)
    .pipe(z.number().min(min, `year-too-early:${min}`).max(max, `year-too-late:${max}`));
}

/** A day of the calendar from 30/04/1975 on; not after today, or with `future` not after 2100. */
export function day({ future = false } = {}) {
  return z
    .string({ error: "required" })
    .refine(isDay, { error: "not-a-date", abort: true })
    .refine((value) => value >= firstDay, `too-early:${firstDay}`)
    .refine((value) => future || value <= today(), "in-the-future")
    .refine((value) => !future || value <= lastDay, `after-last:${lastDay}`);
}

/** One of a fixed list. */
export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: (issue) => (issue.input === undefined ? "required" : "unknown-choice") });
}

/** Several of a fixed list, each once. */
export function choices<const T extends readonly [string, ...string[]]>(values: T) {
  return z
    .array(choice(values))
    .max(values.length, "unknown-choice")
    .transform((list) => [...new Set(list)]);
}

/** Several codes of a list kept in the database; the command checks that they exist. */
export function codes({ required = true } = {}) {
  const list = z
    .array(z.string().regex(/^[a-z0-9-]{1,40}$/, "unknown-choice"), { error: "required" })
    .max(30, "unknown-choice");
  return (required ? list.min(1, "required") : list.default([])).transform((value) => [...new Set(value)]);
}

/** A code of a list kept in the database. */
export const code = () => z.string({ error: "required" }).regex(/^[a-z0-9-]{1,40}$/, "unknown-choice");

/** A checkbox: ticked is true, absent is false. */
export const tick = () =>
  z
    .union([z.literal("on"), z.literal("true"), z.boolean()])
    .optional()
    .transform((value) => value === true || value === "on" || value === "true");

/** The id a client gives a record before it is stored, so that sending twice stores once (R3, R4). */
export const clientId = () => z.uuid({ error: "unknown-choice" });

/** The version a form was opened with; a later one in the database means somebody was faster (R5). */
export const version = () => whole(1, 1_000_000_000);

/** Several records by their ids, each once, however its letters are written. */
export const ids = (most: number) =>
  z
    .array(z.uuid({ error: "unknown-choice" }).toLowerCase())
    .max(most, `too-many:${most}`)
    .default([])
    .transform((list) => [...new Set(list)]);

/** Several units by their ids, each once. */
export const unitIds = (most: number) =>
  z
    .array(unitId())
    .max(most, `too-many:${most}`)
    .default([])
    .transform((list) => [...new Set(list)].sort((a, b) => a - b));

/** A unit's id as forms send it. */
export const unitId = () => whole(1, 2_000_000_000);

/** Lets a check on several fields speak together with the faults of single ones, not only once those are mended. */
export const together = {
  when: ({ value }: { value: unknown }) => typeof value === "object" && value !== null,
};
