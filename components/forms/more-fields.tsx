"use client";

import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { useFormState } from "./form-context";

type MoreFieldsProps = {
  summary: string;
  hint: string;
  names: readonly string[];
  open: boolean;
  children: ReactNode;
};

/** What is seldom asked, out of the way until it is wanted, filled in, or at fault. */
export function MoreFields({ summary, hint, names, open, children }: MoreFieldsProps) {
  const state = useFormState();
  const wanted = names.some((name) => state.errors[name] || state.values[name]?.some(Boolean));
  return (
    <div className="border-t pt-3">
      <Disclosure
        key={state.attempt}
        open={open || wanted}
        summary={<span className="text-base font-semibold">{summary}</span>}
      >
        <p className="text-sm text-muted">{hint}</p>
        <div className="space-y-6 pt-4">{children}</div>
      </Disclosure>
    </div>
  );
}
