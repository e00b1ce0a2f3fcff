"use client";

import { type ReactNode, useId } from "react";
import { FormBody } from "@/components/forms/form-body";
import { useCommand } from "@/components/forms/use-command";
import { buttonStyle } from "@/components/ui/button-style";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import { OneTimePassword } from "./one-time-password";

type ActFormProps = {
  action: FormAction;
  id: string;
  version?: number;
  /** The act as a verb with its object: it opens the form and sends it. */
  title: string;
  /** What will happen, said before. */
  consequence: string;
  /** Where the answer is a one-time password: the words around it. */
  oneTime?: { hint: string; copy: string; copied: string };
  labels?: Record<string, string>;
  locale: Locale;
  children?: ReactNode;
};

/** An act on an account that is not a deletion: says what it does first; a password it answers with is shown once. */
export function ActForm({
  action,
  title,
  consequence,
  oneTime,
  labels = {},
  children,
  ...rest
}: ActFormProps) {
  const [state, send, pending] = useCommand(action, rest.locale);
  const prefix = `${useId()}-`;
  const [message = "", password] = state.message?.split("\n") ?? [];
  if (state.status === "done" && oneTime) return <OneTimePassword {...oneTime} {...{ message, password }} />;
  const form = { ...rest, state, send, pending, prefix, labels, title };
  return (
    <details open={state.status === "idle" ? undefined : true} className="group/act print:hidden">
      <summary className={`${buttonStyle({ size: "small" })} list-none group-open/act:mb-4`}>{title}</summary>
      <div className="max-w-160 border-l-2 border-ochre pl-4">
        <FormBody {...form} submitLabel={title} bar="plain" className="space-y-4">
          <p>{consequence}</p>
          {children}
        </FormBody>
      </div>
    </details>
  );
}
