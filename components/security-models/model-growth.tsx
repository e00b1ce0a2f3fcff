import { TimeSeries } from "@/components/charts/time-series";
import type { Context } from "@/lib/core/context";
import { formatDate, formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { profileWords } from "@/lib/security-models/profile/messages";
import type { GrowthYear } from "@/lib/security-models/profile/queries";

type Props = {
  modelId: string;
  growth: GrowthYear[];
  firstOn: string | null;
  context: Context;
  locale: Locale;
};

/** Points in force at each year's end, and how many began in the year. */
export function ModelGrowth({ modelId, growth, firstOn, context, locale }: Props) {
  const words = profileWords[locale];
  const last = growth.at(-1);
  return (
    <TimeSeries
      title={words.growth}
      finding={
        last &&
        firstOn &&
        words.grown(formatNumber(last.points, locale), formatDate(last.to), formatDate(firstOn))
      }
      points={growth.map((year) => ({
        label: year.from.slice(0, 4),
        from: year.from,
        to: year.to,
        value: year.points,
        second: year.started,
        href: href("/security-models/points", contextParams(context, { model: modelId, asOf: year.to })),
      }))}
      valueLabel={words.inForce}
      secondLabel={words.begun}
      locale={locale}
    />
  );
}
