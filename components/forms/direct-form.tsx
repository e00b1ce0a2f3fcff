"use client";

import type { ReactNode } from "react";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import { useCommand } from "./use-command";

type Props = {
  action: FormAction;
  /** What is said when no server answers; the page around stays as it is. */
  unsent: string;
  locale: Locale;
  children: ReactNode;
};

/** An act of a button or two that asks for nothing and leads on to another page. */
export function DirectForm({ action, unsent, locale, children }: Props) {
  const [{ message }, send] = useCommand(action, locale, {
    send: (_state, _data, direct) => direct(unsent),
  });
  return (
    <form action={send}>
      {children}
      {message && (
        <p role="alert" className="pt-2 text-sm text-red">
          {message}
        </p>
      )}
    </form>
  );
}
