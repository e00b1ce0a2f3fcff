import { Figure } from "@/components/figures/figure";
import type { Boundary, Context } from "@/lib/core/context";
import { formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { explained, indicatorWords } from "@/lib/security-models/indicators/messages";
import type { IndicatorHighlight } from "@/lib/security-models/indicators/queries";
import { isAveraged, qualifierOf, rounded } from "@/lib/security-models/indicators/rules";

type Shown = Pick<
  IndicatorHighlight,
  | "name"
  | "unitLabel"
  | "definition"
  | "decimals"
  | "overPoints"
  | "overTime"
  | "least"
  | "value"
  | "points"
  | "unknown"
  | "asOf"
>;

type Props = {
  indicator: Shown;
  boundary: Boundary;
  /** What stands above the number; the indicator's name unless told. */
  label?: string;
  href?: string;
  spark?: number[];
  size?: "wide" | "normal" | "inline";
  locale: Locale;
};

/** An indicator's total as a figure: how it sums, from how many points, and "hơn" where some gave nothing (T7, T17). */
export function IndicatorFigure({
  indicator,
  boundary,
  label = indicator.name,
  href: rows,
  spark,
  size = "wide",
  locale,
}: Props) {
  const words = indicatorWords[locale];
  const { value, points, unknown } = indicator;
  const qualifier = qualifierOf(indicator, indicator);
  return (
    <Figure
      name="indicators.total"
      label={label}
      value={shownTotal(value, indicator)}
      qualifier={qualifier}
      unit={indicator.unitLabel}
      definition={explained(indicator, locale)}
      source={words.source}
      asOf={indicator.asOf}
      boundary={boundary}
      note={[
        words.pointsKnown(formatNumber(points - unknown, locale), formatNumber(points, locale)),
        qualifier === "at_least" && words.unknownFigure(formatNumber(unknown, locale)),
      ]
        .filter(Boolean)
        .join(". ")}
      href={rows}
      spark={spark}
      size={size}
      locale={locale}
    />
  );
}

/** The points behind an indicator's figure, as it is told for a view; `more` is another day or period of it. */
export const indicatorHref = (
  { id, modelId }: Pick<IndicatorHighlight, "id" | "modelId">,
  context: Context,
  more: Record<string, string | undefined> = {},
): string => href(`/security-models/${modelId}/indicators/${id}`, contextParams(context, more));

/** A total with the digits it is shown with. */
export const shownTotal = (
  value: number | null,
  rule: Pick<Shown, "decimals" | "overPoints" | "overTime">,
): number | null =>
  value === null ? null : rounded(value, { decimals: rule.decimals, averaged: isAveraged(rule) });
