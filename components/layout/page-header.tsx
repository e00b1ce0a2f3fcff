import type { ReactNode } from "react";

type PageHeaderProps = {
  title: string;
  /** How many rows, formatted: "12.770". */
  count?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** The way back, above the title. */
  back?: ReactNode;
};

/** What the page is, and what may be done with it. */
export function PageHeader({ title, count, lead, actions, back }: PageHeaderProps) {
  return (
    <header className="flex flex-col gap-4 pb-6 sm:flex-row sm:flex-wrap sm:items-start sm:justify-between">
      <div className="min-w-0 max-w-3xl">
        {back !== undefined && (
          <div className="pb-1 text-sm max-lg:-mt-3 print:hidden [&>a]:inline-flex [&>a]:min-h-11 [&>a]:items-center lg:[&>a]:min-h-0">
            {back}
          </div>
        )}
        <h1 className="text-xl font-semibold tracking-tight">
          {title}
          {count !== undefined && <span className="numeral pl-3 font-normal text-muted">{count}</span>}
        </h1>
        {lead !== undefined && <div className="pt-1 text-muted">{lead}</div>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-2 sm:pt-0.5">{actions}</div>}
    </header>
  );
}
