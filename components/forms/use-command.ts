"use client";

import { unstable_rethrow } from "next/navigation";
import { useActionState, useEffect, useState } from "react";
import { formWords } from "@/components/layout/words";
import { typedValues } from "@/lib/core/form-data";
import { type FormAction, type FormState, idleForm } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";

/** More than any field takes, and far less than a server reads. */
const mostCharacters = 100_000;

/** Sends a form in a way of its own; `direct` is the plain way, with the sentence for when that fails, too. */
export type Sender = (
  state: FormState,
  data: FormData,
  direct: (unsent?: string) => Promise<FormState>,
) => Promise<FormState>;

type Options = { initial?: FormState; send?: Sender };

/**
 * A form's state and its sender. Without scripts the action is the server's own; with them, what cannot be
 * sent (text beyond all measure, no network, no answer) comes back to the form like any other refusal,
 * with everything that was typed.
 */
export function useCommand(action: FormAction, locale: Locale, { initial = idleForm, send }: Options = {}) {
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return useActionState(scripted ? guarded(action, locale, send) : action, initial);
}

function guarded(action: FormAction, locale: Locale, send?: Sender): FormAction {
  const words = formWords[locale];
  return async (state, data) => {
    const kept: FormState = {
      status: "error",
      errors: {},
      values: typedValues(data),
      attempt: state.attempt + 1,
    };
    const long = [...data].filter(([, value]) => typeof value === "string" && value.length > mostCharacters);
    if (long.length > 0)
      return { ...kept, errors: Object.fromEntries(long.map(([name]) => [name, [words.tooLong]])) };
    const direct = async (unsent = words.unsent): Promise<FormState> => {
      try {
        return await action(state, data);
      } catch (error) {
        unstable_rethrow(error); // going on to the next page is told by throwing, too
        return { ...kept, message: unsent };
      }
    };
    return send ? send(state, data, direct) : direct();
  };
}
