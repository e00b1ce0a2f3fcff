"use client";

import type { ReactNode } from "react";
import { FormBody } from "@/components/forms/form-body";
import { useCommand } from "@/components/forms/use-command";
import { buttonStyle } from "@/components/ui/button-style";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import { OneTimePassword } from "./one-time-password";

type Words = Record<"create" | "oneTimeHint" | "copy" | "copied" | "openRecord" | "createAnother", string>;

type Props = {
  action: FormAction;
  id: string;
  words: Words;
  labels: Record<string, string>;
  locale: Locale;
  children: ReactNode;
};

/** A new account: the form, and once it is made, its one-time password in the form's place. */
export function CreateUserForm({ action, id, words, labels, locale, children }: Props) {
  const [state, send, pending] = useCommand(action, locale);
  const [message = "", password, made] = state.message?.split("\n") ?? [];
  if (state.status === "done")
    return (
      <OneTimePassword
        {...{ message, password }}
        hint={words.oneTimeHint}
        copy={words.copy}
        copied={words.copied}
      >
        <a href={made ? `/users/${made}` : "/users"} className={buttonStyle()}>
          {words.openRecord}
        </a>
        <a href="/users/new" className={buttonStyle({ variant: "ghost" })}>
          {words.createAnother}
        </a>
      </OneTimePassword>
    );
  return (
    <FormBody
      {...{ state, send, pending, id, labels, locale }}
      prefix=""
      title={words.create}
      submitLabel={words.create}
      cancelHref="/users"
    >
      {children}
    </FormBody>
  );
}
