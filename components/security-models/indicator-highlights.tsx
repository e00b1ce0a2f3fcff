import { FigureRow } from "@/components/figures/figure-row";
import type { Context } from "@/lib/core/context";
import type { Locale } from "@/lib/core/locale";
import { indicatorWords } from "@/lib/security-models/indicators/messages";
import type { IndicatorHighlight } from "@/lib/security-models/indicators/queries";
import { IndicatorFigure, indicatorHref } from "./indicator-figure";

type Props = { indicators: readonly IndicatorHighlight[]; context: Context; locale: Locale };

/** What models' points report, in one line of the dashboard: "9.812 mắt camera". */
export function IndicatorHighlights({ indicators, context, locale }: Props) {
  const words = indicatorWords[locale];
  if (indicators.length === 0) return null;
  return (
    <section className="space-y-3">
      <h2 className="text-lg font-semibold">{words.highlights}</h2>
      <FigureRow label={words.highlights}>
        {indicators.map((indicator) => (
          <IndicatorFigure
            key={indicator.id}
            indicator={indicator}
            boundary={context.boundary}
            label={`${indicator.name}, ${indicator.modelName}`}
            href={indicatorHref(indicator, context)}
            locale={locale}
          />
        ))}
      </FigureRow>
    </section>
  );
}
