import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type SectionProps = {
  title: string;
  /** What the picture below says, in one sentence. */
  finding?: ReactNode;
  actions?: ReactNode;
  id?: string;
  className?: string;
  children: ReactNode;
};

/** A part of a page under its heading. */
export function Section({ title, finding, actions, id, className, children }: SectionProps) {
  return (
    <section id={id} className={cn("min-w-0 space-y-4", className)}>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2 className="text-lg font-semibold">{title}</h2>
          {finding !== undefined && <p className="max-w-prose text-sm text-muted">{finding}</p>}
        </div>
        {actions !== undefined && (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">{actions}</div>
        )}
      </div>
      {children}
    </section>
  );
}
