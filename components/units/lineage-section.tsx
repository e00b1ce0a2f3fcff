import { Section } from "@/components/layout/section";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { drawTall, drawWide } from "@/lib/units/lineage/drawing/rules";
import { lineageWords } from "@/lib/units/lineage/messages";
import { branchesOf, type Lineage } from "@/lib/units/lineage/rules";
import { LineageDrawing } from "./lineage-drawing";
import { LineageList } from "./lineage-list";

type Props = { lineage: Lineage; unitId: number; asOf: string; locale: Locale };

/** Where a unit came from and went, drawn (from left to right on a desk, downwards on a phone and on paper) and as a list. */
export function LineageSection({ lineage, unitId, asOf, locale }: Props) {
  const words = lineageWords[locale];
  const [back, forward] = [branchesOf(lineage, unitId, true), branchesOf(lineage, unitId, false)];
  const number = (count: number) => formatNumber(count, locale);
  const finding = [
    back.length > 0 && words.finding.before(number(back.length)),
    forward.length > 0 && words.finding.after(number(forward.length)),
  ].filter((part) => part !== false);
  const text = finding.join(", ");
  const divided = lineage.edges.some(({ kind }) => kind === "part");
  if (lineage.edges.length === 0)
    return (
      <Section id="lineage" title={words.title}>
        <p className="border-y py-5 text-sm text-muted">{words.finding.none}</p>
      </Section>
    );
  const common = { unitId, asOf, locale };
  return (
    <Section
      id="lineage"
      title={words.title}
      finding={`${text.charAt(0).toUpperCase()}${text.slice(1)}.${divided ? ` ${words.note}` : ""}`}
    >
      <div className="hidden lg:block print:hidden">
        <LineageDrawing drawing={drawWide(lineage)} {...common} />
      </div>
      <div className="lg:hidden print:block">
        <LineageDrawing drawing={drawTall(lineage)} tall {...common} />
      </div>
      <div className="space-y-4 print:hidden">
        <h3 className="text-sm text-muted">{words.list}</h3>
        <div className="grid gap-x-12 gap-y-6 lg:grid-cols-2">
          <LineageList title={words.back} branches={back} back lineage={lineage} locale={locale} />
          <LineageList title={words.forward} branches={forward} lineage={lineage} locale={locale} />
        </div>
      </div>
    </Section>
  );
}
