import type { ReactNode } from "react";
import { chartWords } from "@/components/layout/words";
import type { Locale } from "@/lib/core/locale";

type ChartFrameProps = {
  title: string;
  /** What the chart says, in one sentence. */
  finding?: ReactNode;
  isEmpty: boolean;
  locale: Locale;
  children: ReactNode;
};

/** What every chart has: its title, its finding, and a word when there is nothing to draw. */
export function ChartFrame({ title, finding, isEmpty, locale, children }: ChartFrameProps) {
  return (
    <section className="min-w-0 space-y-4">
      <div>
        <h2 className="text-lg font-semibold">{title}</h2>
        {finding !== undefined && !isEmpty && <p className="max-w-prose text-sm text-muted">{finding}</p>}
      </div>
      {isEmpty ? <p className="border-y py-8 text-sm text-muted">{chartWords[locale].none}</p> : children}
    </section>
  );
}
