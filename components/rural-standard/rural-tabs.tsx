import { TabLinks } from "@/components/ui/tabs";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { ruralWords } from "@/lib/rural-standard/messages";

export type RuralView = "ladder" | "progress" | "urban" | "criteria";
const views: { view: RuralView; path: string }[] = [
  { view: "ladder", path: "/rural-standard" },
  { view: "progress", path: "/rural-standard/progress" },
  { view: "urban", path: "/rural-standard/urban" },
  { view: "criteria", path: "/rural-standard/criteria" },
];

type Props = {
  current: RuralView;
  /** The view of figures looked through, kept from tab to tab. */
  keep?: Record<string, string | undefined>;
  locale: Locale;
};

/** The pages of the rural standard side by side; wards have one of their own (T2). */
export function RuralTabs({ current, keep = {}, locale }: Props) {
  const { views: labels } = ruralWords[locale];
  return (
    <TabLinks
      label={labels.label}
      className="mb-6"
      tabs={views.map(({ view, path }) => ({
        href: href(path, view === "criteria" ? {} : keep),
        label: labels[view],
        current: view === current,
      }))}
    />
  );
}
