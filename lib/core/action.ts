import { redirect } from "next/navigation";
import type * as z from "zod";
import { auditRefusal } from "./audit";
import type { Command } from "./command";
import { AppError, type Differing } from "./errors";
import { fromFormData, typedValues } from "./form-data";
import type { FormState } from "./form-state";
import type { Locale, Words } from "./locale";
import { fieldSentence, refusalWords } from "./messages";
import { currentLocale, requireSameOrigin } from "./request";
import { actionActor, clientAddress } from "./session";

/** What a form's answers need of its domain's words. */
export type FormWords = Words<{
  fields: Record<string, string>;
  errors?: Record<string, string>;
  /** A stored value as the screen shows it, for comparing two editions. */
  show?: (field: string, value: unknown) => string;
}>;

/**
 * From a command to a form's answer: reads the form, runs the command, and either goes on to `next` or
 * returns the sentences, with every typed value kept. `next` gives the path after success, or a state to show.
 */
export async function submit<S extends z.ZodObject, R>(
  command: Command<S, R>,
  words: FormWords,
  state: FormState,
  data: FormData,
  next: (result: R, input: Record<string, unknown>) => string | Pick<FormState, "message">,
): Promise<FormState> {
  const locale = await currentLocale();
  const raw = fromFormData(data, command.input);
  let result: R;
  try {
    await requireSameOrigin();
    result = await command(await actionActor(), raw);
  } catch (error) {
    return refused(error, command.permission, words, locale, state, data);
  }
  const then = next(result, raw);
  if (typeof then === "string") redirect(then);
  return { status: "done", errors: {}, values: {}, attempt: attemptOf(state) + 1, ...then };
}

/** The state a refusal leaves a form in; a fault is logged under an id and told in general words. */
export async function refused(
  error: unknown,
  action: string,
  words: FormWords,
  locale: Locale,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const kept = { errors: {}, values: typedValues(data), attempt: attemptOf(state) + 1 };
  if (!(error instanceof AppError)) {
    const id = crypto.randomUUID().slice(0, 8);
    console.error(`fault ${id} in ${action}:`, error);
    return { ...kept, status: "error", message: `${refusalWords[locale].fault} (${id})` };
  }
  if (error.code === "origin")
    await auditRefusal({ role: "system", address: await clientAddress() }, action, { reason: "origin" });
  const { fields, errors: own, show = plain } = words[locale];
  const shown = (field: string, value: unknown) => (isNamed(value) ? value[locale] : show(field, value));
  const message = own?.[error.code] ?? refusalWords[locale][error.code];
  const { issues = [], differing = [], similar, version } = error.details;
  if (error.code === "invalid") {
    const errors: Record<string, string[]> = {};
    for (const { field, code } of issues)
      errors[field] = [fieldSentence(locale, field, code, fields[field] ?? field, own)];
    return { ...kept, status: "error", errors };
  }
  if (error.code === "conflict")
    return {
      ...kept,
      status: "conflict",
      values: { ...kept.values, version: [String(version)] },
      differing: inFormOrder(differing, fields).map(({ field, theirs, yours }) => ({
        field,
        label: fields[field] ?? field,
        theirs: shown(field, theirs),
        yours: shown(field, yours),
      })),
    };
  return { ...kept, status: error.code === "similar" ? "warning" : "error", message, similar };
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

// The state comes back from the browser: only a small number is taken from it.
const attemptOf = (state: FormState | undefined) =>
  Number.isSafeInteger(state?.attempt) ? Number(state?.attempt) : 0;
