import { TimeSeries } from "@/components/charts/time-series";
import type { Context } from "@/lib/core/context";
import { earlier, today } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import { type Period, periodLabel } from "@/lib/core/periods";
import { indicatorWords } from "@/lib/security-models/indicators/messages";
import type { IndicatorFigure } from "@/lib/security-models/indicators/queries";
import { indicatorHref, shownTotal } from "./indicator-figure";

type Props = { indicators: readonly IndicatorFigure[]; context: Context; locale: Locale };

/** How each indicator went over its last periods; a bar opens the points behind it. */
export function IndicatorTrends({ indicators, context, locale }: Props) {
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
            href: indicatorHref(row, context, {
              period: point.key,
              from: undefined,
              to: undefined,
              asOf: earlier(point.to, today()),
            }),
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
