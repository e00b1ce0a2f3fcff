"use client";

import { X } from "lucide-react";
import { FormBody } from "@/components/forms/form-body";
import { TextField } from "@/components/forms/text-field";
import { useCommand } from "@/components/forms/use-command";
import { Disclosure } from "@/components/ui/disclosure";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";

type KeepProps = {
  action: FormAction;
  /** The view's own id, given before it is stored. */
  id: string;
  list: string;
  view: string;
  words: { keep: string; keepHint: string; save: string; name: string };
  locale: Locale;
};

/** Keeps what is looked at; only a name is asked. */
export function KeepViewForm({ action, id, list, view, words, locale }: KeepProps) {
  const [state, send, pending] = useCommand(action, locale);
  return (
    <Disclosure summary={words.keep} open={state.status === "idle" ? undefined : true}>
      <FormBody
        {...{ id, state, send, pending, locale }}
        prefix="view-"
        hidden={{ list, view }}
        labels={{ name: words.name }}
        title={words.keep}
        submitLabel={words.save}
        bar="plain"
        className="space-y-3 pb-2"
      >
        <TextField name="name" label={words.name} hint={words.keepHint} locale={locale} />
      </FormBody>
    </Disclosure>
  );
}

type DropProps = { action: FormAction; id: string; view: string; label: string; locale: Locale };

/** Takes one view away, by one press: what it kept is quickly chosen again. */
export function DropViewForm({ action, id, view, label, locale }: DropProps) {
  const [state, send, pending] = useCommand(action, locale);
  const said = state.message ?? Object.values(state.errors).flat().join(" ");
  return (
    <form action={send}>
      <input type="hidden" name="id" value={id} readOnly />
      <input type="hidden" name="view" value={view} readOnly />
      <button
        type="submit"
        disabled={pending}
        className="flex min-h-11 w-full items-center justify-between gap-3 rounded-md px-2 text-left text-sm hover:bg-green-soft lg:min-h-9"
      >
        {label}
        <X aria-hidden className="size-4 shrink-0 text-muted" />
      </button>
      {said && (
        <p role="status" className="px-2 text-sm text-red">
          {said}
        </p>
      )}
    </form>
  );
}
