import type { ReactNode } from "react";

/** Questions that belong together, under a short heading. */
export function FieldGroup({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 border-t pt-5">
      <legend className="float-left w-full text-base font-semibold">{title}</legend>
      {hint !== undefined && <p className="clear-both text-sm text-muted">{hint}</p>}
      <div className="clear-both space-y-5 pt-4">{children}</div>
    </fieldset>
  );
}

/** Two short fields side by side where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="grid gap-5 sm:grid-cols-2">{children}</div>;
}
