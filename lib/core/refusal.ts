import type { AppError, Differing, FieldIssue } from "./errors";
import type { FormState } from "./form-state";
import type { Locale, Words } from "./locale";
import { type FieldSentence, fieldSentence, refusalWords } from "./messages";

/** What a refusal's sentences need of its domain's words. */
export type FormWords = Words<{
  fields: Record<string, string>;
  errors?: Record<string, string | FieldSentence>;
  /** A stored value as the screen shows it, for comparing two editions. */
  show?: (field: string, value: unknown) => string;
  /** What somebody else did meanwhile, where nothing can be written over it. */
  overtaken?: (since: Record<string, unknown>) => string;
}>;

/** A refusal as a form, a row of a grid or an item of the outbox shows it. */
export type Told = Pick<FormState, "status" | "message" | "errors" | "similar" | "differing"> & {
  /** After a conflict: the version that stands now. */
  version?: string;
};

/** A refusal in the reader's words: sentences by field, what looks alike, what somebody else changed. */
export function explain(error: AppError, words: FormWords, locale: Locale): Told {
  const { fields, errors: own, show = plain, overtaken } = words[locale];
  const shown = (field: string, value: unknown) => (isNamed(value) ? value[locale] : show(field, value));
  const { issues = [], differing = [], similar, version, since } = error.details;
  if (error.code === "invalid")
    return {
      status: "error",
      errors: sentences(issues, ({ field, code }) =>
        fieldSentence(locale, field, code, fields[field] ?? field, own),
      ),
    };
  if (error.code === "conflict" && since && overtaken)
    return { status: "overtaken", errors: {}, message: overtaken(since) };
  if (error.code === "conflict")
    return {
      status: "conflict",
      errors: {},
      version: String(version),
      differing: inFormOrder(differing, fields).map(({ field, theirs, yours }) => ({
        field,
        label: fields[field] ?? field,
        theirs: shown(field, theirs),
        yours: shown(field, yours),
      })),
    };
  const special = own?.[error.code];
  const message = typeof special === "string" ? special : refusalWords[locale][error.code];
  return { status: error.code === "similar" ? "warning" : "error", errors: {}, message, similar };
}

/** Field → its sentences, in the order they came. */
function sentences(issues: readonly FieldIssue[], say: (issue: FieldIssue) => string) {
  const said: Record<string, string[]> = {};
  for (const issue of issues) said[issue.field] = [...(said[issue.field] ?? []), say(issue)];
  return said;
}

/** A fault in general words with the id under which its details are in the log. */
export function faultMessage(error: unknown, action: string, locale: Locale): string {
  const id = crypto.randomUUID().slice(0, 8);
  console.error(`fault ${id} in ${action}:`, error);
  return `${refusalWords[locale].fault} (${id})`;
}

// The words name the fields in the order the form asks them.
const inFormOrder = (list: Differing[], fields: Record<string, string>) => {
  const order = Object.keys(fields);
  return [...list].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
};

// A code that a command has already put into words of both languages.
const isNamed = (value: unknown): value is Record<Locale, string> =>
  typeof value === "object" && value !== null && "vi" in value && "en" in value;

const plain = (_: string, value: unknown) =>
  value === null || value === undefined || value === "" ? "–" : String(value);
