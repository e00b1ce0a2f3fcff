import Link from "next/link";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/locale";
import { AccountMenu } from "./account-menu";
import { BottomBar } from "./bottom-bar";
import { DemoLabel } from "./demo-label";
import { Mark } from "./mark";
import { Navigation, type NavigationItem } from "./navigation";
import { PendingBar } from "./pending-bar";
import { shellWords } from "./words";

type ShellProps = {
  locale: Locale;
  user: { name: string; roleLabel: string; unitLabel: string };
  navigation: NavigationItem[];
  /** Where "Ghi nhận" leads; absent for those who do not log. */
  logHref?: string;
  /** The figures are invented: said on every screen. */
  demo: boolean;
  signOut: ReactNode;
  languageSwitch: ReactNode;
  themeSwitch: ReactNode;
  accountLink?: ReactNode;
  /** What waits on this device to be sent. */
  outbox?: ReactNode;
  search?: ReactNode;
  children: ReactNode;
};

/** The frame of every signed-in page: rail and top bar on a desk, top and bottom bar on a phone. */
export function Shell(props: ShellProps) {
  const { locale, navigation, logHref, demo, outbox, search, children } = props;
  const words = shellWords[locale];
  return (
    <div className="lg:grid lg:grid-cols-[13rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-green px-4 py-2 text-on-green focus:translate-y-0 print:hidden"
      >
        {words.skip}
      </a>
      <PendingBar label={words.loading} />
      <aside className="sticky top-0 hidden h-dvh flex-col overflow-y-auto border-r px-3 pb-6 lg:flex print:hidden">
        <Brand locale={locale} className="h-14 shrink-0 px-3" />
        <div className="pt-3">
          <Navigation items={navigation} locale={locale} />
        </div>
      </aside>
      <div className="min-w-0">
        <header
          data-bar="top"
          className="sticky top-0 z-20 flex h-14 items-center gap-3 border-b bg-paper px-4 lg:px-8 print:static print:h-auto print:border-0 print:px-0"
        >
          <Brand locale={locale} className="min-w-0 lg:hidden print:hidden" />
          <p className="hidden text-xs font-medium print:block">{words.brand.join(" ")}</p>
          <div className="hidden min-w-0 grow lg:block print:hidden">{search}</div>
          <div className="ml-auto flex shrink-0 items-center gap-2">
            <div className="print:hidden">{outbox}</div>
            {demo && <DemoLabel locale={locale} />}
            <div className="print:hidden">
              <AccountMenu {...props} />
            </div>
          </div>
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto max-w-[90rem] px-4 pt-5 pb-[calc(var(--bottom-bar)+2.5rem)] outline-none lg:px-8 print:max-w-none print:p-0"
        >
          {children}
        </main>
      </div>
      <BottomBar items={navigation} logHref={logHref} locale={locale} />
    </div>
  );
}

function Brand({ locale, className }: { locale: Locale; className: string }) {
  const words = shellWords[locale];
  return (
    <Link href="/" prefetch={false} className={`flex min-h-11 items-center gap-2.5 ${className}`}>
      <Mark className="size-7 shrink-0" />
      <span className="min-w-0 text-sm/4 font-semibold max-[21rem]:sr-only">
        {words.brand[0]}
        <span className="block">{words.brand[1]}</span>
      </span>
    </Link>
  );
}
