import { TabLinks } from "@/components/ui/tabs";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { modelWords } from "@/lib/security-models/messages";

export type RegistryView =
  | "models"
  | "points"
  | "movement"
  | "evaluations"
  | "readings"
  | "replication"
  | "radar";
const views: { view: RegistryView; path: string }[] = [
  { view: "models", path: "/security-models" },
  { view: "points", path: "/security-models/points" },
  { view: "movement", path: "/security-models/movement" },
  { view: "evaluations", path: "/security-models/evaluations" },
  { view: "readings", path: "/security-models/readings" },
  { view: "replication", path: "/security-models/replication" },
  { view: "radar", path: "/security-models/radar" },
];

type Props = {
  current: RegistryView;
  /** The view of figures looked through, kept from tab to tab. */
  keep: Record<string, string | undefined>;
  locale: Locale;
};

/** The registry's pages side by side; a new one adds its line above. */
export function RegistryViews({ current, keep, locale }: Props) {
  const { views: labels } = modelWords[locale];
  return (
    <TabLinks
      label={labels.label}
      className="mb-6"
      tabs={views.map(({ view, path }) => ({
        href: href(path, keep),
        label: labels[view],
        current: view === current,
      }))}
    />
  );
}
