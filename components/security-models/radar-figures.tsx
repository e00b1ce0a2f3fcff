import { Figure } from "@/components/figures/figure";
import { FigureRow } from "@/components/figures/figure-row";
import type { Context } from "@/lib/core/context";
import { formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { suggestions } from "@/lib/security-models/radar/catalog";
import { radarWords, ruleWords, suggestionWords } from "@/lib/security-models/radar/messages";
import type { listStale } from "@/lib/security-models/radar/queries";
import type { RadarChoice } from "@/lib/security-models/radar/schema";

type Props = {
  found: Pick<Awaited<ReturnType<typeof listStale>>, "counts" | "months" | "inForce">;
  context: Context;
  choice: RadarChoice;
  locale: Locale;
};

/** How many points are to be reviewed, and with which suggestion; each opens its rows. */
export function RadarFigures({ found, context, choice, locale }: Props) {
  const words = radarWords[locale];
  const { counts, months, inForce } = found;
  const view = { ...contextParams(context), model: choice.model };
  const common = { locale, asOf: context.asOf, boundary: context.boundary, source: words.source };
  const rules = ruleWords[locale](months);
  return (
    <div className="mb-6">
      <FigureRow label={words.title}>
        <Figure
          {...common}
          name="radar.stale"
          value={suggestions.reduce((sum, suggestion) => sum + counts[suggestion], 0)}
          unit={words.ofAll(formatNumber(inForce, locale))}
          label={words.stale}
          definition={words.staleDefinition(months)}
          href={href("/security-models/radar", view)}
        />
        {suggestions.map((suggestion) => (
          <Figure
            key={suggestion}
            {...common}
            name={`radar.${suggestion}`}
            value={counts[suggestion]}
            unit={words.pointUnit}
            label={suggestionWords[locale][suggestion]}
            definition={rules.flatMap(([when, then]) => (then === suggestion ? [when] : [])).join("; ")}
            href={href("/security-models/radar", { ...view, suggestion })}
          />
        ))}
      </FigureRow>
    </div>
  );
}
