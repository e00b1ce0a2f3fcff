import Link from "next/link";
import { FigureRow } from "@/components/figures/figure-row";
import { Section } from "@/components/layout/section";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import type { Context } from "@/lib/core/context";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { indicatorWords } from "@/lib/security-models/indicators/messages";
import type { IndicatorFigure as Told } from "@/lib/security-models/indicators/queries";
import { IndicatorFigure, indicatorHref, shownTotal } from "./indicator-figure";
import { IndicatorTrends } from "./indicator-trends";

type Props = {
  modelId: string;
  indicators: readonly Told[];
  context: Context;
  may: { define: boolean; record: boolean };
  locale: Locale;
};

/** A model's indicators on its page: totals with the points behind them, and how they went. */
export function IndicatorSection({ modelId, indicators, context, may, locale }: Props) {
  const words = indicatorWords[locale];
  const grid = href("/security-models/readings", {
    model: modelId,
    // The grid of readings goes by today's boundaries.
    unit: context.boundary === "current" ? context.unit : undefined,
  });
  const define = `/security-models/${modelId}/indicators`;
  return (
    <Section
      id="indicators"
      title={words.title}
      actions={
        <>
          {may.define && <TextLink href={define}>{words.manage}</TextLink>}
          {may.record && indicators.length > 0 && (
            <Button asChild>
              <Link href={grid} prefetch={false}>
                {words.readings}
              </Link>
            </Button>
          )}
        </>
      }
    >
      {indicators.length === 0 ? (
        <p className="border-y py-6 text-sm text-muted">
          {words.emptyTitle}. {words.emptyHint}.
        </p>
      ) : (
        <>
          <FigureRow label={words.title}>
            {indicators.map((row) => (
              <IndicatorFigure
                key={row.id}
                indicator={{ ...row, ...row.total }}
                boundary={context.boundary}
                href={indicatorHref(row, context)}
                spark={row.series.flatMap(({ value }) =>
                  value === null ? [] : [shownTotal(value, row) ?? 0],
                )}
                locale={locale}
              />
            ))}
          </FigureRow>
          <IndicatorTrends indicators={indicators} context={context} locale={locale} />
        </>
      )}
    </Section>
  );
}
