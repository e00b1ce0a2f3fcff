"use client";

import { useActionState, useId } from "react";
import { FormBody } from "@/components/forms/form-body";
import { buttonStyle } from "@/components/ui/button-style";
import { type FormAction, idleForm } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import { OneTimePassword } from "./one-time-password";

type Words = Record<"reset" | "resetConsequence" | "oneTimeHint" | "copy" | "copied", string>;

/** A new one-time password: says first what it breaks, then shows it once. */
export function ResetPassword({
  action,
  id,
  words,
  locale,
}: {
  action: FormAction;
  id: string;
  words: Words;
  locale: Locale;
}) {
  const [state, send, pending] = useActionState(action, idleForm);
  const prefix = `${useId()}-`;
  const [message = "", password] = state.message?.split("\n") ?? [];
  if (state.status === "done")
    return (
      <OneTimePassword
        {...{ message, password }}
        hint={words.oneTimeHint}
        copy={words.copy}
        copied={words.copied}
      />
    );
  return (
    <details open={state.status === "idle" ? undefined : true} className="group/reset print:hidden">
      <summary className={`${buttonStyle({ size: "small" })} list-none group-open/reset:mb-4`}>
        {words.reset}
      </summary>
      <div className="max-w-160 border-l-2 border-ochre pl-4">
        <FormBody
          {...{ state, send, pending, prefix, id, locale }}
          title={words.reset}
          submitLabel={words.reset}
          labels={{}}
          bar="plain"
          className="space-y-4"
        >
          <p>{words.resetConsequence}</p>
        </FormBody>
      </div>
    </details>
  );
}
