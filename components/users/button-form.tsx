"use client";

import { useCommand } from "@/components/forms/use-command";
import { buttonStyle } from "@/components/ui/button-style";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";

type ButtonFormProps = {
  action: FormAction;
  id: string;
  label: string;
  describedBy?: string;
  locale: Locale;
};

/** One act on one record, as a single button; what came of it is said beside it. */
export function ButtonForm({ action, id, label, describedBy, locale }: ButtonFormProps) {
  const [state, send, pending] = useCommand(action, locale);
  const said = state.message ?? Object.values(state.errors).flat().join(" ");
  return (
    <form action={send} className="flex flex-wrap items-center gap-y-2 print:hidden">
      <input type="hidden" name="id" value={id} readOnly />
      <button
        type="submit"
        disabled={pending}
        aria-describedby={describedBy}
        className={buttonStyle({ size: "small" })}
      >
        {label}
      </button>
      <span role="status" className={`text-sm ${state.status === "error" ? "text-red" : "text-muted"}`}>
        {said && <span className="pl-3">{said}</span>}
      </span>
    </form>
  );
}
