import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/locale";
import { DemoLabel } from "./demo-label";
import { Mark } from "./mark";
import { shellWords } from "./words";

type SignInLayoutProps = { locale: Locale; demo?: boolean; languageSwitch?: ReactNode; children: ReactNode };

/** Two calm zones: what this is, and the way in. */
export function SignInLayout({ locale, demo, languageSwitch, children }: SignInLayoutProps) {
  const words = shellWords[locale];
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr] lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] lg:grid-rows-none">
      <header className="flex flex-col justify-between gap-5 border-b bg-green-soft px-6 py-6 lg:border-r lg:border-b-0 lg:px-12 lg:py-12">
        <div className="flex items-center justify-between gap-4">
          <Mark className="size-10 lg:size-12" />
          {languageSwitch}
        </div>
        <div>
          <p className="max-w-md text-xl font-semibold tracking-tight text-balance lg:text-2xl">
            {words.portal}
          </p>
          <p className="pt-2 text-muted">{words.city}</p>
          <Steps />
        </div>
        {demo && (
          <div className="flex flex-wrap items-center gap-3 text-sm text-muted">
            <DemoLabel locale={locale} />
          </div>
        )}
      </header>
      <div className="flex flex-col px-6 py-8 lg:px-16 lg:py-12">
        <main id="main" tabIndex={-1} className="w-full max-w-sm outline-none lg:my-auto">
          {children}
        </main>
      </div>
    </div>
  );
}

/** The ladder as a quiet drawing: 167, 110, 75, 19 in their true proportions. */
function Steps() {
  return (
    <svg
      aria-hidden
      viewBox="0 0 167 40"
      preserveAspectRatio="none"
      className="mt-8 hidden h-24 w-full max-w-md lg:block"
    >
      <path d="M0 0h167v40H0z" fill="var(--step-2)" />
      <path d="M0 10h110v30H0z" fill="var(--step-3)" />
      <path d="M0 20h75v20H0z" fill="var(--step-4)" />
      <path d="M0 30h19v10H0z" fill="var(--step-6)" />
    </svg>
  );
}
