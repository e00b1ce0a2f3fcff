import Link from "next/link";
import { listWords } from "@/components/layout/words";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { pageSize } from "@/lib/core/paging";

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

type NumberedPagerProps = Pick<PagerProps, "shown" | "locale"> & {
  page: number;
  total: number;
  /** The address of a page by its number. */
  at: (page: number) => string;
};

/** The same of a list whose pages are numbered from 1. */
export const NumberedPager = ({ page, total, at, ...rest }: NumberedPagerProps) => (
  <Pager
    {...rest}
    total={total}
    nextHref={page * pageSize < total ? at(page + 1) : undefined}
    firstHref={page > 1 ? at(1) : undefined}
  />
);
