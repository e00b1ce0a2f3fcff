import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type * as z from "zod";
import { type Actor, may } from "./access";
import { auditRefusal } from "./audit";
import type { Command } from "./command";
import { AppError } from "./errors";
import { fromFormData, typedValues } from "./form-data";
import type { FormState } from "./form-state";
import type { Locale } from "./locale";
import type { Query } from "./query";
import { explain, type FormWords, faultMessage } from "./refusal";
import { currentLocale, requireSameOrigin } from "./request";
import { actionActor, clientAddress } from "./session";

/**
 * From a command to a form's answer: reads the form, runs the command, and either goes on to `next` or
 * returns the sentences, with every typed value kept. `next` gives the path after success, or a state to show.
 */
export async function submit<S extends z.ZodObject, R>(
  command: Command<S, R>,
  words: FormWords,
  state: FormState,
  data: FormData,
  next: (result: R, input: Record<string, unknown>) => string | Partial<FormState>,
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
  if (typeof then === "string") {
    // What the browser keeps of pages visited before is of the time before: "Back" after a deletion asks again.
    revalidatePath("/", "layout");
    redirect(then);
  }
  return { status: "done", errors: {}, values: {}, attempt: attemptOf(state) + 1, ...then };
}

/**
 * From a query to a form's answer: what was found beside what was typed; nothing is stored. `prepare` reads what costs
 * work, such as a file, once it is known that the sender is the portal's own form and who sent it may ask.
 */
export async function ask<S extends z.ZodObject, R>(
  read: Query<S, R>,
  input: S,
  words: FormWords,
  state: FormState,
  data: FormData,
  prepare?: (actor: Actor, data: FormData) => Promise<FormData>,
): Promise<FormState & { found?: R }> {
  try {
    await requireSameOrigin();
    const actor = await actionActor();
    // Who may not is refused by the query itself, which records it.
    const allowed = may(actor, read.permission) && !actor.mustChangePassword;
    const asked = prepare && allowed ? await prepare(actor, data) : data;
    const found = await read(actor, fromFormData(asked, input) as z.input<S>);
    return { status: "idle", errors: {}, values: typedValues(asked), attempt: attemptOf(state) + 1, found };
  } catch (error) {
    return refused(error, read.permission, words, await currentLocale(), state, data);
  }
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
  if (!(error instanceof AppError))
    return { ...kept, status: "error", message: faultMessage(error, action, locale) };
  if (error.code === "origin")
    await auditRefusal({ role: "system", address: await clientAddress() }, action, { reason: "origin" });
  const { version, ...told } = explain(error, words, locale);
  return { ...kept, ...told, values: version ? { ...kept.values, version: [version] } : kept.values };
}

// The state comes back from the browser: only a small number is taken from it.
const attemptOf = (state: FormState | undefined) =>
  Number.isSafeInteger(state?.attempt) ? Number(state?.attempt) : 0;
