"use client";

import { useActionState } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { type FormAction, idleForm } from "@/lib/core/form-state";

type ButtonFormProps = { action: FormAction; id: string; label: string; describedBy?: string };

/** One act on one record, as a single button; what came of it is said beside it. */
export function ButtonForm({ action, id, label, describedBy }: ButtonFormProps) {
  const [state, send, pending] = useActionState(action, idleForm);
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
