"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { type FormEvent, type ReactNode, startTransition, useEffect, useRef } from "react";
import { formWords } from "@/components/layout/words";
import { buttonStyle } from "@/components/ui/button-style";
import type { FormState } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import { FormContext } from "./form-context";
import { FormSummary } from "./form-summary";
import { useUnsavedGuard } from "./use-unsaved-guard";

export type FormBodyProps = {
  state: FormState;
  send: (data: FormData) => void;
  pending: boolean;
  /** The route that takes the form when it is sent without scripts, files and all; without one it is a server action. */
  address?: string;
  /** Keeps field ids apart where a page holds several forms. */
  prefix: string;
  /** The client id: the same form sent twice makes one record. */
  id?: string;
  /** The version that was read; another one in the database is a conflict. */
  version?: number;
  hidden?: Record<string, string>;
  /** The page's title, for "Lỗi: …". */
  title: string;
  submitLabel: string;
  cancelHref?: string;
  danger?: boolean;
  /** `plain`: the buttons stay where they stand, for short forms such as signing in. */
  bar?: "sticky" | "plain";
  /** The reader chose to leave and to let go what was typed. */
  onLeave?: () => void;
  /** Field name → label, for the summary. */
  labels: Record<string, string>;
  locale: Locale;
  className?: string;
  children: ReactNode;
};

/** The form itself, apart from where its state lives. */
export function FormBody(props: FormBodyProps) {
  const { state, send, pending, address, prefix, labels, locale, children } = props;
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef(false);
  const words = formWords[locale];
  const failed = state.attempt > 0 && state.status !== "done";
  useUnsavedGuard(form, state, words.leave, props.onLeave);
  // A form that was brought back, not refused, holds typed values without being at fault.
  useErrorTitle(failed && state.status !== "idle" ? `${words.error}: ${props.title}` : undefined);
  useEffect(() => {
    sending.current = pending;
  }, [pending]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (sending.current || address !== undefined) event.preventDefault();
    if (!sending.current && address !== undefined) {
      const data = new FormData(event.currentTarget);
      startTransition(() => send(data));
    }
    sending.current = true;
  }

  const kept = (name: string) => (failed ? state.values[name]?.[0] : undefined);
  return (
    <form
      ref={form}
      {...(address === undefined
        ? { action: send }
        : { action: address, method: "post", encType: "multipart/form-data" })}
      onSubmit={onSubmit}
      noValidate
      aria-busy={pending}
      className={clsx("max-w-160 space-y-6", props.className)}
    >
      <FormSummary {...{ state, prefix, labels, locale }} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      {props.id !== undefined && <input type="hidden" name="id" value={kept("id") ?? props.id} readOnly />}
      {props.version !== undefined && (
        <input type="hidden" name="version" value={kept("version") ?? props.version} readOnly />
      )}
      <FormContext value={{ state, prefix }}>{children}</FormContext>
      <ActionBar {...props} />
    </form>
  );
}

/** Without scripts the page's metadata says it (the root layout knows a form post); its <title> would win over one here. */
function useErrorTitle(text: string | undefined) {
  useEffect(() => {
    if (text === undefined) return;
    const before = document.title;
    document.title = text;
    return () => {
      if (document.title === text) document.title = before;
    };
  }, [text]);
}

function ActionBar({
  state,
  pending,
  submitLabel,
  cancelHref,
  danger,
  bar = "sticky",
  locale,
}: FormBodyProps) {
  const words = formWords[locale];
  const submit = state.status === "conflict" ? words.overwrite : submitLabel;
  const className = clsx("flex flex-wrap items-center gap-3 print:hidden", bar === "sticky" && "save-bar");
  if (state.status === "overtaken" && cancelHref !== undefined)
    return (
      <div className={className}>
        <a href={cancelHref} className={clsx(buttonStyle({ variant: "primary" }), "max-sm:grow")}>
          {words.goBack}
        </a>
      </div>
    );
  return (
    <div className={className}>
      <button
        type="submit"
        aria-disabled={pending}
        className={clsx(buttonStyle({ variant: danger ? "danger" : "primary" }), "max-sm:grow")}
      >
        {pending ? words.saving : submit}
      </button>
      {state.status === "warning" && (
        <button
          type="submit"
          name="acceptSimilar"
          value="on"
          aria-disabled={pending}
          className={buttonStyle()}
        >
          {words.saveAnyway}
        </button>
      )}
      {state.status === "conflict" && (
        <a href="?" className={buttonStyle()}>
          {words.reload}
        </a>
      )}
      {cancelHref !== undefined && (
        <Link href={cancelHref} prefetch={false} className={buttonStyle({ variant: "ghost" })}>
          {words.cancel}
        </Link>
      )}
    </div>
  );
}
