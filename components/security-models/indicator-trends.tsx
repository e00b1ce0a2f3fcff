import { TimeSeries } from "@/components/charts/time-series";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { type Period, periodLabel } from "@/lib/core/periods";
import { indicatorWords } from "@/lib/security-models/indicators/messages";
import type { IndicatorFigure } from "@/lib/security-models/indicators/queries";
import { shownTotal } from "./indicator-figure";

type Props = { indicators: readonly IndicatorFigure[]; modelId: string; unit?: string; locale: Locale };

/** How each indicator went over its last periods; a bar opens the figures of its period. */
export function IndicatorTrends({ indicators, modelId, unit, locale }: Props) {
  const words = indicatorWords[locale];
  return (
    <div className="grid gap-10 pt-4 xl:grid-cols-2">
      {indicators.map((row) => (
        <TimeSeries
          key={row.id}
          title={row.name}
          finding={row.overTime === "last" ? words.trendLast : words.trendSum}
          points={begun(row.series).map((point) => ({
            label: shortLabel(point, locale),
            from: point.from,
            to: point.to,
            value: shownTotal(point.value, row),
            href: href("/security-models/readings", { model: modelId, period: point.key, unit }),
          }))}
          valueLabel={row.unitLabel}
          locale={locale}
        />
      ))}
    </div>
  );
}

/** From the first period with a figure on. */
const begun = (series: IndicatorFigure["series"]) =>
  series.slice(
    Math.max(
      0,
      series.findIndex(({ value }) => value !== null),
    ),
  );

/** A period as an axis has room for it: "Q3/26", "T9/26", "6T1/26", "2026". */
function shortLabel(period: Period, locale: Locale): string {
  const [, year = "", month, quarter, half] =
    /^r?\d{2}(\d{2})(?:-(\d{2})|-q(\d)|-h(\d))?$/.exec(period.key) ?? [];
  if (quarter) return `Q${quarter}/${year}`;
  if (month) return `${locale === "vi" ? "T" : "M"}${Number(month)}/${year}`;
  if (half) return `${locale === "vi" ? "6T" : "H"}${half}/${year}`;
  return year ? `20${year}` : periodLabel(period, locale);
}
