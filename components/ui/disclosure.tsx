import { clsx } from "clsx";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

type DisclosureProps = { summary: ReactNode; open?: boolean; className?: string; children: ReactNode };

/** Something further, opened on wish; works without scripts. */
export function Disclosure({ summary, open, className, children }: DisclosureProps) {
  return (
    <details open={open} className={clsx("group/disclosure", className)}>
      <summary className="inline-flex min-h-11 list-none items-center gap-1.5 rounded-sm text-sm text-green hover:underline lg:min-h-8 print:hidden">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open/disclosure:rotate-90" />
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
