import type { ReactNode } from "react";

type EmptyStateProps = { title: string; detail?: string; action?: ReactNode };

/** Nothing here: one sentence what and why, one thing to do. */
export function EmptyState({ title, detail, action }: EmptyStateProps) {
  return (
    <div className="border-y py-10">
      <p className="text-base font-medium">{title}</p>
      {detail !== undefined && <p className="max-w-prose pt-1 text-sm text-muted">{detail}</p>}
      {action !== undefined && <div className="pt-4">{action}</div>}
    </div>
  );
}
