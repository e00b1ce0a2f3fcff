import { shellWords } from "@/components/layout/words";
import type { Locale } from "@/lib/core/locale";

/** Says on every screen and every printed page that the figures are invented. */
export function DemoLabel({ locale }: { locale: Locale }) {
  return (
    <span
      title={shellWords[locale].demoNote}
      className="rounded-sm border border-ochre/50 bg-ochre-soft px-2 text-xs/6 font-medium whitespace-nowrap text-ochre"
    >
      {shellWords[locale].demo}
    </span>
  );
}
