import Link from "next/link";
import { cn } from "./cn";

export type Tab = { href: string; label: string; count?: string; current: boolean };

/** Tabs that are pages: each has its address, so each can be sent to a colleague. */
export function TabLinks({ tabs, label, className }: { tabs: Tab[]; label: string; className?: string }) {
  return (
    <nav
      aria-label={label}
      className={cn("-mx-4 overflow-x-auto border-b px-4 lg:mx-0 lg:px-0 print:hidden", className)}
    >
      <ul className="flex gap-6">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              prefetch={false}
              aria-current={tab.current ? "page" : undefined}
              className="tab -mb-px flex min-h-11 items-center gap-1.5 border-b-2 border-transparent text-sm whitespace-nowrap text-muted hover:text-ink aria-[current]:border-green aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {tab.label}
              {tab.count !== undefined && <span className="font-normal text-muted">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
