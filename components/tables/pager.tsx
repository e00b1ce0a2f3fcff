import Link from "next/link";
import { listWords } from "@/components/layout/words";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";

type PagerProps = { nextHref?: string; firstHref?: string; shown: number; total?: number; locale: Locale };

/** Forward and back to the start: a keyset has no page numbers. */
export function Pager({ nextHref, firstHref, shown, total, locale }: PagerProps) {
  const words = listWords[locale];
  return (
    <nav
      aria-label={words.pages}
      className="flex flex-wrap items-center justify-between gap-3 pt-4 text-sm text-muted"
    >
      <p className="numeral">
        {words.shown(
          formatNumber(shown, locale),
          total === undefined ? undefined : formatNumber(total, locale),
        )}
      </p>
      <div className="flex gap-2">
        {firstHref !== undefined && (
          <Button asChild variant="ghost">
            <Link href={firstHref} prefetch={false}>
              {words.first}
            </Link>
          </Button>
        )}
        {nextHref !== undefined && (
          <Button asChild>
            <Link href={nextHref} prefetch={false}>
              {words.next}
            </Link>
          </Button>
        )}
      </div>
    </nav>
  );
}
