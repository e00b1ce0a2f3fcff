import { TabLinks } from "@/components/ui/tabs";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { outreachWords } from "@/lib/outreach-sessions/messages";

type View = "list" | "calendar" | "totals";
const views: { view: View; path: string }[] = [
  { view: "list", path: "/outreach-sessions" },
  { view: "calendar", path: "/outreach-sessions/calendar" },
  { view: "totals", path: "/outreach-sessions/totals" },
];

type SessionViewsProps = {
  current: View;
  /** The unit and boundary looked at, kept from view to view. */
  keep: { unit?: string; boundary?: string };
  locale: Locale;
};

/** The ways to look at the sessions, side by side; a new one adds its line above. */
export function SessionViews({ current, keep: { unit, boundary }, locale }: SessionViewsProps) {
  const { views: labels } = outreachWords[locale];
  return (
    <TabLinks
      label={labels.label}
      className="mb-6"
      tabs={views.map(({ view, path }) => ({
        href: href(path, { unit, boundary }),
        label: labels[view],
        current: view === current,
      }))}
    />
  );
}
