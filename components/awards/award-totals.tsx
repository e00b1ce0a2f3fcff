import { RankedBars } from "@/components/charts/ranked-bars";
import { Figure } from "@/components/figures/figure";
import { FigureRow } from "@/components/figures/figure-row";
import { awardFormWords, awardsWords } from "@/lib/awards/messages";
import type { AwardTotals } from "@/lib/awards/queries";
import type { Context } from "@/lib/core/context";
import { earlier, today } from "@/lib/core/days";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";

type Props = {
  totals: AwardTotals;
  context: Context;
  filter: Record<string, string | undefined>;
  locale: Locale;
};

/** Awards in force of what the list shows, those revoked beside them, and the former by form. */
export function AwardTotalsRow({ totals, context, filter, locale }: Props) {
  const words = awardsWords[locale];
  const rows = (more: Record<string, string | undefined>) =>
    href("/awards", contextParams(context, { ...filter, ...more }));
  const common = {
    locale,
    unit: words.countUnit,
    asOf: earlier(context.period.to, today()),
    boundary: context.boundary,
    source: words.source,
  };
  return (
    <div className="mb-8 grid items-start gap-8 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <FigureRow label={words.title}>
        <Figure
          {...common}
          name="awards.count"
          size="key"
          value={totals.inForce}
          label={words.count}
          definition={words.countDefinition}
          href={rows({ state: undefined })}
        />
        <Figure
          {...common}
          name="awards.revoked"
          value={totals.revoked}
          label={words.revokedCount}
          definition={words.revokedDefinition}
          href={rows({ state: "revoked" })}
        />
      </FigureRow>
      {totals.forms.length > 1 && (
        <RankedBars
          title={words.byForm}
          of="forms"
          rowLabel={words.fields.form}
          valueLabel={words.countUnit}
          rows={totals.forms
            .toSorted((a, b) => b.count - a.count)
            .map(({ form, count }) => ({
              label: awardFormWords[locale][form],
              href: rows({ form, state: undefined }),
              value: count,
            }))}
          locale={locale}
        />
      )}
    </div>
  );
}
