"use client";

import { type ReactNode, useId } from "react";
import { formWords } from "@/components/layout/words";
import { buttonStyle } from "@/components/ui/button-style";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import { FormBody } from "./form-body";
import { TextAreaField } from "./text-field";
import { useCommand } from "./use-command";

type ReasonFormProps = {
  action: FormAction;
  id: string;
  version?: number;
  /** The page's title, for "Lỗi: …". */
  title: string;
  /** What will happen to what, in one sentence. */
  consequence: string;
  openLabel: string;
  submitLabel: string;
  hidden?: Record<string, string>;
  locale: Locale;
  /** Fields beside the reason. */
  children?: ReactNode;
  /** Their labels, for the summary. */
  labels?: Record<string, string>;
};

/** An act that cannot simply be taken back: names what it touches and asks why before it is done. */
export function ReasonForm({ action, consequence, openLabel, children, labels, ...rest }: ReasonFormProps) {
  const [state, send, pending] = useCommand(action, rest.locale);
  const prefix = `${useId()}-`;
  const words = formWords[rest.locale];
  return (
    <details open={state.status === "idle" ? undefined : true} className="group/reason print:hidden">
      <summary
        className={`${buttonStyle({ size: "small" })} list-none text-red hover:border-red hover:text-red group-open/reason:mb-4`}
      >
        {openLabel}
      </summary>
      <div className="max-w-160 border-l-2 border-red pl-4">
        <FormBody
          {...rest}
          state={state}
          send={send}
          pending={pending}
          prefix={prefix}
          labels={{ reason: words.reason, ...labels }}
          bar="plain"
          danger
          className="space-y-4"
        >
          <p>{consequence}</p>
          {children}
          <TextAreaField
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            rows={2}
            locale={rest.locale}
          />
        </FormBody>
      </div>
    </details>
  );
}
