import { Ellipsis, Plus } from "lucide-react";
import type { Locale } from "@/lib/core/locale";
import { Navigation, NavigationIcon, type NavigationItem } from "./navigation";
import { NavigationLink } from "./navigation-link";
import { shellWords } from "./words";

type BottomBarProps = { items: NavigationItem[]; logHref?: string; locale: Locale };

const slot =
  "flex h-16 min-w-0 flex-1 flex-col items-center justify-center gap-1 px-0.5 text-center text-xs leading-3 text-muted aria-[current]:font-semibold aria-[current]:text-green";

/** The phone's navigation: what is used most under the thumb, logging raised in the middle, the rest under "Thêm". */
export function BottomBar({ items, logHref, locale }: BottomBarProps) {
  const words = shellWords[locale];
  const fits = items.length <= 4;
  const first = items.slice(0, fits ? 4 : 3);
  const rest = items.slice(first.length);
  const middle = Math.ceil((first.length + (fits ? 0 : 1)) / 2);
  return (
    <div className="lg:hidden print:hidden">
      <div
        data-bar="bottom"
        className="fixed inset-x-0 bottom-0 z-30 flex border-t bg-surface pb-[env(safe-area-inset-bottom)]"
      >
        <nav aria-label={words.main} className="contents">
          {first.slice(0, middle).map((item) => (
            <BarLink key={item.href} item={item} />
          ))}
          {logHref !== undefined && <LogLink href={logHref} label={words.log} />}
          {first.slice(middle).map((item) => (
            <BarLink key={item.href} item={item} />
          ))}
        </nav>
        {rest.length > 0 && (
          <button type="button" popoverTarget="more" className={slot}>
            <Ellipsis aria-hidden className="size-5" />
            {words.more}
          </button>
        )}
      </div>
      {rest.length > 0 && (
        <div id="more" popover="auto" className="sheet">
          <Navigation items={rest} locale={locale} />
        </div>
      )}
    </div>
  );
}

function BarLink({ item }: { item: NavigationItem }) {
  return (
    <NavigationLink href={item.href} className={slot}>
      <NavigationIcon icon={item.icon} className="size-5" />
      {item.short ?? item.label}
    </NavigationLink>
  );
}

function LogLink({ href, label }: { href: string; label: string }) {
  return (
    <NavigationLink href={href} className={`${slot} relative justify-end pb-2 font-semibold text-green`}>
      <span className="log-raised">
        <Plus aria-hidden />
      </span>
      {label}
    </NavigationLink>
  );
}
