"use client";

import { useActionState } from "react";
import { type FormAction, idleForm } from "@/lib/core/form-state";
import { FormBody, type FormBodyProps } from "./form-body";

type CommandFormProps = Omit<FormBodyProps, "state" | "send" | "pending" | "prefix"> & { action: FormAction };

/** A command on the screen. Works without scripts; on failure keeps every typed value and says first what to mend. */
export function CommandForm({ action, ...rest }: CommandFormProps) {
  const [state, send, pending] = useActionState(action, idleForm);
  return <FormBody {...rest} state={state} send={send} pending={pending} prefix="" />;
}
