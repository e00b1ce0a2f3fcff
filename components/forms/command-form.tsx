"use client";

import type { FormAction } from "@/lib/core/form-state";
import { FormBody, type FormBodyProps } from "./form-body";
import { useCommand } from "./use-command";

type CommandFormProps = Omit<FormBodyProps, "state" | "send" | "pending" | "prefix"> & {
  action: FormAction;
  /** Where a page holds several forms with fields of one name, so that each label finds its own box. */
  prefix?: string;
};

/** A command on the screen. Works without scripts; on failure keeps every typed value and says first what to mend. */
export function CommandForm({ action, prefix = "", ...rest }: CommandFormProps) {
  const [state, send, pending] = useCommand(action, rest.locale);
  return <FormBody {...rest} state={state} send={send} pending={pending} prefix={prefix} />;
}
