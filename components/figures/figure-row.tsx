import type { ReactNode } from "react";

/** Key figures side by side between hairlines: five in a row on a desk, one above two and two on a phone. */
export function FigureRow({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="@container -mx-4 overflow-hidden border-y md:mx-0 print:mx-0">
      <div className="-mt-px -ml-px grid grid-cols-2 *:border-t *:border-l max-md:[&>:first-child:nth-last-child(odd)]:col-span-2 md:auto-cols-fr md:grid-flow-col md:grid-cols-none md:[&>:first-child]:pl-px md:[&>:last-child]:pr-0">
        {children}
      </div>
    </section>
  );
}
