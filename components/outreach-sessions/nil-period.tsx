"use client";

import type { ReactNode } from "react";
import { HintAndErrors } from "@/components/forms/field";
import { useField } from "@/components/forms/form-context";

/** The period a declaration is for: told, not typed; what speaks against it is said here. */
export function NilPeriod({ label, children }: { label: string; children: ReactNode }) {
  const { id, errors } = useField("period");
  return (
    <div
      id={id}
      tabIndex={-1}
      className={`space-y-1.5 text-sm ${errors.length > 0 ? "border-l-2 border-red pl-3" : ""}`}
    >
      <p>
        <span className="text-muted">{label}: </span>
        {children}
      </p>
      <HintAndErrors id={id} errors={errors} />
    </div>
  );
}
