import {
  Award,
  BadgeCheck,
  Building2,
  CircleUser,
  History,
  LayoutDashboard,
  type LucideIcon,
  Map as MapIcon,
  Megaphone,
  ShieldCheck,
  Sprout,
  TableProperties,
  Users,
} from "lucide-react";
import type { Locale } from "@/lib/core/locale";
import { NavigationLink } from "./navigation-link";
import { shellWords } from "./words";

export type NavigationItem = {
  href: string;
  label: string;
  /** For the narrow bar of a phone, at most two short words. */
  short?: string;
  icon: keyof typeof icons;
  /** Heading above the first item that carries it. */
  section?: string;
};

export const icons = {
  overview: LayoutDashboard,
  sessions: Megaphone,
  models: ShieldCheck,
  awards: Award,
  rural: Sprout,
  safety: BadgeCheck,
  units: Building2,
  map: MapIcon,
  users: Users,
  policy: TableProperties,
  audit: History,
  account: CircleUser,
} satisfies Record<string, LucideIcon>;

/** The rail of a desk: by job, one line each. */
export function Navigation({ items, locale }: { items: NavigationItem[]; locale: Locale }) {
  return (
    <nav aria-label={shellWords[locale].main}>
      <ul className="space-y-0.5">
        {items.map((item, position) => (
          <li key={item.href}>
            {item.section !== undefined && item.section !== items[position - 1]?.section && (
              <p className="px-3 pt-5 pb-1 text-xs text-muted">{item.section}</p>
            )}
            <NavigationLink
              href={item.href}
              className="flex min-h-11 items-center gap-3 rounded-md px-3 text-sm text-ink hover:bg-green-soft aria-[current]:bg-green-soft aria-[current]:font-semibold aria-[current]:text-green lg:min-h-9"
            >
              <NavigationIcon icon={item.icon} />
              {item.label}
            </NavigationLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function NavigationIcon({ icon, className }: { icon: NavigationItem["icon"]; className?: string }) {
  const Icon = icons[icon];
  return <Icon aria-hidden className={className ?? "size-4 shrink-0"} />;
}
