"use client";

import { clsx } from "clsx";
import { X } from "lucide-react";
import { useId } from "react";
import { FormBody } from "@/components/forms/form-body";
import { TextField } from "@/components/forms/text-field";
import { useCommand } from "@/components/forms/use-command";
import { formWords } from "@/components/layout/words";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";

type RemoveFileProps = {
  action: FormAction;
  id: string;
  label: string;
  consequence: string;
  submitLabel: string;
  /** Asks why, too. */
  reason?: boolean;
  locale: Locale;
};

/** Takes a file away after saying which; the question opens beside the button, without scripts too. */
export function RemoveFile({ action, label, consequence, reason = false, ...rest }: RemoveFileProps) {
  const [state, send, pending] = useCommand(action, rest.locale);
  const panel = useId();
  const labels = reason ? { reason: formWords[rest.locale].reason } : undefined;
  const form = { ...rest, state, send, pending, prefix: `${panel}-`, labels: labels ?? {}, title: label };
  return (
    <div className="shrink-0 print:hidden">
      <button
        type="button"
        popoverTarget={panel}
        aria-label={label}
        className="flex size-11 items-center justify-center rounded-md text-muted hover:bg-red-soft hover:text-red lg:size-8"
      >
        <X aria-hidden className="size-4" />
      </button>
      <div
        id={panel}
        popover="auto"
        className={clsx("float-panel text-sm", reason ? "float-panel-typed lg:w-80" : "w-80", {
          // Without scripts a refused form comes back on a new page, where nothing opens it again.
          "noscript:static noscript:block noscript:w-auto": state.status === "error",
        })}
      >
        <FormBody {...form} bar="plain" danger className="space-y-3">
          <p className="break-words">{consequence}</p>
          {labels && <TextField name="reason" label={labels.reason} locale={rest.locale} />}
        </FormBody>
      </div>
    </div>
  );
}
