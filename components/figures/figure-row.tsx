import type { ReactNode } from "react";

/** Key figures side by side between hairlines: five in a row on a desk, one above two and two on a phone. */
export function FigureRow({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="@container -mx-4 overflow-hidden border-y lg:mx-0 print:mx-0">
      <div className="-mt-px -ml-px grid grid-cols-2 *:row-span-4 *:grid-rows-subgrid *:border-t *:border-l @max-[60rem]:[&>:first-child:nth-last-child(odd)]:col-span-2 @min-[60rem]:auto-cols-fr @min-[60rem]:grid-flow-col @min-[60rem]:grid-cols-none @min-[60rem]:[&>:first-child]:pl-px @min-[60rem]:[&>:last-child]:pr-0">
        {children}
      </div>
    </section>
  );
}
